"""What the user chose, kept in one small JSON file."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Mapping, Set
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.files.whole_file import whole_file
from app.values import Limits

logger = logging.getLogger(__name__)

APPEARANCES = ("system", "light", "dark")
PRECISIONS = ("auto", "fp32", "bf16")
DEVICES = re.compile(r"auto|cpu|cuda(:\d{1,3})?|mps|xpu", re.ASCII)
TOP_K_MOST = 20
MEGAPIXELS_MOST = 10_000
OPACITY = 0.7  # of a heat map over its picture, unless somebody says otherwise
_LARGEST = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the settings window.

    Attributes:
        appearance: "system", "light" or "dark".
        language: "system" or the code of a language, "de"; the window falls back to English.
        top_k: bars shown, 1 to 20.
        least_probability: below it a picture's class is "unknown"; 0 to 1.
        model: key of the model.
        device: "auto" or the name of a device.
        precision: "auto", "fp32" or "bf16".
        megapixels: larger pictures are refused, in millions of pixels; 1 to 10,000.
        history: whether recent pictures are remembered.
        keep_awake: whether the computer stays awake while several pictures are classified, sorted, exported or tagged.
        one_window: whether a second start opens its pictures in the window that is there.
        updates: whether a newer version is asked for at the start, at most once a day.
        offline: whether the network is never used, whatever else is chosen or asked for.
        hub_mirror: an address that is asked in place of the Hugging Face hub's, or "".
    """

    appearance: str = "system"
    language: str = "system"
    top_k: int = 5
    least_probability: float = 0.30
    model: str = "builtin"
    device: str = "auto"
    precision: str = "auto"
    megapixels: int = 179
    history: bool = True
    keep_awake: bool = True
    one_window: bool = True
    updates: bool = False
    offline: bool = False
    hub_mirror: str = ""

    @property
    def engine(self) -> tuple[str, str, str]:
        """What another network has to be loaded for."""
        return self.model, self.device, self.precision

    @property
    def method(self) -> tuple[str, str]:
        """What other answers are given for; devices agree."""
        return self.model, self.precision

    @property
    def limits(self) -> Limits:
        """The decoding limits that follow from the settings."""
        return Limits(pixels=self.megapixels * 1_000_000)


SETTINGS = frozenset(field.name for field in fields(Settings))

_VALID: dict[str, Callable[[Any], bool]] = {
    "appearance": lambda value: value in APPEARANCES,
    "language": lambda value: isinstance(value, str) and bool(value),
    "top_k": lambda value: type(value) is int and 1 <= value <= TOP_K_MOST,
    "least_probability": lambda value: type(value) in (int, float) and 0 <= value <= 1,
    "model": lambda value: isinstance(value, str) and bool(value),
    "device": lambda value: isinstance(value, str) and bool(DEVICES.fullmatch(value)),
    "precision": lambda value: value in PRECISIONS,
    "megapixels": lambda value: type(value) is int and 1 <= value <= MEGAPIXELS_MOST,
    "history": lambda value: type(value) is bool,
    "keep_awake": lambda value: type(value) is bool,
    "one_window": lambda value: type(value) is bool,
    "updates": lambda value: type(value) is bool,
    "offline": lambda value: type(value) is bool,
    "hub_mirror": lambda value: isinstance(value, str) and (not value or is_web_address(value)),
}


def is_web_address(text: str) -> bool:
    """Whether it is the address of a server, and nothing about who asks: "https://mirror.example/hub"."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("https", "http") and bool(parts.hostname) and "@" not in parts.netloc and text.isascii()
    except ValueError:
        return False


def load_settings(path: Path) -> Settings:
    """The settings of `path`; whatever is missing or makes no sense has its default, and the file is left alone."""
    stored = read_object(path)
    meant = sensible(stored)
    for name in SETTINGS & stored.keys() - meant.keys():
        logger.warning("settings: %r has no meaning as %s; the default is used", stored[name], name)
    return replace(Settings(), **meant)


def save_settings(path: Path, settings: Settings, fixed: Set[str] = frozenset()) -> None:
    """Write the settings whole; keys that a newer version wrote are kept.

    Args:
        path: the file.
        settings: what holds.
        fixed: names of those that somebody else chose; of these the file keeps what it has.

    Raises:
        OSError: the file could not be written; the old one is as it was.
    """
    chosen = {name: value for name, value in asdict(settings).items() if name not in fixed}
    write_object(path, read_object(path) | chosen)


def sensible(stored: Mapping[str, Any]) -> dict[str, Any]:
    """What of it are settings, and mean something."""
    return {name: value for name, value in stored.items() if name in SETTINGS and _VALID[name](value)}


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object in a file of ours; empty, with a note in the log, where there is none that makes sense."""
    try:
        stored = read_json(path)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        logger.warning("%s could not be read (%s); defaults are used", path, error)
        return {}
    return stored if isinstance(stored, dict) else {}


def read_json(path: Path, made: Callable[[list[tuple[str, Any]]], Any] = dict) -> Any:
    """What a file of ours holds; editors of Windows may begin it with a byte order mark.

    Args:
        path: the file.
        made: what makes an object of its keys and values, which may come twice; of those the last counts, if not given.

    Raises:
        OSError: it cannot be read, or is no file.
        ValueError: it is too large, or no JSON; or whatever `made` raises.
    """
    try:
        return json.loads(own_file(path).decode("utf-8-sig"), object_pairs_hook=made)
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def write_object(path: Path, stored: dict[str, Any]) -> None:
    """Write a JSON object into a file of ours, whole.

    Raises:
        OSError: it could not be written; the old file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _refuse_what_is_no_file(path)
    with whole_file(path) as file:
        json.dump(stored, file, indent=2, sort_keys=True)
        file.write("\n")


def own_file(path: Path) -> bytes:
    """The content of a file of ours.

    Raises:
        OSError: it cannot be read, or is no file: a pipe is never waited for.
        ValueError: it is larger than a file of ours can be.
    """
    _refuse_what_is_no_file(path)
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError("it is too large")
    return content


def _refuse_what_is_no_file(path: Path) -> None:
    """Opening a pipe that nobody else has open would wait for ever, for reading and for writing."""
    if path.exists() and not path.is_file():
        raise OSError("it is not a file")
