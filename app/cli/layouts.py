"""The three shapes of the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TextIO

from app.cli.terminal import prints_blocks, terminal_width
from app.results.rows import csv_line, csv_row, header, json_line, text_block
from app.values import Failed, Outcome


@dataclass(frozen=True, slots=True)
class Layout:
    """How answers are written.

    Attributes:
        row: one picture as complete lines.
        header: what comes before the first picture.
    """

    row: Callable[[Outcome], str]
    header: str = ""


def newline_of(layout: str) -> str | None:
    """What `open` takes as newline: rows for programs carry their own line ends, text has the platform's."""
    return None if layout == "text" else ""


def encoding_of(layout: str) -> str | None:
    """The encoding on stdout: rows for programs are UTF-8 anywhere, text is in the terminal's own (None)."""
    return None if layout == "text" else "utf-8"


def layout_for(name: str, stream: TextIO, *, top_k: int, least_probability: float) -> Layout:
    """The layout "text", "jsonl" or "csv"; text is as wide as the stream's terminal."""
    if name == "jsonl":
        return Layout(row=lambda outcome: json_line(_cut(outcome, top_k)) + "\n")
    if name == "csv":
        return Layout(
            row=lambda outcome: csv_line(csv_row(outcome, top_k, least_probability)),
            header=csv_line(header(top_k)),
        )
    width, blocks = terminal_width(stream), prints_blocks(stream)
    return Layout(row=lambda outcome: text_block(_cut(outcome, top_k), least_probability, width=width, blocks=blocks))


def _cut(outcome: Outcome, top_k: int) -> Outcome:
    """As many classes as were asked for."""
    return outcome if isinstance(outcome, Failed) else replace(outcome, predictions=outcome.predictions[:top_k])
