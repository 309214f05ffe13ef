"""What keeps a store from being used, as the trouble of a job."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.results.database import StoreError, StoreTrouble
from app.steps import JobError, JobFailure, Trouble

_TROUBLES = {
    StoreTrouble.NEWER: Trouble.STORE_NEWER,
    StoreTrouble.FOREIGN: Trouble.STORE_FOREIGN,
    StoreTrouble.DAMAGED: Trouble.STORE_DAMAGED,
    StoreTrouble.FORGOTTEN: Trouble.RUN_FORGOTTEN,
    StoreTrouble.OTHER_METHOD: Trouble.OTHER_METHOD,
    StoreTrouble.BUSY: Trouble.STORE_BUSY,
    StoreTrouble.FULL: Trouble.STORE_FULL,
    StoreTrouble.UNUSABLE: Trouble.STORE_UNUSABLE,
}


def store_trouble(error: StoreError) -> JobError:
    """What a job is told about a store that cannot be used."""
    return JobError(_TROUBLES[error.trouble], error.path, error.detail)


@contextmanager
def store_failures() -> Iterator[None]:
    """Turn a `StoreError` of the block into a `JobFailure`."""
    try:
        yield
    except StoreError as error:
        trouble = store_trouble(error)
        raise JobFailure(trouble.trouble, trouble.subject, trouble.detail) from error
