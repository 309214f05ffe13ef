"""Runs put in words: how they are called, how far they have come, and what was done with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.desktop import wording
from app.desktop.folder_run import FolderRun, RunState
from app.results.store import Run
from app.wording import shown


def roots_name(roots: tuple[Path, ...]) -> str:
    """What a run over these files and folders is called: "Iceland", "Iceland and 2 more"."""
    name = wording.short_name(roots[0])
    return name if len(roots) == 1 else _tr("%1 and %Ln more", len(roots) - 1).replace("%1", name)


def forget_question(names: list[str]) -> str:
    """ "Forget “Iceland”?", "Forget 3 runs?"."""
    if len(names) == 1:
        return _tr("Forget “%1”?").replace("%1", wording.short_name(Path(names[0])))
    return _tr("Forget %Ln runs?", len(names))


def forgotten(number: int, *, is_all: bool) -> str:
    """What was forgotten: all results, or so many runs."""
    words = _tr("All results are forgotten.") if is_all else _tr("%Ln runs are forgotten.", number)
    return f"{words} {_tr('Your pictures are where they were.')}"


def run_progress(run: FolderRun) -> str:
    """How far a run has come: "1,234 of 10,000", "Paused at 1,234 of 10,000"."""
    done, total = wording.count(run.tally.done), run.tally.total
    if total is None:
        texts = {
            RunState.RUNNING: _tr("%1 so far"),
            RunState.PAUSED: _tr("Paused after %1"),
            RunState.STOPPING: _tr("Stopping…"),
            RunState.STOPPED: _tr("Stopped after %1"),
        }
    else:
        texts = {
            RunState.RUNNING: _tr("%1 of %2"),
            RunState.PAUSED: _tr("Paused at %1 of %2"),
            RunState.STOPPING: _tr("Stopping…"),
            RunState.STOPPED: _tr("Stopped at %1 of %2"),
        }
    return texts.get(run.state, "").replace("%2", wording.count(total or 0)).replace("%1", done)


def beside(run: FolderRun) -> str:
    """A run that goes on while something else is shown: "“Iceland”: 24 %"."""
    if run.share is None:
        return _tr("“%1”: %2").replace("%2", run_progress(run)).replace("%1", run.name)
    return _tr("“%1”: %2").replace("%2", wording.whole_percent(int(100 * run.share) / 100)).replace("%1", run.name)


def outcome(run: FolderRun) -> str:
    """What came of a run: "10,000 pictures, 12 could not be classified"."""
    failed = wording.not_classified(run.tally.failed) if run.tally.failed else ""
    return ", ".join(part for part in (wording.pictures(run.tally.done), failed) if part)


def unfinished(run: Run) -> str:
    """ "“Iceland” is not finished: 1,234 of 10,000 pictures are classified so far."."""
    done, name = run.classified + run.failed, wording.short_name(Path(run.name))
    if run.total is None:
        words = _tr("“%1” is not finished: %2 are classified so far.").replace("%2", wording.pictures(done))
    else:
        words = _tr("“%1” is not finished: %2 of %3 are classified so far.")
        words = words.replace("%3", wording.pictures(max(run.total, done))).replace("%2", wording.count(done))
    return words.replace("%1", name)


def begin_anew(run: FolderRun) -> str:
    """What is said of a run whose method can no longer be had."""
    words = _tr("“%1” was classified by a model that this Whatsit no longer has. A new run can begin in its folders.")
    return words.replace("%1", wording.short_name(Path(run.name)))


def run_figures(run: FolderRun) -> list[str]:
    """What else is told of a run: rate, time left, failures, what was known before, other files."""
    tally, rate, left = run.tally, run.pace.rate, run.seconds_left
    is_running = run.state is RunState.RUNNING
    skipped = sum(number for _, number in tally.skipped)
    return [
        pictures_a_second(rate) if is_running and rate else "",
        wording.time_left(left) if left else "",
        wording.not_classified(tally.failed) if tally.failed else "",
        _tr("%1 known before").replace("%1", wording.count(tally.known)) if tally.known else "",
        other_files(skipped) if skipped and not is_running else "",
    ]


def other_files(number: int) -> str:
    """What was skipped in folders, all kinds together: "3 other files skipped"."""
    return _tr("%Ln other files skipped", number)


def pictures_a_second(rate: float) -> str:
    """ "41 a second"; slow work is told by the minute."""
    if rate < 1:
        return _tr("%1 a minute").replace("%1", wording.count(round(60 * rate)))
    return _tr("%1 a second").replace("%1", wording.count(round(rate)))


def skipped_kind(kind: str, number: int) -> str:
    """What was skipped in folders: "skipped: 12 × .txt"."""
    return _tr("skipped: %1 × %2").replace("%1", wording.count(number)).replace("%2", shown(kind))


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Runs", text, "", number)
