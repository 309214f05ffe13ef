"""What the window remembers between sittings: its geometry, the pictures opened lately, and a little more."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Signal

from app.settings import read_object, write_object

logger = logging.getLogger(__name__)

MOST = 10
_CHOICES = "_choices"  # ends the name of what was chosen in a dialog


class Recent(QObject):
    """A small JSON file with the last pictures and the window's geometry.

    It is written when the window closes, or sooner; that it cannot be read or written is noted in the log and no more.

    Signals:
        changed(): the list of recent pictures changed.
    """

    changed = Signal()

    def __init__(self, path: Path, kept: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._kept = kept
        self._state = read_object(path)
        self._expected: set[Path] = set()

    @property
    def paths(self) -> list[Path]:
        """The pictures and folders opened lately, newest first."""
        stored = self._state.get("recent", [])
        return [Path(each) for each in stored if isinstance(each, str)][:MOST] if isinstance(stored, list) else []

    def expect(self, paths: Iterable[Path]) -> None:
        """The user named these; they are worth remembering if something comes of them."""
        self._expected.update(paths)

    def confirm(self, paths: Iterable[Path]) -> None:
        """Something came of these; those that the user named are remembered."""
        come = [path for path in paths if path in self._expected]
        self._expected.difference_update(come)
        if come and self._kept:
            self.add(come)

    def add(self, paths: Iterable[Path]) -> None:
        """Remember these as the newest."""
        newest = [str(path.absolute()) for path in reversed(list(paths)[-MOST:])]
        older = [str(path) for path in self.paths if str(path) not in newest]
        self._set("recent", (newest + older)[:MOST])

    @property
    def folder(self) -> Path | None:
        """The folder where something was written last, or None."""
        stored = self._state.get("folder_written")
        return Path(stored) if isinstance(stored, str) else None

    def keep_folder(self, folder: Path) -> None:
        """Something was written there."""
        if self._kept:
            self._state["folder_written"] = str(folder)

    def choices(self, name: str) -> dict[str, object]:
        """What was chosen in a dialog the last time."""
        stored = self._state.get(f"{name}{_CHOICES}")
        return dict(stored) if isinstance(stored, dict) else {}

    def keep_choices(self, name: str, choices: dict[str, object]) -> None:
        """Remember what was chosen in a dialog; a folder is among it, so it is forgotten with the others."""
        if self._kept:
            self._state[f"{name}{_CHOICES}"] = choices

    def forget(self) -> None:
        """Forget all recent pictures and folders, on the disk too."""
        remembered = [name for name in self._state if name in ("recent", "folder_written") or name.endswith(_CHOICES)]
        if remembered:
            self._state = {name: value for name, value in self._state.items() if name not in remembered}
            self.save()
            self.changed.emit()

    def set_kept(self, kept: bool) -> None:
        """Whether recent pictures are remembered; turning it off forgets them."""
        if self._kept and not kept:
            self.forget()
        self._kept = kept

    def bytes_of(self, name: str) -> QByteArray:
        """A state that a widget saved under `name`, or nothing."""
        stored = self._state.get(name, "")
        return QByteArray.fromBase64(stored.encode(errors="replace")) if isinstance(stored, str) else QByteArray()

    def keep_bytes(self, name: str, state: QByteArray) -> None:
        """Keep a widget's state under `name`."""
        self._state[name] = bytes(state.toBase64().data()).decode("ascii")

    def value_of(self, name: str) -> object:
        """What was kept under `name`, or None; whoever asks sees to it that it makes sense."""
        return self._state.get(name)

    def keep(self, name: str, value: float | str) -> bool:
        """Keep a value under `name`, and on the disk at once; false when that cannot be written."""
        self._state[name] = value
        return self.save()

    def save(self) -> bool:
        """Write the file; false when it cannot be."""
        try:
            write_object(self._path, self._state)
        except OSError as error:
            logger.warning("the window's state could not be saved: %s", error)
            return False
        return True

    def _set(self, name: str, value: object) -> None:
        self._state[name] = value
        self.changed.emit()
