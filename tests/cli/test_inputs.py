"""From words to files and folders."""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.cli.inputs import Overwriting, named_inputs, skipped_sentence


def test_paths_keep_their_order_and_spelling(folder: Path) -> None:
    (folder / "sub").mkdir()
    assert named_inputs(["sub", "b2.jpg", "."]).paths == (Path("sub"), Path("b2.jpg"), Path("."))


@pytest.mark.parametrize(("words", "is_run"), [(["a.jpg", "gone"], False), (["a.jpg", "."], True), (["-"], True)])
def test_folders_and_lists_are_runs_and_single_pictures_are_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], is_run: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a.jpg\n")))
    assert named_inputs(words).is_run == is_run


def test_what_was_left_out_is_one_harmless_line() -> None:
    sentence = skipped_sentence(Counter({".txt": 2, ".x\x1b[31m\n": 5}))
    assert sentence == "Skipped in folders: 5 .x\\x1b[31m\\n, 2 .txt."


def test_nothing_left_out_is_not_worth_a_line() -> None:
    assert skipped_sentence(Counter()) is None


def test_a_picture_is_protected_from_the_output_by_any_name(folder: Path) -> None:
    os.link(folder / "a.jpg", folder / "hard.jpg")
    assert Overwriting(str(folder / "hard.jpg")).is_at(Path("a.jpg"))


def test_an_output_beside_the_pictures_is_fine(folder: Path) -> None:
    (folder / "rows.csv").write_text("old")
    for output in (None, "rows.csv", "new.csv"):
        assert not any(Overwriting(output).is_at(Path(name)) for name in ("a.jpg", "gone.jpg"))


def test_no_name_is_too_odd_to_be_compared(folder: Path) -> None:
    odd = ["nul\0.jpg", "x" * 5000, os.fsdecode(b"\xff")]
    assert not any(Overwriting("a.jpg").is_at(Path(name)) for name in odd)


def test_an_unreadable_standard_input_is_an_os_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(OSError, match="closed"):
        named_inputs(["-"])
