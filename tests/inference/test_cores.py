import os

import pytest

from app.inference.cores import LARGE, network_threads, stream_threads, usable_cores


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
