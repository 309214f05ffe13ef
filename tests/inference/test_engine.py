import builtins
import gc
import subprocess
import sys
import weakref
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from app.inference.arithmetic import arithmetic_for
from app.inference.devices import CPU
from app.inference.engine import Engine
from app.models import networks
from app.settings import PRECISIONS
from app.steps import JobFailure, Trouble
from app.values import Device, DeviceState

CHIP = Device("cpu:0", "A chip", DeviceState.USABLE)


class Small(nn.Module):
    """A network that has room for `most` pictures."""

    def __init__(self, most: int = 32) -> None:
        super().__init__()
        self.most = most

    def forward(self, x: Tensor) -> Tensor:
        if len(x) > self.most:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return torch.zeros(len(x), 1000)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[Small]:
    """The networks that were loaded, each small instead of real."""
    made: list[Small] = []

    def load(_spec: object) -> Small:
        made.append(Small())
        return made[-1]

    monkeypatch.setattr(networks, "load_network", load)
    return made


def test_the_same_wish_loads_once(loaded: list[Small]) -> None:
    engine = Engine()
    first = engine.prepare("builtin", "cpu", "auto")
    again = engine.prepare("builtin", "cpu", "auto")
    assert again.classifier is first.classifier
    assert first.seconds > 0
    assert again.seconds == 0
    assert len(loaded) == 1


@pytest.mark.parametrize("wish", [("builtin", "auto", "auto"), ("builtin", "cpu", "fp32")])
def test_another_wish_loads_anew(loaded: list[Small], wish: tuple[str, str, str]) -> None:
    engine = Engine()
    first = engine.prepare("builtin", "cpu", "auto").classifier
    assert engine.prepare(*wish).classifier is not first
    assert len(loaded) == 2


def test_the_old_network_is_freed_before_the_new_one_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    old: list[weakref.ref[Small]] = []

    def load(_spec: object) -> Small:
        assert all(network() is None for network in old)
        network = Small()
        old.append(weakref.ref(network))
        return network

    monkeypatch.setattr(networks, "load_network", load)
    engine = Engine()
    engine.prepare("builtin", "cpu", "auto")
    engine.prepare("builtin", "cpu", "fp32")
    assert len(old) == 2


def test_a_failure_leaves_an_engine_that_works(loaded: list[Small]) -> None:
    engine = Engine()
    for wish, trouble in [
        (("no-such", "cpu", "auto"), Trouble.NO_SUCH_MODEL),
        (("builtin", "warp", "auto"), Trouble.DEVICE_UNAVAILABLE),
    ]:
        with pytest.raises(JobFailure) as failure:
            engine.prepare(*wish)
        assert failure.value.error.trouble is trouble
    assert engine.prepare("builtin", "cpu", "auto").device == CPU
    assert len(loaded) == 1


@pytest.mark.parametrize(
    ("error", "told"),
    [(RuntimeError("DefaultCPUAllocator: can't allocate memory"), MemoryError), (RuntimeError("else"), RuntimeError)],
)
def test_a_network_there_is_no_room_for_is_a_lack_of_memory(
    error: Exception, told: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(_spec: object) -> Small:
        raise error

    monkeypatch.setattr(networks, "load_network", load)
    with pytest.raises(told):
        Engine().prepare("builtin", "cpu", "auto")


def test_forgetting_frees_the_network(loaded: list[Small]) -> None:
    engine = Engine()
    engine.forget()
    engine.prepare("builtin", "cpu", "auto")
    network = weakref.ref(loaded.pop())
    engine.forget()
    gc.collect()
    assert network() is None


@pytest.mark.usefixtures("caplog")  # it is logged
def test_a_device_too_small_backs_off_while_warming_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.inference.devices.choose_device", lambda _wanted: (CHIP, ()))
    monkeypatch.setattr(networks, "load_network", lambda _spec: Small(8))
    engine = Engine()
    prepared = engine.prepare("builtin", "auto", "auto")
    assert prepared.has_backed_off
    assert (prepared.device, prepared.classifier.batch_size) == (CHIP, 8)
    assert not engine.prepare("builtin", "auto", "auto").has_backed_off


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (ImportError("libtorch_cpu.so: cannot open"), Trouble.LIBRARY_BROKEN),
        (OSError("libcudart.so.13: no such file"), Trouble.LIBRARY_BROKEN),
        (SystemError("returned NULL without setting an exception"), Trouble.LIBRARY_BROKEN),
        (MemoryError(), Trouble.OUT_OF_MEMORY),
        (ImportError("libtorch_cpu.so: failed to map segment from shared object"), Trouble.OUT_OF_MEMORY),
        (OSError(12, "Cannot allocate memory"), Trouble.OUT_OF_MEMORY),
    ],
)
def test_a_torch_that_does_not_import_is_a_sentence(
    error: Exception, trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without_torch(name: str, *args: Any) -> Any:
        if name == "torch":
            raise error
        return real(name, *args)

    monkeypatch.setattr(builtins, "__import__", without_torch)
    with pytest.raises(JobFailure) as failure:
        Engine().prepare("builtin", "cpu", "auto")
    assert (failure.value.error.trouble, failure.value.error.detail) == (trouble, str(error))


def test_heat_maps_get_a_network_that_knows_its_gradients_beside_the_quick_one() -> None:
    engine = Engine()
    quick = engine.prepare("builtin", "cpu", "auto").classifier
    plain = engine.differentiable("builtin", "cpu", "auto")
    assert plain.arithmetic.is_exact
    assert engine.differentiable("builtin", "cpu", "auto") is plain
    assert engine.prepare("builtin", "cpu", "auto").classifier is quick
    loaded = weakref.ref(plain)
    del plain
    engine.forget()
    gc.collect()
    assert loaded() is None


def test_an_exact_network_serves_heat_maps_too() -> None:
    engine = Engine()
    assert engine.differentiable("builtin", "cpu", "fp32") is engine.prepare("builtin", "cpu", "fp32").classifier


def test_a_network_that_cannot_be_made_faster_runs_as_its_library_made_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Odd(Small):
        def forward(self, x: Tensor) -> Tensor:
            raise TypeError("this one counts its own modules")

    monkeypatch.setattr("app.inference.fused.fused", lambda *_: Odd())
    monkeypatch.setattr(networks, "load_network", lambda _spec: Small())
    classifier = Engine().prepare("builtin", "cpu", "auto").classifier
    assert (classifier.precision, classifier.arithmetic.is_exact) == ("fp32", False)
    assert "counts its own modules" in caplog.text


@pytest.mark.parametrize("precision", PRECISIONS)
def test_what_answers_has_the_arithmetic_that_fingerprints_tell_of(precision: str) -> None:
    classifier = Engine().prepare("builtin", "cpu", precision).classifier
    assert classifier.arithmetic == arithmetic_for(classifier.spec, "cpu", precision)
    assert torch.get_num_threads() == classifier.arithmetic.threads


def test_the_garbage_collector_never_looks_through_torch() -> None:
    """A full collection stops every thread, the window's too, for 100 milliseconds if it has to."""
    code = """
import gc
from app.inference.engine import import_torch
import_torch()
assert gc.isenabled()
assert gc.get_freeze_count() > 100_000 > len(gc.get_objects()), (gc.get_freeze_count(), len(gc.get_objects()))
frozen = gc.get_freeze_count()
import_torch()
assert gc.get_freeze_count() == frozen, "what came later is looked through as ever"
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_neither_torch_nor_its_friends_are_imported_too_early_or_at_all() -> None:
    code = """
import sys
from threading import Event
from app.inference.engine import Engine
from app.inference.pipeline import run
from app.steps import Job
assert "torch" not in sys.modules
steps = list(run(Job(1, ()), Engine(), Event()))
assert len(steps) == 2, steps
assert "torch" in sys.modules
assert not {"torchvision", "timm", "torch._dynamo", "sympy"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
