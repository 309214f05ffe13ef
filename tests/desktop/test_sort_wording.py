"""Sorting in words: one and many, what comes last, and nothing of a name taken for a place."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.desktop import sort_wording, wording
from app.results.database import StoreError, StoreTrouble
from app.results.sorting.lines import Line
from app.results.sorting.plan import Summary
from app.results.sorting.steps import Handled, LeftAlone, SortEnd, SortError
from app.values import Left, SortTrouble, Way

NOTHING = Summary(0, 0, 0, 0, (), (), None)
MANY = Summary(1234, 2, 3, 2_100_000_000, ((Left.UNKNOWN, 12), (Left.GONE, 1)), (), Path("/photos/Iceland"))
ONE = Summary(1, 1, 1, 0, ((Left.GONE, 1),), (), None)


@pytest.mark.parametrize("way", Way)
def test_every_way_has_words(way: Way) -> None:
    texts = (sort_wording.way_choice(way), sort_wording.way_note(way), sort_wording.carry_out(MANY, way))
    assert all(texts)
    assert sort_wording.plan_headline(MANY, way, 57).endswith("into 57 folders.")
    for done in (1, 5):
        end = SortEnd(Path("j"), done, 0, is_complete=True)
        assert "“%1”" in sort_wording.result_headline(end, way, Path("/to/%1"), is_undo=False)
    assert "“%1”" in sort_wording.working(way, Path("/to/%1"), is_undo=False)


def test_a_plan_in_sentences() -> None:
    many = wording.pictures(1234)
    assert sort_wording.plan_headline(MANY, Way.COPY, 57) == f"{many} (2.1 GB) will be copied into 57 folders."
    assert sort_wording.plan_details(MANY).splitlines() == [
        "2 companions (sidecars, RAW) go along.",
        "3 pictures get a number behind their names, because these are taken.",
        "13 pictures stay where they are, each because its class is unknown (12) or it is no longer there (1).",
        "The folders lie in “Iceland”; later runs skip them.",
    ]
    assert sort_wording.plan_headline(ONE, Way.MOVE, 1) == "1 picture will be moved into 1 folder."
    assert sort_wording.plan_details(ONE).splitlines() == [
        "1 companion (sidecar or RAW) goes along.",
        "1 picture gets a number behind its name, because the name is taken.",
        "1 picture stays where it is: it is no longer there.",
    ]
    assert sort_wording.plan_headline(NOTHING, Way.COPY, 0) == "There is nothing to sort."
    assert sort_wording.plan_details(NOTHING) == ""


def test_files_of_a_plan() -> None:
    line = Line(1, Path("/a/\u202ex.jpg"), None, False, Left.UNREADABLE, "Permission denied")
    assert sort_wording.line_name(line) == r"\u202ex.jpg"
    assert sort_wording.line_note(line) == "Permission denied"


def test_troubles_name_what_they_are_about() -> None:
    error = SortError(SortTrouble.NO_ROOM, "/to", "5 bytes are needed")
    assert sort_wording.trouble(error).endswith("(/to: 5 bytes are needed).")
    assert sort_wording.trouble(SortError(SortTrouble.NOTHING_TO_UNDO)) == "There is no sort to undo."
    store = StoreError(StoreTrouble.BUSY, "/store")
    assert sort_wording.trouble(store) == wording.store_words(store)
    left = LeftAlone(Path("/a/x.jpg"), Left.UNREADABLE, "Permission denied")
    assert sort_wording.left_line(left) == "/a/x.jpg: it cannot be read or taken away (Permission denied)"


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "no room"), (errno.EROFS, "Nothing may be written"), (errno.EIO, "refuses to")]
)
def test_a_plan_that_cannot_be_written(number: int, words: str) -> None:
    told = sort_wording.unnoted(OSError(number, "the system's words"), Path("/to/plan.csv"))
    assert words in told
    assert told.endswith("“plan.csv” was not written.")


def test_figures_stand_beside_each_other() -> None:
    handled = Handled(12, 100, 1_000_000, 2_000_000)
    assert sort_wording.figures(handled, None) == "12 of 100 files · 1.0 MB of 2.0 MB"
    assert sort_wording.figures(handled, 300).endswith(" · about 5 min left")
    assert [sort_wording.left_so_far(number) for number in (0, 1, 2)] == [
        "",
        "1 file was left alone so far",
        "2 files were left alone so far",
    ]


def test_how_it_ended() -> None:
    whole = SortEnd(Path("j"), 3, 0, is_complete=True)
    stopped = SortEnd(Path("j"), 3, 0, is_complete=False)
    failed = SortEnd(Path("j"), 3, 0, is_complete=False, error=SortError(SortTrouble.NO_ROOM, "/to"))
    assert sort_wording.result_details(whole, None, is_undo=False) == ""
    assert sort_wording.result_details(stopped, None, is_undo=False).startswith("Stopped. The rest is where it was.")
    assert sort_wording.result_details(stopped, None, is_undo=True).startswith("Stopped. The rest is still where")
    assert sort_wording.result_details(failed, None, is_undo=False).startswith("There is not enough room there")
    store = StoreError(StoreTrouble.BUSY, "/store")
    assert wording.store_words(store) in sort_wording.result_details(whole, store, is_undo=True)


@pytest.mark.parametrize(
    ("way", "back", "kept"),
    [
        (Way.MOVE, ["1 file is back where it was.", "2 files are back where they were."], "could not be brought back"),
        (Way.COPY, ["1 file was removed again.", "2 files were removed again."], "not removed"),
        (Way.LINK, ["1 file was removed again.", "2 files were removed again."], "not removed"),
    ],
)
def test_what_an_undoing_did(way: Way, back: list[str], kept: str) -> None:
    ends = [SortEnd(Path("j"), number, 0, is_complete=True) for number in (1, 2)]
    assert [sort_wording.result_headline(end, way, Path("/to"), is_undo=True) for end in ends] == back
    assert all(kept in sort_wording.left_headline(number, way, is_undo=True) for number in (1, 2))
    assert sort_wording.left_headline(1, way, is_undo=False) == "1 file could not be sorted and is where it was:"
    assert sort_wording.left_headline(2, way, is_undo=False).startswith("2 files could not be sorted and are")
