"""Which arithmetic the answers of a model are computed in: a fixed rule of the wish, the model and the hardware.

Whatever changes the bits of an answer follows from it and never from a measurement, so that two runs on a computer
agree to the last bit. docs/performance.md has the figures behind the rule.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.inference.cores import network_threads, usable_cores
from app.values import ModelSpec

# Weights whose answers in bf16 were compared with those in fp32 over 3,000 variants of 200 photographs: the same
# likeliest class on 99.5 %, its probability 0.003 away in the mean and 0.022 at most (asked for: 99 %, 0.01, 0.05).
MEASURED_IN_BF16 = frozenset({"579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"})

# Whoever changes what the quick way computes (what stays in fp32 in `fused`, how the rest is rounded in `packed` and
# evened out by `moments`, how far a JPEG is decoded smaller in `preprocess`, how many pictures go together here) counts
# on.
QUICK_WAY = 2

# Pictures in a forward pass of the quick way on a CPU: the activations of more fall out of its cache, and with a single
# one setting up a layer takes as long as the layer.
CPU_BATCH = 4


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How answers are computed, as far as it decides their bits.

    Attributes:
        precision: what the network multiplies in, "fp32" or "bf16"; sums are in fp32.
        is_exact: the network just as its library runs it, on exactly what torchvision's preprocessing makes of a
            picture. Else batch norms are folded into convolutions, and JPEGs may be decoded smaller.
        threads: inside one forward pass on the CPU.
    """

    precision: str
    is_exact: bool
    threads: int = 1

    @property
    def numerics(self) -> str:
        """All this in words for fingerprints. Devices are no part of it: in fp32 they agree to within 0.0001.

        Stores know runs by them, so words that are in use stay: else nobody can continue a run that has them.
        """
        way = "whole pictures decoded by Pillow" if self.is_exact else f"quick way {QUICK_WAY}"
        threads = f", {self.threads} threads" if self.threads > 1 else ""
        return f"torch {self.precision}, {way}{threads}"


EXACT = Arithmetic("fp32", is_exact=True)
QUICK = Arithmetic("fp32", is_exact=False)


def arithmetic_for(spec: ModelSpec, device: str, precision: str) -> Arithmetic:
    """The arithmetic of a model.

    PyTorch is imported only where bf16 is in question.

    Args:
        spec: the model.
        device: as `devices.choose_device` takes it.
        precision: one of `settings.PRECISIONS`: "auto" takes bf16 for the models in `MEASURED_IN_BF16`, "bf16" for all,
            both only on a CPU that has instructions for it; "fp32" is exact.

    Raises:
        JobFailure: LIBRARY_BROKEN, OUT_OF_MEMORY or DEVICE_UNAVAILABLE.
    """
    threads = network_threads(usable_cores(), spec.weights.bytes)
    if is_exact(precision):
        return replace(EXACT, threads=threads)
    may_be_bf16 = precision == "bf16" or spec.weights.sha256 in MEASURED_IN_BF16
    name = "bf16" if may_be_bf16 and _runs_bf16(device) else QUICK.precision
    return replace(QUICK, precision=name, threads=threads)


def is_exact(precision: str) -> bool:
    """Whether this precision asks for exactly what the library of the model answers."""
    return precision == "fp32"


def _runs_bf16(device: str) -> bool:
    from app.inference.engine import import_torch

    import_torch()
    from app.inference.devices import CPU, choose_device, has_bf16

    return choose_device(device)[0] == CPU and has_bf16()
