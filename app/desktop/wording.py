"""The closed lists of `values` and the numbers of the window, put in words through Qt's translation."""

from __future__ import annotations

import html
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from app.desktop.download_wording import download_troubles
from app.log import kept_log
from app.results.database import StoreError, StoreTrouble
from app.results.query import Order, State
from app.steps import Ending, JobError, Trouble
from app.values import Classified, Device, DeviceState, Failed, Left, Reason, SortTrouble, Stage, TagTrouble, Way
from app.wording import shown

LONGEST_LINE = 80  # characters of a line in a tool tip
LONGEST_NAME = 48  # characters of a name inside a sentence


def words(value: Enum) -> str:
    """The words for a member of one of the closed lists."""
    return _table()[value]


def failure_words(failed: Failed) -> str:
    """Why a picture has no classes: "Could not be classified: the file is cut off"."""
    return _tr("Could not be classified: %1").replace("%1", words(failed.reason))


def unshown_words(failed: Failed) -> str:
    """Why there is nothing to be seen of a picture, whatever its classes: "Could not be shown: the file is cut off"."""
    return _tr("Could not be shown: %1").replace("%1", words(failed.reason))


def reason_sentence(reason: Reason) -> str:
    """A reason as a sentence of its own: "The file is cut off."."""
    said = words(reason)
    return f"{said[:1].upper()}{said[1:]}."


def advice(reason: Reason) -> str:
    """What a person can do about it."""
    return _advice()[reason]


def trouble_words(error: JobError) -> str:
    """Why a job failed, as one sentence; one more where the log tells more."""
    about = ": ".join(shown(part) for part in (error.subject, error.detail) if part)
    sentence = f"{words(error.trouble)} ({about})." if about else f"{words(error.trouble)}."
    return logged(sentence) if error.trouble is Trouble.INTERNAL else sentence


def logged(sentence: str) -> str:
    """A sentence about what was logged as well, and one more where the log can be read."""
    return f"{sentence} {_tr('The log has the details.')}" if kept_log() else sentence


def state_words(state: State) -> str:
    """What a row of the table is: "unknown"."""
    return {
        State.CLASSIFIED: _tr("classified"),
        State.UNKNOWN: _tr("unknown"),
        State.FAILED: _tr("not classified"),
    }[state]


def order_words(order: Order) -> str:
    """What the table is sorted by."""
    return {
        Order.FOLDER: _tr("Folder"),
        Order.NAME: _tr("Name"),
        Order.CLASS: _tr("Class"),
        Order.PROBABILITY: _tr("Probability"),
        Order.STATE: _tr("State"),
    }[order]


def backed_off(device: Device) -> str:
    """What is said when a device ran out of memory, and the work goes on on `device`."""
    if device.name == "cpu":
        return _tr("The device ran out of memory. The work goes on on the CPU.")
    return _tr("The device ran out of memory. The work goes on with smaller batches.")


def device_words(device: Device) -> str:
    """A device and, where it cannot be used, why."""
    title = shown(device.title)
    return title if device.state is DeviceState.USABLE else f"{title} ({words(device.state)})"


def device_name(name: str) -> str:
    """A device's name as people write it: "CPU", "CUDA:0"."""
    return name.upper()


def percent(probability: float) -> str:
    """A probability to 0.1 %, in the user's locale."""
    return _tr("%1 %").replace("%1", QLocale().toString(100 * probability, "f", 1))


def whole_percent(probability: float) -> str:
    """A probability to 1 %, in the user's locale."""
    return _tr("%1 %").replace("%1", QLocale().toString(round(100 * probability)))


def least_percent(probability: float) -> str:
    """A least probability as a person set it: "30 %", "12.5 %"."""
    is_whole = round(1000 * probability) % 10 == 0
    return whole_percent(probability) if is_whole else percent(probability)


def percent_sign() -> str:
    """What stands behind the figure of a percentage."""
    return _tr("%1 %").replace("%1", "")


def spoken(label: str, probability: float, place: int, of: int) -> str:
    """A bar as a screen reader says it: "espresso, 95.1 per cent, 1 of 5"."""
    figure = QLocale().toString(100 * probability, "f", 1)
    words = _tr("%1, %2 per cent, %3 of %4").replace("%4", str(of)).replace("%3", str(place))
    return words.replace("%2", figure).replace("%1", label)


def class_name(label: str) -> str:
    """What a class is called in the user's language: "espresso", "Schlei"; its label where there is no other name.

    Files, folders, tags and the command line keep the label, so that they mean the same everywhere.
    """
    return shown(QCoreApplication.translate("Classes", label)) if label else label


def size_words(width: int, height: int) -> str:
    """The size of a picture: "600 × 400"."""
    locale = QLocale()
    return f"{locale.toString(width)} × {locale.toString(height)}"


def answered_by(outcome: Classified, model_title: str) -> str:
    """What answered and, where that is known, how fast: "EfficientNet-Lite0 · CPU · fp32 · 14 ms"."""
    parts = (model_title, device_name(outcome.device), outcome.precision)
    return " · ".join((*parts, duration(outcome.seconds)) if outcome.seconds else parts)


def duration(seconds: float) -> str:
    """A short time: "14 ms" or "1.2 s"."""
    locale = QLocale()
    if seconds < 1:
        return _tr("%1 ms").replace("%1", locale.toString(max(1, round(1000 * seconds))))
    return _tr("%1 s").replace("%1", locale.toString(seconds, "f", 1))


def count(number: int) -> str:
    """A whole number in the user's locale."""
    return QLocale().toString(number)


def pictures(number: int) -> str:
    """ "1 picture", "6 pictures"."""
    return _tr("%Ln pictures", number)


def selected(number: int) -> str:
    """ "3 selected"."""
    return _tr("%Ln selected", number)


def not_classified(number: int) -> str:
    """ "1 could not be classified"."""
    return _tr("%Ln could not be classified", number)


def stopped(number: int) -> str:
    """ "6 stopped"."""
    return _tr("%Ln stopped", number)


def fetching(hosts: tuple[str, ...]) -> str:
    """ "Fetching from example.org…", or how many when there are several."""
    if len(hosts) > 1:
        return _tr("Fetching %Ln pictures…", len(hosts))
    return _tr("Fetching from %1…").replace("%1", shown(hosts[0]))


def never_online() -> str:
    """Why nobody is asked for anything."""
    return _tr("The settings say that the network is never used.")


def too_many_to_open(most: int) -> str:
    """Why nothing was opened: "Select at most 20 pictures to open them."."""
    return _tr("Select at most %Ln pictures to open or show them elsewhere.", most)


def removal(number: int) -> str:
    """What was done to so many pictures, as it stands after "Undo": "taking 6 pictures off the list"."""
    return _tr("taking %1 off the list").replace("%1", pictures(number))


def taken_off(number: int) -> str:
    """ "6 pictures were taken off the list. The files are where they were."."""
    return _tr("%Ln pictures were taken off the list. The files are where they were.", number)


def no_pictures(folders: tuple[Path, ...]) -> str:
    """ "There are no pictures in “Iceland”."."""
    if len(folders) != 1:
        return _tr("There are no pictures in these folders.")
    return _tr("There are no pictures in “%1”.").replace("%1", short_name(folders[0]))


def short_name(path: Path) -> str:
    """The name of a file or folder, cut in its middle where it is very long."""
    name = shown(path.name or path)
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME // 2]}…{name[-LONGEST_NAME // 2 + 1 :]}"


def time_left(seconds: float) -> str:
    """ "about 6 min left"; seconds are rounded to tens, since nobody knows better."""
    if seconds < 60:
        return _tr("about %1 s left").replace("%1", count(max(10, round(seconds / 10) * 10)))
    if seconds < 5400:
        return _tr("about %1 min left").replace("%1", count(round(seconds / 60)))
    return _tr("about %1 h left").replace("%1", count(round(seconds / 3600)))


def store_words(error: StoreError) -> str:
    """Why the results cannot be read, as one sentence."""
    about = ": ".join(shown(part) for part in (error.path, error.detail) if part)
    return f"{_store_troubles()[error.trouble]} ({about})."


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Wording", text, "", number)


def _table() -> dict[Enum, str]:
    """Built anew at each call, so that a change of language needs nothing else."""
    return {
        Stage.FIND: _tr("looking for pictures"),
        Stage.READ: _tr("reading the file"),
        Stage.DECODE: _tr("decoding the picture"),
        Stage.CLASSIFY: _tr("classifying the picture"),
        Reason.MISSING: _tr("there is no such file"),
        Reason.UNREADABLE: _tr("it cannot be opened"),
        Reason.NOT_A_FILE: _tr("it is not a file"),
        Reason.EMPTY: _tr("the file is empty"),
        Reason.NOT_A_PICTURE: _tr("it is not a picture"),
        Reason.UNSUPPORTED: _tr("this kind of picture is not supported"),
        Reason.TRUNCATED: _tr("the file is cut off"),
        Reason.DAMAGED: _tr("the file is damaged"),
        Reason.CRASHED: _tr("it crashed the decoder"),
        Reason.TOO_SLOW: _tr("decoding it took too long"),
        Reason.TOO_LARGE: _tr("the picture is too large"),
        Reason.OUT_OF_MEMORY: _tr("there is not enough memory for it"),
        Reason.NO_SCORES: _tr("the model gave no usable scores"),
        DeviceState.USABLE: _tr("ready"),
        DeviceState.NOT_BUILT: _tr("this build of PyTorch cannot use it"),
        DeviceState.NOT_FOUND: _tr("none was found"),
        DeviceState.BROKEN: _tr("it was found, but a test calculation failed"),
        Ending.COMPLETED: _tr("done"),
        Ending.CANCELLED: _tr("stopped"),
        Ending.FAILED: _tr("failed"),
        Trouble.NO_SUCH_MODEL: _tr("There is no such model"),
        Trouble.WEIGHTS_MISSING: _tr("The model’s weights are missing; install Whatsit again"),
        Trouble.WEIGHTS_DAMAGED: _tr("The model’s weights are damaged and were not used; install Whatsit again"),
        Trouble.NOT_DOWNLOADED: _tr("This model is not on this computer yet; download it in the models window"),
        Trouble.MODEL_GONE: _tr("The file of this model is gone; put it back, or add or download the model again"),
        Trouble.MODEL_DAMAGED: _tr(
            "The file of this model is damaged and was not used; add or download the model again"
        ),
        Trouble.MODEL_UNFIT: _tr("The file of this model does not fit its network; add or download the model again"),
        Trouble.WRONG_FILE: _tr("This is not the file that the source of this model publishes; choose another file"),
        Trouble.MODEL_UNPROVED: _tr(
            "The source of this model tells the SHA-256 of its file only on its page; give it, and the file is proved"
        ),
        Trouble.NO_TIMM: _tr(
            "This model needs the library timm, which is not installed; install it with pip install 'whatsit[timm]'"
        ),
        Trouble.LIBRARY_BROKEN: _tr("A library that Whatsit needs could not be loaded; install Whatsit again"),
        Trouble.DEVICE_UNAVAILABLE: _tr("This device cannot be used; choose another, or “Automatic”"),
        Trouble.DEVICE_LOST: _tr("The device stopped working; nothing is lost, try again or choose the CPU"),
        Trouble.OUT_OF_MEMORY: _tr("There is not enough memory for this; close other programs and try again"),
        Trouble.FOLDER_GONE: _tr(
            "A folder can no longer be reached; connect it again, and the same goes on from there"
        ),
        Trouble.FOLDER_BARE: _tr(
            "A folder is gone or empty although pictures in it are known; connect its drive, or continue all the same"
        ),
        Trouble.STORE_NEWER: _tr("The results were kept by a newer Whatsit; use that one, or another store"),
        Trouble.STORE_FOREIGN: _tr(
            "This file holds no results of Whatsit and is left alone; name another for the store"
        ),
        Trouble.STORE_DAMAGED: _tr("The results are damaged; run the same again"),
        Trouble.RUN_FORGOTTEN: _tr("This run was forgotten while it was under way; run it again"),
        Trouble.OTHER_METHOD: _tr(
            "The model of this run, as it was, can no longer be had; begin a new run of the same folders"
        ),
        Trouble.STORE_BUSY: _tr("Another program holds the results for too long; try again"),
        Trouble.STORE_FULL: _tr("There is no room left to keep results; make room, and the same goes on from there"),
        Trouble.STORE_UNUSABLE: _tr("The results cannot be kept; choose another store, or none"),
        Trouble.INTERNAL: _tr("Something went wrong inside Whatsit"),
        TagTrouble.NO_PICTURE: _tr("the picture is no longer there"),
        TagTrouble.PICTURE_CHANGED: _tr("the picture changed since it was classified; classify it again"),
        TagTrouble.NOT_A_FILE: _tr("its sidecar is a link or no ordinary file"),
        TagTrouble.UNREADABLE: _tr("its sidecar cannot be read"),
        TagTrouble.TOO_LARGE: _tr("its sidecar is too large"),
        TagTrouble.NOT_XMP: _tr("its sidecar is no XMP that could be added to"),
        TagTrouble.ODD_TAGS: _tr("the tags in its sidecar have a form that cannot be added to"),
        TagTrouble.READ_ONLY: _tr("its sidecar is write-protected"),
        TagTrouble.BUSY: _tr("another program is changing its sidecar; try again"),
        TagTrouble.NOT_SURE: _tr(
            "its sidecar changed after tagging was cut off; all tags in it are taken for yours now"
        ),
        TagTrouble.UNWRITABLE: _tr("its sidecar cannot be written"),
        Way.COPY: _tr("copied"),
        Way.MOVE: _tr("moved"),
        Way.LINK: _tr("linked"),
        Left.UNKNOWN: _tr("its class is unknown"),
        Left.FAILED: _tr("it could not be classified"),
        Left.IN_PLACE: _tr("it is in its folder already"),
        Left.SAME_PICTURE: _tr("it is a link to a picture that is sorted itself"),
        Left.GONE: _tr("it is no longer there"),
        Left.CHANGED: _tr("it was changed since it was classified"),
        Left.NOT_A_FILE: _tr("it is not a file"),
        Left.OTHER_DRIVE: _tr("a hard link cannot lead to another drive"),
        Left.UNREADABLE: _tr("it cannot be read or taken away"),
        Left.UNWRITABLE: _tr("it cannot be written there"),
        Left.IN_THE_WAY: _tr("another file has its name there"),
        Left.CHANGED_SINCE: _tr("it was changed since it was sorted"),
        Left.MISSING_SINCE: _tr("it is no longer where it was put"),
        Left.ORIGINAL_GONE: _tr("the original is no longer what it was, so this one stays"),
        SortTrouble.NO_FOLDER: _tr("This is not a folder; name another"),
        SortTrouble.DEAD_LINK: _tr("This link leads nowhere; name another folder"),
        SortTrouble.READ_ONLY: _tr(
            "Nothing can be written into this folder; name another, or give yourself the right to"
        ),
        SortTrouble.NO_ROOM: _tr("There is not enough room there; make room and try again"),
        SortTrouble.UNUSABLE: _tr("The files cannot be put there; see to it and try again"),
        SortTrouble.FOLDER_GONE: _tr(
            "A folder can no longer be reached; connect it again, and the same goes on from there"
        ),
        SortTrouble.HELD_UP: _tr("Not all could be undone; see to what is in the way and undo again"),
        SortTrouble.BUSY: _tr("Another sort into this folder is under way; wait for it"),
        SortTrouble.UNFINISHED: _tr("A sort into this folder is unfinished; go on with it or undo it first"),
        SortTrouble.UNDOING: _tr("The undoing of this sort is unfinished; undo it to the end"),
        SortTrouble.UNDONE: _tr("This sort is undone already"),
        SortTrouble.NOTHING_TO_UNDO: _tr("There is no sort to undo"),
        SortTrouble.JOURNAL_MISSING: _tr("There is no such sort"),
        SortTrouble.JOURNAL_FOREIGN: _tr("This file is no journal of a sort and is left alone"),
        SortTrouble.JOURNAL_NEWER: _tr("This sort was made by a newer Whatsit; use that one"),
        SortTrouble.JOURNAL_UNUSABLE: _tr("The journal of the sort cannot be read or written; see to it and try again"),
        **download_troubles(),
    }


def _store_troubles() -> dict[StoreTrouble, str]:
    return {
        StoreTrouble.NEWER: _tr("The results were kept by a newer Whatsit; open them with that one"),
        StoreTrouble.FOREIGN: _tr("This file holds no results of Whatsit"),
        StoreTrouble.DAMAGED: _tr("The results are damaged; run the same again"),
        StoreTrouble.FORGOTTEN: _tr("This run was forgotten; run it again"),
        StoreTrouble.OTHER_METHOD: _tr("The model of this run can no longer be had; begin a new run"),
        StoreTrouble.BUSY: _tr("Another program holds the results for too long; try again"),
        StoreTrouble.FULL: _tr("There is no room left to read the results; make room and try again"),
        StoreTrouble.UNUSABLE: _tr("The results cannot be read"),
    }


def _advice() -> dict[Reason, str]:
    copy_again = _tr("Copy it again from where it came.")
    save_anew = _tr("If another program can open it, save it there as JPEG or PNG.")
    return {
        Reason.MISSING: _tr("It may have been moved or renamed. Drop it again from where it is now."),
        Reason.UNREADABLE: _tr("See whether you may open it and its disk is connected; then classify it again."),
        Reason.NOT_A_FILE: _tr("Only files, and folders of files, can be classified."),
        Reason.EMPTY: copy_again,
        Reason.NOT_A_PICTURE: save_anew,
        Reason.UNSUPPORTED: save_anew,
        Reason.TRUNCATED: copy_again,
        Reason.DAMAGED: f"{copy_again} {save_anew}",
        Reason.CRASHED: save_anew,
        Reason.TOO_SLOW: _tr("Close other programs and classify it again, or save a smaller copy of it."),
        Reason.TOO_LARGE: _tr("Save a smaller copy of it, or raise the limit in the settings."),
        Reason.OUT_OF_MEMORY: _tr("Close other programs and classify it again, or save a smaller copy of it."),
        Reason.NO_SCORES: _tr("Choose another device or model, and classify it again."),
    }


def plain_tool_tip(*lines: str) -> str:
    """A tool tip that Qt shows letter by letter: it would otherwise read a file name such as `<b>` as markup."""
    escaped = "<br>".join(html.escape(shown(line)) for line in lines)
    wraps = any(len(line) > LONGEST_LINE for line in lines)  # Qt would break even a short line in three
    return f"<p style='white-space: {'pre-wrap' if wraps else 'pre'}'>{escaped}</p>"
