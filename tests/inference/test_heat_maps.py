"""A heat map as a piece of work."""

from __future__ import annotations

import io
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image
from skimage import data

from app.inference.engine import Engine
from app.inference.heat_maps import explain
from app.steps import Ending, Explained, HeatMap, Job, JobEnd, JobFailure, Trouble
from app.values import Failed, ImageRef, Limits, Reason

CHELSEA = Image.fromarray(data.chelsea())
CAT = 281


def png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def job(ref: ImageRef, **options: Any) -> Job:
    return Job(7, (ref,), **options)


@pytest.fixture(scope="module")
def engine() -> Engine:
    engine = Engine()
    engine.prepare("builtin", "cpu", "auto")
    return engine


def told(job: Job, engine: Engine, index: int | None = CAT) -> list[Explained | JobEnd]:
    return [step for step in explain(job, index, engine, Event()) if step is not None]


def test_a_file_is_explained(engine: Engine, tmp_path: Path) -> None:
    CHELSEA.save(tmp_path / "cat.png")
    (step,) = told(job(ImageRef(tmp_path / "cat.png")), engine)
    assert isinstance(step, Explained)
    heat = step.outcome
    assert isinstance(heat, HeatMap)
    assert (step.job, heat.index, heat.label, heat.model) == (7, CAT, "tabby", "builtin")
    assert (heat.width, heat.height, heat.side) == (451, 300, 224)
    assert heat.has_any


def test_a_picture_without_a_file_is_explained(engine: Engine) -> None:
    (step,) = told(job(ImageRef(Path("Pasted picture"), png(CHELSEA))), engine, None)
    assert isinstance(step, Explained)
    assert isinstance(step.outcome, HeatMap)
    assert "cat" in step.outcome.label


def test_a_picture_that_cannot_be_read_says_why(engine: Engine, tmp_path: Path) -> None:
    (step,) = told(job(ImageRef(tmp_path / "none.png")), engine)
    assert isinstance(step, Explained)
    assert isinstance(step.outcome, Failed)
    assert step.outcome.reason is Reason.MISSING


def test_the_limits_hold(engine: Engine) -> None:
    (step,) = told(job(ImageRef(Path("a"), png(CHELSEA)), limits=Limits(1000)), engine)
    assert isinstance(step, Explained)
    assert isinstance(step.outcome, Failed)
    assert step.outcome.reason is Reason.TOO_LARGE


def test_between_its_parts_others_may_go_first(engine: Engine) -> None:
    steps = explain(job(ImageRef(Path("a"), png(CHELSEA))), CAT, engine, Event())
    assert [next(steps), next(steps)] == [None, None]
    assert isinstance(next(steps), Explained)


@pytest.mark.parametrize("parts", [0, 1, 2])
def test_who_stops_it_hears_nothing_more(parts: int, engine: Engine) -> None:
    stop = Event()
    steps = explain(job(ImageRef(Path("a"), png(CHELSEA))), CAT, engine, stop)
    for _ in range(parts):
        next(steps)
    stop.set()
    assert [step for step in steps if step is not None] == []


def test_a_job_that_cannot_go_on_says_why() -> None:
    (end,) = told(job(ImageRef(Path("a")), model="nonsense"), Engine())
    assert isinstance(end, JobEnd)
    assert end.ending is Ending.FAILED
    assert end.error is not None
    assert end.error.trouble is Trouble.NO_SUCH_MODEL


def test_a_lost_device_is_forgotten(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise JobFailure(Trouble.DEVICE_LOST, "cuda:0")

    forgotten: list[bool] = []
    monkeypatch.setattr("app.inference.explain.heat_map", lost)
    monkeypatch.setattr(engine, "forget", lambda: forgotten.append(True))
    (end,) = told(job(ImageRef(Path("a"), png(CHELSEA))), engine)
    assert isinstance(end, JobEnd)
    assert end.error is not None
    assert end.error.trouble is Trouble.DEVICE_LOST
    assert forgotten == [True]
