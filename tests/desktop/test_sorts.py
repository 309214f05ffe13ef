"""Sorts of former sittings, and the offer to open what was interrupted."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.desktop.notice import Notice, Offer
from app.desktop.session import Session

from .conftest import Begin


def test_they_are_read_newest_first(session: Session, begin: Begin, qtbot: QtBot) -> None:
    begin("done")
    begin("cut", most=1)
    with qtbot.waitSignal(session.sorts.changed):
        session.sorts.read()
    former = session.sorts.former
    assert [(each.sort.header.name, each.can_go_on, each.can_be_undone) for each in former] == [
        ("cut", True, True),
        ("done", False, True),
    ]


def test_a_journal_that_is_none_is_passed_over(session: Session, begin: Begin, qtbot: QtBot) -> None:
    begin("done")
    (session.places.sorts / "99999999-000000-000000.sort").write_bytes(b"no journal, and long enough" * 40)
    with qtbot.waitSignal(session.sorts.changed):
        session.sorts.read()
    assert [each.sort.header.name for each in session.sorts.former] == ["done"]


def test_what_was_interrupted_is_offered_at_the_start(
    session: Session, begin: Begin, notices: list[Notice], qtbot: QtBot
) -> None:
    begin("Iceland", most=1)
    begin("done")
    session.start()
    qtbot.waitUntil(lambda: any(notice.offer is Offer.SORTS for notice in notices))
    (notice,) = [notice for notice in notices if notice.offer is Offer.SORTS]
    assert notice.words == "Sorting “Iceland” was interrupted."


def test_where_nothing_was_interrupted_nothing_is_said(
    session: Session, begin: Begin, notices: list[Notice], qtbot: QtBot
) -> None:
    begin("done")
    session.sorts.offer_interrupted()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert notices == []
