"""How a download ended."""

from __future__ import annotations

from collections.abc import Iterator

from app.steps import DownloadEnd, DownloadStep, DownloadTrouble, Ending


def last(steps: Iterator[DownloadStep]) -> DownloadEnd:
    """The end, of which there is one, behind which nothing comes."""
    *others, end = steps
    assert isinstance(end, DownloadEnd)
    assert not any(isinstance(step, DownloadEnd) for step in others)
    return end


def trouble(end: DownloadEnd) -> DownloadTrouble:
    """Why it failed, as it did."""
    assert end.ending is Ending.FAILED
    assert end.error
    return end.error.trouble
