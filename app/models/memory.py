"""Tell a lack of memory from other errors of torch."""

from __future__ import annotations

import torch


def is_out_of_memory(error: Exception) -> bool:
    """Whether a device, or the machine, had too little memory.

    CUDA and XPU raise a class of their own, but not from every library below them; MPS and the CPU's allocator raise a
    plain `RuntimeError`, so that only the text tells.
    """
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    text = str(error).lower()
    return text in _SHORTLY or any(words in text for words in _OUT_OF_MEMORY)


_OUT_OF_MEMORY = (
    "out of memory",  # CUDA runtime, MPS
    "out_of_device_memory",  # XPU's runtime
    "out_of_host_memory",
    "alloc_failed",  # cuBLAS, cuDNN
    "can't allocate memory",  # the CPU's allocator on Linux and macOS
    "not enough memory",  # the same on Windows
    "bad_alloc",  # C++ below torch
)
_SHORTLY = (  # oneDNN's whole text; what it cannot do at all it calls a "primitive descriptor"
    "could not create a primitive",
    "std::future_error: broken promise",  # the same, to those who wait for it
)
