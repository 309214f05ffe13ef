import subprocess
import sys
from dataclasses import replace

import pytest

from app.inference import arithmetic as module
from app.inference import devices
from app.inference.arithmetic import Arithmetic, arithmetic_for
from app.models.builtin import builtin_model
from app.steps import JobFailure, Trouble

BUILTIN = builtin_model()
OTHER = replace(BUILTIN, weights=replace(BUILTIN.weights, sha256="0" * 64))


@pytest.fixture(params=[True, False], ids=["with bf16", "without"])
def has_bf16(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(devices, "has_bf16", lambda: request.param)
    return bool(request.param)


def test_the_measured_model_gets_bf16_by_itself_where_the_processor_has_it(has_bf16: bool) -> None:
    assert arithmetic_for(BUILTIN, "cpu", "auto") == Arithmetic("bf16" if has_bf16 else "fp32", is_exact=False)


def test_others_get_it_when_they_are_asked_to(has_bf16: bool) -> None:
    assert arithmetic_for(OTHER, "cpu", "auto") == Arithmetic("fp32", is_exact=False)
    assert arithmetic_for(OTHER, "cpu", "bf16") == Arithmetic("bf16" if has_bf16 else "fp32", is_exact=False)


@pytest.mark.usefixtures("has_bf16")
def test_exact_is_exact() -> None:
    for spec in (BUILTIN, OTHER):
        assert arithmetic_for(spec, "cpu", "fp32") == Arithmetic("fp32", is_exact=True)


def test_an_accelerator_computes_in_fp32(monkeypatch: pytest.MonkeyPatch) -> None:
    chip = devices.Device("cuda:0", "A chip", devices.DeviceState.USABLE)
    monkeypatch.setattr(devices, "choose_device", lambda _wanted: (chip, ()))
    monkeypatch.setattr(devices, "has_bf16", lambda: True)
    assert arithmetic_for(BUILTIN, "auto", "auto").precision == "fp32"


def test_a_device_that_is_not_there_is_told() -> None:
    with pytest.raises(JobFailure) as failure:
        arithmetic_for(BUILTIN, "warp", "auto")
    assert failure.value.error.trouble is Trouble.DEVICE_UNAVAILABLE


def test_a_large_network_gets_several_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "usable_cores", lambda: 8)
    large = replace(OTHER, weights=replace(OTHER.weights, bytes=300_000_000))
    assert [arithmetic_for(spec, "cpu", "fp32").threads for spec in (OTHER, large)] == [1, 4]


def test_whatever_changes_bits_changes_the_fingerprint() -> None:
    ways = [Arithmetic(*way) for way in (("fp32", True), ("fp32", False), ("bf16", False), ("fp32", False, 4))]
    assert len({way.numerics for way in ways}) == len(ways)


def test_stores_that_were_written_before_there_was_a_quick_way_know_the_exact_one() -> None:
    assert Arithmetic("fp32", is_exact=True).numerics == "torch fp32, whole pictures decoded by Pillow"


def test_pytorch_is_left_alone_where_bf16_is_out_of_the_question() -> None:
    code = """
import sys
from dataclasses import replace
from app.inference.arithmetic import arithmetic_for
from app.models.builtin import builtin_model
spec = builtin_model()
arithmetic_for(spec, "auto", "fp32")
arithmetic_for(replace(spec, weights=replace(spec.weights, sha256="0" * 64)), "auto", "auto")
assert "torch" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
