import os

import pytest

from app.inference.cores import decode_threads, network_threads, usable_cores


def test_there_is_always_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    assert usable_cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert usable_cores() == 1


@pytest.mark.parametrize(("cores", "network", "decoding"), [(1, 1, 1), (2, 1, 2), (4, 2, 4), (8, 4, 4), (64, 4, 4)])
def test_the_network_leaves_cores_to_the_others(cores: int, network: int, decoding: int) -> None:
    assert network_threads(cores) == network
    assert decode_threads(cores) == decoding
