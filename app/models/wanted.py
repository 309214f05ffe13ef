"""What a download is asked for, how patient it is, and how it fails."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from app.steps import DownloadError, DownloadTrouble

LONGEST = 200  # characters of a detail, which may come from a server


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that shall be downloaded.

    Attributes:
        address: where it lies.
        path: where it shall lie; its folder is made if need be.
        size: in bytes, or None where the source does not publish it exactly.
        digest: the first digits of its SHA-256, or all 64, in lower-case hexadecimal; "" where the source publishes
            none, and only its length can be checked.
    """

    address: str
    path: Path
    size: int | None = None
    digest: str = ""

    @property
    def host(self) -> str:
        """The computer that is asked."""
        return host_of(self.address)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a download waits, and how often it tries again.

    Attributes:
        silence: seconds in which fewer than `least` bytes came, after which a try is given up.
        least: bytes that must come in `silence` seconds.
        tries: how many may fail one after the other without getting `stretch` further than ever before.
        stretch: bytes.
        pause: seconds of the first pause; each is twice as long as the one before.
        longest_pause: seconds.
        longest_asked: seconds that a server may ask to be left alone for; one that asks for more is asked too early.
        largest: bytes of a file whose size nobody publishes.
        clock: seconds that never go back.
        jitter: a number from 0 to 1 that shortens a pause by up to a half, so that not all ask again at once.
    """

    silence: float = 30.0
    least: int = 1 << 10
    tries: int = 5
    stretch: int = 1 << 16
    pause: float = 1.0
    longest_pause: float = 30.0
    longest_asked: float = 120.0
    largest: int = 1 << 36
    clock: Callable[[], float] = time.monotonic
    jitter: Callable[[], float] = random.random

    def pause_after(self, failures: int, asked: float) -> float:
        """Seconds to wait after so many failures, if the server asked for `asked`."""
        pause = min(self.pause * 2.0 ** (failures - 1), self.longest_pause) * (1 - self.jitter() / 2)
        return max(pause, min(asked, self.longest_asked))


class DownloadFailure(Exception):
    """Raised where a download, or one try of it, cannot go on.

    Attributes:
        error: why.
        passes: whether it may pass by itself, so that another try is worth it.
        spoils: whether what is there so far cannot be used.
        asked: seconds that the server wants to be left alone for.
    """

    def __init__(
        self,
        trouble: DownloadTrouble,
        subject: str = "",
        detail: str = "",
        *,
        passes: bool = False,
        spoils: bool = False,
        asked: float = 0.0,
    ) -> None:
        super().__init__(trouble.value, subject, detail)
        self.error = DownloadError(trouble, subject[:LONGEST], detail[:LONGEST])
        self.passes = passes
        self.spoils = spoils
        self.asked = asked


class Stopped(Exception):
    """Raised inside a download when it was told to stop."""


def host_of(address: str) -> str:
    """The computer that an address names, or the address where it names none."""
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address
