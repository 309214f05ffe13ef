"""Queries as SQL: which entries of a run are chosen, and the numbers they get in the order that is asked for.

Nothing here holds rows in memory: numbers go into a table of the connection's own temporary database, which SQLite
keeps in a file, and so does what SQL has to look up meanwhile.
"""

from __future__ import annotations

import json
import os
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.results.query import Order, Query, State

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries that a query chooses, on the connection that `choose` was called for.

    Attributes:
        source: what to select from.
        values: for the named place holders in it.
    """

    source: str
    values: Values


def choose(database: sqlite3.Connection, query: Query, labels: Sequence[str], *, every_class: bool = False) -> Chosen:
    """The entries that a query chooses; `every_class` leaves aside its `label` and its `states`.

    Args:
        database: an open connection; what an earlier call prepared on it is over.
        query: what is wanted.
        labels: those of the run, in the order of the classes.
        every_class: see above.
    """
    values: Values = {"run": query.run, "unknown_below": query.least_probability}
    if query.entries is not None:
        _fill(database, "wanted", "entry integer primary key", ((entry,) for entry in query.entries))
        source = "temp.wanted cross join entry on entry.id = wanted.entry"
        return Chosen(f"{source} where entry.run = :run and entry.removed = 0", values)
    conditions = ["entry.run = :run", *_in_range(query, values)]
    if not every_class:
        conditions += [*_in_states(query.states), *_with_label(query.label, labels, values)]
    words = _with_words(database, query, labels, values)
    joined = _PICTURES if words else ""
    is_counted = every_class and not words  # from the index alone; pictures are read faster in their order
    index = "entry_by_class" if is_counted or query.label is not None else "entry_in_order"
    conditions += ["entry.removed = 0"] if index == "entry_by_class" else _without_removed(database, query.run)
    return Chosen(f"entry indexed by {index} {joined} where {' and '.join([*conditions, *words])}", values)


def number(
    database: sqlite3.Connection, query: Query, labels: Sequence[str], table: str, most: int | None = None
) -> int:
    """Number the entries that a query chooses in its order; returns how many there are.

    Args:
        database: an open connection.
        query: what is wanted.
        labels: those of the run, in the order of the classes.
        table: a new temporary table of this name leads from a number, counted from 1, to the id of an entry.
        most: no more than so many; None for all.
    """
    chosen = choose(database, query, labels)
    if query.order is Order.CLASS:
        _fill(database, "rank", "class integer primary key, place integer", _ranks(labels, dict(query.names)))
    database.execute(f"create temp table {table} (number integer primary key, entry integer not null)")
    # Only where it is wanted: SQLite sorts with a limit, even with none (-1), in a tree instead of by merging.
    limit = "" if most is None else f"limit {most}"
    filling = f"insert into temp.{table} (entry) {_in_order(query, chosen.source)} {limit}"
    return database.execute(filling, chosen.values).rowcount


def count_classes(
    database: sqlite3.Connection, query: Query, labels: Sequence[str]
) -> list[tuple[int | None, int, int]]:
    """For each class, how many are shown with it and how many are unknown; None stands for the failed ones.

    As if the query had neither `label` nor `states`.
    """
    chosen = choose(database, query, labels, every_class=True)
    counting = f"""
        select entry.class, sum(entry.probability is null or entry.probability >= :unknown_below),
            sum(entry.probability < :unknown_below)
        from {chosen.source} group by entry.class
    """
    found = database.execute(counting, chosen.values)
    return [(index, shown, unknown or 0) for index, shown, unknown in found]


def remove_chosen(database: sqlite3.Connection, query: Query, labels: Sequence[str], removal: int) -> None:
    """Note at the entries that a query chooses by which removal they went."""
    chosen = choose(database, query, labels)
    ids = f"select entry.id from {chosen.source}"
    database.execute(f"update entry set removed = :removal where id in ({ids})", {**chosen.values, "removal": removal})


def _in_order(query: Query, source: str) -> str:
    """What selects the ids in the order of the query."""
    way = "desc" if query.descending else "asc"
    state = "case when entry.probability is null then 2 else entry.probability < :unknown_below end"
    rank = "select place from temp.rank where rank.class = entry.class"
    keys = {
        Order.FOLDER: "",
        Order.NAME: f"substr(entry.position, entry.name_at + 1) {way}, ",
        Order.CLASS: f"{state}, case {state} when 0 then ({rank}) end {way}, ",
        Order.PROBABILITY: f"entry.probability {way} nulls last, ",
        Order.STATE: f"{state} {way}, ",
    }[query.order]
    last = way if query.order is Order.FOLDER else "asc"
    return f"select entry.id from {source} order by {keys}entry.position {last}"


_PICTURES = "join outcome on outcome.id = entry.outcome join picture on picture.id = outcome.picture"


def _without_removed(database: sqlite3.Connection, run: int) -> list[str]:
    """Nothing where none was removed: to ask each entry is dear, since the index in the order of the run lacks it."""
    query = "select exists (select 1 from entry indexed by entry_by_class where run = ? and removed > 0)"
    return ["entry.removed = 0"] if database.execute(query, (run,)).fetchone()[0] else []


def _in_range(query: Query, values: Values) -> list[str]:
    if query.least <= 0.0 and query.most >= 1.0:
        return []
    values |= {"least": query.least, "most": query.most}
    return ["entry.probability between :least and :most"]


def _in_states(states: frozenset[State]) -> list[str]:
    if states == frozenset(State):
        return []
    conditions = {
        State.CLASSIFIED: "entry.probability >= :unknown_below",
        State.UNKNOWN: "entry.probability < :unknown_below",
        State.FAILED: "entry.probability is null",
    }
    return [f"({' or '.join(conditions[state] for state in states)})" if states else "false"]


def _with_label(label: str | None, labels: Sequence[str], values: Values) -> list[str]:
    if label is None:
        return []
    values["classes"] = json.dumps([index for index, each in enumerate(labels) if each == label])
    classes = "select value from json_each(:classes)"
    return [f"entry.class in ({classes})", "entry.probability >= :unknown_below"]


def _with_words(database: sqlite3.Connection, query: Query, labels: Sequence[str], values: Values) -> list[str]:
    """A condition for each word: it is in the path, or in the label that is shown or what that is called.

    Whatever is not ASCII, Python has to compare: SQLite knows no other letters.
    """
    words = list(dict.fromkeys(query.text.split()))
    wanted = [folded(word) for word in words]
    names = dict(query.names)
    folded_labels = [folded(f"{label}\n{names.get(label, '')}") for label in labels] if words else []
    database.create_function(
        "has_word", 2, lambda path, at: wanted[at] in folded(os.fsdecode(path)), deterministic=True
    )
    conditions = []
    for at, word in enumerate(words):
        classes = [index for index, label in enumerate(folded_labels) if wanted[at] in label]
        values |= {f"word_{at}": word.lower() if word.isascii() else at, f"classes_{at}": json.dumps(classes)}
        in_path = f"instr(lower(cast(path as text)), :word_{at})" if word.isascii() else f"has_word(path, :word_{at})"
        is_class = f"entry.class in (select value from json_each(:classes_{at}))"
        conditions.append(f"({in_path} or entry.probability >= :unknown_below and {is_class})")
    return conditions


def folded(text: str) -> str:
    """Text in one case, its accents joined to their letters, as some systems take them apart in names."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _ranks(labels: Sequence[str], names: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The class indexes, each with the place in the alphabet of what the class is called."""
    called = {label: (folded(names.get(label, label)), label) for label in labels}
    places = {label: place for place, label in enumerate(sorted(called, key=called.__getitem__))}
    return ((index, places[label]) for index, label in enumerate(labels))


def _fill(database: sqlite3.Connection, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
    """A temporary table of this name with these rows, whatever it was before."""
    database.execute(f"drop table if exists temp.{table}")
    database.execute(f"create temp table {table} ({columns})")
    places = ", ".join("?" for _ in columns.split(", "))
    database.executemany(f"insert or ignore into temp.{table} values ({places})", rows)
