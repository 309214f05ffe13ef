"""The plan of a sort as a tree: folders in folders, and what is left alone by reasons; files come later, by pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.results.sorting.lines import Line
from app.results.sorting.plan import FolderCount
from app.values import Left

Source = int | Left | None  # a folder of the plan by its number, a reason, or what holds no files of its own


@dataclass(slots=True, eq=False)
class Branch:
    """A part of the tree that holds others.

    Attributes:
        name: of a folder; "" of what is no folder.
        parent: the branch that it is in; None of the root.
        row: its place there.
        source: where its own files come from.
        is_there: whether it is a folder that is there already and gets files of its own.
        count: files in it and below it.
        own: files in it.
        size: bytes in it and below it, or None where nobody counted.
        branches: those in it.
        files: its own files as far as they were read.
    """

    name: str
    parent: Branch | None = None
    row: int = 0
    source: Source = None
    is_there: bool = False
    count: int = 0
    own: int = 0
    size: int | None = 0
    branches: list[Branch] = field(default_factory=list)
    files: list[Line] = field(default_factory=list)

    @property
    def unread(self) -> int:
        """How many of its own files were not read yet."""
        return self.own - len(self.files)

    def below(self) -> Iterator[Branch]:
        """This branch and all that are in it, however deep."""
        waiting = [self]
        while waiting:
            branch = waiting.pop()
            yield branch
            waiting += branch.branches

    def add(self, name: str, source: Source = None) -> Branch:
        """One more branch, behind the others."""
        branch = Branch(name, self, len(self.branches), source)
        self.branches.append(branch)
        return branch


def plan_tree(folders: Iterable[FolderCount], left: Iterable[tuple[Left, int]]) -> Branch:
    """The root: the folders of the destination, and last, if there is anything, what is left alone.

    Args:
        folders: by name, those that hold files.
        left: why files are left alone, and how many.
    """
    root = Branch("")
    known: dict[Path, Branch] = {Path(): root}
    for folder in folders:
        _count(_branch(known, folder), folder)
    reasons = [each for each in left if each[1]]
    if reasons:
        _add_reasons(root.add(""), reasons)
    return root


def _branch(known: dict[Path, Branch], folder: FolderCount) -> Branch:
    """The branch of a folder, with those above it."""
    for path in (*reversed(folder.path.parents), folder.path):
        if path not in known:
            known[path] = known[path.parent].add(path.name)
    return known[folder.path]


def _count(branch: Branch, folder: FolderCount) -> None:
    branch.source, branch.is_there = folder.number, not folder.is_new
    branch.own = folder.pictures + folder.companions
    above: Branch | None = branch
    while above:
        above.count += branch.own
        above.size = (above.size or 0) + folder.bytes
        above = above.parent


def _add_reasons(group: Branch, reasons: Iterable[tuple[Left, int]]) -> None:
    for why, number in reasons:
        branch = group.add("", why)
        branch.own = branch.count = number
        branch.size = None
        group.count += number
    group.size = None
