"""Here the arithmetic is that of the processor."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def any_processor() -> None:
    """In place of the one that makes all processors alike."""
