import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.images.budget import DecodeBudget
from app.inference import streams
from app.inference.engine import Prepared
from app.inference.pipeline import run
from app.models.builtin import builtin_model
from app.steps import Advance, BackedOff, Ending, Job, JobEnd, JobFailure, ModelReady, Step, Trouble
from app.values import Classified, Device, DeviceState, Failed, ImageRef, Outcome, Prediction, Reason, Stage

CPU = Device("cpu", "CPU", DeviceState.USABLE)
CHIP = Device("cuda:0", "A chip", DeviceState.USABLE)


class StubClassifier:
    """Answers without torch: the class is the red of the crop's first pixel.

    Attributes:
        on_call: called with the number of the forward pass before it, and may change or raise anything.
    """

    def __init__(self, batch_size: int = 4, on_call: Callable[["StubClassifier", int], None] | None = None) -> None:
        self.spec = builtin_model()
        self.device = CHIP
        self.precision = "fp32"
        self.batch_size = batch_size
        self.calls = 0
        self.on_call = on_call

    def classify(
        self, images: Sequence[Image.Image], top_k: int, *, alone: bool
    ) -> tuple[Device, list[tuple[Prediction, ...] | Reason]]:
        assert images
        if self.on_call:
            self.on_call(self, self.calls)
        self.calls += 1
        reds = [image.getpixel((0, 0))[0] for image in images[: 1 if alone else self.batch_size]]
        return self.device, [
            Reason.NO_SCORES if red == 255 else tuple(self.prediction(red, rank) for rank in range(top_k))
            for red in reds
        ]

    def prediction(self, red: int, rank: int) -> Prediction:
        return Prediction(red + rank, self.spec.labels[red + rank].name, 0.5 / (rank + 1))


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that forward passes come one after the other."""
    monkeypatch.setattr(streams, "stream_threads", lambda _cores: 1)


class StubEngine:
    def __init__(self, classifier: StubClassifier | None = None, error: Exception | None = None) -> None:
        self.classifier = classifier or StubClassifier()
        self.error = error
        self.prepared = 0
        self.forgotten = 0
        self.has_backed_off = False
        self.budget = DecodeBudget()

    def prepare(self, model: str, device: str, precision: str) -> Prepared:
        assert (model, device, precision) == ("builtin", "auto", "auto")
        self.prepared += 1
        if self.error:
            raise self.error
        return Prepared(self.classifier, CHIP, self.has_backed_off, (), 0.1)  # type: ignore[arg-type]

    def forget(self) -> None:
        self.forgotten += 1


def picture(red: int) -> ImageRef:
    file = BytesIO()
    Image.new("RGB", (8, 6), (red, 0, 0)).save(file, "PNG")
    return ImageRef(Path(f"{red}.png"), file.getvalue())


BROKEN = ImageRef(Path("broken.png"), b"this is no picture")
LOCKED = Failed(ImageRef(Path("locked")), Stage.FIND, Reason.UNREADABLE, "Permission denied")


def steps_of(
    refs: Sequence[ImageRef | Failed], engine: StubEngine | None = None, stop: Event | None = None, top_k: int = 5
) -> list[Step]:
    job = Job(7, tuple(refs), top_k=top_k)
    return list(run(job, engine or StubEngine(), stop or Event()))  # type: ignore[arg-type]


def steps_of_run(items: Sequence[ImageRef | Failed], engine: StubEngine) -> list[Step]:
    """Of pictures that are being found, which are answered together."""
    return list(run(Job(7, ()), engine, Event(), items))  # type: ignore[arg-type]


def outcomes_of(steps: Sequence[Step]) -> list[Outcome]:
    return [outcome for step in steps if isinstance(step, Advance) for outcome in step.outcomes]


def end_of(steps: Sequence[Step]) -> JobEnd:
    ends = [step for step in steps if isinstance(step, JobEnd)]
    assert ends == [steps[-1]]
    return ends[0]


def check(steps: Sequence[Step], refs: Sequence[ImageRef | Failed]) -> JobEnd:
    """What holds for every job, however it ended."""
    end = end_of(steps)
    assert all(step.job == 7 for step in steps)
    if len(steps) > 1:
        assert isinstance(steps[0], ModelReady)
    outcomes = outcomes_of(steps)
    expected = [ref.ref if isinstance(ref, Failed) else ref for ref in refs]
    assert [outcome.ref for outcome in outcomes] == expected[: len(outcomes)]
    done = 0
    for step in steps:
        if isinstance(step, Advance):
            done += len(step.outcomes)
            assert (step.done, step.total) == (done, len(refs))
            assert step.outcomes
    assert end.classified == sum(isinstance(outcome, Classified) for outcome in outcomes)
    assert end.failed == sum(isinstance(outcome, Failed) for outcome in outcomes)
    assert (end.ending is Ending.FAILED) == (end.error is not None)
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("stream")] == []
    return end


# --- completed -------------------------------------------------------------------------------------------------------


def test_every_picture_gets_its_outcome_in_order() -> None:
    refs = [picture(1), LOCKED, BROKEN, picture(2), picture(255), ImageRef(Path("/no/such/file.jpg")), picture(3)]
    steps = steps_of(refs)
    end = check(steps, refs)
    assert (end.ending, end.classified, end.failed) == (Ending.COMPLETED, 3, 4)
    outcomes = outcomes_of(steps)
    assert outcomes[1] is LOCKED
    assert outcomes[4] == Failed(refs[4], Stage.CLASSIFY, Reason.NO_SCORES)  # type: ignore[arg-type]
    assert isinstance(outcomes[5], Failed)
    assert outcomes[5].reason is Reason.MISSING


def test_an_answer_says_all_that_is_known() -> None:
    [answer] = outcomes_of(steps_of([picture(9)], top_k=2))
    assert isinstance(answer, Classified)
    assert (answer.width, answer.height, answer.model, answer.device) == (8, 6, "builtin", "cuda:0")
    assert (answer.precision, answer.seconds > 0) == ("fp32", True)
    assert [prediction.index for prediction in answer.predictions] == [9, 10]


def test_the_job_begins_with_the_model() -> None:
    first, *_ = steps_of([picture(1)])
    assert isinstance(first, ModelReady)
    assert (first.model.key, first.device, first.precision, first.seconds) == ("builtin", CHIP, "fp32", 0.1)


@pytest.mark.parametrize("refs", [[], [LOCKED], [BROKEN, LOCKED]])
def test_a_job_without_a_good_picture_completes(refs: list[ImageRef | Failed]) -> None:
    assert check(steps_of(refs), refs).ending is Ending.COMPLETED


@given(
    st.lists(st.sampled_from([picture(1), picture(2), picture(255), BROKEN, LOCKED]), max_size=25), st.integers(1, 9)
)
@settings(max_examples=30, deadline=None)
def test_any_mixture_is_complete_whatever_the_batch(refs: list[ImageRef | Failed], batch_size: int) -> None:
    steps = steps_of_run(refs, StubEngine(StubClassifier(batch_size)))
    assert end_of(steps).ending is Ending.COMPLETED
    assert [outcome.ref for outcome in outcomes_of(steps)] == [getattr(ref, "ref", ref) for ref in refs]


def test_bad_files_do_not_change_good_answers() -> None:
    """Promise P1."""
    good = [picture(red) for red in range(20)]
    mixed = [ref for pair in zip(good, [BROKEN] * 20, strict=True) for ref in pair]

    def answers(refs: list[ImageRef]) -> list[object]:
        return [outcome.predictions for outcome in outcomes_of(steps_of(refs)) if isinstance(outcome, Classified)]

    assert answers(mixed) == answers(good)


# --- backing off -----------------------------------------------------------------------------------------------------


def test_backing_off_is_said_before_the_answers_it_gave() -> None:
    def runs_out(classifier: StubClassifier, call: int) -> None:
        if call == 0:
            classifier.batch_size = 2
        if call == 1:
            classifier.device, classifier.batch_size = CPU, 1

    refs = [picture(red) for red in range(16)]
    steps = steps_of_run(refs, StubEngine(StubClassifier(8, runs_out)))
    assert end_of(steps).ending is Ending.COMPLETED
    said = [step for step in steps if isinstance(step, BackedOff)]
    assert said[-1:] == [BackedOff(7, CPU, 1)]  # what went before may have been overtaken
    last = steps[steps.index(said[-1]) + 1 :]
    assert {outcome.device for outcome in outcomes_of(last) if isinstance(outcome, Classified)} <= {"cpu", "cuda:0"}
    assert [outcome.device for outcome in outcomes_of(steps) if isinstance(outcome, Classified)][-1] == "cpu"


def test_backing_off_while_warming_up_is_said() -> None:
    engine = StubEngine()
    engine.has_backed_off = True
    assert BackedOff(7, CHIP, 4) in steps_of([picture(1)], engine)


# --- stopped ---------------------------------------------------------------------------------------------------------


def test_a_job_stopped_before_it_began_loads_nothing() -> None:
    stop, engine = Event(), StubEngine()
    stop.set()
    assert check(steps_of([picture(1)], engine, stop), [picture(1)]).ending is Ending.CANCELLED
    assert engine.prepared == 0


@pytest.mark.parametrize("stopped_at", [0, 1, 3])
def test_stopping_is_heeded_before_the_next_forward_pass(stopped_at: int) -> None:
    stop = Event()

    def stops(_classifier: StubClassifier, call: int) -> None:
        if call == stopped_at:
            stop.set()

    refs = [picture(red) for red in range(30)]
    classifier = StubClassifier(1, stops)
    end = check(steps_of(refs, StubEngine(classifier), stop), refs)
    assert (end.ending, end.classified) == (Ending.CANCELLED, stopped_at + 1)
    assert classifier.calls == stopped_at + 1


def test_stopping_after_the_last_picture_is_no_cancellation() -> None:
    stop = Event()
    steps = steps_of([picture(1)], StubEngine(StubClassifier(1, lambda *_: stop.set())), stop)
    assert check(steps, [picture(1)]).ending is Ending.COMPLETED


@pytest.mark.parametrize("steps_taken", [0, 1, 2, 5])
def test_closing_the_iterator_joins_its_threads(steps_taken: int) -> None:
    refs = tuple(picture(red) for red in range(40))
    steps = run(Job(7, refs), StubEngine(StubClassifier(1)), Event())  # type: ignore[arg-type]
    for _ in range(steps_taken):
        next(steps)
    assert isinstance(steps, Iterator)
    steps.close()  # type: ignore[attr-defined]
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("stream")] == []


# --- failed ----------------------------------------------------------------------------------------------------------


def failing_at(call: int, error: Exception) -> StubClassifier:
    def fails(_classifier: StubClassifier, now: int) -> None:
        if now == call:
            raise error

    return StubClassifier(1, fails)


@pytest.mark.parametrize("trouble", [Trouble.WEIGHTS_DAMAGED, Trouble.LIBRARY_BROKEN, Trouble.DEVICE_UNAVAILABLE])
def test_a_model_that_cannot_be_made_ready_ends_the_job(trouble: Trouble) -> None:
    refs = [picture(red) for red in range(9)]
    steps = steps_of(refs, StubEngine(error=JobFailure(trouble, "subject", "detail")))
    assert len(steps) == 1
    error = check(steps, refs).error
    assert error is not None
    assert (error.trouble, error.subject, error.detail) == (trouble, "subject", "detail")


def test_an_unknown_model_ends_the_job_at_once() -> None:
    [end] = run(Job(7, (picture(1),), model="nothing"), StubEngine(), Event())  # type: ignore[arg-type]
    assert isinstance(end, JobEnd)
    assert end.error is not None
    assert end.error.trouble is Trouble.NO_SUCH_MODEL


def test_a_lost_device_keeps_what_was_answered_and_loads_anew_next_time() -> None:
    refs = [picture(red) for red in range(9)]
    engine = StubEngine(failing_at(4, JobFailure(Trouble.DEVICE_LOST, "cuda:0", "unspecified launch failure")))
    end = check(steps_of(refs, engine), refs)
    assert end.error is not None
    assert (end.error.trouble, end.classified, engine.forgotten) == (Trouble.DEVICE_LOST, 4, 1)


def test_a_fault_of_ours_is_logged_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    refs = [picture(red) for red in range(9)]
    with caplog.at_level(logging.ERROR):
        end = check(steps_of(refs, StubEngine(failing_at(2, ZeroDivisionError("a slip")))), refs)
    assert end.error is not None
    assert (end.error.trouble, end.error.subject, end.classified) == (Trouble.INTERNAL, "ZeroDivisionError", 2)
    assert "a slip" in caplog.text
    assert "Traceback" in caplog.text


@pytest.mark.usefixtures("caplog")  # it is logged
def test_a_lack_of_memory_is_no_fault_of_ours() -> None:
    end = check(steps_of([picture(1)], StubEngine(error=MemoryError())), [picture(1)])
    assert end.error is not None
    assert end.error.trouble is Trouble.OUT_OF_MEMORY


def test_a_fault_while_loading_is_an_ending_too(caplog: pytest.LogCaptureFixture) -> None:
    end = check(steps_of([picture(1)], StubEngine(error=ValueError("odd"))), [picture(1)])
    assert end.error is not None
    assert end.error.trouble is Trouble.INTERNAL
    assert "odd" in caplog.text
