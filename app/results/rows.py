"""One picture as a row: JSON, CSV, or text with bars. The contract is written down in docs/command-line.md."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from app.results.columns import bar, cut, padded
from app.values import Classified, Failed, Outcome, Prediction
from app.wording import failure_sentence, shown

Cell = str | int | float | None

UNKNOWN = "unknown"
CLASSIFIED = "classified"
FAILED = "failed"

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # the wide ones count in East Asian spreadsheets
_WIDEST = 100  # longer bars are no easier to read
_LABEL = 28  # columns; nine in ten of ImageNet's labels are shorter
_PERCENT = 7  # columns of "100.0 %"


def headline(predictions: Sequence[Prediction], least_probability: float) -> str | None:
    """The class label of the likeliest class, or None (unknown) where its probability is below the least."""
    if not predictions or predictions[0].probability < least_probability:
        return None
    return predictions[0].label


def percent(probability: float) -> str:
    """A probability between 0 and 1 as shown to people: "94.8 %"."""
    return f"{100 * probability:.1f} %"


# --- JSON --------------------------------------------------------------------------------------------------------


def json_row(outcome: Outcome) -> dict[str, Any]:
    """The picture as plain data, keys in the order of the contract; probabilities are not rounded.

    The path is the system's own text: bytes that are no UTF-8 are lone surrogates U+DC80 to U+DCFF, as
    `os.fsdecode` makes them.
    """
    if isinstance(outcome, Failed):
        return {
            "path": str(outcome.ref.path),
            "status": FAILED,
            "stage": outcome.stage.value,
            "reason": outcome.reason.value,
            "detail": outcome.detail,
        }
    return {
        "path": str(outcome.ref.path),
        "status": CLASSIFIED,
        "width": outcome.width,
        "height": outcome.height,
        "model": outcome.model,
        "precision": outcome.precision,
        "predictions": [
            {"index": each.index, "label": each.label, "probability": each.probability} for each in outcome.predictions
        ],
    }


def json_line(outcome: Outcome) -> str:
    """The picture as one line of JSON, ASCII only, without the line end."""
    return json.dumps(json_row(outcome), ensure_ascii=True, allow_nan=False)


# --- columns -----------------------------------------------------------------------------------------------------


def header(top_k: int) -> list[str]:
    """The names of the columns of every table, for `top_k` predictions."""
    ranks = [name for rank in range(1, top_k + 1) for name in (f"label_{rank}", f"probability_{rank}")]
    return ["path", "status", "width", "height", "model", "precision", "class", *ranks, "stage", "reason", "detail"]


def cells(outcome: Outcome, top_k: int, least_probability: float) -> list[Cell]:
    """A picture as one cell per column of `header(top_k)`: text, numbers, and None for what does not apply."""
    if isinstance(outcome, Failed):
        between: list[Cell] = [None] * (5 + 2 * top_k)
        return [str(outcome.ref.path), FAILED, *between, outcome.stage.value, outcome.reason.value, outcome.detail]
    top = outcome.predictions[:top_k]
    ranks: list[Cell] = [cell for each in top for cell in (each.label, each.probability)]
    size, answered = (outcome.width, outcome.height), (outcome.model, outcome.precision)
    name = headline(top, least_probability) or UNKNOWN
    rest: list[Cell] = [None] * (2 * (top_k - len(top)) + 3)
    return [str(outcome.ref.path), CLASSIFIED, *size, *answered, name, *ranks, *rest]


# --- CSV ---------------------------------------------------------------------------------------------------------


def csv_row(outcome: Outcome, top_k: int, least_probability: float) -> list[str]:
    """The cells of a picture as text, one per column of `header(top_k)`; what does not apply is empty."""
    return [_csv_text(cell) for cell in cells(outcome, top_k, least_probability)]


def _csv_text(cell: Cell) -> str:
    if cell is None:
        return ""
    return csv_cell(cell) if isinstance(cell, str) else repr(cell)


def csv_line(cells: Sequence[str]) -> str:
    """Cells as one line of CSV (RFC 4180) with its line end."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def csv_cell(text: object) -> str:
    """Text for a cell: on one line, printable, and never a formula to a spreadsheet."""
    printable = shown(str(text))
    return f"'{printable}" if printable.lstrip().startswith(_FORMULA) else printable


# --- text --------------------------------------------------------------------------------------------------------


def text_block(outcome: Outcome, least_probability: float, *, width: int = 80, blocks: bool = True) -> str:
    """The picture for a person: its name and headline, then a bar per prediction; a failure is one sentence.

    Args:
        outcome: the picture.
        least_probability: below it the headline is "unknown".
        width: columns that a bar's line may take; the first line is as long as the name.
        blocks: whether block characters can be printed; else bars are number signs.

    Returns:
        One or more lines, the last one with its line end too.
    """
    name = shown(outcome.ref.path)
    if isinstance(outcome, Failed):
        return f"{name}: {failure_sentence(outcome)}\n"
    answer = shown(headline(outcome.predictions, least_probability) or UNKNOWN)
    return "\n".join([f"{name}: {answer}", *_bars(outcome, min(width, _WIDEST), blocks), ""])


def _bars(outcome: Classified, width: int, blocks: bool) -> list[str]:
    """One line per prediction: label, bar, percentage; the columns depend on the width alone, as scales must."""
    room = max(width - len("  " * 3) - _PERCENT, 12)
    label_width = min(_LABEL, room * 3 // 5)
    labels = [cut(shown(each.label), label_width, blocks=blocks) for each in outcome.predictions]
    return [
        f"  {padded(label, label_width)}  "
        f"{padded(bar(each.probability, room - label_width, blocks=blocks), room - label_width)}  "
        f"{percent(each.probability):>{_PERCENT}}"
        for label, each in zip(labels, outcome.predictions, strict=True)
    ]
