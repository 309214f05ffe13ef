"""A folder with a model: ours, the peers and the bounds, as several rows have it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from speed.answers import agreement, our_firsts
from speed.bench import Bench
from speed.bounds import Bounds, bounds_of
from speed.models import Model, classify
from speed.peer_runs import SCRIPTS, Search, contender, searched
from speed.rates import Contender, Folders, Rates, bounded, compared, raced, rates_table
from speed.table import Comparison, Findings, Goal

OURS = "ours"
PRECISIONS = ("auto", "bf16", "fp32")
BEST = "{}, best setting"
EXACT = "{}, best setting in fp32"
DEFAULT = "{}, default setting"
COMPILED = "{}, best setting, compiled"


@dataclass(frozen=True, slots=True)
class Race:
    """What runs against what.

    Attributes:
        row: its name.
        model: of ours.
        folders: the pictures.
        few: some of them, for what is slow and only told beside.
        distinct: those that are different from each other, for the bounds.
        goals: by what it is compared with: a peer's name, "engine in use" or "any engine".
        precision: of ours.
    """

    row: str
    model: Model
    folders: Folders
    few: Folders
    distinct: Sequence[Path]
    goals: dict[str, Goal]
    precision: str = "auto"


def run_race(race: Race, bench: Bench) -> Findings:
    """Find the peers' best settings, let all take turns, and measure the bounds."""
    search = searched(race.model, race.few.many, bench.peers, bench.kept_settings(race.row))
    best = {OURS: _ours(race, race.precision), **_peers(race, bench, search)}
    rates, notes = raced(best, race.folders, bench.rounds)
    same = _sameness(race, rates)
    extra, extra_notes = raced(_extra(race, bench, search), race.few, 1)
    bounds = bounds_of(race.model, race.distinct, bench.peers, race.row, race.precision)
    tables = [
        rates_table(f"{race.row}: {race.folders.count} pictures", rates),
        rates_table(f"{race.row}: {race.few.count} pictures, once", extra),
        bounds.table,
        *search.tables,
    ]
    every_note = (*bench.peers.notes, *search.notes, *notes, *same, *extra_notes, *bounds.notes)
    comparisons = (
        *_against_peers(race, rates),
        *_against_bounds(race, rates[OURS], bounds, bench),
        *_against_extra(race, rates[OURS], extra),
    )
    return Findings(comparisons, tables, every_note)


def _sameness(race: Race, rates: dict[str, Rates]) -> list[str]:
    """How often ours and the peers say the same."""
    folder = race.folders.many
    ours = our_firsts(folder, race.folders.count)
    ran = [(name, script) for name, script in SCRIPTS.items() if BEST.format(name) in rates]
    return [agreement(ours, folder, script, BEST.format(name)) for name, script in ran]


def _ours(race: Race, precision: str) -> Contender:
    return lambda folder: classify(race.model, folder, "--precision", precision)


def _peers(race: Race, bench: Bench, search: Search) -> dict[str, Contender]:
    return {
        BEST.format(name): contender(name, race.model, bench.peers, settings) for name, settings in search.best.items()
    }


def _extra(race: Race, bench: Bench, search: Search) -> dict[str, Contender]:
    """Ours in other precisions, and of the peers the best in fp32, the defaults, and compiled by a C++ compiler."""
    others = [each for each in PRECISIONS if each != race.precision]
    found = {f"{OURS}, --precision {each}": _ours(race, each) for each in others}
    found |= {EXACT.format(name): contender(name, race.model, bench.peers, search.exact[name]) for name in search.exact}
    found |= {DEFAULT.format(name): contender(name, race.model, bench.peers, {}) for name in search.best}
    loader = next(iter(SCRIPTS))
    if loader in search.best and shutil.which("c++") and not bench.is_quick:
        settings = search.best[loader] | {"compile": True}
        found[COMPILED.format(loader)] = contender(loader, race.model, bench.peers, settings)
    return found


def _against_peers(race: Race, rates: dict[str, Rates]) -> Iterable[Comparison]:
    for name in SCRIPTS:
        key = BEST.format(name)
        if key in rates:
            yield compared(race.row, rates[OURS], rates[key], key, race.goals.get(name))


def _against_extra(race: Race, ours: Rates, extra: dict[str, Rates]) -> Iterable[Comparison]:
    for name, rates in extra.items():
        yield bounded(race.row, ours, rates.middle, name, None)


def _against_bounds(race: Race, ours: Rates, bounds: Bounds, bench: Bench) -> Iterable[Comparison]:
    cores = bench.cores
    each = {
        "engine in use": bounds.in_use(cores),
        "engine in use, decoding to twice the size": bounds.in_use_twice(cores),
        "any engine": bounds.of_any(cores),
    }
    for name, bound in each.items():
        yield bounded(race.row, ours, bound, f"bound, {name}", race.goals.get(name))
