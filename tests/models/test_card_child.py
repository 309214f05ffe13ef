"""The libraries are asked in a process of their own, which can be given up."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.models import card_child
from app.models.card_child import have_cards_kept

Child = Callable[[str], None]


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Child:
    """Nothing is kept yet; the child process runs these lines of Python instead."""
    monkeypatch.setattr(card_child, "is_kept", lambda: False)

    def runs(code: str) -> None:
        monkeypatch.setattr(card_child, "own_command", lambda: [sys.executable, "-c", code])

    return runs


def test_what_is_kept_already_needs_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_child, "is_kept", lambda: True)
    monkeypatch.setattr(card_child, "own_command", lambda: 1 / 0)
    have_cards_kept(lambda: False)


def test_the_child_lists_the_models(child: Child, tmp_path: Path) -> None:
    child(f"import sys; open({str(tmp_path / 'said')!r}, 'w').write(' '.join(sys.argv[1:]))")
    have_cards_kept(lambda: False)
    assert (tmp_path / "said").read_text() == "models list"


def test_whoever_waits_no_more_does_not_wait(child: Child) -> None:
    child("import time; time.sleep(60)")
    have_cards_kept(lambda: True)


def test_one_that_does_not_end_is_ended(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_child, "LONGEST", 0.1)
    child("import time; time.sleep(60)")
    have_cards_kept(lambda: False)


def test_a_child_that_cannot_be_started_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(card_child, "is_kept", lambda: False)
    monkeypatch.setattr(card_child, "own_command", lambda: ["/nowhere/python"])
    have_cards_kept(lambda: False)
    assert "cannot be asked in a process of their own" in caplog.text
