"""What came of tagging, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desktop import tag_wording, wording
from app.results.database import StoreError, StoreTrouble
from app.results.tags.steps import Counts, Naming, Refusal
from app.values import TagTrouble

JOURNAL = Path("/data/tags.sqlite")


@pytest.mark.parametrize("naming", Naming)
def test_every_way_to_call_a_sidecar_has_words(naming: Naming) -> None:
    assert ".xmp" in tag_wording.naming_words(naming)


def test_only_what_happened_is_told() -> None:
    assert tag_wording.done(1, is_removal=False) == "1 picture was tagged."
    assert tag_wording.done(1234, is_removal=False) == f"{wording.count(1234)} pictures were tagged."
    assert tag_wording.done(2, is_removal=True) == "The tags of 2 pictures were taken away."
    assert tag_wording.others(Counts(changed=3), is_removal=False) == []
    assert tag_wording.others(Counts(1, 2, 4, 3, 1), is_removal=False) == [
        "2 had the right tags already.",
        "4 are unknown and were not tagged.",
        "1 could not be classified.",
        "3 could not be changed:",
    ]
    assert tag_wording.others(Counts(same=1), is_removal=True) == ["1 had no tags of Whatsit."]


def test_a_refusal_is_one_line_whatever_the_name_holds() -> None:
    refusal = Refusal(Path("/a\nb.jpg"), Path("/a\nb.jpg.xmp"), TagTrouble.UNREADABLE, "Input/output error")
    line = tag_wording.refusal_line(refusal)
    assert "\n" not in line
    assert line.endswith(": its sidecar cannot be read (Input/output error)")


def test_a_journal_that_cannot_be_used_is_told_from_a_store() -> None:
    busy = tag_wording.trouble(StoreError(StoreTrouble.BUSY, str(JOURNAL)), JOURNAL)
    assert busy == "Another Whatsit is writing tags. Try again when it is done."
    full = tag_wording.trouble(StoreError(StoreTrouble.FULL, str(JOURNAL), "disk full"), JOURNAL)
    assert f"({JOURNAL}: disk full)" in full
    store = tag_wording.trouble(StoreError(StoreTrouble.DAMAGED, "/data/results.sqlite"), JOURNAL)
    assert store.startswith("The results are damaged")
