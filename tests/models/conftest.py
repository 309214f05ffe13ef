from __future__ import annotations

import pytest

from app.cards import Card
from app.models import card_cache
from tests.zoo import keep_catalogue


@pytest.fixture(scope="session")
def derived_cards() -> tuple[Card, ...]:
    """What the libraries say, asked once, and not what somebody's home keeps of it."""
    return tuple(card_cache._derived())


@pytest.fixture
def cards(derived_cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The same, kept where this test and its children find it."""
    keep_catalogue(derived_cards)
    return derived_cards
