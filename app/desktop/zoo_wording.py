"""Models put in words: where one stands, what it costs, how it sees a picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QGuiApplication

from app.cards import Card, Published
from app.desktop import wording
from app.desktop.painting import unit
from app.desktop.standing import Standing
from app.steps import DownloadAdvance, DownloadChecking, DownloadError, DownloadStep, DownloadWaiting, JobError
from app.wording import shown

_ORDINARY = "imagenet1k"
_SETS = {
    _ORDINARY: "ImageNet-1k",
    "imagenet-12k": "ImageNet-12k",
    "imagenet-22k": "ImageNet-22k",
    "imagenet-22k-ms": "ImageNet-22k",
    "imagenet-21k-goog": "ImageNet-21k",
    "imagenet-21k-miil": "ImageNet-21k",
}


def standing(standing: Standing, share: float | None = None) -> str:
    """Where a model is, in the table; nothing of one that is not here, which is the ordinary case."""
    if standing is Standing.COMING and share is not None:
        return wording.whole_percent(share)
    return {
        Standing.IN_USE: _tr("in use"),
        Standing.HERE: _tr("on this computer"),
        Standing.COMING: _tr("on its way"),
        Standing.WAITING: _tr("waiting"),
        Standing.BEGUN: _tr("begun"),
        Standing.DAMAGED: _tr("damaged"),
        Standing.GONE: _tr("file is gone"),
        Standing.AWAY: "",
    }[standing]


def library(card: Card) -> str:
    """Where a model comes from, in a word."""
    return library_name(source(card))


def source(card: Card) -> str:
    """The first part of a key: "builtin", "torchvision", "timm" or "mine"."""
    return card.key.partition("/")[0]


def library_name(source: str) -> str:
    """What a source of models is called."""
    return {"builtin": _tr("built-in"), "mine": _tr("own")}.get(source, source)


def top1(card: Card) -> str:
    """The share of ImageNet's pictures whose class is the first answer: "80.9 %"."""
    return "" if card.top1 is None else wording.percent(card.top1 / 100)


def millions(number: int | None) -> str:
    """A number of parameters: "25.6 M"."""
    return "" if number is None else _tr("%1 M").replace("%1", _figures(number / 1e6))


def gflops(card: Card) -> str:
    """Billions of multiplications and additions: "4.09"."""
    return "" if card.gflops is None else _figures(card.gflops)


def tick(value: float) -> str:
    """A round number at an axis: "0.05", "2", "1,000"."""
    places = 0 if value >= 1 else 1 if value >= 0.1 else 2
    return QLocale().toString(value, "f", places)


def side(card: Card) -> str:
    """The size of what the network sees: "224 × 224"."""
    return wording.size_words(card.side, card.side)


def size(number: int | None) -> str:
    """The size of a file: "97.8 MB"; "" where nobody knows it."""
    if number is None:
        return ""
    return QLocale().formattedDataSize(number, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def year(card: Card) -> str:
    """Digits alone: a year has no thousands."""
    return "" if card.year is None else str(card.year)


def licence(card: Card) -> str:
    """What a source calls its licence; nothing where it says that it does not know."""
    return "" if card.licence == "unknown" else shown(card.licence)


def classes(card: Card) -> str:
    """How many classes a model knows, and of which list: "1,000 (ImageNet-1k)"."""
    number = wording.count(card.classes)
    return f"{number} ({_SETS[card.label_set]})" if card.label_set in _SETS else number


def accuracy(card: Card) -> str:
    """How often the right class is the first answer, or one of five; "" where the source does not say."""
    five = "" if card.top5 is None else wording.percent(card.top5 / 100)
    if not card.top1:
        return ""
    first = _tr("%1 top-1").replace("%1", top1(card))
    return f"{first}, {_tr('%1 top-5').replace('%1', five)}" if five else first


def cost(card: Card) -> str:
    """What one picture costs: "4.09 GFLOPs"; "" where the source does not say."""
    return _tr("%1 GFLOPs").replace("%1", gflops(card)) if card.gflops is not None else ""


def models(number: int, total: int) -> str:
    """How many are listed: "1,540 models", "12 of 1,540 models"."""
    everything = _tr("%Ln models", total)
    if number == total:
        return everything
    return _tr("%1 of %2").replace("%1", wording.count(number)).replace("%2", everything)


def plotted(number: int, total: int) -> str:
    """How many of the models are in the plot, and why not all."""
    words = _tr("%1 are shown. The sources of the others state no accuracy or no cost.")
    return words.replace("%1", models(number, total)) if total else ""


def failed(error: DownloadError | JobError) -> str:
    """Why a file did not come, as a sentence."""
    about = ": ".join(shown(part) for part in (error.subject, error.detail) if part)
    return f"{wording.words(error.trouble)} ({about})." if about else f"{wording.words(error.trouble)}."


def arrived(title: str) -> str:
    """A model can be used now."""
    return _tr("%1 is on this computer now.").replace("%1", shown(title))


def progress(step: DownloadStep | None) -> str:
    """How far a download is, in two lines: "34.1 MB of 97.8 MB", and "2.1 MB/s · about 1 min left" once it is known."""
    match step:
        case DownloadAdvance(done, total, rate, left) if done:
            amount = _tr("%1 of %2").replace("%2", size(total)) if total else "%1"
            speed = _tr("%1/s").replace("%1", size(round(rate))) if rate else ""
            time = wording.time_left(left) if left else ""
            return f"{amount.replace('%1', size(done))}\n{' · '.join(filter(None, (speed, time)))}"
        case DownloadWaiting(seconds, error):
            return f"{failed(error)}\n{_tr('Once more in %Ln seconds.', max(1, round(seconds)))}"
        case DownloadChecking():
            return _tr("The file is being checked…") + "\n"
        case DownloadAdvance():
            return _tr("The source is being asked…") + "\n"
    return _tr("It waits until another download is done.") + "\n"


def share(step: DownloadStep | None) -> float | None:
    """How much of a file is there, from 0 to 1; None while nobody knows."""
    if isinstance(step, DownloadAdvance | DownloadChecking) and step.total:
        return min(1.0, step.done / step.total)
    return None


def in_line(text: str | Path) -> str:
    """Text from outside, fit for a line of ours that may be written from right to left."""
    return unit(shown(text), QGuiApplication.layoutDirection())


def file_filter(file: Published) -> str:
    """Which files are offered when one is looked for."""
    return _tr("Weights (*%1);;All files (*)").replace("%1", Path(file.name).suffix)


def digest_question(file: Published) -> str:
    """What is asked of a person who brings a file whose digest the catalogue does not know."""
    words = _tr("SHA-256 of the file, as its page on the hub (%1) shows it:")
    return words.replace("%1", shown(file.repository))


def removal(path: Path, number: int | None) -> str:
    """What Remove would take away."""
    lines = (_tr("Remove takes away %1").replace("%1", size(number)), in_line(path))
    return "\n".join(filter(None, lines))


def not_removed(key: str, trouble: str) -> str:
    """Why a model is still here."""
    words = _tr("The file of %1 could not be removed: %2")
    return words.replace("%1", shown(key)).replace("%2", shown(trouble))


def broke() -> str:
    """Something went wrong that nobody foresaw."""
    return wording.logged(_tr("Something went wrong inside Whatsit."))


def _figures(number: float) -> str:
    """Three significant figures."""
    places = 0 if number >= 100 else 1 if number >= 10 else 2
    return QLocale().toString(number, "f", places)


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("ZooWording", text, "", number)
