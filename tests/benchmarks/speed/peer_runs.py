"""The peers as contenders: their best settings, found once, and the whole processes that use them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from speed.answers import peer_file
from speed.environment import Peers
from speed.models import Model
from speed.processes import Broken, Program, told
from speed.rates import Contender
from speed.table import Table

Settings = dict[str, Any]
SCRIPTS = {"timm's loader": "timm_loader.py", "Hugging Face pipeline": "hugging_face.py"}
EXACT = ("fp32", "float32")  # as either peer calls it


@dataclass(frozen=True, slots=True)
class Search:
    """What a search for the best settings found.

    Attributes:
        best: settings by peer.
        exact: the best of those in fp32.
        tables: what was tried.
        notes: about peers that do not work.
    """

    best: Mapping[str, Settings]
    exact: Mapping[str, Settings]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]


def searched(model: Model, folder: Path, peers: Peers, kept: Path) -> Search:
    """Try the settings of each peer over the pictures of a folder.

    Args:
        kept: a file of what was found; where it is, nothing is tried.
    """
    found = json.loads(kept.read_text()) if kept.is_file() else {}
    notes = [f"The peers' settings are those found before; without {kept} they are tried anew."] if found else []
    for name in SCRIPTS.keys() - found.keys():
        try:
            found[name] = _search(name, model, folder, peers)
        except Broken as broken:
            notes.append(f"{name} does not work here: {broken}")
    kept.write_text(json.dumps(found))
    able = {name: found[name] for name in SCRIPTS if name in found}
    return Search(
        best={name: each["settings"] for name, each in able.items()},
        exact={name: _best_exact(each["tried"]) for name, each in able.items()},
        tables=tuple(_tried(name, each["tried"]) for name, each in able.items()),
        notes=tuple(notes),
    )


def _best_exact(tried: list[tuple[float, Settings]]) -> Settings:
    return max((each for each in tried if each[1]["precision"] in EXACT), key=lambda each: each[0])[1]


def _search(name: str, model: Model, folder: Path, peers: Peers) -> dict[str, Any]:
    work = {"model": str(model.weights), "folder": str(folder)}
    found: dict[str, Any] = told(peers.program(SCRIPTS[name], json.dumps(work)))
    return found


def _tried(name: str, tried: list[tuple[float, Settings]]) -> Table:
    ranked = sorted(tried, key=lambda each: -each[0])
    head = ("pictures/s", *ranked[0][1])
    lines = [(f"{rate:.1f}", *map(_word, settings.values())) for rate, settings in ranked]
    return Table(f"{name}: settings, tried on some of the pictures", head, lines)


def _word(value: object) -> str:
    words = {True: "yes", False: "no", None: "all"}
    return words[value] if value is None or isinstance(value, bool) else str(value)


def contender(name: str, model: Model, peers: Peers, settings: Settings) -> Contender:
    """The peer with these settings; the rest are its defaults."""

    def over(folder: Path) -> Program:
        output = peer_file(folder, SCRIPTS[name])
        work = {"model": str(model.weights), "folder": str(folder), "output": str(output), "settings": settings}
        return peers.program(SCRIPTS[name], json.dumps(work))

    return over
