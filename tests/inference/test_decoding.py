import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from PIL import Image

from app.images.budget import DecodeBudget
from app.images.decode import Picture, open_picture
from app.inference import decoding
from app.inference.decoding import DecodeAhead, Decoded, StoppableBudget
from app.models.builtin import builtin_model
from app.values import Failed, ImageRef, Limits, Reason, Stage

SPEC = builtin_model().preprocess


def picture(name: str, size: tuple[int, int] = (30, 20)) -> ImageRef:
    file = BytesIO()
    Image.new("RGB", size).save(file, "PNG")
    return ImageRef(Path(name), file.getvalue())


def threads_left() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("decode")]


def taken(ahead: DecodeAhead, most: int = 3) -> Iterator[Decoded | Failed]:
    while some := ahead.take(most):
        assert 1 <= len(some) <= most
        yield from some


def test_pictures_come_in_order_with_failures_in_their_place() -> None:
    walk_failure = Failed(ImageRef(Path("locked")), Stage.FIND, Reason.UNREADABLE)
    refs = [picture("0"), walk_failure, ImageRef(Path("2"), b"no picture"), *(picture(str(i)) for i in range(3, 60))]
    with DecodeAhead(refs, SPEC, Limits(), Event(), DecodeBudget()) as ahead:
        items = list(taken(ahead))
    assert [item.ref for item in items] == [ref.ref if isinstance(ref, Failed) else ref for ref in refs]
    assert items[1] is walk_failure
    assert isinstance(items[2], Failed)
    assert sum(isinstance(item, Decoded) for item in items) == 58
    assert threads_left() == []


def test_a_decoded_picture_is_the_crop_and_knows_the_full_size() -> None:
    with DecodeAhead([picture("long", (30, 3000))], SPEC, Limits(), Event(), DecodeBudget()) as ahead:
        [item] = ahead.take(1)
    assert isinstance(item, Decoded)
    assert (item.image.size, item.image.mode) == ((224, 224), "RGB")
    assert (item.width, item.height) == (30, 3000)
    assert item.seconds > 0


def test_the_limits_hold() -> None:
    with DecodeAhead([picture("large", (50, 50))], SPEC, Limits(pixels=2000), Event(), DecodeBudget()) as ahead:
        [item] = ahead.take(1)
    assert isinstance(item, Failed)
    assert item.reason is Reason.TOO_LARGE


def test_decoding_runs_only_a_little_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Path] = []
    real = decoding.open_picture

    def counted(ref: ImageRef, *rest: object) -> object:
        begun.append(ref.path)
        return real(ref, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(decoding, "open_picture", counted)
    monkeypatch.setattr(decoding, "decode_threads", lambda _cores: 2)
    with DecodeAhead([picture(str(index)) for index in range(100)], SPEC, Limits(), Event(), DecodeBudget()) as ahead:
        for _ in range(10):
            ahead.take(1)
    assert len(begun) <= 10 + 1 + 2 * 2


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (MemoryError(), Reason.OUT_OF_MEMORY, ""),
        (ZeroDivisionError("a fault of ours"), Reason.DAMAGED, "ZeroDivisionError"),
    ],
)
@pytest.mark.usefixtures("caplog")  # it is logged
def test_an_error_after_decoding_costs_one_picture(
    error: Exception, reason: Reason, detail: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = decoding.network_image
    errors = [error]

    def fails_once(*args: object) -> Image.Image:
        if errors:
            raise errors.pop()
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(decoding, "network_image", fails_once)
    monkeypatch.setattr(decoding, "decode_threads", lambda _cores: 1)
    first = picture("first")
    with DecodeAhead([first, picture("second")], SPEC, Limits(), Event(), DecodeBudget()) as ahead:
        items = list(taken(ahead))
    assert items[0] == Failed(first, Stage.DECODE, reason, detail)
    assert isinstance(items[1], Decoded)


def test_nobody_waits_long_for_a_slow_picture_and_a_stopped_job_gets_nothing_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stop, go_on = Event(), Event()

    @contextmanager
    def slow(ref: ImageRef, limits: Limits, budget: DecodeBudget) -> Iterator[Picture | Failed]:
        assert go_on.wait(30)
        with open_picture(ref, limits, budget) as opened:
            yield opened

    monkeypatch.setattr(decoding, "open_picture", slow)
    with DecodeAhead([picture("a"), picture("b")], SPEC, Limits(), stop, DecodeBudget()) as ahead:
        assert ahead.take(1) == []  # it is still decoding, and others may have their turn
        assert not ahead.is_over
        stop.set()
        go_on.set()
        assert ahead.take(1) == []
    assert threads_left() == []


def test_a_thread_that_waits_for_the_budget_ends_when_the_job_is_stopped() -> None:
    stop = Event()
    refs = [picture(str(index)) for index in range(20)]
    with DecodeAhead(refs, SPEC, Limits(), stop, DecodeBudget(1)) as ahead, ahead._budget.claim(1):
        time.sleep(0.05)  # somebody decodes a huge picture, and everyone else waits
        stop.set()
        assert ahead.take(1) == []
    assert threads_left() == []


def test_a_budget_of_a_stopped_job_grants_nothing() -> None:
    stop = Event()
    budget = StoppableBudget(DecodeBudget(10), stop)
    with budget.claim(10):
        stop.set()
    with pytest.raises(CancelledError), budget.claim(10):
        pytest.fail("it was granted")
    stop.clear()
    with budget.claim(10):  # and nothing is left held
        pass


def test_a_picture_that_a_stop_overtook_is_not_called_damaged() -> None:
    stop = Event()
    refs = [picture(str(index)) for index in range(20)]
    with DecodeAhead([], SPEC, Limits(), stop, DecodeBudget(1)) as ahead:
        with ahead._budget.claim(1):
            ahead._refs = iter(refs)
            ahead._fill(1)
            stop.set()
        assert all(isinstance(each.exception(), CancelledError) for each in ahead._ahead)
        assert ahead.take(1) == []


def test_what_has_not_begun_when_the_job_ends_never_does(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = [], Event()

    @contextmanager
    def slow(ref: ImageRef, limits: Limits, budget: DecodeBudget) -> Iterator[Picture | Failed]:
        begun.append(ref.path)
        assert go_on.wait(30)
        with open_picture(ref, limits, budget) as opened:
            yield opened

    monkeypatch.setattr(decoding, "open_picture", slow)
    monkeypatch.setattr(decoding, "decode_threads", lambda _cores: 1)
    refs = [picture("first"), picture("second")]
    with DecodeAhead(refs, SPEC, Limits(), Event(), DecodeBudget()):
        threading.Timer(0.1, go_on.set).start()
    assert begun in ([], [Path("first")])


def test_who_interrupts_does_not_wait_for_what_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = Event(), Event()

    @contextmanager
    def slow(ref: ImageRef, *_: object) -> Iterator[Failed]:
        begun.set()
        assert go_on.wait(30)
        yield Failed(ref, Stage.DECODE, Reason.DAMAGED)

    monkeypatch.setattr(decoding, "open_picture", slow)
    ahead = DecodeAhead([picture("a")], SPEC, Limits(), Event(), DecodeBudget())
    assert begun.wait(30)
    with pytest.raises(KeyboardInterrupt), ahead:
        raise KeyboardInterrupt
    assert threads_left()
    go_on.set()
    ahead._pool.shutdown()
    assert threads_left() == []


def test_a_decode_that_gives_up_while_it_is_looked_at_is_not_asked_for_its_outcome() -> None:
    stop = Event()

    class Overtaken(Future[Decoded | Failed]):
        """Is done when somebody asks, and just then the job was stopped."""

        def done(self) -> bool:
            stop.set()
            if not super().done():
                self.set_exception(CancelledError())
            return True

    with DecodeAhead([], SPEC, Limits(), stop, DecodeBudget()) as ahead:
        ahead._ahead.append(Overtaken())
        assert ahead.take(1) == []


def test_pictures_that_are_not_found_yet_are_waited_for() -> None:
    def found() -> Iterator[ImageRef | None]:
        yield picture("a")
        yield None
        yield None
        yield picture("b")

    with DecodeAhead(found(), SPEC, Limits(), Event(), DecodeBudget()) as ahead:
        taken: list[str] = []
        while not ahead.is_over:
            taken += [item.ref.path.name for item in ahead.take(1)]
    assert taken == ["a", "b"]
