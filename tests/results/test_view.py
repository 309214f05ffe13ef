"""The table of a run against plain Python, and what may happen while it is shown."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.images.order import file_position, folder_position, input_position, natural_key
from app.results import database, listing, view
from app.results.chosen import folded
from app.results.database import StoreError, StoreTrouble
from app.results.pen import Pen
from app.results.query import Entries, Order, Query, State
from app.results.store import Store
from app.results.view import View
from app.values import Classified, Failed, ImageRef, Method, Outcome, Prediction

from .conftest import METHOD, STAMP, classified, entries_at, failed

LABELS = ("zebra", "crane", "Crane", "crane", "Ärger", "red fox", "a_b", "100%", "ÄRGER", "apple")
HOW = Method("a" * 64, "builtin", "A model", "fp32", LABELS)
TOP = input_position(0)
WORDS = ["a", "B", "img", "1", "10", "é", "É", "e\u0301", "ß", "SS", "%", "_", "\\", "crane", "är", "'", "猫", "\udcff"]
ALL = dict.fromkeys(State, 0)


@dataclass(frozen=True)
class Entry:
    """A row of the model: its place, the path it has, and its likeliest class, or None."""

    position: bytes
    path: str
    top: tuple[int, float] | None

    def state(self, least: float) -> State:
        if self.top is None:
            return State.FAILED
        return State.CLASSIFIED if self.top[1] >= least else State.UNKNOWN

    def label(self, least: float) -> str | None:
        return LABELS[self.top[0]] if self.top and self.state(least) is State.CLASSIFIED else None

    @property
    def outcome(self) -> Outcome:
        if self.top is None:
            return failed(self.path)
        predictions = (Prediction(self.top[0], LABELS[self.top[0]], self.top[1]), Prediction(0, LABELS[0], 0.0))
        return Classified(ImageRef(Path(self.path), stamp=STAMP), 600, 400, "builtin", "cpu", "fp32", predictions)


def entry(parts: Sequence[str], top: tuple[int, float] | None) -> Entry:
    *folders, name = parts
    place = TOP
    for folder in folders:
        place = folder_position(place, folder)
    return Entry(file_position(place, name), "/".join(["/photos", *parts]), top)


def has_word(word: str, row: Entry, query: Query) -> bool:
    label = row.label(query.least_probability)
    if label is not None and any(folded(word) in folded(each) for each in (label, called(label, query))):
        return True
    if word.isascii():
        return word.lower().encode() in os.fsencode(row.path).lower()  # of bytes: ASCII only
    return folded(word) in folded(row.path)


def called(label: str, query: Query) -> str:
    return dict(query.names).get(label, label)


def is_chosen(query: Query, row: Entry, *, every_class: bool = False) -> bool:
    least = query.least_probability
    is_whole = query.least <= 0 and query.most >= 1
    in_range = is_whole or (row.top is not None and query.least <= row.top[1] <= query.most)
    of_class = query.label is None or row.label(least) == query.label
    wanted = every_class or (row.state(least) in query.states and of_class)
    return in_range and wanted and all(has_word(word, row, query) for word in query.text.split())


def in_order(query: Query, rows: list[Entry]) -> list[Entry]:
    least, states = query.least_probability, list(State)
    rows = sorted(rows, key=lambda row: row.position)
    back = query.descending
    match query.order:
        case Order.FOLDER:
            return rows[::-1] if back else rows
        case Order.NAME:
            return sorted(rows, key=lambda row: natural_key(row.path.rsplit("/", 1)[1]), reverse=back)
        case Order.STATE:
            return sorted(rows, key=lambda row: states.index(row.state(least)), reverse=back)
        case Order.PROBABILITY:
            known = sorted((row for row in rows if row.top), key=lambda row: row.top[1], reverse=back)  # type: ignore[index]
            return known + [row for row in rows if row.top is None]
    shown = [row for row in rows if row.label(least) is not None]
    shown.sort(key=lambda row: (folded(called(str(row.label(least)), query)), str(row.label(least))), reverse=back)
    return shown + [row for state in states[1:] for row in rows if row.state(least) is state]


def expected_counts(query: Query, rows: list[Entry]) -> tuple[dict[State, int], dict[str, int]]:
    least = query.least_probability
    chosen = [row for row in rows if query.entries or is_chosen(query, row, every_class=True)]
    labels = [label for row in chosen if (label := row.label(least)) is not None]
    return ALL | Counter(row.state(least) for row in chosen), Counter(labels)


texts = st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=4))
names = st.lists(texts, min_size=1, max_size=3).map("".join).filter(lambda name: name not in (".", ".."))
names = names.map(lambda name: os.fsdecode(name.encode("utf-8", "surrogateescape" if is_raw(name) else "replace")))
probabilities = st.one_of(st.sampled_from([0.0, 0.3, 0.5, 1.0, 0.1 + 0.2]), st.floats(0, 1))
tops = st.one_of(st.none(), st.tuples(st.integers(0, len(LABELS) - 1), probabilities))
entries = st.lists(st.builds(entry, st.lists(names, min_size=1, max_size=3), tops), max_size=12)
entries = entries.map(lambda rows: list({row.position: row for row in rows}.values()))


def seldom(usual: object, other: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly the usual: of rows that every filter narrows, none are left to be put in order."""
    return st.integers(0, 3).flatmap(lambda chance: other if chance == 0 else st.just(usual))


queries = st.builds(
    Query,
    run=st.just(0),
    least_probability=probabilities,
    text=seldom("", st.lists(texts, max_size=2).map(" ".join)),
    names=seldom((), st.dictionaries(st.sampled_from(LABELS), texts).map(lambda names: tuple(names.items()))),
    label=seldom(None, st.sampled_from([*LABELS, "no such class"])),
    least=seldom(0.0, probabilities),
    most=seldom(1.0, probabilities),
    states=seldom(frozenset(State), st.frozensets(st.sampled_from(State))),
    order=st.sampled_from(Order),
    descending=st.booleans(),
)


def is_raw(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" and not "\udc80" <= character <= "\udcff" for character in name)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("view") / "results.sqlite") as store:
        yield store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "results.sqlite") as store:
        yield store


@pytest.fixture
def shown(store: Store) -> Iterator[View]:
    with View(store.path) as shown:  # type: ignore[arg-type]
        yield shown


KEYS = count()


def written(store: Store, rows: Sequence[tuple[bytes, Outcome]], how: Method = METHOD) -> Pen:
    pen = store.begin(f"key {next(KEYS)}", "a run", [Path("/photos")], how)
    for position, outcome in rows:
        pen.add(position, outcome)
    pen.end(is_complete=False)
    return pen


def simple(store: Store, number: int) -> Pen:
    return written(store, [(at(str(each)), classified(f"/photos/{each}", first=each % 30)) for each in range(number)])


def at(name: str) -> bytes:
    return file_position(TOP, name)


def shown_names(shown: View, first: int = 0, many: int = 500) -> list[str | None]:
    return [row and row.outcome.ref.path.name for row in shown.page(first, many, 5)]


def stored(store: Store, rows: list[Entry], removed: set[int]) -> tuple[int, list[Entry]]:
    """A run of these rows, less those with these numbers, and what is left."""
    run = written(store, [(row.position, row.outcome) for row in rows], HOW).run
    gone = tuple(row.position for number, row in enumerate(rows) if number in removed)
    if gone:
        store.remove(Query(run, 0.0, entries=entries_at(store, run, *gone)))
    return run, [row for row in rows if row.position not in gone]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=entries,
    removed=st.sets(st.integers(0, 11), max_size=3),
    query=queries,
    pick=seldom(set(), st.sets(st.integers(0, 11))),
)
@example([entry(["a"], None), entry(["b"], (1, 0.5))], set(), Query(0, 0.3, order=Order.PROBABILITY), set())
@example([entry(["a"], (0, 0.2)), entry(["b"], (9, 0.1))], set(), Query(0, 0.3, order=Order.CLASS), set())
@example([entry(["a"], (1, 0.5)), entry(["b"], (3, 0.5))], set(), Query(0, 0.3, label="crane"), set())
@example([entry(["a"], None), entry(["b"], None)], {0, 1}, Query(0, 0.3, order=Order.CLASS), set())
def test_it_shows_what_plain_python_would(shared: Store, rows, removed, query: Query, pick) -> None:
    run, left = stored(shared, rows, removed)
    query = replace(query, run=run)
    picked = [row.position for number, row in enumerate(rows) if number in pick]
    if picked:
        query = replace(query, entries=entries_at(shared, run, *picked))
    chosen = [row for row in left if (row.position in picked if picked else is_chosen(query, row))]
    expected = [row.position for row in in_order(query, chosen)]
    with View(shared.path) as shown:  # type: ignore[arg-type]
        assert [row and row.position for row in shown.first(query, 1)] == expected
        before = shown.counts(query)
        assert shown.show(query) == len(expected)
        page = shown.page(0, 500, 1)
        assert [row and row.position for row in page] == expected
        assert [row.position for row in shown.rows(query)] == expected
        assert [shown.row_of(position) for position in expected] == list(range(len(expected)))
        counts = shown.counts()
        assert counts == before, "they need no numbers"
    by_position = {row.position: row for row in rows}
    for row in page:
        assert row is not None
        assert os.fsencode(row.outcome.ref.path) == os.fsencode(Path(by_position[row.position].path))
        assert isinstance(row.outcome, Failed) or len(row.outcome.predictions) == 1
    assert counts is not None
    assert (counts.states, dict(counts.classes)) == expected_counts(query, chosen if picked else left)
    assert counts.rows == len(expected)
    by_name = sorted(counts.classes, key=lambda each: (-each[1], folded(called(each[0], query)), each[0]))
    assert list(counts.classes) == by_name
    totals = next(each for each in shared.runs() if each.id == run)
    assert (totals.classified, totals.failed) == (
        sum(row.top is not None for row in left),
        sum(not r.top for r in left),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("é", ["CAFÉ", "cafe\u0301"]),
        ("CAFE\u0301", ["CAFÉ", "cafe\u0301"]),
        ("cafe", ["cafe\u0301"]),
        ("strasse", ["STRASSE"]),
        ("straße", ["STRASSE", "straße"]),
        ("photos aß", ["STRASSE", "straße"]),
        ("%", ["100%"]),
        ("_", ["a_b"]),
        ("\\", ["back\\slash"]),
        ("'S", ['it\'s "so"']),
        ("\udce9", [os.fsdecode(b"caf\xe9")]),
        ("FOX", ["a_b"]),
        ("crane", []),
        ("fox a_b", ["a_b"]),
        ("fox 100", []),
    ],
)
def test_words_are_looked_for_in_the_path_and_in_the_class_that_is_shown(
    store: Store, shown: View, text: str, expected: list[str]
) -> None:
    names = ["CAFÉ", "cafe\u0301", "STRASSE", "straße", "100%", "back\\slash", 'it\'s "so"', os.fsdecode(b"caf\xe9")]
    rows = [entry([name], None) for name in names]
    rows += [entry(["a_b"], (5, 0.9)), entry(["unsure"], (1, 0.1))]
    run = written(store, [(row.position, row.outcome) for row in rows], HOW).run
    shown.show(Query(run, 0.3, text=text))
    assert sorted(map(str, shown_names(shown))) == sorted(expected)


def test_a_class_is_found_by_its_name_in_another_language_and_by_its_label(store: Store, shown: View) -> None:
    row = entry(["a"], (5, 0.9))
    run = written(store, [(row.position, row.outcome)], HOW).run
    names = ((LABELS[5], "FÜCHSIN"),)
    for text, number in (("füchs", 1), (LABELS[5], 1), ("fuchs", 0)):
        assert shown.show(Query(run, 0.3, text=text, names=names)) == number
    assert shown.show(Query(run, 0.95, text="füchs", names=names)) == 0


def test_pages_follow_each_other_and_end(store: Store, shown: View) -> None:
    run = simple(store, 23).run
    assert shown.show(Query(run, 0.3)) == 23
    assert shown_names(shown, 0, 10) + shown_names(shown, 10, 10) + shown_names(shown, 20, 10) == [
        str(number) for number in range(23)
    ]
    assert shown_names(shown, 23, 10) == shown_names(shown, 500, 10) == []


def test_there_are_as_many_classes_as_are_asked_for(store: Store, shown: View) -> None:
    run = simple(store, 1).run
    shown.show(Query(run, 0.3))
    whole = classified("/photos/0", first=0).predictions
    for top_k in (1, 5, 20):
        (row,) = shown.page(0, 1, top_k)
        assert row is not None
        assert isinstance(row.outcome, Classified)
        assert row.outcome.predictions == whole[:top_k]
        assert row.outcome.ref.stamp == STAMP
    (streamed,) = shown.rows(Query(run, 0.3))
    assert streamed.outcome == classified("/photos/0", first=0)


def test_nothing_is_shown_before_something_is(shown: View) -> None:
    assert shown.page(0, 10, 5) == []
    assert shown.counts() is None
    assert shown.entries([range(3)]) == Entries()
    assert shown.position_of(0) is None
    assert shown.row_of(b"a") is None


def test_ranges_are_entries(store: Store, shown: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "PAGE", 2)
    run = simple(store, 9).run
    shown.show(Query(run, 0.3))
    ranges = [range(1, 4), range(8, 20), range(0)]
    assert shown.entries(ranges) == entries_at(store, run, *map(at, "1238"))
    assert shown.entries(ranges, lambda: True) is None
    assert (shown.position_of(3), shown.position_of(9)) == (at("3"), None)


def test_entries_choose_no_rows_of_another_run_and_none_that_came_since(store: Store, shown: View) -> None:
    pen, other = simple(store, 3), simple(store, 3)
    shown.show(Query(pen.run, 0.3))
    chosen = shown.entries([range(3)])
    pen.add(at("00"), classified("/photos/00"))
    pen.flush()
    assert shown.show(Query(pen.run, 0.3, entries=chosen)) == 3
    assert shown.show(Query(other.run, 0.3, entries=chosen)) == 0


def test_entries_are_small() -> None:
    entries = Entries.of(range(1, 1001))
    assert (len(entries), list(entries), len(entries.packed)) == (1000, list(range(1, 1001)), 8000)


def test_what_is_written_meanwhile_comes_with_the_next_show(store: Store, shown: View) -> None:
    pen = simple(store, 3)
    query = Query(pen.run, 0.3)
    shown.show(query)
    pen.add(at("1"), failed("/photos/1"))
    pen.add(at("00"), classified("/photos/00"))
    pen.flush()
    assert shown_names(shown) == ["0", "1", "2"], "nothing moves"
    (row,) = shown.page(1, 1, 5)
    assert row is not None
    assert isinstance(row.outcome, Failed), "but what is known is the newest"
    assert shown.show(query) == 4
    assert shown_names(shown) == ["0", "00", "1", "2"]
    assert shown.show(replace(query, states=frozenset([State.FAILED]))) == 1, "its class went with its answer"


@pytest.mark.parametrize("is_on_network", [False, True])
def test_it_reads_while_another_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_on_network: bool) -> None:
    monkeypatch.setattr(database, "is_on_network", lambda _path: is_on_network)
    with Store(tmp_path / "results.sqlite") as store, View(tmp_path / "results.sqlite") as shown:
        mode = store._database.execute("pragma journal_mode").fetchone()[0]
        assert mode == ("delete" if is_on_network else "wal")
        run = simple(store, 5).run
        with database.writing(store._database):
            store._database.execute("update run set name = 'x'")
            assert shown.show(Query(run, 0.3)) == 5
            assert len(shown.page(0, 10, 5)) == 5
        assert shown.show(Query(run, 0.3)) == 5


def test_many_shows_beside_a_busy_writer(store: Store) -> None:
    """Numbers only grow while a run goes on, and every page is whole."""
    pen = simple(store, 10)
    seen: list[int] = []
    wrong: list[object] = []

    def read() -> None:
        with View(store.path) as shown:  # type: ignore[arg-type]
            while not done.is_set():
                seen.append(shown.show(Query(pen.run, 0.3, order=Order.PROBABILITY)) or 0)
                wrong.extend(row for row in shown.page(0, 500, 5) if row is None)

    done = threading.Event()
    reader = threading.Thread(target=read)
    reader.start()
    for number in range(10, 200):
        pen.add(at(str(number)), classified(f"/photos/{number}"))
        pen.flush()
    done.set()
    reader.join()
    assert seen == sorted(seen)
    assert wrong == []


def test_a_view_may_move_to_another_thread(store: Store, shown: View) -> None:
    run = simple(store, 3).run
    found: list[int | None] = []
    thread = threading.Thread(target=lambda: found.append(shown.show(Query(run, 0.3))))
    thread.start()
    thread.join()
    assert found == [3]
    assert len(shown.page(0, 3, 1)) == 3


def test_it_changes_nothing(store: Store, shown: View) -> None:
    simple(store, 1)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        shown._database.execute("delete from entry")


def test_a_run_that_is_forgotten_while_it_is_shown_leaves_gaps(store: Store, shown: View) -> None:
    pen, other = simple(store, 3), simple(store, 2)
    shown.show(Query(pen.run, 0.3))
    store.forget(pen.run)
    again = simple(store, 3)
    assert again.run not in (pen.run, other.run)
    assert shown.page(0, 10, 5) == [None, None, None], "and never another run's rows"
    assert shown.show(Query(again.run, 0.3, entries=shown.entries([range(3)]))) == 0
    assert shown.show(Query(pen.run, 0.3)) == 0
    counts = shown.counts()
    assert counts is not None
    assert (counts.rows, counts.states, counts.classes) == (0, ALL, ())


def test_rows_that_are_taken_off_are_gaps_until_the_next_show(store: Store, shown: View) -> None:
    run = simple(store, 3).run
    shown.show(Query(run, 0.3))
    store.remove(Query(run, 0.3, entries=entries_at(store, run, at("1"))))
    assert shown_names(shown) == ["0", None, "2"]
    assert shown.show(Query(run, 0.3)) == 2


def test_a_damaged_row_is_a_gap_and_the_rest_of_its_page_is_there(store: Store, shown: View) -> None:
    run = simple(store, 3).run
    store._database.execute("update outcome set scores = x'00' where id = 2")
    shown.show(Query(run, 0.3))
    assert shown_names(shown) == ["0", None, "2"]
    with pytest.raises(StoreError) as failure:
        list(shown.rows(Query(run, 0.3)))
    assert failure.value.trouble is StoreTrouble.DAMAGED


def test_an_answer_by_another_method_is_no_row_of_this_run(store: Store, shown: View) -> None:
    run = simple(store, 2).run
    written(store, [(at("x"), classified("/photos/x"))], HOW)
    store._database.execute("update outcome set method = 2 where id = 1")
    shown.show(Query(run, 0.3))
    assert shown_names(shown) == [None, "1"], "its classes have other labels"


def test_damaged_labels_are_a_sentence(store: Store, shown: View) -> None:
    run = simple(store, 1).run
    store._database.execute("update method set labels = '{oops'")
    with pytest.raises(StoreError) as failure:
        shown.show(Query(run, 0.3))
    assert failure.value.trouble is StoreTrouble.DAMAGED


def test_a_class_beyond_the_labels_is_damage_and_no_crash(store: Store, shown: View) -> None:
    run = simple(store, 2).run
    store._database.execute("update entry set class = 4000 where id = 1")
    shown.show(Query(run, 0.3, order=Order.CLASS))
    with pytest.raises(StoreError) as failure:
        shown.counts()
    assert failure.value.trouble is StoreTrouble.DAMAGED


@pytest.mark.parametrize("order", Order)
def test_it_can_be_interrupted_and_shows_what_it_showed(
    store: Store, shown: View, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "_LISTEN", 10)
    run = simple(store, 50).run
    assert shown.show(Query(run, 0.3, text="4")) == 14
    before = shown_names(shown)
    asked: list[bool] = []
    is_over = lambda: len(asked) > 5 or bool(asked.append(True))  # noqa: E731
    assert shown.show(Query(run, 0.3, order=order), is_over) is None
    assert shown_names(shown) == before
    assert shown.counts(is_over=lambda: True) is None
    assert shown.show(Query(run, 0.3, order=order)) == 50
    assert len(shown_names(shown)) == 50


def test_the_first_page_is_left_out_where_it_would_take_long(
    store: Store, shown: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = simple(store, 50).run
    shown.show(Query(run, 0.3))
    assert len(shown.first(Query(run, 0.3, text="4"), 5)) == 14
    monkeypatch.setattr(view, "_CHEAP", 20)
    assert shown.first(Query(run, 0.3, text="4"), 5) == []
    assert len(shown_names(shown)) == 50, "what is shown stays"


def test_rows_are_read_a_page_at_a_time_and_hold_nothing_between(
    store: Store, shown: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    pen = simple(store, 5)
    rows = shown.rows(Query(pen.run, 0.3, descending=True))
    read = [next(rows)]
    pen.add(at("9"), classified("/photos/9"))
    pen.add(at("00"), classified("/photos/00"))
    pen.flush()
    assert store._database.execute("pragma wal_checkpoint(truncate)").fetchone()[0] == 0
    assert [row.outcome.ref.path.name for row in [*read, *rows]] == ["4", "3", "2", "1", "0"]


def test_rows_that_are_not_read_to_the_end_let_go(store: Store, shown: View) -> None:
    rows = shown.rows(Query(simple(store, 3).run, 0.3))
    next(rows)
    rows.close()
    store._database.execute("pragma wal_checkpoint(truncate)")
    assert Path(f"{store.path}-wal").stat().st_size == 0


def test_a_store_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    database.open_database(path, database.MIGRATIONS[:1])[0].close()
    with View(path) as shown:
        assert shown.show(Query(1, 0.3)) == 0
    assert path.with_name("results.sqlite.version-1").exists()


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    database.open_database(path, (*database.MIGRATIONS, "create table more (id integer) strict;"))[0].close()
    with pytest.raises(StoreError) as failure:
        View(path)
    assert failure.value.trouble is StoreTrouble.NEWER


def test_what_is_no_store_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as failure:
        View(tmp_path / "gone.sqlite")
    assert failure.value.trouble is StoreTrouble.UNUSABLE
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("create table bookmarks (address text)")
    with pytest.raises(StoreError) as failure:
        View(tmp_path / "other.sqlite")
    assert failure.value.trouble is StoreTrouble.FOREIGN
    (tmp_path / "text").write_text("no database at all, however long you look at it")
    with pytest.raises(StoreError) as failure:
        View(tmp_path / "text")
    assert failure.value.trouble is StoreTrouble.DAMAGED
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.sqlite", "text"]


@pytest.mark.parametrize("name", ["a?b#c%41 d.sqlite", "é猫.sqlite", os.fsdecode(b"caf\xe9.sqlite")])
def test_a_store_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Store(tmp_path / name) as store, View(tmp_path / name) as shown:
        assert shown.show(Query(simple(store, 2).run, 0.3)) == 2


def test_a_view_that_is_closed_says_so(store: Store) -> None:
    shown = View(store.path)  # type: ignore[arg-type]
    shown.close()
    with pytest.raises(StoreError):
        shown.show(Query(1, 0.3))
