"""Runs are kept, continued, used again and forgotten."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.files.locks import one_at_a_time
from app.images.order import file_position, input_position
from app.results import listing
from app.results import pen as pen_module
from app.results.database import StoreError, StoreTrouble
from app.results.pen import Pen
from app.results.query import Order, Query, State
from app.results.store import Store
from app.values import Failed, ImageRef, Method, Outcome, Reason, Stamp

from .conftest import METHOD, classified, entries_at, failed

TOP = input_position(0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "results.sqlite") as store:
        yield store


@pytest.fixture
def begin(store: Store, method: Method):
    def begin(key: str = "key", how: Method = method) -> Pen:
        return store.begin(key, "Iceland", [Path("/photos"), Path(os.fsdecode(b"/caf\xe9"))], how)

    return begin


def at(name: str) -> bytes:
    return file_position(TOP, name)


def names(store: Store, run: int) -> list[str]:
    return [outcome.ref.path.name for outcome in store.rows(run)]


def test_rows_come_back_in_natural_order_whenever_they_came(store: Store, begin, monkeypatch) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    outcomes = {name: classified(f"/photos/{name}") for name in ("img10.jpg", "img2.jpg", "a.jpg", "b.jpg", "img1.jpg")}
    outcomes["c.jpg"] = failed("/photos/c.jpg")
    pen = begin()
    for name, outcome in outcomes.items():
        pen.add(at(name), outcome)
    pen.end(is_complete=True)
    assert names(store, pen.run) == ["a.jpg", "b.jpg", "c.jpg", "img1.jpg", "img2.jpg", "img10.jpg"]
    assert {outcome.ref.path.name: outcome for outcome in store.rows(pen.run)} == outcomes


def test_a_run_knows_what_it_was(store: Store, begin) -> None:
    pen = begin()
    pen.add(at("a"), classified("/photos/a"))
    pen.add(at("b"), failed("/photos/b"))
    pen.end(is_complete=False)
    (run,) = store.runs()
    assert run.id == pen.run
    assert (run.name, run.title, run.precision) == ("Iceland", "A model", "fp32")
    assert run.roots == (Path("/photos"), Path(os.fsdecode(b"/caf\xe9")))
    assert (run.classified, run.failed, run.ended) == (1, 1, None)
    begin().end(is_complete=True)
    assert store.runs()[0].ended is not None


def test_what_a_process_that_died_was_working_on_is_counted(store: Store, begin) -> None:
    pen = begin()
    pen.add(at("a"), classified("/photos/a"))
    pen.add(at("b"), failed("/photos/b"))
    pen.note_found(7, {"hidden": 1, ".caf\udce9": 2})
    pen.flush()
    (run,) = store.runs()
    assert (run.classified, run.failed, run.total) == (1, 1, 7)
    assert run.skipped == ((".caf\udce9", 2), ("hidden", 1))


def test_what_was_passed_over_and_is_damaged_is_a_sentence(store: Store, begin) -> None:
    pen = begin()
    store._database.execute("update run set skipped = '{'")
    with pytest.raises(StoreError) as failure:
        store.runs()
    assert failure.value.trouble is StoreTrouble.DAMAGED
    pen.end(is_complete=False)


def test_a_run_is_gone_on_with_by_its_number_and_only_by_its_method(store: Store, begin, method: Method) -> None:
    first, second = begin(), begin("other")
    second.end(is_complete=True)
    pen = store.go_on(second.run, method)
    assert pen.run == second.run
    assert store.runs()[0].ended is None, "until all was looked at again"
    pen.end(is_complete=True)
    assert store.runs()[0].ended is not None
    assert store.method(first.run) == (method.model, method.precision, method.fingerprint)
    for run, how, trouble in (
        (first.run, replace(method, fingerprint="0" * 64), StoreTrouble.OTHER_METHOD),
        (99, method, StoreTrouble.FORGOTTEN),
    ):
        with pytest.raises(StoreError) as failure:
            store.go_on(run, how)
        assert failure.value.trouble is trouble
    with pytest.raises(StoreError) as failure:
        store.method(99)
    assert failure.value.trouble is StoreTrouble.FORGOTTEN


def test_it_is_known_below_which_folders_a_run_has_pictures(store: Store, begin) -> None:
    pen = begin()
    pen.add(at("a"), classified("/photos/sub/a"))
    pen.flush()
    assert [pen.has_below(Path(folder)) for folder in ("/", "/photos", "/photos/sub", "/photo", "/photos/sub/a")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert not begin("other").has_below(Path("/photos"))


def test_an_unfinished_run_is_continued_and_a_finished_one_is_not(begin) -> None:
    first = begin()
    first.end(is_complete=False)
    again = begin()
    assert again.run == first.run
    again.end(is_complete=True)
    assert begin().run != first.run


@pytest.mark.parametrize("other", ["key", "method"])
def test_another_wish_is_another_run(begin, method: Method, other: str) -> None:
    first = begin()
    second = {
        "key": lambda: begin("other"),
        "method": lambda: begin(how=replace(method, fingerprint="0" * 64)),
    }[other]()
    assert second.run != first.run


def test_what_is_known_is_used_again_by_another_run(store: Store, begin) -> None:
    pen = begin()
    pen.add(at("a"), classified("/photos/a"))
    pen.end(is_complete=True)
    later = begin()
    known = later.known(ImageRef(Path("/photos/a"), stamp=Stamp(10, 20)), at("a"))
    assert known is not None
    assert known.outcome == classified("/photos/a")
    later.add(at("a"), known.outcome, known.number)
    later.end(is_complete=True)
    assert names(store, later.run) == ["a"]
    with sqlite3.connect(store.path) as database:
        assert database.execute("select count(*) from outcome").fetchone() == (1,), "it is kept once"


@pytest.mark.parametrize("stamp", [None, Stamp(11, 20), Stamp(10, 21)])
def test_a_picture_that_changed_is_not_known(begin, stamp: Stamp | None) -> None:
    pen = begin()
    pen.add(at("a"), classified("/photos/a"))
    pen.flush()
    assert pen.known(ImageRef(Path("/photos/a"), stamp=stamp), at("a")) is None


def test_another_method_knows_nothing(begin, method: Method) -> None:
    pen = begin()
    pen.add(at("a"), classified("/photos/a"))
    pen.flush()
    other = begin(how=replace(method, fingerprint="0" * 64, precision="bf16"))
    assert other.known(ImageRef(Path("/photos/a"), stamp=Stamp(10, 20)), at("a")) is None


def test_it_is_told_whose_an_outcome_is(begin) -> None:
    ref = ImageRef(Path("/photos/a"), stamp=Stamp(10, 20))
    pen = begin()
    pen.add(at("a"), failed("/photos/a"))
    pen.end(is_complete=False)
    known = [each.known(ref, at("a")) for each in (begin(), begin("other"))]
    assert [each and each.is_own for each in known] == [True, False]


def test_two_may_work_on_one_run_and_it_keeps_every_picture(store: Store, begin) -> None:
    slow, quick = begin(), begin()
    assert slow.run == quick.run
    for pen in (slow, quick, slow):
        pen.add(at("a"), classified("/photos/a"))
        pen.flush()
    quick.add(at("b"), classified("/photos/b"))
    slow.add(at("gone"), classified("/photos/gone"))
    slow.end(is_complete=True)
    assert names(store, quick.run) == ["a", "gone"], "who began first does not say what is gone"
    quick.end(is_complete=True)
    assert names(store, quick.run) == ["a", "b"]


def test_an_outcome_that_was_forgotten_meanwhile_is_written_anew(store: Store, begin) -> None:
    first = begin()
    first.add(at("a"), classified("/photos/a", first=7))
    first.end(is_complete=True)
    pen = begin("other")
    known = pen.known(ImageRef(Path("/photos/a"), stamp=Stamp(10, 20)), at("a"))
    assert known
    store.forget(first.run)
    pen.add(at("b"), classified("/photos/b"))
    pen.add(at("a"), known.outcome, known.number)
    pen.end(is_complete=True)
    assert [(row.ref.path.name, row.predictions[0].index) for row in store.rows(pen.run)] == [("a", 7), ("b", 3)]


def test_a_run_that_was_forgotten_meanwhile_is_not_written_into_another(store: Store, begin) -> None:
    pen = begin()
    pen.add(at("a"), classified("/photos/a"))
    store.forget(pen.run)
    other = begin("other")
    assert other.run != pen.run
    with pytest.raises(StoreError) as failure:
        pen.flush()
    assert failure.value.trouble is StoreTrouble.FORGOTTEN
    assert names(store, other.run) == []


@pytest.fixture
def five(store: Store, begin, monkeypatch: pytest.MonkeyPatch) -> Pen:
    """A run of 0 to 4, which is read two at a time."""
    monkeypatch.setattr(listing, "PAGE", 2)
    pen = begin()
    for number in range(5):
        pen.add(at(str(number)), classified(f"/photos/{number}"))
    pen.end(is_complete=False)
    return pen


def test_which_rows_there_are_is_of_one_moment_and_what_is_told_of_them_the_newest(store: Store, five: Pen) -> None:
    rows = store.rows(five.run)
    read = [next(rows)]
    with Store(store.path) as other:
        pen = other.begin("key", "Iceland", [], METHOD)
        for name in ("00", "3", "5"):
            pen.add(at(name), failed(f"/photos/{name}"))
        pen.flush()
        other.remove(Query(five.run, 0.0, entries=entries_at(other, five.run, at("2"))))
    read += rows
    assert [outcome.ref.path.name for outcome in read] == ["0", "1", "3", "4"], "one is gone, and none has come"
    assert [outcome.ref.path.name for outcome in read if isinstance(outcome, Failed)] == ["3"]


def test_a_run_that_is_forgotten_while_it_is_read_is_no_shorter_run(store: Store, five: Pen) -> None:
    rows = store.rows(five.run)
    next(rows)
    with Store(store.path) as other:
        other.forget(five.run)
    with pytest.raises(StoreError) as failure:
        list(rows)
    assert failure.value.trouble is StoreTrouble.FORGOTTEN


def test_a_row_that_lacks_in_a_store_that_nobody_has_changed_is_damage(store: Store, five: Pen) -> None:
    with closing(store.listed(Query(five.run, 0.0))) as listed:
        store._database.execute("delete from entry where id = 4")
        assert len(list(listed.rows())) == 4, "somebody has"
        found_so = replace(listed, _state=listing._state_of(store._database))
        with pytest.raises(StoreError) as failure:
            list(found_so.rows())
    assert failure.value.trouble is StoreTrouble.DAMAGED


def test_two_may_be_read_at_once(store: Store, five: Pen) -> None:
    pairs = zip(store.rows(five.run), store.rows(five.run), strict=True)
    assert [one == other for one, other in pairs] == [True] * 5


@pytest.mark.parametrize("is_on_network", [False, True])
def test_others_write_while_rows_are_read(
    tmp_path: Path, method: Method, monkeypatch: pytest.MonkeyPatch, is_on_network: bool
) -> None:
    """With a rollback journal a reader would keep the writer out, and with a log keep that from being emptied."""
    monkeypatch.setattr("app.results.database.is_on_network", lambda _path: is_on_network)
    monkeypatch.setattr("app.results.database.PATIENCE", 0.0)
    monkeypatch.setattr(listing, "PAGE", 2)
    path = tmp_path / "results.sqlite"
    with Store(path) as reader, Store(path) as writer:
        pen = writer.begin("key", "Iceland", [], method)
        for number in range(5):
            pen.add(at(str(number)), classified(f"/photos/{number}"))
        pen.flush()
        rows = reader.rows(pen.run)
        next(rows)
        pen.add(at("5"), classified("/photos/5"))
        pen.end(is_complete=True)
        if not is_on_network:
            assert writer._database.execute("pragma wal_checkpoint(truncate)").fetchone()[0] == 0
            assert path.with_name("results.sqlite-wal").stat().st_size == 0
        assert len(list(rows)) == 4


def test_damaged_labels_are_a_sentence(store: Store, begin) -> None:
    pen = begin()
    pen.add(at("a"), classified("/photos/a"))
    pen.end(is_complete=True)
    store._database.execute("update method set labels = '{oops'")
    with pytest.raises(StoreError) as failure:
        list(store.rows(pen.run))
    assert failure.value.trouble is StoreTrouble.DAMAGED


def test_a_damaged_store_can_be_set_aside(store: Store, damage) -> None:
    assert store.path
    damage(store.path)
    assert store.set_aside() == store.path.with_name("results.sqlite.damaged-1")
    assert not store.path.exists()


def test_who_sets_a_store_aside_waits_for_others_no_longer_than_is_wanted(tmp_path: Path, damage) -> None:
    path = tmp_path / "results.sqlite"
    with Store(path, gives_up=lambda: True) as store, one_at_a_time(Path(f"{path}.lock")):
        damage(path)
        with pytest.raises(StoreError) as failure:
            store.set_aside()
    assert failure.value.trouble is StoreTrouble.BUSY
    assert path.exists()


def test_a_sound_store_that_another_process_began_meanwhile_stays(store: Store, method: Method, damage) -> None:
    assert store.path
    damage(store.path)
    with Store(store.path) as second:
        assert second.set_aside() is not None
    with Store(store.path) as new:
        new.begin("key", "new", [], method)
    assert store.set_aside() is None
    with Store(store.path) as again:
        assert [run.name for run in again.runs()] == ["new"]


def test_reading_a_store_that_is_closed_is_a_sentence(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError):
        list(store.rows(1))


def test_a_missing_picture_stays_missing_in_its_run(begin) -> None:
    pen = begin()
    pen.add(at("gone"), failed("/photos/gone", Reason.MISSING, stamp=None))
    pen.flush()
    known = pen.known(ImageRef(Path("/photos/gone")), at("gone"))
    assert known is not None
    assert isinstance(known.outcome, Failed)


def test_a_complete_run_forgets_what_is_gone_from_its_folder(store: Store, begin) -> None:
    pen = begin()
    pen.add(at("a"), classified("/photos/a"))
    pen.add(at("deleted"), classified("/photos/deleted"))
    pen.end(is_complete=False)
    again = begin()
    known = again.known(ImageRef(Path("/photos/a"), stamp=Stamp(10, 20)), at("a"))
    assert known
    again.add(at("a"), known.outcome, known.number)
    assert names(store, again.run) == ["a", "deleted"]
    again.end(is_complete=True)
    assert names(store, again.run) == ["a"]


def test_a_second_of_work_goes_in_one_transaction(store: Store, begin, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(pen_module.time, "monotonic", lambda: now[0])
    pen = begin()
    for number, seconds in enumerate((0.0, 0.5, 0.4)):
        now[0] += seconds
        pen.add(at(str(number)), classified(f"/photos/{number}"))
        assert names(store, pen.run) == []
    now[0] += 0.2
    pen.add(at("3"), classified("/photos/3"))
    assert names(store, pen.run) == ["0", "1", "2", "3"]


def test_what_could_not_be_written_is_written_later(store: Store, begin) -> None:
    pen = begin()
    pages = store._database.execute("pragma page_count").fetchone()[0]
    store._database.execute(f"pragma max_page_count = {pages}")
    for number in range(400):
        pen.add(at(f"{number:03}"), classified(f"/photos/{number:03}"))
    with pytest.raises(StoreError) as failure:
        pen.flush()
    assert failure.value.trouble is StoreTrouble.FULL
    assert names(store, pen.run) == []
    store._database.execute("pragma max_page_count = 1000000")
    pen.flush()
    assert len(names(store, pen.run)) == 400


def test_forgetting_takes_the_answers_that_no_other_run_has(store: Store, begin) -> None:
    pen, other = begin(), begin("other")
    for name in ("a", "b"):
        pen.add(at(name), classified(f"/photos/{name}"))
    pen.end(is_complete=True)
    known = other.known(ImageRef(Path("/photos/b"), stamp=Stamp(10, 20)), at("b"))
    assert known
    other.add(at("b"), known.outcome, known.number)
    other.end(is_complete=True)
    store.forget(pen.run)
    assert [run.id for run in store.runs()] == [other.run]
    assert names(store, other.run) == ["b"]
    assert names(store, pen.run) == []
    assert begin().known(ImageRef(Path("/photos/a"), stamp=Stamp(10, 20)), at("a")) is None
    store.forget(*(run.id for run in store.runs()))
    with sqlite3.connect(store.path) as database:
        for table in ("run", "entry", "outcome", "picture"):
            assert database.execute(f"select count(*) from {table}").fetchone() == (0,)


def test_with_the_last_run_go_the_names_of_suspects(store: Store, begin, tmp_path: Path) -> None:
    journal = tmp_path / "results.sqlite.decoding-0123abcd"
    journal.write_bytes(b"\0\0\0\x02/a")
    pen, other = begin(), begin("other")
    for run, is_left in ((pen.run, True), (other.run, False)):
        store.forget(run)
        assert journal.exists() == is_left


def test_rows_are_given_other_outcomes_and_none_is_made(store: Store, begin, method: Method) -> None:
    pen = begin()
    pen.add(at("a"), failed("/photos/a"))
    pen.end(is_complete=True)
    again = store.again(pen.run, method)
    again.add(at("a"), classified("/photos/a"))
    again.add(at("b"), classified("/photos/b"))
    again.end(is_complete=False)
    assert list(store.rows(pen.run)) == [classified("/photos/a")]
    (run,) = store.runs()
    assert (run.classified, run.failed, run.ended is not None) == (1, 0, True)


def test_rows_of_a_run_are_all_of_its_method(store: Store, begin, method: Method) -> None:
    pen = begin()
    with pytest.raises(StoreError) as failure:
        store.again(pen.run, replace(method, fingerprint="0" * 64))
    assert failure.value.trouble is StoreTrouble.OTHER_METHOD


def test_with_everything_go_the_names_of_suspects(store: Store, begin, tmp_path: Path) -> None:
    journal = tmp_path / "results.sqlite.decoding-0123abcd"
    journal.write_bytes(b"\0\0\0\x02/a")
    begin()
    store.forget_everything()
    assert not journal.exists()


def test_a_run_that_is_not_there_has_no_rows_to_replace(store: Store, method: Method) -> None:
    with pytest.raises(StoreError) as failure:
        store.again(7, method)
    assert failure.value.trouble is StoreTrouble.FORGOTTEN


def test_rows_can_be_listed_and_written_meanwhile(store: Store, begin, method: Method, monkeypatch) -> None:
    monkeypatch.setattr(listing, "PAGE", 1)
    pen = begin()
    for name in ("a", "b", "c"):
        pen.add(at(name), failed(f"/photos/{name}"))
    pen.end(is_complete=True)
    query = Query(pen.run, 0.0, entries=entries_at(store, pen.run, at("c"), at("gone"), at("a")))
    with closing(store.listed(query)) as listed:
        again = store.again(pen.run, method)
        seen = []
        for row in listed.rows():
            seen.append((row.position, row.outcome))
            again.add(row.position, classified(str(row.outcome.ref.path)))
            again.add(at("c"), classified("/photos/c", first=7))
            again.flush()
        assert listed.count == 2
    assert seen == [(at("a"), failed("/photos/a")), (at("c"), classified("/photos/c", first=7))]
    store.close()
    with pytest.raises(StoreError):
        store.listed(query)


@pytest.mark.parametrize("reason", [Reason.CRASHED, Reason.TOO_SLOW, Reason.DAMAGED])
def test_a_picture_that_was_dangerous_is_so_for_every_method(begin, method: Method, reason: Reason) -> None:
    pen = begin()
    pen.add(at("a"), failed("/photos/a", reason))
    pen.flush()
    other = begin(how=replace(method, fingerprint="0" * 64))
    ref = ImageRef(Path("/photos/a"), stamp=Stamp(10, 20))
    assert other.is_dangerous(ref) == (reason is not Reason.DAMAGED)
    assert not other.is_dangerous(replace(ref, stamp=Stamp(10, 21)))
    assert not other.is_dangerous(replace(ref, path=Path("/photos/b")))


def test_readers_wait_for_a_writer_on_a_drive_of_another_computer(
    tmp_path: Path, method: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the write-ahead log a writer that commits keeps readers out for a moment."""
    monkeypatch.setattr("app.results.database.is_on_network", lambda _path: True)
    with Store(tmp_path / "network.sqlite") as store:
        pen = store.begin("key", "Iceland", [], method)
        pen.add(at("a"), classified("/photos/a"))
        pen.end(is_complete=True)
        writer = sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
        for read in (store.runs, lambda: list(store.rows(pen.run))):
            writer.execute("begin exclusive")
            timer = threading.Timer(0.5, writer.execute, ["commit"])
            timer.start()
            assert len(read()) == 1
            timer.join()
        writer.close()


def test_who_gives_up_waits_for_no_writer(tmp_path: Path, method: Method, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.results.database.is_on_network", lambda _path: True)
    with Store(tmp_path / "network.sqlite", gives_up=lambda: True) as store:
        writer = sqlite3.connect(store.path, isolation_level=None)
        writer.execute("begin exclusive")
        for read in (store.runs, lambda: list(store.rows(1))):
            with pytest.raises(StoreError) as failure:
                read()
            assert failure.value.trouble is StoreTrouble.BUSY
        writer.close()


@pytest.fixture
def three(store: Store, begin) -> Pen:
    """A run of a and b, classified, and c, failed."""
    pen = begin()
    for name in ("a", "b"):
        pen.add(at(name), classified(f"/photos/{name}", first=ord(name) % 30))
    pen.add(at("c"), failed("/photos/c"))
    pen.end(is_complete=False)
    return pen


def totals(store: Store) -> list[tuple[int, int]]:
    return [(run.classified, run.failed) for run in store.runs()]


def test_rows_are_taken_off_the_list_and_put_back(store: Store, three: Pen) -> None:
    first = store.remove(Query(three.run, 0.3, text="/photos/a"))
    second = store.remove(Query(three.run, 0.3, states=frozenset([State.FAILED])))
    assert names(store, three.run) == ["b"]
    assert totals(store) == [(1, 0)]
    store.put_back(first)
    assert names(store, three.run) == ["a", "b"]
    assert totals(store) == [(2, 0)]
    store.put_back(first)
    store.put_back(second)
    assert names(store, three.run) == ["a", "b", "c"]
    assert totals(store) == [(2, 1)]


def test_a_removal_takes_only_what_is_on_the_list(store: Store, three: Pen) -> None:
    first = store.remove(Query(three.run, 0.3, entries=entries_at(store, three.run, at("a"), at("nowhere"))))
    second = store.remove(Query(three.run, 0.3))
    assert names(store, three.run) == []
    store.put_back(second)
    assert names(store, three.run) == ["b", "c"], "what went before stays away"
    store.put_back(first)
    assert names(store, three.run) == ["a", "b", "c"]


def test_the_number_of_a_removal_never_comes_again(store: Store, three: Pen) -> None:
    first = store.remove(Query(three.run, 0.3))
    store.put_back(first)
    second = store.remove(Query(three.run, 0.3))
    store.put_back(first)
    assert second != first
    assert names(store, three.run) == []


def test_a_continued_run_keeps_removed_rows_away_and_a_new_one_has_them(store: Store, three: Pen, begin) -> None:
    removal = store.remove(Query(three.run, 0.3, entries=entries_at(store, three.run, at("a"))))
    again = begin()
    assert again.run == three.run
    again.add(at("a"), classified("/photos/a"))
    again.add(at("b"), failed("/photos/b"))
    again.end(is_complete=True)
    assert names(store, three.run) == ["b"]
    assert totals(store) == [(0, 1)]
    store.put_back(removal)
    assert names(store, three.run) == ["a", "b"]
    known = begin("other").known(ImageRef(Path("/photos/a"), stamp=Stamp(10, 20)), at("a"))
    assert known, "what is known of a picture is never removed"


def test_removing_from_a_forgotten_run_is_a_sentence_and_putting_back_is_nothing(store: Store, three: Pen) -> None:
    removal = store.remove(Query(three.run, 0.3))
    store.forget(three.run)
    with sqlite3.connect(store.path) as database:  # type: ignore[arg-type]
        for table in ("run", "entry", "removal", "outcome", "picture"):
            assert database.execute(f"select count(*) from {table}").fetchone() == (0,)
    store.put_back(removal)
    with pytest.raises(StoreError) as failure:
        store.remove(Query(three.run, 0.3))
    assert failure.value.trouble is StoreTrouble.FORGOTTEN


def test_forgetting_takes_the_answers_of_removed_rows_too(store: Store, three: Pen, begin) -> None:
    store.remove(Query(three.run, 0.3, entries=entries_at(store, three.run, at("a"))))
    store.forget(three.run)
    assert begin().known(ImageRef(Path("/photos/a"), stamp=Stamp(10, 20)), at("a")) is None


def test_rows_can_be_chosen(store: Store, three: Pen) -> None:
    chosen = store.rows(Query(three.run, 0.3, states=frozenset([State.CLASSIFIED]), order=Order.NAME, descending=True))
    assert [outcome.ref.path.name for outcome in chosen] == ["b", "a"]
    assert list(store.rows(Query(three.run, 0.3, label="class 7"))) == [classified("/photos/a", first=7)]


def test_a_stream_that_is_closed_lets_the_store_be_written(store: Store, three: Pen) -> None:
    rows = store.rows(three.run)
    next(rows)
    rows.close()
    store.rename(three.run, "again")
    assert len(names(store, three.run)) == 3


def test_runs_can_be_called_differently(store: Store, begin) -> None:
    pen = begin()
    store.rename(pen.run, "Ísland <b>'; drop table run")
    assert store.runs()[0].name == "Ísland <b>'; drop table run"
    store.rename(pen.run, os.fsdecode(b"caf\xe9"))
    assert store.runs()[0].name == "caf\\udce9"


def test_a_store_that_vanished_below_us_is_a_sentence(store: Store, begin) -> None:
    pen = begin()
    store.close()
    with pytest.raises(StoreError):
        pen.known(ImageRef(Path("/photos/a")), at("a"))
    with pytest.raises(StoreError):
        store.runs()


def test_names_survive_byte_for_byte(store: Store, begin) -> None:
    raw = [b"/caf\xe9.jpg", "/猫\n\u202e.jpg".encode(), b"/=1.jpg", b"/" + b"x" * 255]
    pen = begin()
    outcomes: list[Outcome] = [classified(os.fsdecode(name)) for name in raw]
    for outcome in outcomes:
        pen.add(at(outcome.ref.path.name), outcome)
    pen.end(is_complete=True)
    assert {os.fsencode(outcome.ref.path) for outcome in store.rows(pen.run)} == set(raw)


def test_nothing_of_what_was_forgotten_is_left_in_the_file(store: Store, begin) -> None:
    pen = begin()
    for number in range(300):
        pen.add(at(str(number)), classified(f"/photos/secret{number}", first=7))
    pen.end(is_complete=True)
    store.remove(Query(pen.run, 0.3, text="secret1"))
    assert store.forget_everything() == 1
    assert store.runs() == []
    assert store.path.stat().st_size < 100_000, "300 rows take more"
    files = [store.path, store.path.with_name(f"{store.path.name}-wal")]
    assert not any(b"secret" in file.read_bytes() for file in files if file.exists())
    assert begin().run == 2, "a number is never used again"


def test_copies_of_what_was_forgotten_go_and_files_of_others_stay(store: Store) -> None:
    names = ("version-1", "version-2", "damaged-1", "damaged-1-wal", "damaged-2")
    gone = [store.path.with_name(f"{store.path.name}.{name}") for name in names]
    kept = [store.path.with_name(name) for name in ("other.damaged-1", f"{store.path.name}.mine")]
    for path in (*gone, *kept):
        path.write_bytes(b"secret")
    store.forget_everything()
    assert [path for path in gone if path.exists()] == []
    assert all(path.exists() for path in kept)
