"""Plan, sort or undo, and fail or die at the first call of the file system, then at the second, until none is left.

Each case is a process of its own, `python -m tests.results.sorting.crashes DOING TIER WAY HOW FOLDER [OTHER]`, with
OTHER on another drive. It is forked for every call, and is small: to fork pytest's own, with torch in it, takes twice
as long.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import Event

from app.results.sorting import copying
from app.results.sorting.placing import identity_of
from app.results.sorting.plan import Plan
from app.results.sorting.steps import SortFailure
from app.results.sorting.work import carry_out, undo
from app.values import Way

from .conftest import Tree, World, answer, tree
from .faults import FAULTS, ended, without_exclusive_rename, without_hard_links

MOST = 2000  # calls
TIERS = {"links": [], "renames": [without_hard_links], "claims": [without_hard_links, without_exclusive_rename]}


def begun(base: Path, destination: Path) -> World:
    """Two pictures of one name, one with a companion, a link, and somebody else's file in the way."""
    world = World(base, destination)
    world.picture("a.jpg")
    world.file("a.xmp")
    world.picture(b"sub/a.jpg", data=b"another picture" * 60, mode=0o444)
    (base / "outside.jpg").write_bytes(b"a picture elsewhere")
    os.utime(base / "outside.jpg", (2, 2))
    (world.source / "link.jpg").symlink_to("../outside.jpg")
    world.outcomes.append(answer(world.source / "link.jpg", "dog"))
    (destination / "cat").mkdir(parents=True)
    (destination / "cat" / "a.jpg").write_bytes(b"somebody else's")
    os.utime(destination / "cat" / "a.jpg", (1, 1))
    return world


def contents(found: Tree) -> set[object]:
    return {about[1] for about in found.values() if len(about) == 4}


def check(world: World, before: tuple[Tree, Tree], when: str) -> None:
    """A full copy of everything exists; what was there is untouched; nothing partial has a name that can be seen."""
    source, destination = world.trees()
    seen = {name: about for name, about in destination.items() if b"/." not in name}
    assert contents(before[0]) <= contents(source) | contents(seen), when
    assert seen[b"cat/a.jpg"] == before[1][b"cat/a.jpg"], when
    empty = {about[1] for about in seen.values() if len(about) == 4 and about[0] == 0}
    assert contents(seen) <= contents(before[0]) | contents(before[1]) | {outside(world)} | (
        empty if world.claims else set()  # type: ignore[attr-defined]
    ), when


def outside(world: World) -> object:
    return tree(world.base)[b"outside.jpg"][1]


def scenes(tmp_path: Path, other: Path | None, claims: bool) -> Iterator[tuple[int, World, tuple[Tree, Tree]]]:
    for number in range(1, MOST):
        base = tmp_path / str(number)
        base.mkdir()
        world = begun(base, (other / str(number)) if other else base / "sorted")
        world.claims = claims  # type: ignore[attr-defined]
        yield number, world, world.trees()
        shutil.rmtree(base)
        if other:
            shutil.rmtree(world.destination)


def nothing_partial(world: World) -> None:
    assert not [name for name in (*tree(world.source), *tree(world.destination)) if b".part" in name]


def uninterrupted(tmp_path: Path, other: Path | None, way: Way) -> tuple[Tree, Tree]:
    base = tmp_path / "whole"
    base.mkdir()
    world = begun(base, (other / "whole") if other else base / "sorted")
    assert world.sort(way).left == 0
    return world.trees()


def orphans(world: World) -> set[Path]:
    """Empty files that took a name for a rename, and that the journal does not know yet: a crash came between."""
    if not world.claims or not any(world.sorts.glob("*.sort")):  # type: ignore[attr-defined]
        return set()
    with closing(sqlite3.connect(world.journal)) as database:
        known = {row[0] for row in database.execute("select placeholder from item")}
    paths = (*world.source.rglob("*"), *world.destination.rglob("*"))
    files = [path for path in paths if path.is_file() and not path.name.startswith(".")]
    return {path for path in files if not path.stat().st_size and identity_of(path.lstat()) not in known}


def take_away(alien: set[Path]) -> None:
    """Nobody can prove that such a file is ours, so it has stayed; a person can see that it is empty."""
    assert len(alien) <= 1
    for path in alien:
        assert path.stat().st_size == 0
        path.unlink()
        with suppress(OSError):
            path.parent.rmdir()


def relative(trees: tuple[Tree, Tree]) -> tuple[Tree, Tree]:
    """Links that were moved name the folder of their test."""
    return tuple({name: about[:1] if about[0] == "link" else about for name, about in each.items()} for each in trees)  # type: ignore[return-value]


def sorts_and_undoes(tmp_path: Path, other: Path | None, way: Way, how: str | int, tier: str) -> None:
    whole = relative(uninterrupted(tmp_path, other, way))
    for number, world, before in scenes(tmp_path, other, tier == "claims"):
        when = f"call {number}"

        def work(plan: Plan, world: World = world) -> None:
            list(carry_out(plan, world.sorts, None, Event()))

        calls = ended(lambda world=world: world.plan(way), work, number, how)
        check(world, before, when)
        alien = orphans(world)
        if any(world.sorts.glob("*.sort")):
            end = world.go_on()
            check(world, before, when)
            if not end.error:
                assert end.is_complete, when
                nothing_partial(world)
                if not end.left and not alien:
                    assert relative(world.trees()) == whole, when
            undone = world.undo()
            assert (undone.error, undone.left) == (None, 0), when
        take_away(alien)
        assert world.trees() == before, when
        if calls:
            assert number > 30, "so few calls cannot be all"
            return
    raise AssertionError("it never came to its end")


def undoes_again(tmp_path: Path, other: Path | None, way: Way, how: str | int, tier: str) -> None:
    for number, world, before in scenes(tmp_path, other, tier == "claims"):
        when = f"call {number}"
        assert world.sort(way).left == 0
        journal = world.journal
        calls = ended(lambda journal=journal: journal, lambda journal: list(undo(journal, None, Event())), number, how)
        check_undoing(world, before, when)
        alien = orphans(world)
        assert world.undo().left == len(alien), when
        take_away(alien)
        if alien:
            assert world.undo().left == 0, when
        assert world.trees() == before, when
        if calls:
            assert number > 15, "so few calls cannot be all"
            return
    raise AssertionError("it never came to its end")


def check_undoing(world: World, before: tuple[Tree, Tree], when: str) -> None:
    source, destination = world.trees()
    assert contents(before[0]) <= contents(source) | contents(destination), when
    seen = {name: about for name, about in source.items() if b".part" not in name and about[0] != 0}
    assert contents(seen) <= contents(before[0]), when


def plans(tmp_path: Path, _other: Path | None, way: Way, how: str | int, _tier: str) -> None:
    for number, world, before in scenes(tmp_path, None, False):
        calls = ended(lambda: None, lambda _none, world=world: planned(world, way), number, how)
        assert world.trees() == before
        assert not world.sorts.exists()
        if calls:
            return


def planned(world: World, way: Way) -> None:
    with suppress(SortFailure):
        world.plan(way).close()


DOINGS = {"sort": sorts_and_undoes, "undo": undoes_again, "plan": plans}


def main(doing: str, tier: str, way: str, how: str, *folders: str) -> None:
    copying._BLOCK = copying._STRETCH = 700
    for step in TIERS[tier]:
        step()
    here, other = Path(folders[0]), Path(folders[1]) if folders[1:] else None
    DOINGS[doing](here, other, Way(way), FAULTS[how], tier)


if __name__ == "__main__":
    main(*sys.argv[1:])
