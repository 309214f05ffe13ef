"""The three shapes of the answers."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.cli.layouts import encoding_of, layout_for, newline_of
from app.values import Classified, ImageRef, Prediction

CAT = Classified(ImageRef(Path("a.jpg")), 4, 3, "builtin", "cpu", "fp32", (Prediction(281, "tabby", 0.75),))


def row(name: str, encoding: str) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    return layout_for(name, stream, top_k=1, least_probability=0.3).row(CAT)


@pytest.mark.parametrize(("encoding", "drawn"), [("utf-8", "█"), ("ascii", "#"), ("latin-1", "#"), ("cp437", "#")])
def test_bars_are_what_the_encoding_can_print(encoding: str, drawn: str) -> None:
    text = row("text", encoding)
    assert drawn in text
    text.encode(encoding)


def test_only_csv_has_a_header() -> None:
    headers = {name: layout_for(name, io.StringIO(), top_k=1, least_probability=0).header for name in ("text", "jsonl")}
    assert set(headers.values()) == {""}
    assert layout_for("csv", io.StringIO(), top_k=1, least_probability=0).header.endswith("detail\r\n")


def test_line_ends_and_encoding_of_rows_for_programs_depend_on_no_platform() -> None:
    assert (newline_of("csv"), encoding_of("csv")) == (newline_of("jsonl"), encoding_of("jsonl")) == ("", "utf-8")
    assert (newline_of("text"), encoding_of("text")) == (None, None)


def test_each_row_ends_its_line() -> None:
    assert row("jsonl", "ascii").endswith("}\n")
    assert row("csv", "ascii").endswith("\r\n")
    assert row("text", "ascii").endswith("75.0 %\n")
