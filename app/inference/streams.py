"""The pictures of a job, answered by threads that each decode a few and then run the network on them together."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from threading import Event
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING

from app.images.budget import DecodeBudget
from app.inference.arithmetic import CPU_BATCH, is_exact
from app.inference.cores import same_priority, stream_threads, usable_cores
from app.inference.decoding import LISTEN_SECONDS, Decoded, StoppableBudget, decoded
from app.steps import Job
from app.values import Classified, Device, Failed, ImageRef, Outcome, PreprocessSpec, Reason, Stage

if TYPE_CHECKING:
    from app.inference.classifier import Answer, Classifier

KNOWN_PORTION = 64  # outcomes that are known already, told together
LAST_SECONDS = 0.4  # to wait for what is being answered when a job is stopped, which shall take half a second
MOST_AHEAD = 256  # portions that may wait for one that takes long


class Streams:
    """The outcomes of a job's pictures, in order, by threads that live as long as the `with` block.

    Each thread takes a portion of the pictures, decodes them one after the other, and runs the network on them
    together: every core is busy, and nothing is handed over. What has its outcome already comes back as it is, in its
    place. Decoding begins at once, and a thread that is done with it waits for the network.

    At any time at most two portions for each thread are being answered or wait for it; decoding threads share a budget
    of bytes with all others that decode.
    """

    def __init__(
        self,
        items: Iterable[ImageRef | Outcome | None],
        job: Job,
        spec: PreprocessSpec,
        stop: Event,
        budget: DecodeBudget,
        beginning: Callable[[ImageRef], None],
        *,
        alone: bool,
    ) -> None:
        """Begin to decode.

        Args:
            items: iterated in the thread that asks; None says that there is nothing more at the moment.
            job: its precision, limits and top-k.
            spec: how its model wants its pictures.
            stop: gives up what is not answered.
            budget: memory for decoding.
            beginning: told of each picture in the thread that decodes it, before any of its bytes is read.
            alone: one picture at a time, as fast as it can be had.

        Raises:
            Exception: what `items` raised.
        """
        self._items = iter(items)
        self._job = job
        self._spec = spec
        self._stop = stop
        self._budget = StoppableBudget(budget, stop)
        self._beginning = beginning
        self._alone = alone
        self._threads = stream_threads(usable_cores())
        self._pool = ThreadPoolExecutor(self._threads, "stream", same_priority())
        self._classifier: Future[Classifier] = Future()
        self._ahead: deque[Future[list[Outcome]]] = deque()
        self._changed = Event()
        self._has_more = True
        try:
            self._fill()
        except BaseException as error:  # threads that wait for the network would wait for ever, the process for them
            self.__exit__(type(error), error, None)
            raise

    def __enter__(self) -> Streams:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Join the threads: what has not begun never will, and what has begun is waited for, but not by who interrupts.

        An interrupted process has to leave without destructors (`os._exit`): threads that still decode crash in them.
        """
        self._classifier.cancel()  # nobody waits for one that never came
        self._pool.shutdown(wait=kind is not KeyboardInterrupt, cancel_futures=True)

    @property
    def is_over(self) -> bool:
        """Whether all outcomes were taken."""
        return not (self._has_more or self._ahead)

    def begin(self, classifier: Classifier) -> None:
        """The network is loaded; threads that wait for it go on."""
        self._classifier.set_result(classifier)

    def take(self) -> list[Outcome]:
        """The next outcomes in order, all that are there, or else the first ones as soon as they are.

        Empty when there are none left, and when none was ready for `LISTEN_SECONDS`: whoever asks may have other work
        meanwhile. Once the job was stopped, what is being answered still comes if it does so at once.

        Raises:
            Exception: what the network or `items` raised.
        """
        if self._stop.is_set():
            wait(self._ahead, LAST_SECONDS)
        else:
            self._changed.clear()
            self._fill()
            self._listen()
        ready: list[Outcome] = []
        while self._ahead and self._ahead[0].done() and not _gave_up(self._ahead[0]):
            if ready and self._ahead[0].exception():
                break  # what came before it is told first
            ready.extend(self._ahead.popleft().result())
        return ready

    def _listen(self) -> None:
        if not self._ahead and self._has_more:
            self._stop.wait(LISTEN_SECONDS)
        elif self._ahead and not self._ahead[0].done():
            self._changed.wait(LISTEN_SECONDS)

    def _fill(self) -> None:
        """Keep the threads busy, also behind a portion that takes long."""
        while self._has_more and len(self._ahead) < MOST_AHEAD and self._under_way() < 2 * self._threads:
            portion = self._portion()
            if not portion:
                return
            self._ahead.append(self._begun(portion))
            if self._ahead[-1].done():  # it is told before more is looked for
                return

    def _under_way(self) -> int:
        return sum(not portion.done() for portion in self._ahead)

    def _portion(self) -> list[ImageRef | Outcome]:
        """The next items that are answered together; fewer, or none, where there is nothing more at the moment."""
        portion: list[ImageRef | Outcome] = []
        pictures, most = 0, self._most()
        while pictures < most and len(portion) < KNOWN_PORTION:
            try:
                item = next(self._items)
            except StopIteration:
                self._has_more = False
                break
            if item is None:
                break
            portion.append(item)
            pictures += isinstance(item, ImageRef)
        return portion

    def _most(self) -> int:
        """Before the network is loaded nobody knows how many it takes at once."""
        if self._alone:
            return 1
        return self._classifier.result().batch_size if self._classifier.done() else CPU_BATCH

    def _begun(self, portion: list[ImageRef | Outcome]) -> Future[list[Outcome]]:
        known = [item for item in portion if not isinstance(item, ImageRef)]
        if len(known) == len(portion):  # it needs no thread
            future: Future[list[Outcome]] = Future()
            future.set_result(known)
            return future
        future = self._pool.submit(self._answered, portion)
        future.add_done_callback(lambda _: self._changed.set())
        return future

    # in the threads

    def _answered(self, portion: list[ImageRef | Outcome]) -> list[Outcome]:
        """Whatever goes wrong with one picture is its own failure."""
        items = [self._decoded(item) if isinstance(item, ImageRef) else item for item in portion]
        answers = self._answers([item for item in items if isinstance(item, Decoded)])
        return [next(answers) if isinstance(item, Decoded) else item for item in items]

    def _decoded(self, ref: ImageRef) -> Decoded | Failed:
        if self._stop.is_set():
            raise CancelledError
        self._beginning(ref)
        exact = is_exact(self._job.precision)
        return decoded(ref, self._spec, self._job.limits, self._budget, is_exact=exact)

    def _answers(self, pictures: list[Decoded]) -> Iterator[Outcome]:
        while pictures:
            classifier = self._classifier.result()
            if self._stop.is_set():
                raise CancelledError
            started = perf_counter()
            images = [picture.image for picture in pictures]
            device, answers = classifier.classify(images, self._job.top_k, alone=self._alone)
            share = (perf_counter() - started) / len(answers)
            for picture, answer in zip(pictures, answers, strict=False):
                yield _outcome(picture, answer, classifier, device, share)
            pictures = pictures[len(answers) :]


def _gave_up(portion: Future[list[Outcome]]) -> bool:
    """Whether a portion that is done was given up because the job was stopped."""
    return isinstance(portion.exception(), CancelledError)


def _outcome(picture: Decoded, answer: Answer, classifier: Classifier, device: Device, seconds: float) -> Outcome:
    if isinstance(answer, Reason):
        return Failed(picture.ref, Stage.CLASSIFY, answer)
    return Classified(
        ref=picture.ref,
        width=picture.width,
        height=picture.height,
        model=classifier.spec.key,
        device=device.name,
        precision=classifier.precision,
        predictions=answer,
        seconds=picture.seconds + seconds,
    )
