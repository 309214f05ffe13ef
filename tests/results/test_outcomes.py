"""Outcomes as rows, there and back."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from app.results.database import StoreError
from app.results.outcomes import COLUMNS, WRITTEN, bytes_of, outcome_of, values_of
from app.values import Classified, Outcome, Reason

from .conftest import LABELS, classified, failed


def row_of(outcome: Outcome) -> tuple[object, ...]:
    """The columns as the store would read them."""
    written = dict(zip(WRITTEN.split(", "), values_of(outcome), strict=True))
    model = ("builtin", "fp32") if isinstance(outcome, Classified) else ("", "")
    known = {"path": os.fsencode(outcome.ref.path), "model": model[0], "precision": model[1], **written}
    return tuple(known[name] for name in COLUMNS.split(", "))


@pytest.mark.parametrize(
    "outcome",
    [
        classified("/a.jpg"),
        classified(os.fsdecode(b"/caf\xe9\n.jpg"), first=29, stamp=None),
        failed("/b.jpg", Reason.TRUNCATED),
        failed("/gone.jpg", Reason.MISSING, stamp=None),
    ],
    ids=lambda outcome: outcome.ref.path.name,
)
def test_they_come_back_as_they_were(outcome: Outcome) -> None:
    again = outcome_of(row_of(outcome), LABELS, None)
    assert again == outcome
    assert again.ref.stamp == outcome.ref.stamp


def test_every_value_fits_its_column() -> None:
    with sqlite3.connect(":memory:") as database:
        database.execute(f"create table outcome ({WRITTEN})")
        places = ", ".join("?" * len(WRITTEN.split(", ")))
        database.execute(f"insert into outcome values ({places})", values_of(classified("/a.jpg")))


@pytest.mark.parametrize(("column", "value"), [("scores", b"x"), ("path", "text"), ("width", None), ("size", "ten")])
def test_a_damaged_row_is_a_sentence(column: str, value: object) -> None:
    row = dict(zip(COLUMNS.split(", "), row_of(classified("/a.jpg")), strict=True)) | {column: value}
    with pytest.raises(StoreError, match="a row is damaged"):
        outcome_of(tuple(row.values()), LABELS, Path("store"))


def test_paths_are_absolute_and_links_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert bytes_of(Path("link/a.jpg")) == os.fsencode(tmp_path / "link" / "a.jpg")
