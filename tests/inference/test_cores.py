import ctypes
import os
import sys
from types import SimpleNamespace

import pytest

from app.inference.cores import LARGE, network_threads, same_priority, stream_threads, usable_cores


def test_there_is_always_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    assert usable_cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert usable_cores() == 1


@pytest.mark.parametrize(("cores", "streams", "large"), [(1, 1, 1), (2, 2, 1), (4, 4, 2), (8, 8, 4), (64, 32, 4)])
def test_every_core_has_work_and_only_large_networks_take_several(cores: int, streams: int, large: int) -> None:
    assert stream_threads(cores) == streams
    assert network_threads(cores, LARGE) == 1
    assert network_threads(cores, LARGE + 1) == large


def test_on_windows_a_new_thread_takes_over_the_priority(monkeypatch: pytest.MonkeyPatch) -> None:
    below_normal, given = -1, []
    kernel = SimpleNamespace(
        GetThreadPriority=lambda thread: below_normal if thread.value == ctypes.c_void_p(-2).value else 0,
        SetThreadPriority=lambda thread, priority: given.append((thread.value, priority)),
    )
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    begin = same_priority()
    assert given == []
    begin()
    assert given == [(ctypes.c_void_p(-2).value, below_normal)]
