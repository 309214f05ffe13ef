"""Downloads a file: a plain generator of steps, which ends with a proved file under its final name or with a sentence.

The bytes go to a part beside the destination, which is kept when something breaks off: the next try, or the next
download, goes on from there. Nothing gets the final name before its whole content was read again and has the digest
that its source publishes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import TypeVar

from app.models.attempts import patiently, told_failures
from app.models.heads import is_nothing_after, is_page, total_in, validator_in
from app.models.part import Content, Part, Passing, held_part, make_folder, proved, require_room
from app.models.stream import Head, Item, Listener, Stream
from app.models.wanted import DownloadFailure, Patience, Stopped, Wanted
from app.pace import Pace
from app.steps import DownloadAdvance, DownloadChecking, DownloadEnd, DownloadStep, DownloadTrouble, Ending
from app.web import Web, WebFailure

TELL_EVERY = 0.1  # seconds

_T = TypeVar("_T")
_Steps = Generator[DownloadStep, None, _T]


def download(
    wanted: Wanted, is_stopped: Callable[[], bool], web: Web | None = None, patience: Patience | None = None
) -> Iterator[DownloadStep]:
    """Download a file, unless it is there already.

    A file under the final name that is not the wanted one stays until the wanted one takes its place; where neither
    size nor digest is published, any file is the wanted one. Who closes the iterator early stops the download as
    `is_stopped` does, and what came is kept.

    Args:
        wanted: which file, and where it shall lie.
        is_stopped: whether nobody wants it any more; asked at least ten times a second.
        web: what may be asked; https alone if not given.
        patience: how long it is waited for, and how often it is tried.

    Yields:
        How far it is; last and exactly once a `DownloadEnd`.
    """
    yield (yield from downloaded(wanted, is_stopped, web or Web(), patience or Patience()))


def downloaded(
    wanted: Wanted, is_stopped: Callable[[], bool], web: Web, patience: Patience
) -> Generator[DownloadStep, None, DownloadEnd]:
    """The same, for who has more to do: the end is returned and not yielded."""
    download = _Download(wanted, is_stopped, web, patience)
    try:
        return (yield from download.end())
    except Stopped:
        return DownloadEnd(Ending.CANCELLED, wanted.path, bytes=download.kept)
    except DownloadFailure as failure:
        return DownloadEnd(Ending.FAILED, wanted.path, bytes=download.kept, error=failure.error)


class _Download:
    """One download under way.

    Attributes:
        kept: how many bytes of the unfinished file there are, once it is closed.
    """

    def __init__(self, wanted: Wanted, is_stopped: Callable[[], bool], web: Web, patience: Patience) -> None:
        self._wanted = wanted
        self._is_stopped = is_stopped
        self._web = web
        self._patience = patience
        self._total = wanted.size
        self._pace = Pace()
        self._told = float("-inf")
        self.kept = 0

    def end(self) -> _Steps[DownloadEnd]:
        """How it ended. Raises Stopped, or DownloadFailure."""
        if found := (yield from self._passed(proved(self._wanted))):
            return self._completed(found, was_there=True)
        make_folder(self._wanted.path.parent)
        with held_part(self._wanted) as part:
            if found := (yield from self._passed(proved(self._wanted))):  # another process was done with it just now
                return self._completed(found, was_there=True)
            try:
                content = yield from self._proved(part)
                part.place()
            finally:
                self.kept = part.size
        return self._completed(content)

    def _completed(self, content: Content, *, was_there: bool = False) -> DownloadEnd:
        return DownloadEnd(Ending.COMPLETED, self._wanted.path, content.sha256, content.bytes, was_there)

    def _proved(self, part: Part) -> _Steps[Content]:
        """The wanted file; what turns out to be another is thrown away, and fetched once more from its beginning."""
        try:
            return (yield from self._fetched(part))
        except DownloadFailure as failure:
            if not failure.spoils:
                raise
        part.begin("")
        try:
            return (yield from self._fetched(part))
        except DownloadFailure as failure:
            if failure.spoils:
                part.begin("")
            raise

    def _fetched(self, part: Part) -> _Steps[Content]:
        self._total = self._wanted.size
        if part.size != self._total:
            yield from patiently(lambda: self._attempt(part), lambda: part.size, self._is_stopped, self._patience)
        content = yield from self._passed(part.content())
        if self._wanted.size not in (None, content.bytes):
            raise self._failure(DownloadTrouble.WRONG_SIZE, f"{content.bytes:,} bytes", spoils=True)
        if not content.sha256.startswith(self._wanted.digest):
            raise self._failure(DownloadTrouble.WRONG_DIGEST, f"SHA-256 {content.sha256}", spoils=True)
        return content

    def _attempt(self, part: Part) -> _Steps[None]:
        """Ask once for what is missing, and add it."""
        self._require_room(part)
        self._pace.rest()
        address, silence = self._wanted.address, self._patience.silence
        with told_failures(address), Stream(self._web, address, silence, _range_after(part)) as stream:
            listener = Listener(stream, self._is_stopped, self._patience)
            try:
                head = yield from self._heard(listener, part)
            except WebFailure as failure:
                if failure.status != 416 or not part.size:
                    raise
                if is_nothing_after(failure.headers, part.size):
                    return
                raise self._failure(DownloadTrouble.MEANINGLESS, "416", spoils=True) from failure
            yield from self._add(head, listener, part)
        if self._total is not None and part.size < self._total:
            raise self._failure(DownloadTrouble.CUT_OFF, passes=True)

    def _add(self, head: Item, listener: Listener, part: Part) -> _Steps[None]:
        if not isinstance(head, Head):
            raise self._failure(DownloadTrouble.MEANINGLESS)
        self._total = total_in(head, self._wanted, part.size)
        self._require_room(part)
        item = yield from self._heard(listener, part)
        if head.status == 200:  # the whole file, whatever was asked for
            if isinstance(item, bytes) and is_page(item):
                raise self._failure(DownloadTrouble.WEB_PAGE)
            part.begin(validator_in(head.headers))
            self._pace.rest()
        while isinstance(item, bytes):
            self._require_end(part.size + len(item))
            part.append(item)
            item = yield from self._heard(listener, part)

    def _heard(self, listener: Listener, part: Part) -> _Steps[Item]:
        """What comes next."""
        while True:
            item = listener.listen()
            if self._is_due():
                yield self._advance(part.size)
            if item is not None:
                return item

    def _passed(self, passing: Passing[_T]) -> _Steps[_T]:
        with closing(passing):
            while not self._is_stopped():
                try:
                    done, total = next(passing)
                except StopIteration as end:
                    result: _T = end.value
                    return result
                if self._is_due():
                    yield DownloadChecking(done, total)
        raise Stopped

    def _advance(self, done: int) -> DownloadAdvance:
        self._pace.note(self._patience.clock(), done)
        left = None if self._total is None else self._pace.left(self._total - done)
        return DownloadAdvance(done, self._total, self._pace.rate, left)

    def _is_due(self) -> bool:
        now = self._patience.clock()
        is_due = now - self._told >= TELL_EVERY
        self._told = now if is_due else self._told
        return is_due

    def _require_room(self, part: Part) -> None:
        if self._total is not None:
            require_room(self._wanted.path.parent, self._total - part.size)

    def _require_end(self, size: int) -> None:
        most = self._patience.largest if self._total is None else self._total
        if size > most:
            raise self._failure(DownloadTrouble.WRONG_SIZE, f"more than {most:,} bytes", spoils=True)

    def _failure(
        self, trouble: DownloadTrouble, detail: str = "", *, passes: bool = False, spoils: bool = False
    ) -> DownloadFailure:
        return DownloadFailure(trouble, self._wanted.host, detail, passes=passes, spoils=spoils)


def _range_after(part: Part) -> dict[str, str]:
    """Headers that ask for what is missing, and for the whole if the file is another one now."""
    if not part.can_grow:
        return {}
    return {"Range": f"bytes={part.size}-"} | ({"If-Range": part.validator} if part.validator else {})
