"""What an administrator fixed for everybody on this computer: a JSON file with keys of the settings."""

from __future__ import annotations

import logging
import os
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from reprlib import repr as short
from typing import Any

from app.settings import SETTINGS, Settings, read_json, sensible

logger = logging.getLogger(__name__)

VARIABLE = "WHATSIT_POLICY"

# What holds while nobody knows what an administrator wanted: nothing is remembered, and nothing leaves the computer.
_CLOSED: dict[str, Any] = {"history": False, "updates": False, "offline": True}


@dataclass(frozen=True, slots=True)
class Policy:
    """What is fixed, and by which file.

    Attributes:
        path: the file; None: there is none, and nothing is fixed.
        fixed: names of the settings that it fixes.
        values: what it fixes them to; its other settings mean nothing.
        closed: those of them that it does not name, or not in words that can be understood, so that nothing gets
            through by mistake.
        trouble: why it cannot be read, or "".
        ignored: what in it does not count, and why, a phrase each.
    """

    path: Path | None = None
    fixed: frozenset[str] = frozenset()
    values: Settings = field(default_factory=Settings)
    closed: frozenset[str] = frozenset()
    trouble: str = ""
    ignored: tuple[str, ...] = ()

    def applied(self, settings: Settings) -> Settings:
        """These settings, with what is fixed in its place."""
        return replace(settings, **{name: getattr(self.values, name) for name in self.fixed})


FREE = Policy()  # nothing is fixed


def load_policy(environment: Mapping[str, str], own: Path) -> Policy:
    """The policy that holds; what is wrong with it is in the log as well.

    The computer's own file goes first, or whoever sets the variable could put another one in its place. A file that the
    variable names has to be there. One that cannot be read fixes what must not get through by mistake, and no more.

    Args:
        environment: may name a file in WHATSIT_POLICY.
        own: the computer's own file, which may be missing.
    """
    policy = _read(own)
    if policy is None and (named := environment.get(VARIABLE)):
        policy = _named(Path(named))
    if policy is None:
        return FREE
    if policy.trouble:
        logger.warning("the policy %s cannot be read: %s", policy.path, policy.trouble)
    for phrase in policy.ignored:
        logger.warning("the policy %s: %s", policy.path, phrase)
    return policy


def machine_policy() -> Path:
    """The computer's own file, where users cannot write, and which their environment cannot move.

    These are not the places of platformdirs: on Linux it follows XDG_CONFIG_DIRS, which a user can set, and desktops
    do; on Windows it names ProgramData, where any user may make a folder first and then owns what comes into it.
    """
    if sys.platform == "win32":
        import winreg

        # A user can change the variable of that name, and not what the system says.
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Windows\CurrentVersion") as key:
            folder, _ = winreg.QueryValueEx(key, "ProgramFilesDir")
        return Path(folder, "Whatsit", "policy.json")
    if sys.platform == "darwin":
        return Path("/Library/Application Support/whatsit/policy.json")
    return Path("/etc/whatsit/policy.json")


def _named(path: Path) -> Policy:
    if not path.is_absolute():
        return _closed(path, f"{VARIABLE} names no absolute path")
    return _read(path) or _closed(path, f"it is not there, and {VARIABLE} names it")


def _read(path: Path) -> Policy | None:
    """The policy in a file, or None if there is no file."""
    try:
        stored = read_json(path, _unambiguous)
    except (FileNotFoundError, NotADirectoryError):
        return _closed(path, "a link on the way to it leads nowhere") if _leads_nowhere(path) else None
    except (OSError, ValueError) as error:
        return _closed(path, getattr(error, "strerror", None) or str(error))
    return _policy(path, stored) if isinstance(stored, dict) else _closed(path, "it is no JSON object")


def _leads_nowhere(path: Path) -> bool:
    """Whether it, or a folder above it, is a link to what is not there, such as a share that is not connected."""
    return any(os.path.islink(each) and not os.path.exists(each) for each in (path, *path.parents))


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object none of whose keys comes twice: nobody can tell which of two values was meant.

    Raises:
        ValueError: one does.
    """
    stored = dict(pairs)
    if len(stored) < len(pairs):
        ((name, _),) = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"{short(name)} stands in it twice")
    return stored


def _policy(path: Path, stored: dict[str, Any]) -> Policy:
    """A value without meaning does not count, unless it stands where nothing must get through by mistake."""
    meant = sensible(stored)
    senseless = sorted(SETTINGS & stored.keys() - meant.keys())
    closed = {name: _CLOSED[name] for name in senseless if name in _CLOSED}
    fixed = meant | closed
    ignored = [f"{short(stored[name])} has no meaning as {name}{_instead(name)}" for name in senseless]
    ignored += [f"{short(name)} is no setting" for name in sorted(stored.keys() - SETTINGS)]
    return Policy(path, frozenset(fixed), replace(Settings(), **fixed), frozenset(closed), ignored=tuple(ignored))


def _instead(name: str) -> str:
    return f"; it is {str(_CLOSED[name]).lower()} now" if name in _CLOSED else ""


def _closed(path: Path, trouble: str) -> Policy:
    closed = frozenset(_CLOSED)
    return Policy(path, closed, replace(Settings(), **_CLOSED), closed, trouble)
