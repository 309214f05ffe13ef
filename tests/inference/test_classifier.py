import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Lock

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from torch import Tensor, nn

from app.inference import classifier as module
from app.inference.arithmetic import CPU_BATCH, EXACT, QUICK, Arithmetic
from app.inference.classifier import ACCELERATOR_BATCH, Answer, Classifier, likeliest
from app.inference.devices import CPU
from app.models.builtin import builtin_model
from app.models.networks import load_network
from app.steps import JobFailure, Trouble
from app.values import Device, DeviceState, Prediction, Reason

SPEC = builtin_model()
CHIP = Device("cpu:0", "A chip", DeviceState.USABLE)  # torch takes it for the CPU; we take it for an accelerator


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    """As the engine sets it on a small machine: busy cores would slow a forward pass of several threads to a crawl."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


class Brightness(nn.Module):
    """Gives each class the mean of its picture, the second class a little more; fails first as often as told.

    Attributes:
        batches: shapes of the batches it saw.
    """

    def __init__(self, troubles: Iterable[Exception] = ()) -> None:
        super().__init__()
        self.troubles = list(troubles)
        self.batches: list[tuple[int, ...]] = []

    def forward(self, x: Tensor) -> Tensor:
        self.batches.append(tuple(x.shape))
        if self.troubles:
            raise self.troubles.pop(0)
        logits = x.mean(dim=(1, 2, 3))[:, None].repeat(1, 1000)
        logits[:, 1] += 1
        return logits


class Needs(Brightness):
    """Has room for `most` pictures at once."""

    def __init__(self, most: int, error: Callable[[], Exception]) -> None:
        super().__init__()
        self.most, self.error = most, error

    def forward(self, x: Tensor) -> Tensor:
        self.troubles = [self.error()] if len(x) > self.most else []
        return super().forward(x)


def answers_of(classifier: Classifier, count: int, *, alone: bool = False) -> list[Answer]:
    """Of so many pictures."""
    return classifier.classify(pictures(count), 5, alone=alone)[1]


def pictures(count: int) -> list[Image.Image]:
    return [Image.new("RGB", (224, 224), (40 * index, 90, 200)) for index in range(count)]


OUT_OF_MEMORY = [
    torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"),
    RuntimeError("MPS backend out of memory (MPS allocated: 1 GB)"),
    RuntimeError("UR error: UR_RESULT_ERROR_OUT_OF_DEVICE_MEMORY"),
    RuntimeError("cuDNN error: CUDNN_STATUS_ALLOC_FAILED"),
    RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes."),
    RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes."),
    MemoryError(),
]


# --- answers ---------------------------------------------------------------------------------------------------------


def test_a_batch_always_has_the_same_shape() -> None:
    network = Brightness()
    classifier = Classifier(network, SPEC, CHIP, QUICK)
    assert len(answers_of(classifier, 1)) == 1
    assert len(answers_of(classifier, 5)) == 5
    assert len(answers_of(classifier, 40)) == ACCELERATOR_BATCH
    assert network.batches == [(ACCELERATOR_BATCH, 3, 224, 224)] * 3


def test_an_answer_does_not_depend_on_its_neighbours() -> None:
    classifier = Classifier(load_network(SPEC), SPEC, CHIP, QUICK)
    classifier.batch_size = 3
    first, second, third = pictures(3)
    alone = classifier.logits([second], 3)
    assert torch.equal(classifier.logits([first, second, third], 3)[1], classifier.logits([third, second], 3)[1])
    torch.testing.assert_close(alone[0], classifier.logits([second, first], 3)[0], rtol=0, atol=0)


def test_single_and_batch_agree() -> None:
    """Promise P8, between one picture at a time and an accelerator's batch."""
    network = load_network(SPEC)
    single = Classifier(network, SPEC, CPU, EXACT)
    batch = Classifier(network, SPEC, CHIP, QUICK)
    together = batch.logits(pictures(4), 4)
    for row, image in zip(together, pictures(4), strict=True):
        torch.testing.assert_close(single.logits([image], 1)[0], row, rtol=0, atol=1e-4)


def test_logits_are_inference_only() -> None:
    scores = Classifier(load_network(SPEC), SPEC, CPU, EXACT).logits(pictures(1), 1)
    assert not scores.requires_grad
    assert (scores.shape, scores.dtype) == ((1, 1000), torch.float32)


@pytest.mark.usefixtures("caplog")  # it is logged
def test_the_device_that_answered_is_told() -> None:
    network = Brightness([torch.OutOfMemoryError("CUDA out of memory")])
    classifier = Classifier(network, SPEC, CHIP, QUICK)
    classifier.batch_size = 1
    assert classifier.classify(pictures(1), 5)[0] == CPU
    assert Classifier(network, SPEC, CHIP, QUICK).classify(pictures(1), 5)[0] == CHIP


@pytest.mark.parametrize(("arithmetic", "size"), [(EXACT, 1), (QUICK, CPU_BATCH)])
def test_on_the_cpu_a_few_pictures_go_together_unless_they_are_to_be_exact(arithmetic: Arithmetic, size: int) -> None:
    network = Brightness()
    classifier = Classifier(network, SPEC, CPU, arithmetic)
    assert len(answers_of(classifier, 9)) == classifier.batch_size == size
    assert network.batches == [(size, 3, 224, 224)]


def test_somebody_who_waits_gets_a_pass_for_one() -> None:
    network = Brightness()
    assert len(answers_of(Classifier(network, SPEC, CPU, QUICK), 3, alone=True)) == 1
    assert network.batches == [(1, 3, 224, 224)]


def test_no_more_passes_at_a_time_than_there_are_cores_for_their_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "usable_cores", lambda: 8)
    most, now, lock = [0], [0], threading.Lock()

    class Counting(Brightness):
        def forward(self, x: Tensor) -> Tensor:
            with lock:
                now[0] += 1
                most[0] = max(most[0], now[0])
            time.sleep(0.01)
            with lock:
                now[0] -= 1
            return x.mean(dim=(1, 2, 3))[:, None].repeat(1, 1000)

    classifier = Classifier(Counting(), SPEC, CPU, Arithmetic("fp32", is_exact=False, threads=4))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: answers_of(classifier, 1), range(16)))
    assert most[0] == 2


@given(st.lists(st.floats(-50, 50, width=32), min_size=20, max_size=60), st.integers(1, 20))
def test_the_top_k_is_exact(values: list[float], top_k: int) -> None:
    logits = torch.tensor(values)
    answer = likeliest(logits, SPEC, top_k)
    assert not isinstance(answer, Reason)
    order = sorted(range(len(values)), key=lambda index: (-logits[index].item(), index))
    assert [prediction.index for prediction in answer] == order[:top_k]
    weights = logits.double().exp()
    for prediction in answer:
        assert prediction.label == SPEC.labels[prediction.index].name
        assert prediction.probability == pytest.approx(float(weights[prediction.index] / weights.sum()), rel=1e-9)


def test_the_classes_of_a_multi_label_model_have_probabilities_of_their_own() -> None:
    logits = torch.full((1000,), -9.0)
    logits[7], logits[3] = 2.0, 1.0
    answer = likeliest(logits, replace(SPEC, multi_label=True), 2)
    assert isinstance(answer, tuple)
    assert [(prediction.index, round(prediction.probability, 4)) for prediction in answer] == [(7, 0.8808), (3, 0.7311)]


def test_equal_scores_stand_in_the_order_of_the_labels() -> None:
    answer = likeliest(torch.zeros(1000), SPEC, 3)
    assert answer == tuple(Prediction(index, SPEC.labels[index].name, 0.001) for index in range(3))


def test_probabilities_of_huge_scores_are_sound() -> None:
    logits = torch.zeros(1000)
    logits[7] = 3e38
    answer = likeliest(logits, SPEC, 2)
    assert not isinstance(answer, Reason)
    assert [prediction.probability for prediction in answer] == [1.0, 0.0]


@pytest.mark.parametrize("value", [torch.nan, torch.inf, -torch.inf])
def test_scores_that_are_no_numbers_are_no_answer(value: float) -> None:
    logits = torch.zeros(1000)
    logits[999] = value
    assert likeliest(logits, SPEC, 5) is Reason.NO_SCORES


# --- backing off -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", OUT_OF_MEMORY, ids=str)
@pytest.mark.usefixtures("caplog")  # it is logged
def test_too_little_memory_halves_the_batch_until_it_fits(error: Exception) -> None:
    network = Needs(5, lambda: error)
    classifier = Classifier(network, SPEC, CHIP, QUICK)
    answers = answers_of(classifier, 6)
    assert [batch[0] for batch in network.batches] == [32, 16, 8, 4]
    assert (classifier.device, classifier.batch_size, len(answers)) == (CHIP, 4, 4)


@pytest.mark.usefixtures("caplog")  # it is logged
def test_then_the_cpu_takes_over() -> None:
    network = Brightness([torch.OutOfMemoryError("CUDA out of memory")] * 6)  # 32, 16, 8, 4, 2, 1
    classifier = Classifier(network, SPEC, CHIP, QUICK)
    answers = answers_of(classifier, 6)
    assert [batch[0] for batch in network.batches] == [32, 16, 8, 4, 2, 1, CPU_BATCH]
    assert (classifier.device, classifier.batch_size, len(answers)) == (CPU, CPU_BATCH, CPU_BATCH)
    assert not isinstance(answers[0], Reason)


@pytest.mark.usefixtures("caplog")  # it is logged
def test_a_picture_too_large_for_the_cpu_fails_alone() -> None:
    network = Brightness([MemoryError()])
    classifier = Classifier(network, SPEC, CPU, EXACT)
    assert answers_of(classifier, 1) == [Reason.OUT_OF_MEMORY]
    assert isinstance(answers_of(classifier, 1)[0], tuple)


@pytest.mark.usefixtures("caplog")  # it is logged
def test_weights_that_do_not_fit_the_device_are_a_reason_to_back_off() -> None:
    class TooLarge(Brightness):
        def to(self, device: str) -> "TooLarge":
            if device != "cpu":
                raise torch.OutOfMemoryError("CUDA out of memory")
            return self

    classifier = Classifier(TooLarge(), SPEC, CHIP, QUICK)
    assert len(answers_of(classifier, 3)) == 3
    assert classifier.device == CPU


@pytest.mark.usefixtures("caplog")  # it is logged
def test_the_retry_runs_after_the_failed_tensors_are_gone() -> None:
    """Inside the `except` block the exception would keep them alive, and the retry would fail like the first try."""
    alive: list[int] = []

    class Big:
        def __init__(self) -> None:
            alive.append(1)

        def __del__(self) -> None:
            alive.pop()

    class Holding(Brightness):
        def forward(self, x: Tensor) -> Tensor:
            assert not alive
            if len(x) > 1:
                big = Big()
                raise torch.OutOfMemoryError(f"CUDA out of memory {type(big)}")
            return super().forward(x)

    assert len(answers_of(Classifier(Holding(), SPEC, CHIP, QUICK), 2)) == 1


@pytest.mark.parametrize(
    "error",
    [torch.AcceleratorError("CUDA error: unspecified launch failure"), RuntimeError("cuDNN error: EXECUTION_FAILED")],
)
@pytest.mark.usefixtures("caplog")  # it is logged
def test_a_lost_device_ends_the_job(error: Exception) -> None:
    classifier = Classifier(Brightness([error]), SPEC, CHIP, QUICK)
    with pytest.raises(JobFailure) as failure:
        answers_of(classifier, 2)
    assert failure.value.error.trouble is Trouble.DEVICE_LOST
    assert failure.value.error.subject == CHIP.name
    assert failure.value.error.detail == str(error)


def test_an_error_on_the_cpu_is_no_lost_device() -> None:
    with pytest.raises(RuntimeError, match="shapes do not fit"):
        answers_of(Classifier(Brightness([RuntimeError("shapes do not fit")]), SPEC, CPU, EXACT), 1)


def test_sizes_come_from_the_model() -> None:
    small = replace(SPEC, preprocess=replace(SPEC.preprocess, resize=64, crop=64))
    network = Brightness()
    Classifier(network, small, CPU, EXACT).classify([Image.new("RGB", (64, 64))], 1)
    assert network.batches == [(1, 3, 64, 64)]


@pytest.mark.usefixtures("caplog")  # it is logged
def test_the_device_gets_its_memory_back_when_the_cpu_takes_over(monkeypatch: pytest.MonkeyPatch) -> None:
    released: list[Device] = []
    monkeypatch.setattr(module, "release_memory", released.append)
    network = Brightness([torch.OutOfMemoryError("CUDA out of memory")] * 6)
    answers_of(Classifier(network, SPEC, CHIP, QUICK), 1)
    assert released == [CHIP]


@pytest.mark.usefixtures("caplog")  # it is logged
def test_nobodys_network_is_moved_to_the_cpu_in_the_midst_of_a_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "usable_cores", lambda: 4)
    first, moved_under, most = Lock(), [], [0]

    class Counting(Brightness):
        passes = 0

        def to(self, device: str) -> "Counting":
            if device == "cpu":
                time.sleep(0.05)  # others have the time to begin
                moved_under.append(self.passes)
            return self

        def forward(self, x: Tensor) -> Tensor:
            if first.acquire(blocking=False):
                raise torch.OutOfMemoryError("CUDA out of memory")
            self.passes += 1
            most[0] = max(most[0], self.passes)
            time.sleep(0.05)
            self.passes -= 1
            return x.mean(dim=(1, 2, 3))[:, None].repeat(1, 1000)

    classifier = Classifier(Counting(), SPEC, CHIP, QUICK)
    classifier.batch_size = 1
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: answers_of(classifier, 1), range(12)))
    assert (moved_under, classifier.device) == ([0], CPU)
    assert most[0] > 1, "the CPU has a core for each thread"
