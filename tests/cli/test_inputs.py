"""From words to pictures."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from app.cli.inputs import Found, find_pictures, picture_at
from app.cli.progress import Progress
from app.values import Failed, ImageRef, Reason, Stage


def test_folders_and_files_in_the_order_named(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "c.jpg").write_bytes(b"\xff\xd8\xff")
    found = find_pictures(["sub", "b2.jpg", "."], Progress())
    paths = [ref.path for ref in found.refs if isinstance(ref, ImageRef)]
    assert paths == [Path(path) for path in ("sub/c.jpg", "b2.jpg", "a.jpg", "b10.jpg")]


def test_what_was_left_out_is_one_harmless_line() -> None:
    found = Found((), Counter({".txt": 2, ".x\x1b[31m\n": 5}))
    assert found.skipped_sentence == "Left out in folders: 5 .x\\x1b[31m\\n, 2 .txt."


def test_nothing_left_out_is_not_worth_a_line() -> None:
    assert Found((), Counter()).skipped_sentence is None


def test_a_failed_picture_is_protected_from_the_output_too(folder: Path) -> None:
    failed = Failed(ImageRef(Path("a.jpg")), Stage.DECODE, Reason.DAMAGED)
    assert picture_at(folder / "a.jpg", [failed]) == Path("a.jpg")


def test_an_output_beside_the_pictures_is_fine(folder: Path) -> None:
    refs = [ImageRef(Path("a.jpg")), ImageRef(Path("gone.jpg")), ImageRef(Path("pasted"), b"x")]
    (folder / "rows.csv").write_text("old")
    assert picture_at(folder / "rows.csv", refs) is None
    assert picture_at(folder / "new.csv", refs) is None


def test_no_name_is_too_odd_to_be_compared(folder: Path) -> None:
    odd = [ImageRef(Path("nul\0.jpg")), ImageRef(Path("x" * 5000)), ImageRef(Path(os.fsdecode(b"\xff")))]
    assert picture_at(folder / "a.jpg", odd) is None


def test_an_unreadable_standard_input_is_an_os_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(OSError, match="closed"):
        find_pictures(["-"], Progress())
