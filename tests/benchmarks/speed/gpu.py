"""A network on the GPU in every usual way, and ours: `python -m speed.gpu KEY DEVICE BATCHES`, which prints JSON.

BATCHES are numbers with commas between them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

from speed import ours
from speed.inside import seconds_of

if TYPE_CHECKING:
    from torch import Tensor, nn

Pass = Callable[[], Any]
PRECISIONS = ("float32", "float16", "bfloat16")
COMPILED = ("float16", "bfloat16")  # it takes half a minute each
WARM, ROUNDS = 5, 20


def main() -> None:
    key, device, batches = sys.argv[1:]
    found, failed = {}, {}
    for name, way in ways(key, device, [int(batch) for batch in batches.split(",")]):
        try:
            found[name] = pictures_a_second(*way(), device)
        except Exception as error:  # one way that does not work here keeps no other from being measured
            failed[name] = f"{type(error).__name__}: {next(iter(str(error).splitlines()), '')}"
    print(json.dumps({"found": found, "failed": failed, "ours": our_rate(key, device)}))


def ways(key: str, device: str, batches: list[int]) -> Iterator[tuple[str, Callable[[], tuple[Pass, int]]]]:
    """Each way's name, and what makes it: a forward pass and how many pictures it takes."""
    kinds = {"eager": eager, "eager, channels last": channels_last, "CUDA graph": graph, "compiled": compiled}
    for precision, (kind, make), batch in product(PRECISIONS, kinds.items(), batches):
        if make is not compiled or precision in COMPILED:
            yield f"{kind}, {precision}, batch {batch}", partial(made, make, key, device, precision, batch)


def made(make: Callable[..., Pass], key: str, device: str, precision: str, batch: int) -> tuple[Pass, int]:
    return make(*placed(key, device, precision, batch)), batch


def placed(key: str, device: str, precision: str, batch: int) -> tuple[nn.Module, Tensor]:
    import torch

    dtype = getattr(torch, precision)
    side = ours.spec_of(key).preprocess.crop
    return ours.network_of(key).to(device, dtype), torch.randn(batch, 3, side, side, device=device, dtype=dtype)


def eager(network: nn.Module, x: Tensor) -> Pass:
    return lambda: network(x)


def channels_last(network: nn.Module, x: Tensor) -> Pass:
    import torch

    return eager(network.to(memory_format=torch.channels_last), x.contiguous(memory_format=torch.channels_last))


def graph(network: nn.Module, x: Tensor) -> Pass:
    """The pass recorded once and played again: https://docs.pytorch.org/docs/stable/notes/cuda.html#cuda-graphs."""
    import torch

    forward = channels_last(network, x)
    side = torch.cuda.Stream()  # type: ignore[no-untyped-call]
    with torch.cuda.stream(side):
        for _ in range(3):
            forward()
    torch.cuda.current_stream().wait_stream(side)
    recorded = torch.cuda.CUDAGraph()
    with torch.cuda.graph(recorded):
        forward()
    return recorded.replay


def compiled(network: nn.Module, x: Tensor) -> Pass:
    """By torch's compiler, with graphs."""
    import torch

    torch._dynamo.reset()
    network = network.to(memory_format=torch.channels_last)
    x = x.contiguous(memory_format=torch.channels_last)
    compiled_network = torch.compile(network, mode="reduce-overhead", dynamic=False)
    return lambda: compiled_network(x)


def our_rate(key: str, device: str) -> dict[str, Any]:
    """Ours, from uint8 pictures on the device to scores, in its own batches."""
    import torch

    classifier = ours.classifier_of(ours.warm_engine(key, device), key, device)
    side, size = classifier.spec.preprocess.crop, classifier.batch_size
    batch = torch.zeros(size, 3, side, side, dtype=torch.uint8, device=device)
    rate = pictures_a_second(ours.on_device(classifier, batch), size, device)
    return {"rate": rate, "batch": size, "precision": classifier.precision}


def pictures_a_second(forward: Pass, batch: int, device: str) -> float:
    import torch

    def several(rounds: int) -> None:
        for _ in range(rounds):
            forward()
        if device.startswith("cuda"):
            torch.cuda.synchronize()

    with torch.inference_mode():
        several(WARM)
        return batch * ROUNDS / seconds_of(several, ROUNDS)


if __name__ == "__main__":
    main()
