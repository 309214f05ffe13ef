"""Sorting put in words: what can be chosen, what a plan would do, how far it is, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.desktop import export_wording, wording
from app.desktop.plan_tree import Branch
from app.results.database import StoreError
from app.results.sorting.journal import Phase
from app.results.sorting.journals import Sort
from app.results.sorting.lines import Line
from app.results.sorting.plan import Summary
from app.results.sorting.steps import Handled, LeftAlone, SortEnd, SortError
from app.values import Left, Way
from app.wording import shown

# --- what can be chosen --------------------------------------------------------------------------------------------


def way_choice(way: Way) -> str:
    """What a way is called among the choices."""
    return {Way.COPY: _tr("Copy"), Way.MOVE: _tr("Move"), Way.LINK: _tr("Hard links")}[way]


def way_note(way: Way) -> str:
    """What a way means for the originals."""
    return {
        Way.COPY: _tr("The originals stay as they are, and the copies take as much room again."),
        Way.MOVE: _tr("The pictures leave their folders. What is known of them goes along, and it can be undone."),
        Way.LINK: _tr("Each file appears in both places and takes no more room. This works on one drive only."),
    }[way]


def template_choices() -> tuple[tuple[str, str], ...]:
    """Templates that can be chosen, and their words; "" is one that is written."""
    return (
        ("{label}", _tr("Class")),
        ("{source}/{label}", _tr("Folder it comes from, then class")),
        ("{year}-{month}/{label}", _tr("Year and month, then class")),
        ("", _tr("As written below")),
    )


def template_note() -> str:
    """What may stand in a template."""
    return _tr(
        "{label} is the class, {source} the folder that the picture comes from, {year}, {month} and {day} when the file"
        " was changed last. A slash makes a folder in a folder."
    )


def template_refused() -> str:
    """A template that names no folder."""
    return _tr("Such folders cannot be made. They may be named with {label}, {source}, {year}, {month} and {day}.")


def example(path: Path) -> str:
    """Where a picture would come: "For instance: espresso / a.png"."""
    return _tr("For instance: %1").replace("%1", " / ".join(map(shown, path.parts)))


def example_left(path: Path, why: Left) -> str:
    """Why a picture would stay where it is."""
    words = _tr("For instance: %1 stays where it is, because %2.")
    return words.replace("%2", wording.words(why)).replace("%1", wording.short_name(path))


def unknown_note(least_probability: float) -> str:
    """Which pictures have an unknown class at the moment."""
    return _tr(
        "A picture’s class is “unknown” if even the likeliest one has less than %1, as the table is set now."
    ).replace("%1", wording.least_percent(least_probability))


# --- the plan ------------------------------------------------------------------------------------------------------


def plan_headline(summary: Summary, way: Way, folders: int) -> str:
    """ "1,234 pictures (2.1 GB) will be copied into 57 folders."."""
    if not summary.pictures:
        return _tr("There is nothing to sort.")
    words = {
        Way.COPY: _tr("%Ln pictures%1 will be copied into %2.", summary.pictures),
        Way.MOVE: _tr("%Ln pictures%1 will be moved into %2.", summary.pictures),
        Way.LINK: _tr("%Ln pictures%1 will be linked into %2.", summary.pictures),
    }[way]
    copied = f" ({size(summary.bytes)})" if summary.bytes else ""
    return words.replace("%2", _tr("%Ln folders", folders)).replace("%1", copied)


def plan_details(summary: Summary) -> str:
    """What else is to be known of a plan, a sentence on each line."""
    sentences = (
        _tr("%Ln companions (sidecars, RAW) go along.", summary.companions) if summary.companions else "",
        _tr("%Ln pictures get a number behind their names, because these are taken.", summary.renamed)
        if summary.renamed
        else "",
        staying(summary),
        _inside(summary.inside) if summary.inside and summary.pictures else "",
    )
    return "\n".join(sentence for sentence in sentences if sentence)


def carry_out(summary: Summary, way: Way) -> str:
    """The words on the button: "Copy 1,234 pictures"."""
    words = {Way.COPY: _tr("&Copy %1"), Way.MOVE: _tr("&Move %1"), Way.LINK: _tr("&Link %1")}[way]
    return words.replace("%1", wording.pictures(summary.pictures))


def branch_name(branch: Branch) -> str:
    """A folder's name, or why files are left alone."""
    if isinstance(branch.source, Left):
        return _sentence(wording.words(branch.source))
    return shown(branch.name) if branch.name else _tr("Left where they are")


def line_name(line: Line) -> str:
    """A file's name, and the one that it gets, if that is another."""
    name = shown(line.path.name)
    return f"{name} → {shown(line.target.name)}" if line.target and line.target.name != line.path.name else name


def line_note(line: Line) -> str:
    """What else is to be said of a file."""
    if line.why is not None:
        return shown(line.detail)
    return _tr("goes along with its picture") if line.is_companion else ""


def more(number: int) -> str:
    """The row below files that stands for those that are not shown yet."""
    return _tr("%Ln more…", number)


def noted(path: Path) -> str:
    """The plan was written to a file."""
    return _tr("The plan was written to “%1”.").replace("%1", wording.short_name(path))


def unnoted(error: OSError, path: Path) -> str:
    """Why the plan could not be written to a file."""
    words = _tr("“%1” was not written.").replace("%1", wording.short_name(path))
    return f"{export_wording.system_reason(error)} {words}"


# --- troubles ------------------------------------------------------------------------------------------------------


def trouble(error: SortError | StoreError) -> str:
    """What stands against sorting or undoing, as one sentence."""
    if isinstance(error, StoreError):
        return wording.store_words(error)
    about = ": ".join(shown(part) for part in (error.subject, error.detail) if part)
    words = wording.words(error.trouble)
    return f"{words} ({about})." if about else f"{words}."


def left_words(why: Left, detail: str = "") -> str:
    """Why a file was left alone, without its name."""
    return f"{wording.words(why)} ({shown(detail)})" if detail else wording.words(why)


def left_line(left: LeftAlone) -> str:
    """A file that was left alone, and why."""
    return f"{shown(left.path)}: {left_words(left.why, left.detail)}"


# --- progress and result -------------------------------------------------------------------------------------------


def working(way: Way, destination: Path, *, is_undo: bool) -> str:
    """What is under way."""
    if is_undo:
        words = _tr("Undoing what was sorted into “%1”…")
    else:
        words = {
            Way.COPY: _tr("Copying into “%1”…"),
            Way.MOVE: _tr("Moving into “%1”…"),
            Way.LINK: _tr("Making links in “%1”…"),
        }[way]
    return words.replace("%1", wording.short_name(destination))


def figures(handled: Handled, left: float | None) -> str:
    """ "1,234 of 10,000 files · 2.1 GB of 13.4 GB · about 6 min left"."""
    files = _tr("%1 of %2 files").replace("%2", wording.count(handled.total)).replace("%1", wording.count(handled.done))
    sizes = _tr("%1 of %2").replace("%2", size(handled.total_bytes)).replace("%1", size(handled.bytes))
    return " · ".join(part for part in (files, sizes, wording.time_left(left) if left else "") if part)


def left_so_far(number: int) -> str:
    """ "3 files were left alone so far"."""
    if not number:
        return ""
    return _tr("%Ln files were left alone so far", number)


def result_headline(end: SortEnd, way: Way, destination: Path, *, is_undo: bool) -> str:
    """What came of it, in a few words."""
    if is_undo:
        return _undone(end.done, way)
    words = {
        Way.COPY: _tr("%Ln files were copied into “%1”.", end.done),
        Way.MOVE: _tr("%Ln files were moved into “%1”.", end.done),
        Way.LINK: _tr("%Ln files were linked into “%1”.", end.done),
    }[way]
    return words.replace("%1", wording.short_name(destination))


def result_details(end: SortEnd, store_error: StoreError | None, *, is_undo: bool) -> str:
    """How it ended, if not as it should, and what can be done then."""
    sentences = []
    if end.error:
        sentences.append(trouble(end.error))
    if not end.is_complete and end.journal:
        if is_undo:
            words = _tr("The rest is still where it was sorted to. Undoing can go on now or later.")
        else:
            words = _tr("The rest is where it was. It can go on, or be undone, now or later.")
        sentences.append(words if end.error else f"{_tr('Stopped.')} {words}")
    if store_error:
        words = _tr("Whatsit’s results do not know yet where these pictures are: %1")
        sentences.append(words.replace("%1", wording.store_words(store_error)))
    return " ".join(sentences)


def left_headline(number: int, way: Way, *, is_undo: bool) -> str:
    """What stands above the list of files that were left alone."""
    if is_undo and way is Way.MOVE:
        return _tr("%Ln files could not be brought back and stay where they are:", number)
    if is_undo:
        return _tr("%Ln files were not removed and stay where they are:", number)
    return _tr("%Ln files could not be sorted and are where they were:", number)


# --- former sorts --------------------------------------------------------------------------------------------------


def state_words(sort: Sort, *, is_busy: bool) -> str:
    """How far a sort is."""
    if is_busy:
        return _tr("under way")
    return {
        Phase.PLANNED: _tr("interrupted"),
        Phase.BEGUN: _tr("interrupted"),
        Phase.COMPLETE: _tr("complete"),
        Phase.UNDOING: _tr("half undone"),
        Phase.UNDONE: _tr("undone, but for some") if sort.left else _tr("undone"),
    }[sort.header.phase]


def sorted_files(sort: Sort) -> str:
    """ "1,234 of 5,000 moved"."""
    words = wording.words(sort.header.way)
    if sort.header.phase is Phase.UNDONE:
        return _tr("%1 left").replace("%1", wording.count(sort.left)) if sort.left else ""
    if sort.open:
        figures = _tr("%1 of %2").replace("%2", wording.count(sort.done + sort.open))
        return f"{figures.replace('%1', wording.count(sort.done))} {words}"
    return f"{wording.count(sort.done)} {words}"


def when(sort: Sort) -> str:
    """When a sort began."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(sort.header.began)), QLocale.FormatType.ShortFormat)


def interrupted(sort: Sort) -> str:
    """ "Sorting “Iceland” was interrupted."."""
    words = (
        _tr("Undoing the sort of “%1” was interrupted.")
        if sort.header.phase is Phase.UNDOING
        else _tr("Sorting “%1” was interrupted.")
    )
    return words.replace("%1", wording.short_name(Path(sort.header.name)))


def size(number: int) -> str:
    """So many bytes: "13.4 GB"."""
    return QLocale().formattedDataSize(number, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _undone(number: int, way: Way) -> str:
    if way is Way.MOVE:
        return _tr("%Ln files are back where they were.", number)
    return _tr("%Ln files were removed again.", number)


def staying(summary: Summary) -> str:
    """How many pictures the plan leaves where they are, and why."""
    number = sum(each for _, each in summary.left)
    if not number:
        return ""
    if len(summary.left) == 1:
        reasons = wording.words(summary.left[0][0])
    else:
        each_reason = (f"{wording.words(why)} ({wording.count(each)})" for why, each in summary.left)
        reasons = _tr(" or ").join(each_reason)
    return _tr("%Ln pictures stay where they are, each because %1.", number).replace("%1", reasons)


def _inside(folder: Path) -> str:
    return _tr("The folders lie in “%1”; later runs skip them.").replace("%1", wording.short_name(folder))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Sorting", text, "", number)
