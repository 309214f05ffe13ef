"""Outcomes as lines."""

from __future__ import annotations

import json

from app.results.layouts import comma_separated, json_lines, with_classes
from app.results.rows import csv_line, header

from .conftest import classified, failed


def test_lines_hold_as_many_classes_as_are_asked_for() -> None:
    row = json_lines(2).row(classified("/a.jpg"))
    assert row.endswith("}\n")
    assert len(json.loads(row)["predictions"]) == 2
    assert comma_separated(2, 0.3).row(classified("/a.jpg")).count(",") == len(header(2)) - 1
    assert with_classes(failed("/b.jpg"), 1) == failed("/b.jpg")


def test_only_csv_has_a_header_and_may_have_a_mark() -> None:
    assert json_lines(1).header == ""
    assert comma_separated(1, 0.3).header == csv_line(header(1))
    assert comma_separated(1, 0.3, bom=True).header == "\ufeff" + csv_line(header(1))
