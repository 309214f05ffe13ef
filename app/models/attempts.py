"""Trying again: which failures may pass, how often it is tried, and the pauses between."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TypeVar

from app.models.stream import LOOK
from app.models.wanted import DownloadFailure, Patience, Stopped, host_of
from app.steps import DownloadError, DownloadStep, DownloadTrouble, DownloadWaiting
from app.web import WebFailure, WebTrouble

_T = TypeVar("_T")

_TROUBLES = {
    WebTrouble.UNREACHABLE: DownloadTrouble.UNREACHABLE,
    WebTrouble.UNTRUSTED: DownloadTrouble.UNTRUSTED,
    WebTrouble.TOO_SLOW: DownloadTrouble.TOO_SLOW,
    WebTrouble.REFUSED: DownloadTrouble.REFUSED,
    WebTrouble.ASTRAY: DownloadTrouble.ASTRAY,
    WebTrouble.CUT_OFF: DownloadTrouble.CUT_OFF,
    WebTrouble.MEANINGLESS: DownloadTrouble.MEANINGLESS,
}
_STATUSES = {
    401: DownloadTrouble.NOT_ALLOWED,
    403: DownloadTrouble.NOT_ALLOWED,
    451: DownloadTrouble.NOT_ALLOWED,
    404: DownloadTrouble.NOT_THERE,
    410: DownloadTrouble.NOT_THERE,
    511: DownloadTrouble.WEB_PAGE,  # a network that wants a login first
    **dict.fromkeys((408, 425, 429, 500, 502, 503, 504), DownloadTrouble.OVERLOADED),
}
_PASSING = frozenset(
    (
        DownloadTrouble.UNREACHABLE,
        DownloadTrouble.TOO_SLOW,
        DownloadTrouble.CUT_OFF,
        DownloadTrouble.OVERLOADED,
        DownloadTrouble.MEANINGLESS,
    )
)


@contextmanager
def told_failures(address: str) -> Iterator[None]:
    """Raise a `DownloadFailure` for a `WebFailure`; it names the computer that was asked."""
    try:
        yield
    except WebFailure as failure:
        trouble = _STATUSES.get(failure.status, _TROUBLES[failure.trouble])
        asked = _seconds(failure.headers["Retry-After"])
        raise DownloadFailure(
            trouble, host_of(address), failure.detail, passes=trouble in _PASSING, asked=asked
        ) from failure


def patiently(
    attempt: Callable[[], Generator[DownloadStep, None, _T]],
    reached: Callable[[], int],
    is_stopped: Callable[[], bool],
    patience: Patience,
) -> Generator[DownloadStep, None, _T]:
    """What comes of an attempt, made again after a pause as long as it fails in a way that may pass.

    Args:
        attempt: begins one.
        reached: how far all attempts came, in bytes; getting further than ever before makes up for failures.
        is_stopped: whether nobody waits any more.
        patience: how often, and how long the pauses are.

    Raises:
        DownloadFailure: that of the last attempt.
        Stopped: nobody waits any more.
    """
    failures, furthest = 0, reached()
    while True:
        try:
            return (yield from attempt())
        except DownloadFailure as failure:
            if reached() >= furthest + patience.stretch:
                failures, furthest = 0, reached()
            failures += 1
            if not failure.passes or failures >= patience.tries:
                raise
            pause, error = patience.pause_after(failures, failure.asked), failure.error
        yield from _pause(pause, error, is_stopped, patience)


def _pause(
    seconds: float, error: DownloadError, is_stopped: Callable[[], bool], patience: Patience
) -> Generator[DownloadStep, None, None]:
    end, tell = patience.clock() + seconds, float("-inf")
    while (now := patience.clock()) < end:
        if is_stopped():
            raise Stopped
        if now >= tell:
            yield DownloadWaiting(end - now, error)
            tell = now + 1.0
        time.sleep(min(LOOK, end - now))


def _seconds(asked: str | None) -> float:
    """What `Retry-After` says; a date counts as nothing."""
    said = str(asked or "").strip()
    return float(said) if said.isascii() and said.isdigit() and len(said) <= 6 else 0.0
