"""Outcomes as lines: what comes before the first, and how each is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.results.rows import csv_line, csv_row, header, json_line
from app.values import Failed, Outcome

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Layout:
    """How outcomes are written.

    Attributes:
        row: one picture as complete lines.
        header: what comes before the first picture.
    """

    row: Callable[[Outcome], str]
    header: str = ""


def json_lines(top_k: int) -> Layout:
    """JSON Lines, with at most `top_k` classes of each picture."""
    return Layout(row=lambda outcome: json_line(with_classes(outcome, top_k)) + "\n")


def comma_separated(top_k: int, least_probability: float, *, bom: bool = False) -> Layout:
    """CSV in the columns of `rows.header`; `bom` begins it with a byte order mark."""
    return Layout(
        row=lambda outcome: csv_line(csv_row(outcome, top_k, least_probability)),
        header=_BYTE_ORDER_MARK * bom + csv_line(header(top_k)),
    )


def with_classes(outcome: Outcome, top_k: int) -> Outcome:
    """The same with no more classes than so many."""
    return outcome if isinstance(outcome, Failed) else replace(outcome, predictions=outcome.predictions[:top_k])
