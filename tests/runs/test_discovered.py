"""Pictures found ahead of the work."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from app.runs import discovered
from app.runs.discovered import Discovered, Place
from app.values import Failed, ImageRef, Reason, Stage, Stamp


def told(found: Iterable[Place | None]) -> Iterator[Place]:
    """What was found, however long that took."""
    return (place for place in found if place)


def name_of(item: ImageRef | Failed) -> str:
    return (item.ref if isinstance(item, Failed) else item).path.name


def test_all_are_found_in_order_with_place_and_stamp(folder: Path) -> None:
    with Discovered([Path("gone.png"), folder], threading.Event()) as found:
        places = list(told(found))
    assert [name_of(place.item) for place in places] == ["gone.png", "a.png", "b2.png", "b10.png", "bad.png", "c.png"]
    positions = [place.position for place in places]
    assert positions == sorted(set(positions))
    status = (folder / "a.png").stat()
    assert places[1].item.stamp == Stamp(status.st_size, status.st_mtime_ns)  # type: ignore[union-attr]
    assert places[0].item.stamp is None  # type: ignore[union-attr]
    assert found.skipped == {".txt": 1}
    assert found.total == 6


def test_the_total_is_not_known_before_the_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = threading.Event()

    class Slow(discovered.Discovery):
        def __iter__(self):
            for number, item in enumerate(super().__iter__()):
                if number == 2:
                    waiting.wait(10)
                yield item

    monkeypatch.setattr(discovered, "Discovery", Slow)
    with Discovered([folder], threading.Event()) as found:
        places = told(found)
        next(places)
        assert found.total is None
        waiting.set()
        assert len(list(places)) == 4
        assert found.total == 5


def test_there_is_no_total_of_what_was_not_looked_through(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()

    class Stopped(discovered.Discovery):
        def __iter__(self):
            for item in super().__iter__():
                stop.set()
                yield item

    monkeypatch.setattr(discovered, "Discovery", Stopped)
    with Discovered([folder], stop) as found:
        found._thread.join()
        assert found.total is None


def test_a_folder_that_cannot_be_listed_has_its_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = discovered.Discovery._listed

    def listed(self: object, path: Path) -> tuple[list[str], list[str]]:
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return real(self, path)

    monkeypatch.setattr(discovered.Discovery, "_listed", listed)
    with Discovered([folder], threading.Event()) as found:
        *_, last = found
    assert isinstance(last.item, Failed)
    assert (last.item.stage, last.item.reason) == (Stage.FIND, Reason.UNREADABLE)


def test_a_stop_ends_it_at_once(folder: Path) -> None:
    stop = threading.Event()
    with Discovered([folder], stop) as found:
        places = told(found)
        next(places)
        stop.set()
        assert list(places) == []


def test_what_goes_wrong_in_the_thread_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(discovered.Discovery):
        def __iter__(self):
            yield from list(super().__iter__())[:1]
            raise RuntimeError("no such disk")

    monkeypatch.setattr(discovered, "Discovery", Broken)
    with Discovered([folder], threading.Event()) as found, pytest.raises(RuntimeError, match="no such disk"):
        list(told(found))
