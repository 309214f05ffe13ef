"""Where a network can run: find the devices, try each with a small calculation, choose.

Only the worker imports this module: it imports torch. A device that was not asked for is never touched.
"""

from __future__ import annotations

import ctypes
import gc
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import suppress

import torch
import torch.nn.functional as F  # noqa: N812 - everybody's name for it

from app.steps import JobFailure, Trouble
from app.values import Device, DeviceState
from app.wording import WORDS

CPU = Device("cpu", "CPU", DeviceState.USABLE)

_TITLES = {"cuda": "CUDA", "xpu": "Intel XPU", "mps": "Apple MPS", "cpu": "CPU"}  # best first
_SYNTAX = re.compile(r"(cuda|xpu|mps|cpu)|cuda:\d{1,3}", re.ASCII)


def probe_devices() -> tuple[Device, ...]:
    """Every device, best first, each tried with a small calculation; a kind that is missing stands for itself."""
    return tuple(_probed())


def choose_device(wanted: str) -> tuple[Device, tuple[Device, ...]]:
    """The device to use, and the better-ranked ones that "auto" passed over, each with its reason.

    Args:
        wanted: "auto" (the best that works), "cpu", "cuda" (the first that works), "cuda:N", "mps" or "xpu".

    Raises:
        JobFailure: DEVICE_UNAVAILABLE, naming the devices that work.
    """
    if wanted != "auto" and not _SYNTAX.fullmatch(wanted):
        raise _unavailable(wanted, "there is no such device")
    candidates = _probed() if wanted == "auto" else _asked_for(wanted)
    passed_over: list[Device] = []
    for device in candidates:
        if device.state is DeviceState.USABLE:
            return device, tuple(passed_over) if wanted == "auto" else ()
        passed_over.append(device)
    last = passed_over[-1]
    raise _unavailable(wanted, ": ".join(part for part in (WORDS[last.state], last.detail) if part))


def release_memory(device: Device) -> None:
    """Give back what torch and the allocator keep of memory for later use; a device that was lost has none."""
    gc.collect()
    _trim_heap()
    empty_cache = getattr(torch.get_device_module(device.name), "empty_cache", None)
    if empty_cache is not None:
        with suppress(RuntimeError):
            empty_cache()


def _trim_heap() -> None:
    """glibc keeps the holes that small tensors leave: of a ResNet-101 it gave back nothing by itself."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)


def has_bf16() -> bool:
    """Whether this processor has instructions for bf16 that are known to be faster than fp32: of x86 only."""
    if not has_onednn() or not hasattr(torch.cpu, "get_capabilities"):  # not in every torch
        return False
    known = torch.cpu.get_capabilities()
    has_instructions = known.get("avx512_bf16") or known.get("amx_bf16")
    return bool(has_instructions and torch.ops.mkldnn._is_mkldnn_bf16_supported())  # ONEDNN_MAX_CPU_ISA may forbid it


def has_onednn() -> bool:
    """Whether this torch has oneDNN's convolutions; on a Mac it has none."""
    return bool(torch.backends.mkldnn.is_available())  # type: ignore[no-untyped-call]


def first_line(error: BaseException) -> str:
    """The first line of an error's text, or its kind where it has none; torch's texts go on for paragraphs."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


def _unavailable(wanted: str, why: str) -> JobFailure:
    devices = probe_devices()
    working = ", ".join(device.name for device in devices if device.state is DeviceState.USABLE)
    return JobFailure(Trouble.DEVICE_UNAVAILABLE, wanted, f"{why}; ready here: {working}", devices)


def _probed() -> Iterator[Device]:
    for kind in _TITLES:
        yield from _asked_for(kind)


def _asked_for(wanted: str) -> Iterator[Device]:
    """The devices that "cuda", "cuda:1" or "mps" may mean, tried one by one, or one that says why there is none."""
    kind = wanted.partition(":")[0]
    if not _is_built(kind):
        yield Device(wanted, _TITLES[kind], DeviceState.NOT_BUILT)
        return
    count, words = _count(kind)
    names = [f"cuda:{index}" for index in range(count)] if kind == "cuda" else [kind] * min(count, 1)
    found = [name for name in names if wanted in (kind, name)]
    if not found:
        yield Device(wanted, _TITLES[kind], DeviceState.NOT_FOUND, words)
    yield from map(_tried, found)


def _is_built(kind: str) -> bool:
    match kind:
        case "cuda":
            return bool(torch.version.cuda or torch.version.hip)  # builds for AMD use the same name
        case "xpu":
            return torch.xpu._is_compiled()
        case "mps":
            return torch.backends.mps.is_built()
        case _:
            return True


def _count(kind: str) -> tuple[int, str]:
    """How many devices of this kind there are, and what torch said if there are none.

    torch tells of a missing or old driver by a Python warning. Catching it swaps the process's filters for a moment;
    nobody else changes them after the start.
    """
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            count = _counted(kind)
        except (RuntimeError, AssertionError, OSError) as error:
            return 0, first_line(error)
    return count, "" if count or not said else str(said[0].message).split(" (Triggered")[0]


def _counted(kind: str) -> int:
    match kind:
        case "cuda":
            return torch.cuda.device_count() if torch.cuda.is_available() else 0
        case "xpu":
            return torch.xpu.device_count()
        case "mps":
            return int(torch.backends.mps.is_available())
        case _:
            return 1


def _tried(name: str) -> Device:
    """The device, usable if a convolution with a known answer comes out right on it."""
    title = _TITLES[name.partition(":")[0]]
    try:
        title = _hardware_name(name) or title
        answer = F.conv2d(torch.ones(1, 4, 8, 8, device=name), torch.ones(4, 4, 3, 3, device=name))
        if not bool((answer == 4 * 3 * 3).all()):
            return Device(name, title, DeviceState.BROKEN, "the numbers were wrong")
    except Exception as error:
        return Device(name, title, DeviceState.BROKEN, first_line(error))
    return Device(name, title, DeviceState.USABLE)


def _hardware_name(name: str) -> str:
    if name.startswith("cuda"):
        return torch.cuda.get_device_name(name)
    return torch.xpu.get_device_name(name) if name == "xpu" else ""
