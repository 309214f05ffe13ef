"""Whether ours and the peers did the same work: the likeliest class of each picture, from what each wrote."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from speed.processes import Broken

Firsts = dict[str, int]  # the likeliest class by the name of the file


def ours_file(folder: Path) -> Path:
    return folder.parent / f"{folder.name}-ours.jsonl"


def peer_file(folder: Path, script: str) -> Path:
    return folder.parent / f"{folder.name}-{Path(script).stem}.csv"


def our_firsts(folder: Path, count: int) -> Firsts:
    """What ours wrote of a folder.

    Raises:
        Broken: it did not classify all of the pictures.
    """
    rows = [json.loads(line) for line in ours_file(folder).read_text().splitlines()]
    firsts = {Path(row["path"]).name: row["predictions"][0]["index"] for row in rows if row["status"] == "classified"}
    if len(firsts) != count:
        raise Broken(f"ours classified {len(firsts)} of {count} pictures")
    return firsts


def agreement(ours: Firsts, folder: Path, script: str, name: str) -> str:
    """A sentence about a peer."""
    with peer_file(folder, script).open(newline="") as file:
        theirs = {row[0]: int(row[1]) for row in csv.reader(file)}
    same = sum(theirs.get(picture) == first for picture, first in ours.items())
    return (
        f"{name} answered {len(theirs)} pictures, {100 * same / len(ours):.1f} % of them with the same class as ours."
    )
