"""What is inside a model, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.cards import Card
from app.desktop import wording
from app.inside import Anatomy, Inside, Part
from app.preparing import Preparation, preparation_words
from app.values import PreprocessSpec
from app.wording import shown


def preprocessing(step: PreprocessSpec) -> str:
    """How pictures become a network's input, in two or three sentences."""
    return shown(preparation_words(step, _preparations().__getitem__, _number))


def _number(value: float) -> str:
    return QLocale().toString(value, "g", 4)


def _preparations() -> dict[Preparation, str]:
    """Built anew at each call, so that a change of language needs nothing else."""
    return {
        Preparation.CUT: _tr("The shorter side is resized to %1 pixels (%2), then the central %3 × %3 are cut out."),
        Preparation.EDGED: _tr(
            "The shorter side is resized to %1 pixels (%2), then the central %3 × %3 are cut out; what is missing is "
            "black."
        ),
        Preparation.SQUEEZED: _tr("The picture is resized to %1 × %1 pixels (%2), whatever its proportions."),
        Preparation.SQUEEZED_AND_CUT: _tr(
            "The picture is resized to %1 × %1 pixels (%2), whatever its proportions, then the central %3 × %3 are cut "
            "out."
        ),
        Preparation.SQUEEZED_AND_EDGED: _tr(
            "The picture is resized to %1 × %1 pixels (%2), whatever its proportions, then edged with black to %3 × %3."
        ),
        Preparation.TURNED: _tr("The colours come in the order blue, green, red."),
        Preparation.NORMALISED: _tr("Colours between 0 and 1 are normalised with mean %1 and deviation %2."),
        Preparation.PLAIN: _tr("Colours stay between 0 and 1."),
    }


def network(card: Card) -> str:
    """The library's name for the network: "resnet50, of torchvision"."""
    name = shown(card.architecture)
    if card.library == "whatsit":
        return name
    return _tr("%1, of %2").replace("%2", card.library).replace("%1", name)


def file(inside: Inside) -> str:
    """Where the file of a model lies, or that it does not."""
    if inside.path is None:
        return _tr("not on this computer")
    path = shown(inside.path)
    return path if inside.sha256 else _tr("%1 (not proved yet)").replace("%1", path)


def compute(card: Card, anatomy: Anatomy | None) -> str:
    """What one picture costs, as it was counted, else as the source says: "4.09 GFLOPs (billion multiply-adds…)"."""
    billions = anatomy.network.macs / 1e9 if anatomy and anatomy.network.macs else card.gflops
    if billions is None:
        return ""
    words = _tr("%1 GFLOPs (billion multiply-adds for a picture)")
    return words.replace("%1", QLocale().toString(billions, "f", 3))


def accuracy(card: Card) -> str:
    """How often the first answer, or one of five, is right: "80.9 % top-1, 95.4 % top-5 (ImageNet-1K)"."""
    known = ((card.top1, _tr("%1 top-1")), (card.top5, _tr("%1 top-5")))
    said = [words.replace("%1", wording.percent(value / 100)) for value, words in known if value is not None]
    return _tr("%1 (ImageNet-1K)").replace("%1", ", ".join(said)) if said else ""


def classes(inside: Inside) -> str:
    """How many, and whether several of them may hold."""
    number = wording.count(inside.card.classes)
    if not inside.multi_label:
        return number
    return _tr("%1, each with a probability of its own").replace("%1", number)


def paper(card: Card) -> str:
    """The address of the paper as it is read: "arxiv.org/abs/1512.03385 (2015)"."""
    name = shown(card.paper.removeprefix("https://"))
    return f"{name} ({card.year})" if name and card.year else name


def modules(found: int, total: int) -> str:
    """How many of the modules are shown: "110 modules", "12 of 110 modules"."""
    if found == total:
        return _tr("%Ln modules", total)
    return _tr("%1 of %Ln modules", total).replace("%1", wording.count(found))


def labels(found: int, total: int) -> str:
    """How many of the classes are shown: "1,000 classes", "12 of 1,000 classes"."""
    if found == total:
        return _tr("%Ln classes", total)
    return _tr("%1 of %Ln classes", total).replace("%1", wording.count(found))


def shape(part: Part) -> str:
    """What comes of one picture, less the axis of the pictures: "64 × 112 × 112"."""
    axes = part.shape or ()
    return " × ".join(str(length) for length in (axes[1:] if axes[:1] == (1,) else axes))


def part_lines(part: Part, path: str) -> tuple[str, ...]:
    """More about a module: its full name, and what is unusual."""
    lines = [shown(path) or part.kind]
    if part.own_parameters and part.parts:
        lines.append(_tr("%Ln parameters of its own", part.own_parameters))
    if part.calls > 1:
        lines.append(_tr("called %Ln times for a picture", part.calls))
    return tuple(lines)


def unknown_shapes(anatomy: Anatomy) -> str:
    """Why there are names and parameters only; "" where all is known."""
    words = _tr("Output and compute are not known: %1")
    return words.replace("%1", shown(anatomy.trouble)) if anatomy.trouble else ""


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("InsideWording", text, "", number)
