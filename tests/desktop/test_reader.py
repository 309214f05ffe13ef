"""Rows are read off the window's thread, what was asked for last first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import reader as reader_module
from app.desktop.reader import PAGE, PORTION, WAITING, Chosen, Counted, Numbered, Paged, Reader, Show
from app.results.database import StoreError, StoreTrouble
from app.results.query import Order, Query

from .conftest import wait
from .results import LEAST, StubView, answered, rows_of

QUERY = Query(1, LEAST)
MANY = rows_of(answered(f"{number}.jpg", "espresso" if number % 2 else "cup") for number in range(3 * PAGE))


@pytest.fixture
def view(monkeypatch: pytest.MonkeyPatch) -> StubView:
    view = StubView(MANY)
    monkeypatch.setattr(reader_module, "View", lambda _path, _gives_up: view)
    return view


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


class Heard:
    """All that a reader told, in order."""

    def __init__(self, reader: Reader) -> None:
        self.all: list[object] = []
        for signal in (reader.begun, reader.numbered, reader.paged, reader.counted, reader.chosen, reader.failed):
            signal.connect(self.all.append)

    def of(self, kind: type) -> list:
        return [each for each in self.all if isinstance(each, kind)]


@pytest.fixture
def reader(owner: QObject, view: StubView) -> Iterator[Reader]:
    reader = Reader(Path("results.sqlite"), owner)
    yield reader
    view.reading.open()
    wait([reader.close()])


@pytest.fixture
def heard(reader: Reader) -> Heard:
    return Heard(reader)


@pytest.fixture
def shown(reader: Reader, heard: Heard, qtbot: QtBot) -> Heard:
    """After a first numbering, 1, with its counts."""
    reader.start()
    reader.show(Show(1, QUERY, 5))
    qtbot.waitUntil(lambda: bool(heard.of(Counted)))
    return heard


def test_first_rows_come_before_the_numbering_and_counts_last(shown: Heard) -> None:
    begun, numbered, counted = shown.all
    assert begun == Paged(1, 0, MANY[:2])
    assert numbered.rows == len(MANY)
    assert numbered.pages == (Paged(1, 0, MANY[:PAGE]),)
    assert (counted.number, counted.counts.rows) == (1, len(MANY))


def test_a_newer_query_ends_the_numbering_under_way(reader: Reader, view: StubView, heard: Heard, qtbot: QtBot) -> None:
    view.numbering.close()
    reader.start()
    reader.show(Show(1, QUERY, 5))
    qtbot.waitUntil(lambda: ("show", QUERY) in view.calls)
    reader.show(Show(2, replace(QUERY, label="cup"), 5))
    qtbot.waitUntil(lambda: len([call for call in view.calls if call[0] == "show"]) == 2)
    view.numbering.open()
    qtbot.waitUntil(lambda: bool(heard.of(Counted)))
    (numbered,) = heard.of(Numbered)
    assert (numbered.show.number, numbered.rows) == (2, len(MANY) // 2)


def test_only_the_newest_of_several_queries_is_numbered(
    reader: Reader, view: StubView, shown: Heard, qtbot: QtBot
) -> None:
    view.reading.close()
    reader.want_page(1, 1)
    qtbot.waitUntil(lambda: ("page", PAGE, PORTION, 5) in view.calls)
    for number in range(2, 10):
        reader.show(Show(number, replace(QUERY, text=str(number)), 5))
    view.reading.open()
    qtbot.waitUntil(lambda: len(shown.of(Numbered)) == 2)
    assert shown.of(Numbered)[-1].show.number == 9
    assert [call[1].text for call in view.calls if call[0] == "show"] == ["", "9"]


def test_the_page_asked_for_last_comes_first_and_the_oldest_are_forgotten(
    reader: Reader, view: StubView, shown: Heard, qtbot: QtBot
) -> None:
    view.reading.close()
    reader.want_page(1, 0)
    qtbot.waitUntil(lambda: view.calls[-1][0] == "page")
    for page in range(1, WAITING + 3):
        reader.want_page(1, page)
    reader.want_page(1, 4)
    view.reading.open()
    qtbot.waitUntil(lambda: len(shown.of(Paged)) == 2 + WAITING)
    newest_first = [4, *(page for page in range(WAITING + 2, 2, -1) if page != 4)]
    assert [paged.page for paged in shown.of(Paged)[2:]] == newest_first[:WAITING]


def test_pages_of_another_numbering_are_not_read(reader: Reader, shown: Heard, qtbot: QtBot) -> None:
    reader.want_page(7, 1)
    reader.want_page(1, 2)
    qtbot.waitUntil(lambda: len(shown.of(Paged)) == 2)
    reader.want_page(7, 1)
    reader.choose(Chosen(1, 1, (range(1),)))
    qtbot.waitUntil(lambda: bool(shown.of(Chosen)))
    assert [(paged.number, paged.page) for paged in shown.of(Paged)] == [(1, 0), (1, 2)]
    assert shown.of(Paged)[-1].rows == MANY[2 * PAGE :]


def test_reading_the_same_again_waits_for_what_is_scrolled_to(
    reader: Reader, view: StubView, shown: Heard, qtbot: QtBot
) -> None:
    view.numbering.close()
    reader.show(Show(2, QUERY, 5, before=1, top=0, anew=True))
    qtbot.waitUntil(lambda: len([call for call in view.calls if call[0] == "show"]) == 2)
    reader.want_page(1, 2)
    qtbot.waitUntil(lambda: any(paged.page == 2 for paged in shown.of(Paged)))
    assert len(shown.of(Numbered)) == 1, "the numbering was left, and the old one still holds"
    view.numbering.open()
    qtbot.waitUntil(lambda: len(shown.of(Numbered)) == 2)


@pytest.mark.parametrize(("kept", "calls"), [(((3, MANY[3].position), (5, None)), 1), (((3, None), (5, None)), 1)])
def test_kept_rows_are_found_again(
    reader: Reader, view: StubView, shown: Heard, qtbot: QtBot, kept: tuple, calls: int
) -> None:
    view.rows = rows_of([answered("0a.jpg"), answered("0b.jpg")]) + MANY
    reader.show(Show(2, QUERY, 5, before=1, kept=kept, top=3, seen=20))
    qtbot.waitUntil(lambda: len(shown.of(Numbered)) == 2)
    assert shown.of(Numbered)[-1].moved == {3: 5, 5: 7}
    looked_for = [call for call in view.calls if call[0] == "row_of"]
    assert len(looked_for) == calls, "the second has moved as far as the first"


def test_rows_that_are_gone_have_no_number(reader: Reader, view: StubView, shown: Heard, qtbot: QtBot) -> None:
    view.rows = MANY[:3] + MANY[4:]
    reader.show(Show(2, QUERY, 5, before=1, kept=((3, None), (4, None)), top=4))
    qtbot.waitUntil(lambda: len(shown.of(Numbered)) == 2)
    assert shown.of(Numbered)[-1].moved == {3: None, 4: 3}


def test_rows_of_a_numbering_that_is_no_longer_there_are_not_guessed(
    reader: Reader, shown: Heard, qtbot: QtBot
) -> None:
    reader.show(Show(3, QUERY, 5, before=2, kept=((3, None), (4, MANY[4].position)), top=4))
    qtbot.waitUntil(lambda: len(shown.of(Numbered)) == 2)
    assert shown.of(Numbered)[-1].moved == {4: 4}


def test_the_pages_on_the_screen_come_with_the_numbering(reader: Reader, shown: Heard, qtbot: QtBot) -> None:
    reader.show(Show(2, QUERY, 5, before=1, kept=((PAGE - 3, None),), top=PAGE - 3, seen=10))
    qtbot.waitUntil(lambda: len(shown.of(Numbered)) == 2)
    numbered = shown.of(Numbered)[-1]
    assert [paged.page for paged in numbered.pages] == [0, 1]
    assert len(shown.of(Paged)) == 1, "and nothing is begun where the screen stays"


def test_an_empty_run_has_no_pages(reader: Reader, view: StubView, heard: Heard, qtbot: QtBot) -> None:
    view.rows = ()
    reader.start()
    reader.show(Show(1, QUERY, 5))
    qtbot.waitUntil(lambda: bool(heard.of(Counted)))
    (numbered,) = heard.of(Numbered)
    assert (numbered.rows, numbered.pages) == (0, ())


def test_counts_are_read_again_only_if_they_may_be_others(
    reader: Reader, view: StubView, shown: Heard, qtbot: QtBot
) -> None:
    def counted_after(number: int, query: Query, anew: bool = False) -> int:
        reader.show(Show(number, query, 5, before=number - 1, top=0, anew=anew))
        qtbot.waitUntil(lambda: shown.of(Counted)[-1].number == number)
        return view.calls.count(("counts",))

    assert counted_after(2, replace(QUERY, label="cup", order=Order.NAME, descending=True)) == 1
    assert counted_after(3, replace(QUERY, text="a")) == 2
    assert counted_after(4, replace(QUERY, text="a"), anew=True) == 3
    assert counted_after(5, replace(QUERY, text="a", least_probability=0.4)) == 4


def test_rows_that_do_not_depend_on_the_least_probability_are_not_numbered_again(
    reader: Reader, view: StubView, shown: Heard, qtbot: QtBot
) -> None:
    def numbered_after(number: int, query: Query, **more: object) -> tuple[bool, int]:
        reader.show(Show(number, query, **{"top_k": 5, "before": number - 1, "top": 0, **more}))
        qtbot.waitUntil(lambda: shown.of(Counted)[-1].number == number)
        return shown.of(Numbered)[-1].is_same, len([call for call in view.calls if call[0] == "show"])

    assert numbered_after(2, replace(QUERY, least_probability=0.4)) == (True, 1)
    assert view.calls.count(("counts",)) == 2
    reader.want_page(2, 1)
    qtbot.waitUntil(lambda: shown.of(Paged)[-1].number == 2)
    assert numbered_after(3, replace(QUERY, least_probability=0.5), anew=True) == (False, 2)
    assert numbered_after(4, replace(QUERY, least_probability=0.5), top_k=7) == (False, 3)
    for number, part in enumerate(({"text": "a"}, {"label": "cup"}, {"states": frozenset()}, {"order": Order.CLASS})):
        query = replace(QUERY, **part)
        assert numbered_after(2 * number + 5, query) == (False, 2 * number + 4)
        assert numbered_after(2 * number + 6, replace(query, least_probability=0.6)) == (False, 2 * number + 5)


def test_counts_know_how_many_rows_are_chosen(reader: Reader, shown: Heard, qtbot: QtBot) -> None:
    reader.show(Show(2, replace(QUERY, label="cup"), 5))
    qtbot.waitUntil(lambda: len(shown.of(Counted)) == 2)
    assert [counted.counts.rows for counted in shown.of(Counted)] == [len(MANY), len(MANY) // 2]


def test_entries_and_rows_are_gathered(reader: Reader, view: StubView, shown: Heard, qtbot: QtBot) -> None:
    ranges = (range(2, 4), range(PAGE, 2 * PAGE + 1))
    reader.choose(Chosen(1, 1, ranges))
    reader.choose(Chosen(2, 1, ranges, top_k=1))
    qtbot.waitUntil(lambda: len(shown.of(Chosen)) == 2)
    expected = MANY[2:4] + MANY[PAGE : 2 * PAGE + 1]
    entries, rows = shown.of(Chosen)
    assert entries.is_done
    assert rows.is_done
    assert list(entries.entries) == [row for each in ranges for row in each]
    assert rows.rows == expected
    assert max(call[2] for call in view.calls if call[0] == "page") <= PAGE


def test_rows_of_another_numbering_are_not_gathered(reader: Reader, shown: Heard, qtbot: QtBot) -> None:
    reader.choose(Chosen(1, 2, (range(2),)))
    qtbot.waitUntil(lambda: bool(shown.of(Chosen)))
    assert shown.of(Chosen) == [Chosen(1, 2, (range(2),))]


def test_a_store_that_cannot_be_opened_ends_the_thread(
    reader: Reader, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = StoreError(StoreTrouble.NEWER, "results.sqlite")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(reader_module, "View", refuse)
    reader.choose(Chosen(1, 1, (range(1),)))
    with qtbot.waitSignal(reader.finished):
        reader.start()
    assert heard.all == [error, Chosen(1, 1, (range(1),), error=error)]
    reader.choose(Chosen(2, 1, (range(1),)))
    assert heard.all[2:] == [Chosen(2, 1, (range(1),), error=error)], "nobody waits for ever"


@pytest.mark.parametrize("top_k", [0, 5])
def test_a_choice_that_fails_is_answered(
    reader: Reader, view: StubView, shown: Heard, qtbot: QtBot, top_k: int
) -> None:
    view.error = StoreError(StoreTrouble.BUSY, "results.sqlite")
    reader.choose(Chosen(7, 1, (range(2),), top_k))
    qtbot.waitUntil(lambda: bool(shown.of(Chosen)))
    (chosen,) = shown.of(Chosen)
    assert (chosen.ticket, chosen.is_done, chosen.error) == (7, False, view.error)
    assert shown.of(StoreError) == [], "it is told once"


def test_closing_ends_the_gathering_of_rows(reader: Reader, view: StubView, shown: Heard, qtbot: QtBot) -> None:
    view.reading.close()
    asked = len(view.calls)
    reader.choose(Chosen(1, 1, (range(3 * PAGE),), top_k=5))
    reader.choose(Chosen(2, 1, (range(3 * PAGE),)))
    qtbot.waitUntil(lambda: len(view.calls) > asked)
    reader.close()
    view.reading.open()
    wait([reader])
    assert view.calls[asked:] == [("page", 0, PAGE, 5)]
    qtbot.waitUntil(lambda: len(shown.of(Chosen)) == 2)
    assert not any(chosen.is_done for chosen in shown.of(Chosen))


def test_closing_ends_the_gathering_of_entries(reader: Reader, view: StubView, shown: Heard, qtbot: QtBot) -> None:
    view.reading.close()
    reader.choose(Chosen(1, 1, (range(3 * PAGE),)))
    qtbot.waitUntil(lambda: view.calls[-1] == ("entries",))
    wait([reader.close()])
    assert view.is_closed


def test_what_is_chosen_goes_before_reading_the_same_again(
    reader: Reader, view: StubView, shown: Heard, qtbot: QtBot
) -> None:
    view.numbering.close()
    reader.show(Show(2, QUERY, 5, before=1, top=0, anew=True))
    qtbot.waitUntil(lambda: len([call for call in view.calls if call[0] == "show"]) == 2)
    reader.choose(Chosen(1, 1, (range(1),)))
    qtbot.waitUntil(lambda: bool(shown.of(Chosen)))
    assert shown.of(Chosen)[0].is_done, "of the rows on the screen"
    view.numbering.open()
    qtbot.waitUntil(lambda: len(shown.of(Numbered)) == 2)


def test_after_a_failure_it_goes_on(reader: Reader, view: StubView, shown: Heard, qtbot: QtBot) -> None:
    view.error = StoreError(StoreTrouble.BUSY, "results.sqlite")
    reader.want_page(1, 1)
    qtbot.waitUntil(lambda: bool(shown.of(StoreError)))
    view.error = None
    reader.want_page(1, 1)
    qtbot.waitUntil(lambda: shown.of(Paged)[-1].page == 1)


def test_what_nobody_foresaw_is_a_failure_too(
    reader: Reader, view: StubView, shown: Heard, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    view.error = ZeroDivisionError("division")
    reader.want_page(1, 1)
    qtbot.waitUntil(lambda: bool(shown.of(StoreError)))
    (error,) = shown.of(StoreError)
    reader.choose(Chosen(7, 1, (range(2),)))
    qtbot.waitUntil(lambda: bool(shown.of(Chosen)))
    for each in (error, shown.of(Chosen)[0].error):
        assert (each.trouble, each.detail) == (StoreTrouble.UNUSABLE, "ZeroDivisionError")
    assert "reading the results failed" in caplog.text


def test_closing_ends_a_numbering_and_closes_the_view(
    reader: Reader, view: StubView, heard: Heard, qtbot: QtBot
) -> None:
    view.numbering.close()
    reader.start()
    reader.show(Show(1, QUERY, 5))
    qtbot.waitUntil(lambda: ("show", QUERY) in view.calls)
    wait([reader.close()])
    assert view.is_closed
    assert heard.of(Numbered) == []
