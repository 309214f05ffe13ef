"""From the words of a command line to the pictures they name."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.cli.arguments import LINES, NULS
from app.cli.progress import Progress
from app.images.sources import Discovery, stdin_paths
from app.values import Failed, ImageRef
from app.wording import shown


@dataclass(frozen=True, slots=True)
class Found:
    """What the command line named.

    Attributes:
        refs: the pictures in the order in which they are answered, and what could not be found.
        skipped: how many files of folders are no candidates, by kind.
    """

    refs: tuple[ImageRef | Failed, ...]
    skipped: Counter[str]

    @property
    def skipped_sentence(self) -> str | None:
        """What was left out, most frequent kind first, or None."""
        if not self.skipped:
            return None
        kinds = ", ".join(f"{number} {shown(kind)}" for kind, number in self.skipped.most_common())
        return f"Left out in folders: {kinds}."


def find_pictures(words: Iterable[str], progress: Progress) -> Found:
    """Walk folders, and read standard input where a word asks for it.

    Raises:
        OSError: standard input cannot be read.
    """
    progress.count("Looking for pictures")
    discovery = Discovery(_paths(words))
    refs = []
    for ref in discovery:
        refs.append(ref)
        progress.advance()
    return Found(tuple(refs), Counter(discovery.skipped))


def picture_at(output: Path, refs: Iterable[ImageRef | Failed]) -> Path | None:
    """The picture among `refs` that writing to `output` would overwrite, by whatever name, or None."""
    try:
        there = os.stat(output)
    except OSError:
        return None
    paths = (ref.ref.path if isinstance(ref, Failed) else ref.path for ref in refs)
    return next((path for path in paths if _is_same(path, there)), None)


def _is_same(path: Path, there: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(path), there)
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
