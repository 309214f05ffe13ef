"""The English table is complete, and nothing unprintable leaves it."""

from __future__ import annotations

import os
import unicodedata
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import steps, values
from app.steps import DownloadError, DownloadTrouble, JobError, Trouble
from app.values import Failed, ImageRef, Reason, Stage
from app.wording import WORDS, download_sentence, failure_sentence, shown, trouble_sentence

CLOSED_LISTS = [
    kind
    for kind in (*vars(values).values(), *vars(steps).values())
    if isinstance(kind, type) and issubclass(kind, Enum) and kind is not Enum
]


def test_every_member_of_every_closed_list_has_words() -> None:
    members = {member for kind in CLOSED_LISTS for member in kind}
    assert members == set(WORDS)
    assert all(WORDS.values())


def test_a_failure_is_a_sentence() -> None:
    failed = Failed(ImageRef(Path("a.jpg")), Stage.DECODE, Reason.TRUNCATED, "cut\nhere")
    assert failure_sentence(failed) == "the file is cut off (cut\\nhere)"


def test_a_failure_without_detail_has_no_brackets() -> None:
    assert failure_sentence(Failed(ImageRef(Path("a")), Stage.FIND, Reason.MISSING)) == "there is no such file"


def test_a_trouble_names_what_it_is_about() -> None:
    assert trouble_sentence(JobError(Trouble.NO_SUCH_MODEL, "resnet")) == "There is no such model (resnet)."
    assert trouble_sentence(JobError(Trouble.DEVICE_LOST, "cuda:0", "unplugged")).endswith("(cuda:0: unplugged).")
    assert trouble_sentence(JobError(Trouble.INTERNAL)).endswith("inside Whatsit.")


def test_a_download_that_failed_names_who_was_asked() -> None:
    said = download_sentence(DownloadError(DownloadTrouble.NOT_THERE, "example.org", "404\x1b"))
    assert said.endswith("choose another model (example.org: 404\\x1b).")
    assert download_sentence(DownloadError(DownloadTrouble.BUSY)).endswith("wait for it.")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("café 猫.jpg", "café 猫.jpg"),
        (os.fsdecode(b"caf\xe9"), "caf\\xe9"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines\r", "two\\nlines\\r"),
        ("gpj\u202eexe", "gpj\\u202eexe"),
        ("\u2028\ud800\ufeff\u200b", "\\u2028\\ud800\\ufeff\\u200b"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("\u3000wide space", "\u3000wide space"),
        (Path("a/b"), "a/b"),
    ],
)
def test_what_cannot_be_seen_is_an_escape(text: str | Path, seen: str) -> None:
    assert shown(text) == seen


@given(st.text())
def test_shown_text_is_one_harmless_line(text: str) -> None:
    seen = shown(text)
    assert len(seen.splitlines()) <= 1
    seen.encode()
    assert {unicodedata.category(character) for character in seen} & {"Cc", "Cs", "Zl", "Zp"} == set()
    assert not [character for character in seen if unicodedata.bidirectional(character) in _TURNING]


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
