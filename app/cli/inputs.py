"""From the words of a command line to the files and folders they name."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.cli.arguments import LINES, NULS
from app.images.sources import stdin_paths
from app.wording import shown


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the command line named.

    Attributes:
        paths: files and folders, in order.
        is_run: whether it is worth keeping as a run: a folder, or a list from standard input.
    """

    paths: tuple[Path, ...]
    is_run: bool


def named_inputs(words: Iterable[str]) -> Inputs:
    """What these words name; standard input is read where one asks for it.

    Raises:
        OSError: standard input cannot be read.
    """
    words = tuple(words)
    paths = tuple(_paths(words))
    is_run = any(word in (LINES, NULS) or os.path.isdir(word) for word in words)
    return Inputs(paths, is_run)


def skipped_sentence(skipped: Counter[str]) -> str | None:
    """What was skipped in folders, most frequent kind first, or None."""
    if not skipped:
        return None
    kinds = ", ".join(f"{number} {shown(kind)}" for kind, number in skipped.most_common())
    return f"Skipped in folders: {kinds}."


class Overwriting:
    """Tells whether a picture is the file that the answers shall replace, whatever both are called."""

    def __init__(self, output: str | None) -> None:
        self._there: os.stat_result | None = None
        if output:
            try:
                self._there = os.stat(output)
            except OSError:
                self._there = None

    def is_at(self, path: Path) -> bool:
        """Whether writing the answers would overwrite this picture."""
        if self._there is None:
            return False
        try:
            return os.path.samestat(os.stat(path), self._there)
        except (OSError, ValueError):
            return False


def _paths(words: Iterable[str]) -> Iterator[Path]:
    for word in words:
        if word in (LINES, NULS):
            yield from _stdin(nul=word == NULS)
        else:
            yield Path(word)


def _stdin(*, nul: bool) -> Iterator[Path]:
    if sys.stdin is None:
        raise OSError("it is closed")
    yield from stdin_paths(sys.stdin.buffer, nul)
