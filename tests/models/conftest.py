from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.cards import Card
from app.models import card_cache
from tests.zoo import keep_catalogue

from .misbehaving import Server, serving
from .misbehaving_hub import Hub


@pytest.fixture(scope="session")
def derived_cards() -> tuple[Card, ...]:
    """What the libraries say, asked once, and not what somebody's home keeps of it."""
    return tuple(card_cache._derived())


@pytest.fixture
def cards(derived_cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The same, kept where this test and its children find it."""
    keep_catalogue(derived_cards)
    return derived_cards


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Whatever proxy the computer of the tests has knows nothing of its own 127.0.0.1."""
    monkeypatch.setattr("urllib.request.getproxies", dict)
    with serving(Server()) as server:
        yield server


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A hub that speaks http."""
    monkeypatch.setattr("urllib.request.getproxies", dict)
    with serving(Server(Hub)) as server:
        yield server
