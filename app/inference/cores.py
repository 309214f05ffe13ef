"""How the processor's cores are shared between the network, the decoding threads and the window."""

from __future__ import annotations

import os


def usable_cores() -> int:
    """Cores this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def decode_threads(cores: int) -> int:
    """Threads that decode: one a core, at most 4, which keep a network on a CPU busy many times over."""
    return min(cores, 4)


def network_threads(cores: int) -> int:
    """Threads inside one forward pass on the CPU: half the cores, at most 4.

    The threads of a forward pass wait for each other in a spin. On two cores a second one gains a tenth when nothing
    else runs, and when something does (the decoding threads, the window, another program) it costs all the speed: 54
    pictures a second became 1 to 15, at twenty times the processor time, where one thread kept 48.
    """
    return max(1, min(cores // 2, 4))
