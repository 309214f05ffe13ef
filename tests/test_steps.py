"""What is asked of the pipeline and what it tells: frozen and small."""

from __future__ import annotations

import dataclasses

import pytest

from app import steps
from app.steps import JobError, JobFailure, Trouble
from app.values import Limits

DATACLASSES = [kind for kind in vars(steps).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]


@pytest.mark.parametrize("kind", DATACLASSES, ids=lambda kind: kind.__name__)
def test_steps_are_frozen_and_slotted(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


def test_a_job_asks_for_the_limits_of_everybody() -> None:
    assert steps.Job(1, ()).limits == Limits()


def test_a_job_failure_carries_its_error() -> None:
    failure = JobFailure(Trouble.WEIGHTS_DAMAGED, "w.pth", "digest")
    assert failure.error == JobError(Trouble.WEIGHTS_DAMAGED, "w.pth", "digest")
