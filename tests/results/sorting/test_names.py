"""No label leaves the destination, and no two names are one anywhere."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.results.sorting.names import LONGEST, folded, numbered, safe_name, shortened

DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{name}{digit}" for name in ("COM", "LPT") for digit in range(10))}
ANY = st.text() | st.lists(st.sampled_from(list('./\\:*?"<>|\0\n\t \u202e\u200fCONul1é\u0301😀')), max_size=300).map(
    "".join
)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("tabby", "tabby"),
        ("Yorkshire terrier", "Yorkshire terrier"),
        ("../../x", "_.._x"),
        ("/etc", "_etc"),
        ("..", "_"),
        ("", "_"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1", "_com1"),
        ("LPT¹.tar", "_LPT¹.tar"),
        ("CON .txt", "_CON .txt"),
        ("console", "console"),
        ("a:b", "a_b"),
        ("a\\b", "a_b"),
        ("ends with a dot.", "ends with a dot"),
        (" spaces ", "spaces"),
        (".hidden", "hidden"),
        ("\u202egpj.exe", "_gpj.exe"),
        ("a\0b\nc", "a_b_c"),
        ("e\u0301", "é"),
        ("\udce9", "_"),
        ("猫", "猫"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("-rf", "-rf"),
    ],
)
def test_labels_become_names(label: str, name: str) -> None:
    assert safe_name(label) == name


@given(ANY)
def test_any_text_becomes_a_name_that_is_safe_everywhere(text: str) -> None:
    name = safe_name(text)
    assert name
    assert len(name.encode()) <= LONGEST - len(" (999999999)") + 1
    assert not set(name) & set('<>:"/\\|?*\0')
    assert name == name.strip().strip(".")
    assert unicodedata.is_normalized("NFC", name)
    assert name.split(".")[0].rstrip().upper() not in DEVICES
    assert PureWindowsPath(name).parts == (name,)
    assert not {unicodedata.category(each) for each in name} & {"Cc", "Cs", "Zl", "Zp"}
    assert safe_name(name) == name


@given(ANY)
def test_it_can_be_made_and_stays_inside(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / safe_name(text)
        folder.mkdir()
        assert folder.resolve().parent == Path(place).resolve()
        assert os.listdir(place) == [folder.name]


@pytest.mark.parametrize("label", ["x" * 800, "é" * 400, "😀" * 200, "." * 300, "x" * 243 + "." * 9 + "y"])
def test_long_labels_are_cut_between_characters(label: str) -> None:
    name = safe_name(label)
    assert len(name.encode()) <= 245
    assert label.startswith(name) or name == "_"
    assert not name.endswith(".")


@pytest.mark.parametrize(("one", "other"), [("Cat", "cat"), ("é", "e\u0301"), ("STRASSE", "straße"), ("Σ", "ς")])
def test_names_that_some_system_takes_for_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(ANY)
def test_folding_is_stable(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(
    st.binary(min_size=1, max_size=245).filter(lambda name: b"/" not in name and b"\0" not in name),
    st.integers(1, 10**6),
)
def test_numbered_names_fit_and_belong_together(raw: bytes, number: int) -> None:
    stem = os.fsdecode(raw)
    picture, sidecar = numbered(stem, [".jpg", ".jpg.xmp"], number)
    assert len(os.fsencode(sidecar)) <= LONGEST
    assert sidecar == f"{picture}.xmp"
    assert (f" ({number})" in picture) == (number > 1)


def test_a_name_as_long_as_names_get_makes_room_for_its_number() -> None:
    stem = "é" * 125  # 250 bytes, and a dot with four letters
    assert numbered(stem, [".jpeg"], 1) == [stem + ".jpeg"]
    assert numbered(stem, [".jpeg"], 2) == ["é" * 123 + " (2).jpeg"]


def test_shortening_keeps_bytes_that_are_no_text_whole() -> None:
    assert os.fsencode(shortened(os.fsdecode(b"\xe9\xe8abc"), 3)) == b"\xe9\xe8a"
