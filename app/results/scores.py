"""The scores of a picture as bytes: small, exact, and the same on every machine."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from app.values import Prediction

_SCORE = struct.Struct("<Id")  # index in the model's output, probability


def packed(predictions: Sequence[Prediction]) -> bytes:
    """Predictions as bytes, 12 for each: index (32 bits) and probability (64 bits, not rounded), little-endian."""
    return b"".join(_SCORE.pack(each.index, each.probability) for each in predictions)


def unpacked(data: bytes, labels: Sequence[str], top_k: int | None = None) -> tuple[Prediction, ...]:
    """The first `top_k` of the predictions that were packed, or all, with their class labels.

    Raises:
        ValueError: these are no such bytes, or a class has no label.
    """
    try:
        scores = _SCORE.iter_unpack(data if top_k is None else data[: top_k * _SCORE.size])
        return tuple(Prediction(index, labels[index], probability) for index, probability in scores)
    except (struct.error, IndexError) as error:
        raise ValueError("the stored scores are damaged") from error
