"""The modules of a network as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.inside import Anatomy, Part
from app.wording import shown

_HEAD = ("module", "type", "output", "parameters", "compute")
_STEP = "  "  # before the name of a module, for each module that it is in
_LEFT = 3  # so many columns are words


def layer_rows(anatomy: Anatomy, name: str, depth: int | None) -> Iterator[str]:
    """Aligned columns below their names, a line for each module.

    Args:
        anatomy: the modules.
        name: of the network, which has none in itself.
        depth: how deep in the network a module may lie; None shows all.
    """
    walked = list(anatomy.network.walk())
    seen = [(level, part) for level, part in walked if depth is None or level <= depth]
    cells = [_HEAD, *(_cells(level, part, name, anatomy.network.macs) for level, part in seen)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    yield from (_line(row, widths) for row in cells)
    if hidden := len(walked) - len(seen):
        yield f"{hidden:,} more {'module lies' if hidden == 1 else 'modules lie'} deeper; --all-layers shows all."
    if anatomy.trouble:
        yield f"Shapes and compute are not known: {shown(anatomy.trouble)}"


def _cells(level: int, part: Part, name: str, macs: int) -> tuple[str, ...]:
    share = f"{100 * part.macs / macs:.1f} %" if macs and part.macs else ""
    name = f"{_STEP * level}{shown(part.name or name)}"
    return name, shown(part.kind), shape_words(part.shape), f"{part.parameters:,}" if part.parameters else "", share


def shape_words(shape: tuple[int, ...] | None) -> str:
    """The shape of what comes of one picture, less the axis of the pictures: "64 × 112 × 112"."""
    return " × ".join(map(str, shape[1:] if shape[:1] == (1,) else shape)) if shape else ""


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    pairs = enumerate(zip(cells, widths, strict=True))
    return "  ".join(f"{cell:<{width}}" if at < _LEFT else f"{cell:>{width}}" for at, (cell, width) in pairs).rstrip()


def layers_record(anatomy: Anatomy, depth: int | None) -> dict[str, Any]:
    """The same as dictionaries, with numbers; the modules in a module are its "layers"."""
    return _record(anatomy.network, depth)


def _record(part: Part, depth: int | None) -> dict[str, Any]:
    below = None if depth is None else depth - 1
    return {
        "name": part.name,
        "type": part.kind,
        "output": None if part.shape is None else list(part.shape),
        "calls": part.calls,
        "parameters": part.parameters,
        "own_parameters": part.own_parameters,
        "macs": part.macs,
        "own_macs": part.own_macs,
        "layers": [] if depth == 0 else [_record(each, below) for each in part.parts],
    }
