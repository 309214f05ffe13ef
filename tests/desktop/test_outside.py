"""Files handed to other programs, and what is said where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.desktop.notice import Notice
from app.desktop.outside import OPENED_MOST, Outside
from app.desktop.session import Session


@pytest.fixture
def outside(session: Session) -> Outside:
    return Outside(session, session)


def test_each_file_is_opened(outside: Outside, notices: list[Notice], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    outside.open([Path("/a.png"), Path("/b.png")])
    assert [url.path() for url in opened] == ["/a.png", "/b.png"]
    outside.open([])
    assert notices == []


def test_what_nothing_can_open_or_show_is_named_once(
    outside: Outside, notices: list[Notice], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    monkeypatch.setattr("app.desktop.outside.reveal", lambda *_paths: False)
    outside.open([Path("/a\u202e.png"), Path("/b.png")])
    outside.reveal([Path("/c.png")])
    assert [notice.words for notice in notices] == [
        r"No program was found that could open it: /a\u202e.png",
        "No program was found that could show it: /c.png",
    ]


@pytest.mark.parametrize("how", ["open", "reveal"])
def test_too_many_are_refused(
    outside: Outside, notices: list[Notice], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("it was opened"))
    monkeypatch.setattr("app.desktop.outside.reveal", lambda *_paths: pytest.fail("it was shown"))
    getattr(outside, how)([Path(f"/{number}.png") for number in range(OPENED_MOST + 1)])
    assert str(OPENED_MOST) in notices[0].words


def test_a_page_is_opened_or_named(outside: Outside, notices: list[Notice], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or len(opened) == 1)
    outside.open_page("https://example.org/whatsit?a=b")
    assert opened == ["https://example.org/whatsit?a=b"]
    assert notices == []
    outside.open_page("https://example.org/")
    assert [notice.words for notice in notices] == ["No program was found that could open it: https://example.org/"]
