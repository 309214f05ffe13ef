"""The one English table that puts the closed lists of `values` in words, for the command line and the log.

`desktop/wording.py` says the same through Qt's translation; a test proves that both are complete.
"""

from __future__ import annotations

import unicodedata
from enum import Enum
from pathlib import Path

from app.steps import DownloadError, DownloadTrouble, Ending, JobError, Trouble
from app.values import DeviceState, Failed, Left, Reason, SortTrouble, Stage, TagTrouble, Way

WORDS: dict[Enum, str] = {
    Stage.FIND: "looking for pictures",
    Stage.READ: "reading the file",
    Stage.DECODE: "decoding the picture",
    Stage.CLASSIFY: "classifying the picture",
    Reason.MISSING: "there is no such file",
    Reason.UNREADABLE: "it cannot be opened",
    Reason.NOT_A_FILE: "it is not a file",
    Reason.EMPTY: "the file is empty",
    Reason.NOT_A_PICTURE: "it is not a picture",
    Reason.UNSUPPORTED: "this kind of picture is not supported",
    Reason.TRUNCATED: "the file is cut off",
    Reason.DAMAGED: "the file is damaged",
    Reason.CRASHED: "it crashed the decoder",
    Reason.TOO_SLOW: "decoding it took too long",
    Reason.TOO_LARGE: "the picture is too large",
    Reason.OUT_OF_MEMORY: "there is not enough memory for it",
    Reason.NO_SCORES: "the model gave no usable scores",
    DeviceState.USABLE: "ready",
    DeviceState.NOT_BUILT: "this build of PyTorch cannot use it",
    DeviceState.NOT_FOUND: "none was found",
    DeviceState.BROKEN: "it was found, but a test calculation failed",
    Ending.COMPLETED: "done",
    Ending.CANCELLED: "stopped",
    Ending.FAILED: "failed",
    Trouble.NO_SUCH_MODEL: "There is no such model",
    Trouble.WEIGHTS_MISSING: "The model’s weights are missing; install Whatsit again",
    Trouble.WEIGHTS_DAMAGED: "The model’s weights are damaged and were not used; install Whatsit again",
    Trouble.NOT_DOWNLOADED: "This model is not on this computer yet; get it with whatsit models download",
    Trouble.MODEL_GONE: "The file of this model is gone; put it back, or add or download the model again",
    Trouble.MODEL_DAMAGED: "The file of this model is damaged and was not used; add or download the model again",
    Trouble.MODEL_UNFIT: "The file of this model does not fit its network; add or download the model again",
    Trouble.WRONG_FILE: "This is not the file that the source of this model publishes; choose another file",
    Trouble.MODEL_UNPROVED: (
        "The source of this model tells the SHA-256 of its file only on its page; give it with --sha256, and the file "
        "is proved"
    ),
    Trouble.NO_TIMM: (
        "This model needs the library timm, which is not installed; install it with pip install 'whatsit[timm]'"
    ),
    Trouble.LIBRARY_BROKEN: "A library that Whatsit needs could not be loaded; install Whatsit again",
    Trouble.DEVICE_UNAVAILABLE: "This device cannot be used; choose another, or auto",
    Trouble.DEVICE_LOST: "The device stopped working; nothing is lost, try again or choose the CPU",
    Trouble.OUT_OF_MEMORY: "There is not enough memory for this; close other programs and try again",
    Trouble.FOLDER_GONE: "A folder can no longer be reached; connect it again, and the same goes on from there",
    Trouble.FOLDER_BARE: (
        "A folder is gone or empty although pictures in it are known; connect its drive and run the same again, or "
        "forget the run"
    ),
    Trouble.STORE_NEWER: "The results were kept by a newer Whatsit; use that one, or another store",
    Trouble.STORE_FOREIGN: "This file holds no results of Whatsit and is left alone; name another for the store",
    Trouble.STORE_DAMAGED: "The results are damaged; run the same again",
    Trouble.RUN_FORGOTTEN: "This run was forgotten while it was under way; run it again",
    Trouble.OTHER_METHOD: "The model of this run, as it was, can no longer be had; begin a new run of the same folders",
    Trouble.STORE_BUSY: "Another program holds the results for too long; try again",
    Trouble.STORE_FULL: "There is no room left to keep results; make room, and the same goes on from there",
    Trouble.STORE_UNUSABLE: "The results cannot be kept; choose another store, or none",
    Trouble.INTERNAL: "Something went wrong inside Whatsit",
    DownloadTrouble.UNREACHABLE: "The server cannot be reached; see whether this computer is online, and try again",
    DownloadTrouble.UNTRUSTED: "The connection cannot be trusted, so nothing was downloaded; ask who runs your network",
    DownloadTrouble.TOO_SLOW: "Nothing came from the server for too long; try again, and it goes on from there",
    DownloadTrouble.CUT_OFF: "The connection broke off again and again; try again, and it goes on from there",
    DownloadTrouble.OVERLOADED: "The server is overloaded or out of order; try again later",
    DownloadTrouble.REFUSED: "The server refuses to send the file; try again later, or use a file from elsewhere",
    DownloadTrouble.NOT_ALLOWED: (
        "The server gives this file only to those it knows, or has no such file; download it in a web browser, and use "
        "that file"
    ),
    DownloadTrouble.NOT_THERE: (
        "The server has no such file any more; use a file from elsewhere, or choose another model"
    ),
    DownloadTrouble.ASTRAY: "The address leads in circles, or on to one without encryption; try again later",
    DownloadTrouble.WEB_PAGE: (
        "A web page came in place of the file; log in to your network in a web browser, and try again"
    ),
    DownloadTrouble.MEANINGLESS: "What the server sent makes no sense; try again later",
    DownloadTrouble.WRONG_SIZE: "The server has a file of another size, which was not used; try again later",
    DownloadTrouble.WRONG_DIGEST: (
        "What came is not the file that its source publishes, and was not used; try again later, or on another network"
    ),
    DownloadTrouble.NO_DIGEST: "The source publishes no SHA-256 of this file to check it by, so it was not downloaded",
    DownloadTrouble.NO_ROOM: "There is not enough room on the disk; make room, and it goes on from there",
    DownloadTrouble.UNWRITABLE: "The file cannot be written there; see to it, and try again",
    DownloadTrouble.BUSY: "Another Whatsit is downloading this file; wait for it",
    TagTrouble.NO_PICTURE: "the picture is no longer there",
    TagTrouble.PICTURE_CHANGED: "the picture changed since it was classified; classify it again",
    TagTrouble.NOT_A_FILE: "its sidecar is a link or no ordinary file",
    TagTrouble.UNREADABLE: "its sidecar cannot be read",
    TagTrouble.TOO_LARGE: "its sidecar is too large",
    TagTrouble.NOT_XMP: "its sidecar is no XMP that could be added to",
    TagTrouble.ODD_TAGS: "the tags in its sidecar have a form that cannot be added to",
    TagTrouble.READ_ONLY: "its sidecar is write-protected",
    TagTrouble.BUSY: "another program is changing its sidecar; try again",
    TagTrouble.NOT_SURE: "its sidecar changed after tagging was cut off; all tags in it are taken for yours now",
    TagTrouble.UNWRITABLE: "its sidecar cannot be written",
    Way.COPY: "copied",
    Way.MOVE: "moved",
    Way.LINK: "linked",
    Left.UNKNOWN: "its class is unknown",
    Left.FAILED: "it could not be classified",
    Left.IN_PLACE: "it is in its folder already",
    Left.SAME_PICTURE: "it is a link to a picture that is sorted itself",
    Left.GONE: "it is no longer there",
    Left.CHANGED: "it was changed since it was classified",
    Left.NOT_A_FILE: "it is not a file",
    Left.OTHER_DRIVE: "a hard link cannot lead to another drive",
    Left.UNREADABLE: "it cannot be read or taken away",
    Left.UNWRITABLE: "it cannot be written there",
    Left.IN_THE_WAY: "another file has its name there",
    Left.CHANGED_SINCE: "it was changed since it was sorted",
    Left.MISSING_SINCE: "it is no longer where it was put",
    Left.ORIGINAL_GONE: "the original is no longer what it was, so this one stays",
    SortTrouble.NO_FOLDER: "This is not a folder; name another",
    SortTrouble.DEAD_LINK: "This link leads nowhere; name another folder",
    SortTrouble.READ_ONLY: "Nothing can be written into this folder; name another, or give yourself the right to",
    SortTrouble.NO_ROOM: "There is not enough room there; make room and try again",
    SortTrouble.UNUSABLE: "The files cannot be put there; see to it and try again",
    SortTrouble.FOLDER_GONE: "A folder can no longer be reached; connect it again, and the same goes on from there",
    SortTrouble.HELD_UP: "Not all could be undone; see to what is in the way and undo again",
    SortTrouble.BUSY: "Another sort into this folder is under way; wait for it",
    SortTrouble.UNFINISHED: "A sort into this folder is unfinished; go on with it or undo it first",
    SortTrouble.UNDOING: "The undoing of this sort is unfinished; undo it to the end",
    SortTrouble.UNDONE: "This sort is undone already",
    SortTrouble.NOTHING_TO_UNDO: "There is no sort to undo",
    SortTrouble.JOURNAL_MISSING: "There is no such sort",
    SortTrouble.JOURNAL_FOREIGN: "This file is no journal of a sort and is left alone",
    SortTrouble.JOURNAL_NEWER: "This sort was made by a newer Whatsit; use that one",
    SortTrouble.JOURNAL_UNUSABLE: "The journal of the sort cannot be read or written; see to it and try again",
}


def failure_sentence(failed: Failed) -> str:
    """Why a picture could not be classified, without its name: "the file is cut off (image file is truncated)"."""
    words = WORDS[failed.reason]
    return f"{words} ({shown(failed.detail)})" if failed.detail else words


def sentence(words: str, *about: str) -> str:
    """Words, and in brackets what they are about: "It stopped working (cuda:0)"."""
    said = ": ".join(shown(part) for part in about if part)
    return f"{words} ({said})." if said else f"{words}."


def trouble_sentence(error: JobError) -> str:
    """Why a job failed, as one sentence."""
    return sentence(WORDS[error.trouble], error.subject, error.detail)


def download_sentence(error: DownloadError) -> str:
    """Why a file could not be downloaded, as one sentence."""
    return sentence(WORDS[error.trouble], error.subject, error.detail)


def left_sentence(why: Left, detail: str = "") -> str:
    """Why a file was left where it is, without its name: "it cannot be read or taken away (Permission denied)"."""
    return f"{WORDS[why]} ({shown(detail)})" if detail else WORDS[why]


def sort_trouble_sentence(trouble: SortTrouble, subject: str = "", detail: str = "") -> str:
    """Why sorting or undoing cannot begin or go on, as one sentence."""
    return sentence(WORDS[trouble], subject, detail)


def shown(text: str | Path) -> str:
    """Text fit for a screen, on one line: what cannot be seen or would turn the line around is written as an escape.

    Undecodable bytes of a file name appear as `\\xe9`, control characters as `\\x1b`, direction marks as `\\u202e`.
    """
    text = str(text)
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) - 0xDC00:02x}"
    if unicodedata.category(character) in _UNSEEN and character not in _JOINERS:
        return character.encode("unicode_escape").decode("ascii")
    return character


_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_JOINERS = "\u200c\u200d"  # Persian words and emoji are written with them
