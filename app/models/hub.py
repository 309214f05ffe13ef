"""Downloads a file of the Hugging Face hub without its library, into the hub's own cache.

No token is ever sent. The hub publishes the SHA-256 of large files, weights among them; a file without one cannot be
checked, and is not downloaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from email.message import Message
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from app.models.attempts import patiently, told_failures
from app.models.download import downloaded
from app.models.heads import is_of_page, number_in, said
from app.models.hub_cache import COMMIT, DIGEST, HubFile, HubFolder
from app.models.stream import Head, Listener, Stream
from app.models.wanted import DownloadFailure, Patience, Stopped, Wanted, host_of
from app.steps import DownloadAdvance, DownloadEnd, DownloadStep, DownloadTrouble, Ending
from app.web import MIRRORED, REDIRECTIONS, Web, WebFailure

HUB = "https://huggingface.co"


@dataclass(frozen=True, slots=True)
class Listed:
    """What the hub says of a file: which one it has, and what proves it.

    Attributes:
        commit: 40 hexadecimal digits.
        sha256: 64 hexadecimal digits.
        size: in bytes, or None where it does not say.
    """

    commit: str
    sha256: str
    size: int | None


def hub_endpoint(setting: str = "") -> str:
    """The hub or its mirror: what a person set, else what HF_ENDPOINT names, else the hub itself."""
    return (setting or os.environ.get("HF_ENDPOINT") or HUB).rstrip("/")


def download_from_hub(
    file: HubFile,
    cache: Path,
    is_stopped: Callable[[], bool],
    endpoint: str = HUB,
    web: Web | None = None,
    patience: Patience | None = None,
) -> Iterator[DownloadStep]:
    """Download a file into a cache of the hub, unless it is there as the hub has it now.

    Args:
        file: which one.
        cache: the cache; it is made if need be.
        is_stopped: whether nobody wants it any more; asked at least ten times a second.
        endpoint: the hub or its mirror, see `hub_endpoint`.
        web: what may be asked; if not given, https alone, or http too where the endpoint begins with it.
        patience: how long it is waited for, and how often it is tried.

    Yields:
        As `download`; the path of the `DownloadEnd` is that of the snapshot once it is complete.
    """
    spoken = web or (Web(MIRRORED) if endpoint.lower().startswith("http://") else Web())
    return _FromHub(file, HubFolder(cache, file), is_stopped, endpoint, spoken, patience or Patience()).steps()


class _FromHub:
    def __init__(
        self,
        file: HubFile,
        folder: HubFolder,
        is_stopped: Callable[[], bool],
        endpoint: str,
        web: Web,
        patience: Patience,
    ) -> None:
        self._file = file
        self._folder = folder
        self._is_stopped = is_stopped
        self._endpoint = endpoint
        self._web = web
        self._patience = patience

    def steps(self) -> Iterator[DownloadStep]:
        path = self._folder.snapshot(self._file.revision)
        try:
            end = yield from self._end()
        except Stopped:
            end = DownloadEnd(Ending.CANCELLED, path)
        except DownloadFailure as failure:
            end = DownloadEnd(Ending.FAILED, path, error=failure.error)
        yield end

    def _end(self) -> Generator[DownloadStep, None, DownloadEnd]:
        listed = yield from patiently(self._asked, lambda: 0, self._is_stopped, self._patience)
        content = self._folder.content(listed.commit, listed.sha256)
        wanted = Wanted(self._address(listed.commit), content, listed.size, listed.sha256)
        end = yield from downloaded(wanted, self._is_stopped, self._web, self._patience)
        if end.ending is not Ending.COMPLETED:
            return end
        return replace(end, path=self._folder.link(content, listed.commit))

    def _asked(self) -> Generator[DownloadStep, None, Listed]:
        """Ask what the hub has; it sends on to another address for a repository that was renamed."""
        address = self._address(self._file.revision)
        for _ in range(REDIRECTIONS + 1):
            with told_failures(address):
                head = yield from self._head(address)
            if listed := _listed(head):
                return listed
            address = self._further(head, address)
        raise DownloadFailure(DownloadTrouble.ASTRAY, host_of(address))

    def _head(self, address: str) -> Generator[DownloadStep, None, Head]:
        web = replace(self._web, follows=False)
        with Stream(web, address, self._patience.silence, method="HEAD") as stream:
            listener = Listener(stream, self._is_stopped, self._patience)
            try:
                while not isinstance(head := listener.listen(), Head):
                    yield DownloadAdvance(0, None)
            except WebFailure as failure:
                if not 300 <= failure.status < 400:
                    raise
                return Head(failure.status, failure.headers)
        return head

    def _further(self, head: Head, address: str) -> str:
        """Where the hub sends on to itself.

        Raises:
            DownloadFailure: it does not, and has published no digest.
        """
        location = _location(head, address)
        if location and urlsplit(location).netloc == urlsplit(address).netloc:
            return location
        if COMMIT.fullmatch(said(head.headers, "X-Repo-Commit")):
            raise DownloadFailure(DownloadTrouble.NO_DIGEST, f"{self._file.repo}/{self._file.name}")
        is_page = head.status < 300 and is_of_page(head.headers)
        other = DownloadTrouble.WEB_PAGE if is_page else DownloadTrouble.MEANINGLESS
        raise DownloadFailure(DownloadTrouble.ASTRAY if location else other, host_of(address), str(head.status))

    def _address(self, revision: str) -> str:
        return f"{self._endpoint}/{self._file.repo}/resolve/{quote(revision, safe='')}/{quote(self._file.name)}"


def _listed(head: Head) -> Listed | None:
    headers = head.headers
    commit = said(headers, "X-Repo-Commit")
    digest = _unquoted(headers, "X-Linked-ETag") or _unquoted(headers, "ETag")
    if not (COMMIT.fullmatch(commit) and DIGEST.fullmatch(digest)):
        return None
    size = number_in(headers, "X-Linked-Size")
    if size is None and head.status < 300:
        size = number_in(headers, "Content-Length")
    return Listed(commit, digest, size)


def _location(head: Head, address: str) -> str:
    """The address that an answer sends on to, or ""."""
    named = said(head.headers, "Location")
    try:
        return urljoin(address, named) if named and head.status >= 300 else ""
    except ValueError:
        return ""


def _unquoted(headers: Message, name: str) -> str:
    return said(headers, name).removeprefix("W/").strip('"')
