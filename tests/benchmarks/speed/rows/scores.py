"""The scores of the usual precision and exact ones, and of timm's network after torchvision's transforms."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from speed.bench import Bench
from speed.processes import inside, listed, measured, told
from speed.table import Comparison, Findings, Goal, Table

GOALS = (
    ("same top-1", "same", Goal(0.99, unit="")),
    ("mean Δp", "mean", Goal(0.01, False, "")),
    ("most Δp", "most", Goal(0.05, False, "")),
)
ENOUGH = 1000  # pictures that the goals are for: of fewer, a single one may be a hundredth
WAYS = ("auto", "fp32", "reference")
CORNER = 0.8  # of either side


@dataclass(frozen=True, slots=True)
class Scores:
    """Files of scores by way, the same pictures in all of them."""

    name: str
    files: dict[str, Path]
    precision: str
    count: int


def measure(bench: Bench) -> Findings:
    real = bench.real[: bench.quickly(200)]
    several = [*real, *(path for source in real for path in variants(source, bench.work / "variants"))]
    sets = {"real pictures and variants": several, "camera pictures": bench.camera}
    scores = [scored(name, paths, bench) for name, paths in sets.items()]
    comparisons = [each for some in scores for each in _compared(some)]
    truth = _accuracy(scores[0], real, bench)
    return Findings(comparisons, [*(_details(some) for some in scores), *([truth] if truth else [])])


def variants(source: Path, top: Path) -> Iterator[Path]:
    """Four more pictures of one: mirrored, two corners of it, one of them mirrored, and its middle."""
    top.mkdir(exist_ok=True)
    with Image.open(source) as picture:
        whole = picture.convert("RGB")
    right, down = int(whole.width * CORNER), int(whole.height * CORNER)
    corners = whole.crop((0, 0, right, down)), whole.crop((whole.width - right, whole.height - down, *whole.size))
    middle = whole.crop((whole.width - right, whole.height - down, right, down))
    for number, variant in enumerate((ImageOps.mirror(whole), corners[0], ImageOps.mirror(corners[1]), middle)):
        path = top / f"{source.stem}-{number}.jpg"
        variant.save(path, quality=95)
        yield path


def scored(name: str, paths: Sequence[Path], bench: Bench) -> Scores:
    model, stem = bench.builtin, name.replace(" ", "-")
    files = {way: bench.work / f"{stem}-{way}.pt" for way in WAYS}
    these = listed(paths, bench.work / f"{stem}.txt")
    for way in ("fp32", "auto"):
        precision = told(inside("logits", model.key, way, these, str(files[way])).at_home(model.home))
    measured(bench.peers.program("reference.py", str(model.weights), these, str(files["reference"])))
    return Scores(name, files, precision, len(paths))


def _compared(scores: Scores) -> Iterator[Comparison]:
    told_ = told(inside("compare", str(scores.files["auto"]), str(scores.files["fp32"])))
    for words, key, goal in GOALS:
        against = f"fp32, {scores.count} {scores.name}: {words}"
        wanted = goal if scores.count >= ENOUGH else None
        yield Comparison("scores", against, f"{told_[key]:.4f}", "", told_[key], wanted)


def _details(scores: Scores) -> Table:
    pairs = (("auto", "fp32"), ("auto", "reference"), ("fp32", "reference"))
    lines = []
    for these, those in pairs:
        found = told(inside("compare", str(scores.files[these]), str(scores.files[those])))
        name = f"{_named(these, scores)} against {_named(those, scores)}"
        lines.append((name, f"{100 * found['same']:.1f} %", f"{found['mean']:.4f}", f"{found['most']:.4f}"))
    return Table(f"scores: {scores.count} {scores.name}", ("", "same top-1", "mean Δp", "most Δp"), lines)


def _named(way: str, scores: Scores) -> str:
    names = {
        "auto": f"ours, auto ({scores.precision})",
        "fp32": "ours, fp32",
        "reference": "timm and torchvision, fp32",
    }
    return names[way]


def _accuracy(scores: Scores, real: Sequence[Path], bench: Bench) -> Table | None:
    """How often the right class is first and among five, where the folder has a labels.csv (columns file, index)."""
    file = bench.photos / "labels.csv" if bench.photos else None
    if file is None or not file.is_file():
        return None
    with file.open(newline="", encoding="utf-8") as rows:
        labels = {row["file"]: row["index"] for row in csv.DictReader(rows)}
    truth = bench.work / "truth.txt"
    truth.write_text("\n".join(labels[path.name] for path in real))
    counts = {way: told(inside("right", str(scores.files[way]), str(truth))) for way in WAYS}
    lines = [(_named(way, scores), *map(str, count)) for way, count in counts.items()]
    return Table(f"scores: right of {len(real)} real pictures", ("", "first", "among five"), lines)
