"""A plan as a tree: folders in folders, with sums, and what is left alone behind them."""

from __future__ import annotations

from pathlib import Path

from app.desktop.plan_tree import plan_tree
from app.results.sorting.plan import FolderCount
from app.values import Left


def test_folders_in_folders_are_summed() -> None:
    folders = [
        FolderCount(4, Path("trip/cat"), True, 3, 1, 400),
        FolderCount(2, Path("trip/dog"), False, 2, 0, 50),
        FolderCount(1, Path("zoo"), True, 1, 0, 7),
    ]
    root = plan_tree(folders, [])
    trip, zoo = root.branches
    assert [(each.name, each.count, each.size, each.source) for each in (trip, zoo)] == [
        ("trip", 6, 450, None),
        ("zoo", 1, 7, 1),
    ]
    assert [(each.name, each.own, each.is_there, each.row, each.parent) for each in trip.branches] == [
        ("cat", 4, False, 0, trip),
        ("dog", 2, True, 1, trip),
    ]
    assert (root.count, root.size) == (7, 457)
    assert len(list(root.below())) == 5


def test_a_folder_may_hold_files_and_folders() -> None:
    root = plan_tree(
        [FolderCount(1, Path("a"), True, 1, 0, 1), FolderCount(2, Path("a/b"), True, 2, 0, 2)], [(Left.GONE, 0)]
    )
    (a,) = root.branches
    assert (a.own, a.count, a.unread, a.branches[0].own) == (1, 3, 1, 2)


def test_what_is_left_alone_comes_last_by_reasons() -> None:
    root = plan_tree([FolderCount(1, Path("a"), True, 1, 0, 1)], [(Left.UNKNOWN, 5), (Left.GONE, 2)])
    assert [each.name for each in root.branches] == ["a", ""]
    left = root.branches[1]
    assert (left.count, left.own, left.size) == (7, 0, None)
    assert [(each.source, each.own) for each in left.branches] == [(Left.UNKNOWN, 5), (Left.GONE, 2)]
    assert root.count == 1
