"""How the processor's cores are shared between the network, the decoding threads and the window."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable


def usable_cores() -> int:
    """Cores this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def stream_threads(cores: int) -> int:
    """Threads that decode pictures and run the network on them: one a core, at most 32."""
    return min(cores, 32)


def network_threads(cores: int, weights: int) -> int:
    """Threads inside one forward pass on the CPU of a network with so many bytes of weights.

    One, where a core answers in a moment: several passes side by side, each on a core of its own, make nearly as many
    times the speed, and the threads of one pass do not. They wait for each other in a spin, which costs all the speed
    when anything else runs: 54 pictures a second became 1 to 15 on two cores. With a large network nobody should wait
    for a single core, so it gets half of them, at most 4.
    """
    return 1 if weights <= LARGE else max(1, min(cores // 2, 4))


def same_priority() -> Callable[[], None]:
    """What a new thread is to call, so that it gives way to others as this one does.

    On Windows a thread begins with the usual priority, whoever started it; on Linux it inherits its niceness.
    """
    if sys.platform != "win32":
        return lambda: None
    kernel, this_thread = ctypes.windll.kernel32, ctypes.c_void_p(-2)  # Windows' name for whichever thread asks
    priority = kernel.GetThreadPriority(this_thread)
    return lambda: kernel.SetThreadPriority(this_thread, priority)


LARGE = 200_000_000  # bytes: 50 million weights in fp32; a ResNet-152 has 60 million
