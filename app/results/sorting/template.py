"""The template of a folder's name: `{label}`, `{source}/{label}`, `{year}-{month}/{label}`."""

from __future__ import annotations

import os
import string
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FIELDS = ("label", "source", "year", "month", "day")
_DEEPEST = 8  # folders in each other
_UNDATED = "0000"


class TemplateError(ValueError):
    """A template that names no folder; the text says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One folder of a path that a template gives.

    Attributes:
        key: what tells it from others, whatever their names are.
        text: what it is called, before that is made a safe name.
    """

    key: str
    text: str


class Template:
    """A template that has been looked at."""

    def __init__(self, text: str) -> None:
        """Take it apart.

        Raises:
            TemplateError: it holds an unknown field, or names no folder inside the destination.
        """
        pieces = text.split("/")
        if any(piece.strip() in ("", os.curdir, os.pardir) for piece in pieces) or len(pieces) > _DEEPEST:
            raise TemplateError("it must name folders, such as {source}/{label}")
        self._pieces = [_fields(piece) for piece in pieces]

    def parts(self, label: str, is_word: bool, source: str, mtime_ns: int) -> tuple[Part, ...]:
        """The folders for a picture, the outermost first.

        Args:
            label: its class, or a word in place of one.
            is_word: whether it is such a word ("unknown"), which must not share a folder with a class of that name.
            source: the folder that it comes from.
            mtime_ns: its time of change.
        """
        values = {"label": label, "source": source, **_date(mtime_ns)}
        keys = {**values, "label": ("\0" if is_word else "") + label}
        return tuple(Part(_filled(piece, keys), _filled(piece, values)) for piece in self._pieces)


def source_of(path: Path, roots: Sequence[Path]) -> str:
    """The name of the outermost folder below the root that a picture lies in; of the folder itself if in no other."""
    inside = [root for root in roots if path.is_relative_to(root) and path != root]
    if not inside:
        return path.parent.name
    root = max(inside, key=lambda each: len(each.parts))
    below = path.relative_to(root).parts
    return below[0] if len(below) > 1 else root.name


_Piece = list[tuple[str, str | None]]


def _fields(piece: str) -> _Piece:
    try:
        parsed = list(string.Formatter().parse(piece))
    except ValueError as error:
        raise TemplateError(f"{error}; fields are written {{label}}") from error
    for _, field, form, conversion in parsed:
        if field is not None and (field not in FIELDS or form or conversion):
            raise TemplateError(f"there is no field {{{field}}}; there are {', '.join(FIELDS)}")
    return [(text, field) for text, field, _, _ in parsed]


def _filled(piece: _Piece, values: dict[str, str]) -> str:
    return "".join(text + (values[field] if field else "") for text, field in piece)


def _date(mtime_ns: int) -> dict[str, str]:
    """The local date; zeros where no calendar has one."""
    try:
        when = time.localtime(mtime_ns // 1_000_000_000)
    except (OverflowError, ValueError, OSError):
        return {"year": _UNDATED, "month": "00", "day": "00"}
    return {"year": f"{when.tm_year:04d}", "month": f"{when.tm_mon:02d}", "day": f"{when.tm_mday:02d}"}
