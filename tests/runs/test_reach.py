"""A picture that is missing is told from a drive that is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.runs import reach as reach_module
from app.runs.reach import Reach
from app.steps import JobFailure, Trouble
from app.values import Failed, ImageRef, Outcome, Reason, Stage


def outcome(path: Path, reason: Reason = Reason.MISSING) -> Outcome:
    return Failed(ImageRef(path), Stage.READ, reason)


def is_gone(reach: Reach, told: Outcome) -> bool:
    try:
        reach.require(told)
    except JobFailure as failure:
        return failure.error.trouble is Trouble.FOLDER_GONE
    return False


@pytest.mark.parametrize("is_known", [True, False])
def test_one_picture_among_others_may_be_missing(folder: Path, is_known: bool) -> None:
    reach = Reach([folder], is_known=is_known)
    for path in (folder / "gone.png", folder / "sub" / "gone.png", folder / "no" / "gone.png"):
        assert not is_gone(reach, outcome(path))
        assert not is_gone(reach, outcome(path, Reason.UNREADABLE))


@pytest.mark.parametrize("is_known", [True, False])
def test_a_folder_on_another_device_is_another_drive(
    folder: Path, is_known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    reach = Reach([folder], is_known=is_known)
    monkeypatch.setattr(reach_module, "_device", lambda _folder: 99)
    assert is_gone(reach, outcome(folder / "a.png"))
    assert not is_gone(reach, outcome(folder / "a.png", Reason.DAMAGED))


def test_what_was_there_when_it_was_found_is_not_missing_in_an_empty_place(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    assert is_gone(Reach([folder], is_known=True), outcome(folder / "sub" / "c.png"))
    assert not is_gone(Reach([folder]), outcome(folder / "sub" / "c.png"))


def test_pictures_that_were_named_one_by_one_lie_in_their_folders(folder: Path) -> None:
    reach = Reach([folder / "a.png", folder / "sub" / "c.png"], is_known=True)
    (folder / "a.png").unlink()
    assert not is_gone(reach, outcome(folder / "a.png"))
    shutil.rmtree(folder / "sub")
    assert is_gone(reach, outcome(folder / "sub" / "c.png"))


def test_a_folder_that_was_reached_a_moment_ago_is_gone(folder: Path) -> None:
    reach = Reach([folder / "a.png", folder / "b2.png"])
    assert not is_gone(reach, outcome(folder / "nowhere" / "b2.png"))
    reach.require(outcome(folder / "a.png", Reason.DAMAGED))
    shutil.rmtree(folder)
    assert is_gone(reach, outcome(folder / "b2.png"))
