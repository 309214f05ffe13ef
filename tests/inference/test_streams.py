import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from PIL import Image

from app.images.budget import DecodeBudget
from app.images.decode import Picture, open_picture
from app.inference import decoding, streams
from app.inference.arithmetic import CPU_BATCH
from app.inference.streams import KNOWN_PORTION, Streams
from app.models.builtin import builtin_model
from app.steps import Job
from app.values import Classified, Device, DeviceState, Failed, ImageRef, Outcome, Prediction, Reason, Stage

MODEL = builtin_model()
LOCKED = Failed(ImageRef(Path("locked")), Stage.FIND, Reason.UNREADABLE)


Answers = tuple[Device, list[tuple[Prediction, ...]]]


class StubClassifier:
    """Answers without torch.

    Attributes:
        passes: how many pictures it was asked for in each forward pass, and whether they were to be answered alone.
    """

    spec, device, precision = MODEL, Device("cpu", "CPU", DeviceState.USABLE), "fp32"

    def __init__(self, batch_size: int = 4) -> None:
        self.batch_size = batch_size
        self.passes: list[tuple[int, bool]] = []

    def classify(self, images: Sequence[Image.Image], top_k: int, *, alone: bool) -> Answers:
        assert top_k == 5
        size = 1 if alone else min(len(images), self.batch_size)
        self.passes.append((size, alone))
        return self.device, [(Prediction(0, "tench", 0.5),)] * size


def picture(name: str, size: tuple[int, int] = (30, 20)) -> ImageRef:
    file = BytesIO()
    Image.new("RGB", size).save(file, "PNG")
    return ImageRef(Path(name), file.getvalue())


def pictures(count: int) -> list[ImageRef]:
    return [picture(str(index)) for index in range(count)]


def streams_of(
    items: Iterable[ImageRef | Outcome | None],
    classifier: StubClassifier | None = None,
    stop: Event | None = None,
    *,
    budget: DecodeBudget | None = None,
    beginning: Callable[[ImageRef], None] = lambda _ref: None,
    alone: bool = False,
) -> Streams:
    """They have their network, if one is given."""
    found = Streams(
        items, Job(1, ()), MODEL.preprocess, stop or Event(), budget or DecodeBudget(), beginning, alone=alone
    )
    if classifier is not None:
        found.begin(classifier)  # type: ignore[arg-type]
    return found


def all_of(found: Streams) -> list[Outcome]:
    with found:
        outcomes: list[Outcome] = []
        while not found.is_over:
            outcomes += found.take()
    return outcomes


def threads_left() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("stream")]


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "stream_threads", lambda _cores: 1)


# --- answers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("alone", [True, False])
def test_outcomes_come_in_order_with_failures_in_their_place(alone: bool) -> None:
    refs = [picture("0"), LOCKED, ImageRef(Path("2"), b"no picture"), *(picture(str(i)) for i in range(3, 60))]
    outcomes = all_of(streams_of(refs, StubClassifier(), alone=alone))
    assert [each.ref for each in outcomes] == [ref.ref if isinstance(ref, Failed) else ref for ref in refs]
    assert outcomes[1] is LOCKED
    assert isinstance(outcomes[2], Failed)
    assert sum(isinstance(each, Classified) for each in outcomes) == 58
    assert threads_left() == []


@pytest.mark.usefixtures("one_thread")
def test_pictures_are_answered_together_and_what_is_known_rides_along() -> None:
    classifier = StubClassifier()
    refs = pictures(10)
    outcomes = all_of(streams_of([refs[0], LOCKED, LOCKED, *refs[1:]], classifier))
    assert classifier.passes == [(4, False), (4, False), (2, False)]
    assert len(outcomes) == 12


@pytest.mark.usefixtures("one_thread")
def test_who_waits_for_each_picture_gets_each_by_itself() -> None:
    classifier = StubClassifier()
    assert len(all_of(streams_of(pictures(3), classifier, alone=True))) == 3
    assert classifier.passes == [(1, True)] * 3


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux knows a niceness of threads")
def test_threads_give_way_as_who_starts_them_does() -> None:
    asked: list[int] = []

    def work() -> None:
        os.setpriority(os.PRIO_PROCESS, 0, 19)
        all_of(streams_of(pictures(3), StubClassifier(), beginning=lambda _: asked.append(niceness())))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert asked == [19, 19, 19]
    assert niceness() < 19


def niceness() -> int:
    """Of the thread that asks."""
    return os.getpriority(os.PRIO_PROCESS, 0)


@pytest.mark.usefixtures("one_thread")
def test_portions_are_as_large_as_the_network_takes_them_once_it_is_there() -> None:
    classifier = StubClassifier(32)
    found = streams_of(pictures(2 * CPU_BATCH + 40))  # two portions begin before the network is there
    found.begin(classifier)  # type: ignore[arg-type]
    all_of(found)
    assert [size for size, _ in classifier.passes] == [CPU_BATCH, CPU_BATCH, 32, 8]


@pytest.mark.usefixtures("one_thread")
def test_a_network_that_takes_fewer_is_asked_again() -> None:
    class Shrinking(StubClassifier):
        def classify(self, images: Sequence[Image.Image], top_k: int, *, alone: bool) -> Answers:
            self.batch_size = 3
            return super().classify(images, top_k, alone=alone)

    classifier = Shrinking()
    assert len(all_of(streams_of(pictures(4), classifier))) == 4
    assert [size for size, _ in classifier.passes] == [3, 1]


def test_a_thousand_known_outcomes_need_no_thread_and_no_network() -> None:
    with streams_of([LOCKED] * 1000) as found:
        outcomes: list[Outcome] = []
        while not found.is_over:
            some = found.take()
            assert 0 < len(some) <= 2 * KNOWN_PORTION
            outcomes += some
        assert threads_left() == []
    assert outcomes == [LOCKED] * 1000


def test_pictures_without_an_answer_do_not_wait_for_the_network() -> None:
    refs = [ImageRef(Path(str(index)), b"no picture") for index in range(9)]
    assert [type(each) for each in all_of(streams_of(refs))] == [Failed] * 9


def test_pictures_that_are_not_found_yet_are_waited_for() -> None:
    def found() -> Iterator[ImageRef | None]:
        yield picture("a")
        yield None
        yield None
        yield picture("b")

    assert [each.ref.path.name for each in all_of(streams_of(found(), StubClassifier()))] == ["a", "b"]


def test_what_the_network_raises_is_raised_to_who_asks() -> None:
    class Broken(StubClassifier):
        def classify(self, *_: object, **__: object) -> Answers:
            raise ZeroDivisionError("a slip")

    with pytest.raises(ZeroDivisionError, match="a slip"):
        all_of(streams_of(pictures(9), Broken()))
    assert threads_left() == []


def test_what_was_answered_before_the_network_failed_comes_first() -> None:
    with streams_of(()) as found:
        answered: Future[list[Outcome]] = Future()
        failed: Future[list[Outcome]] = Future()
        answered.set_result([LOCKED])
        failed.set_exception(ZeroDivisionError())
        found._ahead.extend((answered, failed))
        assert found.take() == [LOCKED]
        with pytest.raises(ZeroDivisionError):
            found.take()


def test_exact_answers_see_the_exact_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    real = decoding.decoded

    def noted(*words: object, is_exact: bool) -> object:
        asked.append(is_exact)
        return real(*words, is_exact=is_exact)  # type: ignore[arg-type]

    monkeypatch.setattr(streams, "decoded", noted)
    for precision in ("auto", "fp32"):
        job = replace(Job(1, ()), precision=precision)
        found = Streams(pictures(1), job, MODEL.preprocess, Event(), DecodeBudget(), lambda _ref: None, alone=True)
        found.begin(StubClassifier())  # type: ignore[arg-type]
        all_of(found)
    assert asked == [False, True]


# --- how far ahead ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("one_thread")
def test_decoding_runs_only_a_little_ahead() -> None:
    begun: list[ImageRef] = []
    with streams_of(pictures(100), beginning=begun.append):
        pass
    assert len(begun) <= CPU_BATCH


def test_a_picture_that_takes_long_keeps_no_core_from_its_work(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()

    @contextmanager
    def slow(ref: ImageRef, *words: object, **more: object) -> Iterator[Picture | Failed]:
        assert ref.path.name != "0" or go_on.wait(30)
        with open_picture(ref, *words, **more) as opened:  # type: ignore[arg-type]
            yield opened

    monkeypatch.setattr(decoding, "open_picture", slow)
    monkeypatch.setattr(streams, "stream_threads", lambda _cores: 2)
    classifier = StubClassifier()
    with streams_of(pictures(80), classifier) as found:
        while len(classifier.passes) < 19:  # all but the first portion
            assert found.take() == []
        go_on.set()
        outcomes: list[Outcome] = []
        while not found.is_over:
            outcomes += found.take()
    assert [each.ref.path.name for each in outcomes] == [str(index) for index in range(80)]


# --- the end ---------------------------------------------------------------------------------------------------------


def slow_pictures(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """Each picture takes until the second event is set; the first tells that one began."""
    begun, go_on = Event(), Event()

    @contextmanager
    def slow(ref: ImageRef, *words: object, **more: object) -> Iterator[Picture | Failed]:
        begun.set()
        assert go_on.wait(30)
        with open_picture(ref, *words, **more) as opened:  # type: ignore[arg-type]
            yield opened

    monkeypatch.setattr(decoding, "open_picture", slow)
    return begun, go_on


def test_nobody_waits_long_for_a_slow_picture_and_a_stopped_job_begins_nothing_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, go_on = slow_pictures(monkeypatch)
    stop = Event()
    with streams_of(pictures(8), StubClassifier(), stop) as found:
        assert begun.wait(30)
        assert found.take() == []  # it is still decoding, and others may have their turn
        assert not found.is_over
        stop.set()
        go_on.set()
        assert found.take() == []
        assert not found.is_over
    assert threads_left() == []


def test_what_is_being_answered_when_a_job_is_stopped_is_not_lost() -> None:
    stop = Event()

    class Stopping(StubClassifier):
        def classify(self, images: Sequence[Image.Image], top_k: int, *, alone: bool) -> Answers:
            stop.set()
            return super().classify(images, top_k, alone=alone)

    with streams_of(pictures(4), Stopping(), stop) as found:
        assert stop.wait(30)
        assert len(found.take()) == 4
        assert found.is_over


def test_a_thread_that_waits_for_the_budget_ends_when_the_job_is_stopped() -> None:
    stop, budget = Event(), DecodeBudget(1)
    with streams_of((), stop=stop, budget=budget) as found, budget.claim(1):  # somebody decodes a huge picture
        found._items, found._has_more = iter(pictures(20)), True
        found._fill()
        stop.set()
    assert threads_left() == []
    assert all(isinstance(each.exception(), CancelledError) for each in found._ahead if not each.cancelled())


@pytest.mark.usefixtures("one_thread")
def test_what_has_not_begun_when_the_job_ends_never_does(monkeypatch: pytest.MonkeyPatch) -> None:
    _, go_on = slow_pictures(monkeypatch)
    begun: list[str] = []
    with streams_of(pictures(2), beginning=lambda ref: begun.append(ref.path.name), alone=True):
        threading.Timer(0.1, go_on.set).start()
    assert begun in ([], ["0"])


@pytest.mark.parametrize("trouble", [OSError("the disk is gone"), KeyboardInterrupt()])
def test_items_that_fail_at_once_leave_no_thread_waiting_for_the_network(trouble: BaseException) -> None:
    def failing() -> Iterator[ImageRef]:
        yield from pictures(CPU_BATCH + 1)  # a thread has begun
        raise trouble

    with pytest.raises(type(trouble)):
        streams_of(failing())
    for thread in threading.enumerate():
        if thread.name.startswith("stream"):  # who interrupts does not wait
            thread.join(5)
    assert threads_left() == []


def test_threads_do_not_wait_for_a_network_that_never_comes() -> None:
    with streams_of(pictures(9)):
        pass
    assert threads_left() == []


def test_who_interrupts_does_not_wait_for_what_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = slow_pictures(monkeypatch)
    found = streams_of([picture("a")], StubClassifier())
    assert begun.wait(30)
    with pytest.raises(KeyboardInterrupt), found:
        raise KeyboardInterrupt
    assert threads_left()
    go_on.set()
    found._pool.shutdown()
    assert threads_left() == []


def test_a_portion_that_gave_up_is_not_asked_for_its_outcomes() -> None:
    with streams_of(()) as found:
        given_up: Future[list[Outcome]] = Future()
        given_up.set_exception(CancelledError())
        found._ahead.append(given_up)
        assert found.take() == []
