"""How fast it could be: one picture decoded and resized, and one forward pass, each in one thread, by the fastest."""

from __future__ import annotations

import io
import json
import math
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from PIL import Image

from speed.environment import Peers
from speed.models import Model
from speed.processes import Broken, inside, measured, python, told
from speed.table import Table

REPEATS = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """Milliseconds a picture, in one thread.

    Attributes:
        decode: to decode and resize, scaled by the DCT as far as the size after resizing allows.
        decode_twice: the same, but to at least twice that size, which is nearer to a whole decode.
        ours: the forward pass of a run.
        fastest: that of the fastest engine, ours among them.
        table: all that was measured.
        notes: what could not be.
    """

    decode: float
    decode_twice: float
    ours: float
    fastest: float
    table: Table
    notes: tuple[str, ...]

    def in_use(self, cores: int) -> float:
        """Pictures a second of so many cores that do nothing but this, with our engine."""
        return 1000 * cores / (self.decode + self.ours)

    def in_use_twice(self, cores: int) -> float:
        """The same, with pictures decoded to twice the size."""
        return 1000 * cores / (self.decode_twice + self.ours)

    def of_any(self, cores: int) -> float:
        """The same with the fastest engine."""
        return 1000 * cores / (self.decode + self.fastest)


def bounds_of(model: Model, pictures: Sequence[Path], peers: Peers, row: str, precision: str) -> Bounds:
    decode, twice = (decode_milliseconds(model, pictures, scale) for scale in (1, 2))
    ours = told(inside("forward", model.key, precision).at_home(model.home))
    engines, notes = _engines(model, peers)
    name = f"ours {ours['precision']}, batch {ours['batch']}"
    lines = {"decode and resize": decode, "decode to twice the size, and resize": twice, name: ours["ms"], **engines}
    table = Table(
        f"{row}: milliseconds a picture in one thread", ("", "ms"), [(key, f"{ms:.2f}") for key, ms in lines.items()]
    )
    return Bounds(decode, twice, ours["ms"], min([ours["ms"], *engines.values()]), table, notes)


def _engines(model: Model, peers: Peers) -> tuple[dict[str, float], tuple[str, ...]]:
    try:
        engines = told(peers.program("engines.py", str(model.weights)))
    except Broken as broken:
        return {}, (f"No other engine was measured: {broken}",)
    return engines["found"], tuple(f"{name} does not work here: {why}" for name, why in engines["failed"].items())


def decode_milliseconds(model: Model, pictures: Sequence[Path], scale: int = 1) -> float:
    facts = json.loads((model.weights / "model.json").read_text())
    work = {"pictures": [str(path) for path in pictures], "resize": facts["resize"], "crop": facts["crop"]}
    file = model.weights / "decode.json"
    file.write_text(json.dumps(work | {"interpolation": facts["interpolation"], "scale": scale}))
    return float(measured(python("-m", "speed.bounds", str(file))).output)


def main() -> None:
    """In a process of its own: print the milliseconds a picture, the least of a few times, in the mean of all."""
    work = json.loads(Path(sys.argv[1]).read_text())
    data = [Path(path).read_bytes() for path in work["pictures"]]
    filter_ = Image.Resampling[work["interpolation"].upper()]
    least = [math.inf] * len(data)
    for _ in range(REPEATS):
        for index, each in enumerate(data):
            started = perf_counter()
            decoded_and_resized(each, work["resize"], work["crop"], filter_, work["scale"])
            least[index] = min(least[index], perf_counter() - started)
    print(1000 * statistics.fmean(least))


def decoded_and_resized(
    data: bytes, resize: int, crop: int, interpolation: Image.Resampling, scale: int = 1
) -> Image.Image:
    """What the network sees of a JPEG, by the least work: scaled by the DCT, cropped as it is resized."""
    with Image.open(io.BytesIO(data)) as picture:
        draft(picture, scale * resize)
        upright = picture.convert("RGB")
    side = min(upright.size) * crop / resize
    left, top = (upright.width - side) / 2, (upright.height - side) / 2
    return upright.resize((crop, crop), interpolation, box=(left, top, left + side, top + side))


def draft(picture: Image.Image, least: int) -> None:
    """Let a JPEG be decoded smaller, with at least so many pixels along its shorter side."""
    short = min(picture.size)
    picture.draft("RGB", (picture.width * least // short, picture.height * least // short))


if __name__ == "__main__":
    main()
