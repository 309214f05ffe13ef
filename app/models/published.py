"""Downloads what a catalogue names, from where it names it, to where the library that it is from would look for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from app.cards import Published
from app.models.caches import PART, checkpoint_folders, hub_folders, kept_parts
from app.models.download import download
from app.models.hub import HUB, download_from_hub
from app.models.hub_cache import HubFile
from app.models.part import remove_part
from app.models.wanted import Patience, Wanted
from app.steps import DownloadEnd, DownloadError, DownloadStep, DownloadTrouble, Ending
from app.web import Web


def download_published(
    file: Published,
    is_stopped: Callable[[], bool],
    endpoint: str = HUB,
    web: Web | None = None,
    patience: Patience | None = None,
) -> Iterator[DownloadStep]:
    """Download a file of weights, unless it is there already; as `download`, or `download_from_hub` for a repository.

    The digits that the catalogue knows, or the hub tells, prove it, and without any it is not downloaded; `DownloadEnd`
    has its whole digest.
    """
    if file.repository:
        yield from download_from_hub(
            HubFile(file.repository, file.name), destination(file), is_stopped, endpoint, web, patience
        )
        return
    wanted = Wanted(file.address, destination(file) / file.name, digest=file.digits)
    if not wanted.digest:
        error = DownloadError(DownloadTrouble.NO_DIGEST, wanted.host)
        yield DownloadEnd(Ending.FAILED, wanted.path, error=error)
        return
    yield from download(wanted, is_stopped, web, patience)


def discard(file: Published) -> int:
    """Remove what downloads of the file left when they broke off, unless somebody is at it.

    Returns:
        How many bytes that were.

    Raises:
        DownloadFailure: BUSY or UNWRITABLE.
    """
    return sum(remove_part(part.with_name(part.name.removesuffix(PART))) for part in kept_parts(file))


def destination(file: Published) -> Path:
    """The folder that a download of the file goes to: torch's checkpoints, or the cache of the hub."""
    return (hub_folders() if file.repository else checkpoint_folders())[0]
