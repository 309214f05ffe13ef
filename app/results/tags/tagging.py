"""Writes class labels as tags into sidecars, and takes them away again; each a generator of steps."""

from __future__ import annotations

import os
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from app.results.database import StoreError
from app.results.tags.journal import Journal, Record, set_aside
from app.results.tags.packet import NotXmpError, OddTagsError
from app.results.tags.sidecar import (
    RefusedError,
    Sidecar,
    digest,
    read_sidecar,
    refusal_of,
    require_writable,
    sidecar_path,
    write_sidecar,
)
from app.results.tags.steps import Change, Counts, JournalLost, Refusal, TagAdvance, TagEnd, TagStep, Wish
from app.results.tags.xmp import lacking, tag_of, tags_of, with_tags, without_tags
from app.values import Classified, Failed, ImageRef, Outcome, Stamp, TagTrouble

EVERY = 0.05  # seconds between two steps
UNKNOWN = "unknown"

_Doing = Callable[["_Tagger", Outcome], None]
_Kind = Literal["changed", "same", "unknown", "refused", "failed"]  # the fields of `Counts`


def tag(
    outcomes: Iterable[Outcome],
    wish: Wish,
    journal: Path,
    *,
    is_over: Callable[[], bool] = lambda: False,
    is_dry: bool = False,
) -> Iterator[TagStep]:
    """Write the classes of pictures into their sidecars.

    The tags that an earlier call wrote for the same picture and that are no longer wished go; what anybody else wrote
    stays as it is, byte for byte. Pictures that could not be classified are skipped. Closing the generator
    between two steps leaves nothing half done.

    Args:
        outcomes: the pictures and what they are.
        wish: which classes become tags, and where.
        journal: the file that keeps what was written.
        is_over: asked before each picture; True ends the work.
        is_dry: only find out what would be written.

    Raises:
        StoreError: the journal cannot be used, or whatever `outcomes` raises; all sidecars are whole.
    """
    yield from _steps(outcomes, journal, is_over, is_dry, lambda tagger, outcome: tagger.tag(outcome, wish))


def untag(
    outcomes: Iterable[Outcome], journal: Path, *, is_over: Callable[[], bool] = lambda: False, is_dry: bool = False
) -> Iterator[TagStep]:
    """Take away the tags that `tag` wrote for these pictures, and the sidecars that it made and nobody has changed.

    Args and errors are those of `tag`.
    """
    yield from _steps(outcomes, journal, is_over, is_dry, lambda tagger, outcome: tagger.untag(outcome.ref))


def tags_for(outcome: Classified, wish: Wish) -> tuple[str, ...]:
    """The tags that a picture shall have."""
    likely = outcome.predictions[: wish.most]
    labels = [each.label for each in likely if each.probability >= wish.least_probability]
    if not labels and wish.unknown:
        labels = [UNKNOWN]
    return tuple(dict.fromkeys(filter(None, map(tag_of, labels))))


def _steps(
    outcomes: Iterable[Outcome], path: Path, is_over: Callable[[], bool], is_dry: bool, do: _Doing
) -> Iterator[TagStep]:
    """What is found damaged on the way stands in nobody's way the next time."""
    try:
        yield from _worked(outcomes, path, is_over, is_dry, do)
    except StoreError as error:
        if aside := set_aside(path, error):
            yield JournalLost(aside)
        raise


def _worked(
    outcomes: Iterable[Outcome], path: Path, is_over: Callable[[], bool], is_dry: bool, do: _Doing
) -> Iterator[TagStep]:
    with Journal(path, is_read_only=is_dry) as journal:
        if journal.moved_aside:
            yield JournalLost(journal.moved_aside)
        tagger, is_stopped, last = _Tagger(journal, is_dry), False, time.monotonic()
        for outcome in outcomes:
            if is_over():
                is_stopped = True
                break
            do(tagger, outcome)
            if time.monotonic() - last >= EVERY:
                yield tagger.advance()
                last = time.monotonic()
        yield tagger.advance()
    yield TagEnd(tagger.counts, is_stopped)


@dataclass(frozen=True, slots=True)
class _Next:
    """What shall become of a sidecar: its bytes without our tags and with them, and which are ours."""

    base: bytes | None
    content: bytes | None
    ours: tuple[str, ...]


class _Tagger:
    """Does one picture after the other, and keeps what there is to tell."""

    def __init__(self, journal: Journal, is_dry: bool) -> None:
        self._journal = journal
        self._is_dry = is_dry
        self.counts = Counts()
        self._changes: list[Change] = []
        self._refusals: list[Refusal] = []

    def advance(self) -> TagAdvance:
        """All that has not been told yet."""
        step = TagAdvance(self.counts, tuple(self._changes), tuple(self._refusals))
        self._changes.clear()
        self._refusals.clear()
        return step

    def tag(self, outcome: Outcome, wish: Wish) -> None:
        """Write the tags of a picture."""
        if isinstance(outcome, Failed):
            self._count("failed")
            return
        picture = _picture(outcome.ref)
        place = sidecar_path(picture, wish.naming)
        if trouble := _trouble(outcome.ref):
            self._refuse(picture, place, RefusedError(trouble))
            self._count("refused")
            return
        tags = tags_for(outcome, wish)
        others = [(path, ()) for path in self._journal.sidecars(picture) if path != place]
        kind = self._do(picture, [(place, tags), *others])
        self._count(kind if tags or kind == "refused" else "unknown")

    def untag(self, ref: ImageRef) -> None:
        """Take away the tags of a picture."""
        picture = _picture(ref)
        self._count(self._do(picture, [(path, ()) for path in self._journal.sidecars(picture)]))

    def _count(self, kind: _Kind) -> None:
        self.counts = replace(self.counts, **{kind: getattr(self.counts, kind) + 1})

    def _do(self, picture: Path, work: list[tuple[Path, tuple[str, ...]]]) -> _Kind:
        """Bring some sidecars of a picture up to date; how that went."""
        is_changed = is_refused = False
        for path, tags in work:
            try:
                is_changed |= self._bring(picture, path, tags)
            except RefusedError as refused:
                is_refused = True
                self._refuse(picture, path, refused)
        if is_refused:
            return "refused"
        return "changed" if is_changed else "same"

    def _refuse(self, picture: Path, sidecar: Path, refused: RefusedError) -> None:
        if refused.trouble is TagTrouble.NOT_SURE and not self._is_dry:
            self._journal.failed(sidecar)  # said once
        self._refusals.append(Refusal(picture, sidecar, refused.trouble, refused.detail))

    def _bring(self, picture: Path, path: Path, tags: tuple[str, ...]) -> bool:
        """Give a sidecar the tags of a picture, and those of the others that share it; whether it changes.

        Raises:
            RefusedError: it stays as it was.
        """
        known = self._journal.wish(path, picture)
        if not tags and not known:
            return False
        sidecar = read_sidecar(path)
        record = self._journal.record(path, sidecar.digest)
        wanted = self._journal.wanted(path, picture, tags)
        try:
            planned = _next(sidecar, record, wanted)
            change = _change(picture, sidecar, planned.content)
        except (NotXmpError, OddTagsError) as error:
            raise refusal_of(error) from error
        if planned.content == sidecar.content:
            if not self._is_dry and (known != tags or (record is not None and not planned.ours)):
                self._journal.note(path, picture, tags, nothing_is_ours=not planned.ours)
            return False
        require_writable(sidecar)
        if not self._is_dry:
            self._write(sidecar, planned, picture, tags)
        self._changes.append(change)
        return True

    def _write(self, sidecar: Sidecar, planned: _Next, picture: Path, tags: tuple[str, ...]) -> None:
        place, size, old = _difference(planned.content or b"", planned.base or b"")
        before, base, after = sidecar.digest, digest(planned.base), digest(planned.content)
        record = Record(before, base, after, place, size, old, planned.ours)
        self._journal.plan(sidecar.path, record, picture, tags)
        try:
            write_sidecar(sidecar, planned.content)
        except RefusedError:  # anything else may have come when the file was written already; the file will tell
            self._journal.failed(sidecar.path)
            raise
        self._journal.written(sidecar.path, picture)


def _next(sidecar: Sidecar, record: Record | None, wanted: tuple[str, ...]) -> _Next:
    """What shall become of a sidecar that shall hold these tags.

    Raises:
        NotXmpError, OddTagsError: nothing can be added to it or taken away.
    """
    content = sidecar.content
    if record is not None and content is not None and _is_settled(content, sidecar, record, wanted):
        return _Next(content, content, record.tags)
    base = _base(sidecar, record)
    ours = lacking(base, wanted)
    return _Next(base, with_tags(base, ours) if ours else base, ours)


def _is_settled(content: bytes, sidecar: Sidecar, record: Record, wanted: tuple[str, ...]) -> bool:
    """Whether a sidecar that somebody changed after us needs nothing all the same, and may keep its order."""
    if sidecar.digest in (record.after, record.base):
        return False
    surplus = set(record.tags) - set(wanted)
    return not lacking(content, wanted) and len(lacking(content, tuple(surplus))) == len(surplus)


def _base(sidecar: Sidecar, record: Record | None) -> bytes | None:
    """The sidecar without our tags: exactly as it was, if nobody has changed it since; None if we made it."""
    content, now = sidecar.content, sidecar.digest
    if record is None or content is None or now == record.base:
        return content
    if now == record.after:
        return record.undone(content)
    return without_tags(content, record.tags)


def _change(picture: Path, sidecar: Sidecar, content: bytes | None) -> Change:
    before = tags_of(sidecar.content) if sidecar.content is not None else ()
    after = tags_of(content) if content is not None else ()
    added = tuple(tag for tag in after if tag not in before)
    return Change(picture, sidecar.path, added, tuple(tag for tag in before if tag not in after))


def _difference(new: bytes, old: bytes) -> tuple[int, int, bytes]:
    """Which bytes of `new` stand for which of `old`, all others being the same: their place, number, and the old."""
    begin = _shared(new, old)
    end = _shared(new[begin:][::-1], old[begin:][::-1])
    return begin, len(new) - begin - end, old[begin : len(old) - end]


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes two begin with alike."""
    return bisect_left(range(min(len(one), len(other))), True, key=lambda end: one[: end + 1] != other[: end + 1])


def _picture(ref: ImageRef) -> Path:
    """The file of a picture, links in its folder resolved, so that it has one name in the journal."""
    try:
        return Path(os.path.realpath(ref.path.parent), ref.path.name)
    except ValueError:  # no system has such a name
        return ref.path


def _trouble(ref: ImageRef) -> TagTrouble | None:
    """What speaks against tagging a picture, seen from its file."""
    try:
        found = os.stat(ref.path)
    except OSError:
        return TagTrouble.NO_PICTURE
    if ref.data is not None:
        return TagTrouble.NO_PICTURE
    is_same = ref.stamp is None or ref.stamp == Stamp(found.st_size, found.st_mtime_ns)
    return None if is_same else TagTrouble.PICTURE_CHANGED
