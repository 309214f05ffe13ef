import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import torch

from app.inference import devices
from app.inference.devices import choose_device, first_line, probe_devices, release_memory
from app.steps import JobError, JobFailure, Trouble
from app.values import Device, DeviceState


def error_of(wanted: str) -> JobError:
    with pytest.raises(JobFailure) as failure:
        choose_device(wanted)
    return failure.value.error


@pytest.fixture
def two_gpus(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine where torch reports two CUDA devices; using one fails, for there is no chip."""
    monkeypatch.setattr(torch.version, "cuda", "13.2")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda name: f"Fast chip {name[-1]}")


@pytest.fixture
def working_gpus(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, where the calculation works on the second one only."""
    request.getfixturevalue("two_gpus")
    tried = devices._tried

    def pretend(name: str) -> Device:
        return Device(name, "Fast chip 1", DeviceState.USABLE) if name == "cuda:1" else tried(name)

    monkeypatch.setattr(devices, "_tried", pretend)


@pytest.fixture
def no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.version, "cuda", "13.2")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)


def test_the_cpu_always_works_and_ranks_last() -> None:
    assert probe_devices()[-1] == devices.CPU


def test_the_cpu_is_chosen_without_touching_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: pytest.fail("CUDA was touched"))
    assert choose_device("cpu") == (devices.CPU, ())


@pytest.mark.usefixtures("two_gpus")
def test_auto_says_why_it_passed_over_the_better_ones() -> None:
    chosen, passed_over = choose_device("auto")
    assert chosen == devices.CPU
    assert [device.name for device in passed_over] == ["cuda:0", "cuda:1", "xpu", "mps"]
    assert passed_over[0].state is DeviceState.BROKEN
    assert passed_over[0].title == "Fast chip 0"
    assert passed_over[0].detail
    assert "\n" not in passed_over[0].detail


@pytest.mark.usefixtures("working_gpus")
def test_auto_takes_the_best_that_works() -> None:
    chosen, passed_over = choose_device("auto")
    assert (chosen.name, chosen.title) == ("cuda:1", "Fast chip 1")
    assert [device.name for device in passed_over] == ["cuda:0"]


@pytest.mark.parametrize("wanted", ["cuda", "cuda:1"])
@pytest.mark.usefixtures("working_gpus")
def test_cuda_means_the_first_that_works_and_a_number_only_that_one(wanted: str) -> None:
    chosen, passed_over = choose_device(wanted)
    assert chosen.name == "cuda:1"
    assert passed_over == ()


@pytest.mark.usefixtures("working_gpus")
def test_a_broken_device_is_not_replaced_by_another() -> None:
    error = error_of("cuda:0")
    assert (error.trouble, error.subject) == (Trouble.DEVICE_UNAVAILABLE, "cuda:0")
    assert "test calculation failed" in error.detail
    assert error.detail.endswith("ready here: cuda:1, cpu")
    assert [device.name for device in error.devices if device.state is DeviceState.USABLE] == ["cuda:1", "cpu"]


@pytest.mark.usefixtures("no_gpu")
def test_a_device_that_is_not_there_names_those_that_are() -> None:
    for wanted in ("cuda", "cuda:7"):
        error = error_of(wanted)
        assert (error.trouble, error.subject) == (Trouble.DEVICE_UNAVAILABLE, wanted)
        assert "none was found" in error.detail
        assert error.detail.endswith("ready here: cpu")


@pytest.mark.parametrize(
    "wanted", ["", "gpu", "CPU", "cuda:", "cuda:x", "cuda:-1", "cuda:9999", "cuda:²", "cpu:0", "mps "]
)
def test_a_word_that_is_no_device_is_a_sentence(wanted: str) -> None:
    error = error_of(wanted)
    assert (error.trouble, error.subject) == (Trouble.DEVICE_UNAVAILABLE, wanted)
    assert "cpu" in error.detail


def test_a_build_without_cuda_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.version, "cuda", None)
    monkeypatch.setattr(torch.version, "hip", None)
    assert probe_devices()[0] == Device("cuda", "CUDA", DeviceState.NOT_BUILT)


@pytest.mark.usefixtures("no_gpu")
def test_what_torch_says_about_a_driver_becomes_the_detail_and_no_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def old_driver() -> bool:
        warnings.warn("CUDA initialization: the driver is too old (Triggered internally at x.cpp:1.)", stacklevel=1)
        return False

    monkeypatch.setattr(torch.cuda, "is_available", old_driver)
    found = probe_devices()[0]
    assert (found.state, found.detail) == (DeviceState.NOT_FOUND, "CUDA initialization: the driver is too old")


@pytest.mark.usefixtures("no_gpu")
def test_a_driver_that_fails_is_a_detail(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> bool:
        raise RuntimeError("driver failed\nand a page of advice")

    monkeypatch.setattr(torch.cuda, "is_available", broken)
    assert probe_devices()[0].detail == "driver failed"


def test_wrong_numbers_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices.F, "conv2d", lambda *_args: torch.zeros(1))
    chosen = probe_devices()[-1]
    assert (chosen.state, chosen.detail) == (DeviceState.BROKEN, "the numbers were wrong")
    assert error_of("auto").trouble is Trouble.DEVICE_UNAVAILABLE


def test_the_first_line_of_an_error() -> None:
    assert first_line(ValueError("one\ntwo")) == "one"
    assert first_line(ValueError()) == "ValueError"


def test_releasing_memory_of_a_lost_device_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> None:
        raise RuntimeError("CUDA error: device lost")

    monkeypatch.setattr(torch.cuda, "empty_cache", lost)
    release_memory(Device("cuda:0", "CUDA", DeviceState.USABLE))
    release_memory(devices.CPU)


def test_onednn_may_be_forbidden_the_instructions_for_bf16() -> None:
    code = "from app.inference.devices import has_bf16; print(has_bf16())"
    environment = {**os.environ, "ONEDNN_MAX_CPU_ISA": "AVX2"}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_holes_that_a_network_leaves_in_the_memory_are_given_back() -> None:
    tensors = [torch.ones(25_000 if number % 2 else 10) for number in range(4_000)]  # 200 MB, and what lies between
    full = _resident()
    del tensors[1::2]
    release_memory(devices.CPU)
    assert full - _resident() > 150_000


def _resident() -> int:
    """Kilobytes of this process that are in memory."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
