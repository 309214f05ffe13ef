"""Rows: golden files for every shape, and names from all over the world."""

from __future__ import annotations

import csv
import io
import json
import math
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.results.columns import text_width
from app.results.rows import csv_line, csv_row, header, headline, json_line, json_row, percent, text_block
from app.values import Classified, Failed, ImageRef, Outcome, Prediction, Reason, Stage

GOLDEN = Path(__file__).parent / "golden"
FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")

names = st.binary(min_size=1, max_size=255).filter(lambda name: b"\0" not in name and b"/" not in name).map(os.fsdecode)
labels = st.text(max_size=60)


def classified(path: str = "espresso.jpg", *tops: tuple[int, str, float], **facts: object) -> Classified:
    predictions = tuple(Prediction(*top) for top in tops or ((967, "espresso", 0.9497), (968, "cup", 0.0125)))
    values = {"width": 600, "height": 400, "model": "builtin", "device": "cpu", "precision": "fp32", **facts}
    return Classified(ref=ImageRef(Path(path)), predictions=predictions, **values)  # type: ignore[arg-type]


def failed(path: str, stage: Stage, reason: Reason, detail: str = "") -> Failed:
    return Failed(ImageRef(Path(path)), stage, reason, detail)


def outcomes() -> list[Outcome]:
    """One of each kind, and the names and labels that have broken exports before."""
    return [
        classified(
            "photos/espresso.jpg", (967, "espresso", 0.9497624635696411), (968, "cup", 0.01), (504, "mug", 5e-8)
        ),
        classified("blurred.png", (281, "tabby", 0.29), (282, "tiger cat", 0.2), (285, "Egyptian cat", 0.1)),
        classified("sure.png", (0, "tench", 1.0)),
        classified(os.fsdecode(b"caf\xe9.jpg"), (924, "guacamole", 0.5), (925, "consommé", 0.25)),
        classified(
            "猫の写真.jpg", (281, "とら猫", 0.8), (1, "a label that is far too long for the column it has", 0.1)
        ),
        classified("=HYPERLINK(A1).png", (1, "=1+1", 0.6), (2, " @SUM", 0.3), (3, "-2", 0.1)),
        classified('two\nlines,"quoted" \x1b[31mred\u202egpj.exe', (1, "tab\tlabel", 0.6)),
        failed("gone.jpg", Stage.FIND, Reason.MISSING),
        failed("half.jpg", Stage.DECODE, Reason.TRUNCATED, "image file is truncated\n(12 bytes)"),
        failed("+plan.psd", Stage.READ, Reason.UNSUPPORTED, "Photoshop document"),
    ]


def written(name: str) -> str:
    if name == "rows.jsonl":
        return "".join(json_line(outcome) + "\n" for outcome in outcomes())
    if name == "rows.csv":
        return csv_line(header(3)) + "".join(csv_line(csv_row(each, 3, 0.3)) for each in outcomes())
    width, blocks = {"wide.txt": (80, True), "narrow.txt": (40, True), "plain.txt": (60, False)}[name]
    return "".join(text_block(outcome, 0.3, width=width, blocks=blocks) for outcome in outcomes())


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv", "wide.txt", "narrow.txt", "plain.txt"])
def test_the_rows_are_those_of_the_golden_file(name: str) -> None:
    """To accept a change: WHATSIT_GOLDEN=write pytest tests/results, then read the difference."""
    if os.environ.get("WHATSIT_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(written(name).encode())
    assert written(name) == (GOLDEN / name).read_bytes().decode()


def test_the_keys_of_json_rows_are_the_contract() -> None:
    assert list(json_row(classified())) == [
        "path", "status", "width", "height", "model", "precision", "predictions",
    ]  # fmt: skip
    assert list(json_row(classified())["predictions"][0]) == ["index", "label", "probability"]
    assert list(json_row(failed("a", Stage.READ, Reason.EMPTY))) == ["path", "status", "stage", "reason", "detail"]


@given(names, labels)
@example(os.fsdecode(b"\xff\xfe\n\x80"), "\u2028\ud800")
def test_every_name_survives_json_byte_for_byte(name: str, label: str) -> None:
    line = json_line(classified(name, (0, label, 0.5)))
    assert line.isascii()
    assert line.isprintable()
    row = json.loads(line)
    assert os.fsencode(row["path"]) == os.fsencode(str(Path(name)))
    assert row["predictions"][0]["label"] == label


@given(st.floats(0, 1))
def test_probabilities_are_not_rounded(probability: float) -> None:
    outcome = classified("a", (0, "cat", probability))
    assert json.loads(json_line(outcome))["predictions"][0]["probability"] == probability
    assert float(csv_row(outcome, 1, 0)[8]) == probability


def test_a_score_that_is_no_number_never_becomes_a_row() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_line(classified("a", (0, "cat", math.nan)))


@given(names, labels, labels)
@example("  =cmd|' /C calc'!A0", "\t=1", "\u3000＝1")
@example("\ufeff=1", "\r\n@SUM(1)", "-1")
def test_no_cell_starts_a_formula_or_breaks_a_line(name: str, label: str, detail: str) -> None:
    for outcome in (classified(name, (0, label, 0.5)), failed(name, Stage.DECODE, Reason.DAMAGED, detail)):
        line = csv_line(csv_row(outcome, 2, 0.3))
        assert line.endswith("\r\n")
        assert len(line.splitlines()) == 1
        line.encode()
        (cells,) = csv.reader(io.StringIO(line, newline=""))
        assert len(cells) == len(header(2))
        texts = [cell for index, cell in enumerate(cells) if index not in (2, 3, 8, 10)]
        assert not [cell for cell in texts if cell.lstrip().startswith(FORMULA_STARTS)]


def test_the_numbers_of_a_csv_row_are_numbers() -> None:
    cells = dict(zip(header(2), csv_row(classified(), 2, 0.3), strict=True))
    assert (int(cells["width"]), int(cells["height"])) == (600, 400)
    assert float(cells["probability_1"]) == 0.9497


def test_fewer_predictions_than_columns_leave_them_empty() -> None:
    cells = dict(zip(header(5), csv_row(classified(), 5, 0.3), strict=True))
    assert cells["label_3"] == cells["probability_5"] == cells["reason"] == ""


def test_more_predictions_than_columns_are_cut() -> None:
    assert len(csv_row(classified(), 1, 0.3)) == len(header(1))


def test_the_class_is_unknown_below_the_least_probability() -> None:
    top = (Prediction(3, "shark", 0.3),)
    assert headline(top, 0.3) == "shark"
    assert headline(top, 0.31) is None
    assert headline((), 0.0) is None
    unsure = classified("a.jpg", (3, "shark", 0.2))
    assert csv_row(unsure, 1, 0.3)[6] == "unknown"
    assert csv_row(unsure, 1, 0.3)[7] == "shark"
    text = text_block(unsure, 0.3)
    assert text.startswith("a.jpg: unknown\n")
    assert "shark" in text


@given(names, st.lists(st.tuples(labels, st.floats(0, 1)), max_size=20), st.integers(1, 300), st.booleans())
def test_text_keeps_to_its_columns(name: str, tops: list[tuple[str, float]], width: int, blocks: bool) -> None:
    outcome = classified(name, *((0, label, probability) for label, probability in tops))
    first, *bars, end = text_block(outcome, 0.3, width=width, blocks=blocks).split("\n")
    assert end == ""
    assert len(bars) == len(outcome.predictions)
    assert all(text_width(line) <= max(width, 25) for line in bars)
    assert len({text_width(line) for line in bars}) <= 1
    assert not [character for character in "".join([first, *bars]) if character < " " or character == "\x7f"]


def test_plain_text_is_ascii_where_the_labels_are() -> None:
    assert text_block(classified("a.jpg", (0, "x" * 90, 0.77)), 0.3, blocks=False).isascii()


def test_percentages_have_one_decimal() -> None:
    assert [percent(value) for value in (0, 0.00049, 0.12345, 1)] == ["0.0 %", "0.0 %", "12.3 %", "100.0 %"]
