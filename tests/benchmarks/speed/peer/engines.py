"""Milliseconds a picture of one forward pass in engines of the package index, one thread: engines.py MODEL."""

from __future__ import annotations

import json
import statistics
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import numpy as np
import torch
from network import facts_of, timm_network

BATCHES = (1, 4, 8)


def main() -> None:
    model = Path(sys.argv[1])
    side = facts_of(model)["crop"]
    found, failed = {}, {}
    for name, engine in (("OpenVINO", openvino), ("ONNX Runtime", onnx_runtime)):
        try:
            for setting, batch, seconds in engine(timm_network(model), side):
                found[f"{name} {setting}, batch {batch}"] = 1000 * seconds / batch
        except Exception as error:  # whatever an engine does, the others are measured
            failed[name] = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
    print(json.dumps({"found": found, "failed": failed}))


def openvino(network: torch.nn.Module, side: int) -> Iterator[tuple[str, int, float]]:
    import openvino as ov

    core = ov.Core()
    converted = ov.convert_model(network, example_input=torch.zeros(1, 3, side, side))
    for batch in BATCHES:
        converted.reshape([batch, 3, side, side])
        for precision in ("f32", "bf16"):
            how = {"INFERENCE_NUM_THREADS": 1, "NUM_STREAMS": 1, "INFERENCE_PRECISION_HINT": precision}
            request = core.compile_model(converted, "CPU", how).create_infer_request()
            yield precision, batch, middle(lambda batch_, request=request: request.infer({0: batch_}), batch, side)


def onnx_runtime(network: torch.nn.Module, side: int) -> Iterator[tuple[str, int, float]]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    for batch in BATCHES:
        with TemporaryDirectory() as folder, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            file = Path(folder) / "network.onnx"
            torch.onnx.export(network, (torch.zeros(batch, 3, side, side),), file, input_names=["x"], verbose=False)
            session = onnxruntime.InferenceSession(str(file), options, ["CPUExecutionProvider"])
        yield "fp32", batch, middle(lambda batch_, session=session: session.run(None, {"x": batch_}), batch, side)


def middle(infer: Callable[[Any], object], batch: int, side: int) -> float:
    """Seconds of a forward pass, the median of 30 after 5."""
    x = np.random.default_rng(0).standard_normal((batch, 3, side, side), dtype=np.float32)
    times = []
    for _ in range(35):
        started = perf_counter()
        infer(x)
        times.append(perf_counter() - started)
    return statistics.median(times[5:])


if __name__ == "__main__":
    main()
