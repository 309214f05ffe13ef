"""Labels come from whatever people keep them in, and never stand at the wrong number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.models.own.labels import labels_for, read_labels_of
from app.models.own.trouble import ModelTrouble

from .driving import refused

EXPECTED = ("cat", "dog", "red fox")


@pytest.mark.parametrize(
    "text",
    [
        "cat\ndog\nred fox\n",
        "cat\r\n\r\ndog\r\nred fox",
        "  cat \n dog\nred fox\n\n\n",
        "0,cat\n1,dog\n2,red fox\n",
        "index,label\n2,red fox\n0,cat\n1,dog\n",
        "label,index\ncat,0\nred fox,2\ndog,1\n",
        "label;class_id;n\ncat;0;100\ndog;1;7\nred fox;2;9\n",
        "0\tcat\n1\tdog\n2\tred fox\n",
        "1,cat\n2,dog\n3,red fox\n",
        '"index","label"\n"0","cat"\n"1","dog"\n"2","red fox"\n',
        "class\ncat\ndog\nred fox\n",
        json.dumps(EXPECTED),
        json.dumps({"0": "cat", "1": "dog", "2": "red fox"}),
        json.dumps({"red fox": 2, "cat": 0, "dog": 1}),
        json.dumps({"1": "cat", "2": "dog", "3": "red fox"}),
        json.dumps({"cat": 1, "dog": 2, "red fox": 3}),
        json.dumps({"label_names": EXPECTED, "architecture": "x"}),
        json.dumps({"id2label": {"0": "cat", "1": "dog", "2": "red fox"}}),
    ],
)
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_labels_in_any_usual_form(text: str, coding: str, tmp_path: Path) -> None:
    (tmp_path / "labels").write_bytes(text.encode(coding))
    assert read_labels_of(tmp_path / "labels") == EXPECTED


@pytest.mark.parametrize(
    "text",
    ["wood, dry\nstone, wet\nsand", "7up\n3 musketeers", "1\n2\n3", "Löwe, der\nTiger", "no heading\nat all"],
)
def test_a_text_with_commas_or_numbers_stays_one(text: str, tmp_path: Path) -> None:
    (tmp_path / "labels.txt").write_text(text, encoding="utf-8")
    assert read_labels_of(tmp_path / "labels.txt") == tuple(text.splitlines())


def test_folders_are_sorted_as_torchvision_sorts_them(tmp_path: Path) -> None:
    from torchvision.datasets.folder import find_classes

    for name in ("b", "a", "B", "10", "9", "é"):
        (tmp_path / name).mkdir()
    (tmp_path / "file.txt").touch()
    assert list(read_labels_of(tmp_path)) == find_classes(str(tmp_path))[0]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"{}",
        b"[",
        b"[" * 100_000,
        b"[1.5, null]",
        b'{"0": "a", "2": "b"}',
        b'{"a": 0, "b": 0}',
        b"0,a\n2,b\n",
        b"5,a\n6,b\n",
        b"\xff\xfa\x00a",
        b"a\x00b",
        b"\xe9t\xe9",
        b"x" * 2000,
        "a\n".encode("utf-16")[:-1],
        b"a" * (17 << 20),
    ],
)
def test_what_cannot_be_labels_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "labels").write_bytes(data)
    assert refused(read_labels_of, tmp_path / "labels").trouble is ModelTrouble.BAD_LABELS


@pytest.mark.parametrize(
    "data", [b"\n" * 4_000_000, b"1;a\n" * 2_000_000, b"[" + b"[]," * 3_100_000 + b"1]", b"," * 4_000_000]
)
def test_a_text_of_nothing_but_cells_is_not_taken_apart(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "labels").write_bytes(data)
    refusal = refused(read_labels_of, tmp_path / "labels")
    assert (refusal.trouble, refusal.detail) == (ModelTrouble.BAD_LABELS, "there is too much in it")


def test_a_gap_is_named_and_a_missing_file_told(tmp_path: Path) -> None:
    (tmp_path / "labels.csv").write_text("0,a\n1,b\n3,d\n")
    assert refused(read_labels_of, tmp_path / "labels.csv").detail == "number 2 is missing"
    assert refused(read_labels_of, tmp_path / "gone").trouble is ModelTrouble.NO_FILE
    (tmp_path / "bare").mkdir()
    assert refused(read_labels_of, tmp_path / "bare").trouble is ModelTrouble.BAD_LABELS


def test_missing_labels_are_numbers() -> None:
    assert [label.name for label in labels_for(["a", "", "c"], 5)] == ["a", "class 1", "c", "class 3", "class 4"]
    assert refused(labels_for, ["a"] * 6, 5).trouble is ModelTrouble.TOO_MANY_LABELS
    assert refused(labels_for, ["a", "b", " a "], 5).trouble is ModelTrouble.LABELS_TWICE
