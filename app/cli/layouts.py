"""The three shapes of the answers."""

from __future__ import annotations

from typing import TextIO

from app.cli.terminal import prints_blocks, terminal_width
from app.results.layouts import Layout, comma_separated, json_lines, with_classes
from app.results.rows import text_block


def newline_of(layout: str) -> str | None:
    """What `open` takes as newline: rows for programs carry their own line ends, text has the platform's."""
    return None if layout == "text" else ""


def encoding_of(layout: str) -> str | None:
    """The encoding on stdout: rows for programs are UTF-8 anywhere, text is in the terminal's own (None)."""
    return None if layout == "text" else "utf-8"


def layout_for(name: str, stream: TextIO, *, top_k: int, least_probability: float) -> Layout:
    """The layout "text", "jsonl" or "csv"; text is as wide as the stream's terminal."""
    if name == "jsonl":
        return json_lines(top_k)
    if name == "csv":
        return comma_separated(top_k, least_probability)
    width, blocks = terminal_width(stream), prints_blocks(stream)
    return Layout(
        row=lambda outcome: text_block(with_classes(outcome, top_k), least_probability, width=width, blocks=blocks)
    )
