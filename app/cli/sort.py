"""`whatsit sort`: the pictures of a run into folders by class."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED, SOME_FAILED, WRONG_USE, UnfinishedError
from app.cli.interrupts import Interrupts
from app.cli.kept import chosen_run, require_output, store_to_read
from app.cli.progress import Progress
from app.cli.sorting import counted, error_sentence, status_of, tell, told
from app.cli.terminal import say
from app.files.whole_file import whole_file
from app.paths import user_places
from app.results.sorting.journal import Journal
from app.results.sorting.journals import unfinished
from app.results.sorting.lines import Line, csv_lines
from app.results.sorting.plan import FolderCount, Plan, Summary, key_of
from app.results.sorting.steps import Options, Origin, SortFailure, SortStep
from app.results.sorting.template import TemplateError
from app.results.sorting.work import carry_out, go_on
from app.results.store import Run, Store
from app.values import Left, Way
from app.wording import WORDS, left_sentence, shown

_NAMED = 20  # files that are named when they cannot be sorted; a plan written to a file names all
_WISHED = (Left.UNKNOWN, Left.FAILED, Left.IN_PLACE, Left.SAME_PICTURE)


def sort(options: argparse.Namespace) -> int:
    """Plan, print the plan, and carry it out; the exit status."""
    with Interrupts() as interrupts:
        progress = Progress()
        try:
            with store_to_read(options) as store:
                run = chosen_run(store, options.run)
                require_output(options, "--plan", options.plan)
                return _Sorting(options, store, run, interrupts, progress).sort()
        except UnfinishedError as unfinished_one:
            return unfinished_one.status
        except TemplateError as error:
            say(f"whatsit: --folders {shown(options.folders)} cannot be used: {shown(str(error))}.")
            return WRONG_USE
        except SortFailure as failure:
            say(error_sentence(failure.error))
            return JOB_FAILED
        except KeyboardInterrupt:
            return interrupts.status
        finally:
            progress.close()


@dataclass(slots=True)
class _Sorting:
    """One call of the command."""

    options: argparse.Namespace
    store: Store
    run: Run
    interrupts: Interrupts
    progress: Progress

    def sort(self) -> int:
        """Go on with what is unfinished, or plan anew.

        Raises:
            SortFailure: it cannot be planned, or something stands in its way.
            TemplateError: the template names no folder.
        """
        wish, origin = self._wish(), Origin(self.store.path, self.run.id, self.run.name)
        sorts = user_places().sorts
        if (journal := unfinished(sorts, wish.destination, key_of(wish, origin))) is not None:
            return self._go_on(journal)
        with Plan(wish, self.run.roots, origin) as plan:
            self.interrupts.patient = True
            self.progress.count("Planning")
            before = 0
            for looked in plan.look(self.store.rows(self.run.id), self.interrupts.stop):
                self.progress.advance(looked.pictures - before)
                before = looked.pictures
            self.progress.close()
            if self.interrupts.stop.is_set():
                return self.interrupts.status
            return self._planned(plan, plan.summary(), sorts)

    def _wish(self) -> Options:
        return Options(
            Path(self.options.into).absolute(),
            Way(self.options.way),
            self.options.folders,
            self.options.unknown == "folder",
            self.options.failed == "folder",
            self.options.least_probability,
        )

    def _go_on(self, journal: Path) -> int:
        with Journal(journal) as opened:
            self._write_plan(opened.lines())
        tell(f"Sort {journal.stem} is unfinished and goes on; its plan was made before.")
        if self.options.dry_run:
            return ALL_CLASSIFIED
        return self._carried(go_on(journal, self.store, self.interrupts.stop, tags=user_places().tags))

    def _planned(self, plan: Plan, summary: Summary, sorts: Path) -> int:
        self._write_plan(plan.lines())
        for line in plan_lines(plan.options, summary, plan.folders()):
            tell(line)
        refused = sum(number for why, number in summary.left if why not in _WISHED)
        if refused:
            _name(refused, plan.lines())
        for obstacle in summary.obstacles:
            say(error_sentence(obstacle))
        if summary.obstacles:
            return JOB_FAILED
        if self.options.dry_run or not summary.pictures:
            return SOME_FAILED if refused else ALL_CLASSIFIED
        status = self._carried(carry_out(plan, sorts, self.store, self.interrupts.stop, tags=user_places().tags))
        return status or (SOME_FAILED if refused else ALL_CLASSIFIED)

    def _carried(self, steps: Iterator[SortStep]) -> int:
        end = told(steps, "Sorting", self.interrupts, self.progress)
        status = status_of(end, self.interrupts, self.progress)
        if end.journal is None:
            return status
        name = end.journal.stem
        if end.is_complete:
            tell(f"{counted(end.done, 'file')} {WORDS[Way(self.options.way)]}. To undo it: whatsit undo {name}")
        else:
            say(f"Run the same again to go on, or undo what was done: whatsit undo {name}")
        return status

    def _write_plan(self, lines: Iterable[Line]) -> None:
        """Raises UnfinishedError if the plan cannot be written where it was asked for."""
        if not self.options.plan:
            return
        try:
            with whole_file(Path(self.options.plan), newline="", beginning=self.interrupts.unfinished.append) as file:
                file.writelines(csv_lines(lines, Way(self.options.way)))
        except OSError as error:
            say(f"whatsit: the plan cannot be written to {shown(self.options.plan)} ({error.strerror or error}).")
            raise UnfinishedError(JOB_FAILED) from error


def plan_lines(options: Options, summary: Summary, folders: Iterable[FolderCount]) -> Iterator[str]:
    """The plan as a tree with counts, and what is said below it."""
    yield shown(options.destination)
    yield from _tree(list(folders))
    if summary.pictures:
        along = f" and {counted(summary.companions, 'companion')}" if summary.companions else ""
        size = f", {summary.bytes:,} bytes to be copied" if summary.bytes else ""
        yield f"{counted(summary.pictures, 'picture')}{along} to be {WORDS[options.way]}{size}."
    else:
        yield "There is nothing to sort."
    if summary.renamed:
        yield f"{counted(summary.renamed, 'picture')} with a number behind the name, because it is taken."
    if summary.inside is not None and summary.pictures:
        yield f"The folders lie in {shown(summary.inside)}, which was classified; later runs skip them."
    for why, number in summary.left:
        yield f"{counted(number, 'picture')} left alone: {left_sentence(why)}."


def _tree(folders: list[FolderCount]) -> Iterator[str]:
    """Folders below each other, with the lines of a tree."""
    paths = dict.fromkeys(path for each in folders for path in (*reversed(each.path.parents), each.path) if path.name)
    counts = {each.path: each for each in folders}
    children: dict[Path, list[Path]] = {}
    for path in paths:
        children.setdefault(path.parent, []).append(path)
    waiting = [(path, "") for path in reversed(children.get(Path(), []))]
    while waiting:
        path, lead = waiting.pop()
        is_last = children[path.parent][-1] == path
        yield f"{lead}{'└── ' if is_last else '├── '}{shown(path.name)}{_counts(counts.get(path))}"
        deeper = lead + ("    " if is_last else "│   ")
        waiting.extend((each, deeper) for each in reversed(children.get(path, [])))


def _counts(folder: FolderCount | None) -> str:
    if folder is None:
        return ""
    along = f", {counted(folder.companions, 'companion')}" if folder.companions else ""
    return f"  {counted(folder.pictures, 'picture')}{along}{'' if folder.is_new else '  (is there already)'}"


def _name(refused: int, lines: Iterable[Line]) -> None:
    """Name the first files that cannot be sorted."""
    bad = (line for line in lines if line.why is not None and line.why not in _WISHED)
    for line in islice(bad, _NAMED):
        if line.why is not None:
            say(f"{shown(line.path)}: {left_sentence(line.why, line.detail)}")
    if refused > _NAMED:
        say(f"… and {refused - _NAMED:,} more; --plan FILE.csv names all.")
