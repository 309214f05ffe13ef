"""What a person gives to the window: files, folders, a bitmap or a web address."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageWriter

from app.models.own.signs import is_model_folder, is_named_like_model
from app.values import ImageRef

STRIP_MOST = 200  # files that join the film strip; more are a run, as every folder is


@dataclass(frozen=True, slots=True)
class Files:
    """Files and folders, as the user named them."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Pixels without a file, and the name under which they are shown."""

    image: QImage
    name: str


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An http or https address; nothing is fetched before the user says so."""

    url: QUrl


@dataclass(frozen=True, slots=True)
class ElsewhereFiles:
    """Addresses of files on another computer, which are not opened."""

    url: QUrl


Intake = Files | Bitmap | WebAddress | ElsewhereFiles


@dataclass(frozen=True, slots=True)
class Found:
    """Pictures that an intake holds, in order.

    Attributes:
        refs: the pictures; what is no file, or not there, will say so.
        intake: the number of the intake.
    """

    refs: tuple[ImageRef, ...]
    intake: int


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders, or more files than the film strip takes: they are to be classified by a run.

    Attributes:
        roots: all that the user named, files among them.
        folders: those of them that are folders.
    """

    roots: tuple[Path, ...]
    folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file or folder that a model is to be made of.

    Attributes:
        path: the file or folder.
    """

    path: Path


def read_mime(mime: QMimeData, bitmap_name: str) -> Intake | None:
    """What was dropped or pasted, or None when nothing of it can be a picture.

    Files of this computer come first, then pixels (a browser offers them beside the address), then a web address,
    then text that names files or an address.
    """
    if paths := local_paths(mime):
        return Files(paths)
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():  # None where the other program has died or lied
            return Bitmap(image, bitmap_name)
    urls = mime.urls() if mime.hasUrls() else []
    return next((intake for url in urls if (intake := _from_url(url))), None) or _from_text(mime.text())


def local_paths(mime: QMimeData) -> tuple[Path, ...]:
    """The files and folders of this computer that were dropped or pasted as such."""
    return tuple(path for url in (mime.urls() if mime.hasUrls() else []) if (path := local_path(url)))


def local_path(url: QUrl) -> Path | None:
    """The path of a file address of this computer, byte for byte, or None.

    `QUrl.isLocalFile` also accepts addresses with a host, which open a network connection on Windows; "localhost" is
    this computer (RFC 8089).
    """
    if url.scheme() != "file" or url.host() not in ("", "localhost"):
        return None
    if os.name == "nt":
        mine = QUrl(url)
        mine.setHost("")
        return Path(mine.toLocalFile())
    escaped = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(escaped)))


def file_url(path: Path) -> QUrl:
    """The address of a file of this computer, byte for byte; the inverse of `local_path`."""
    if os.name == "nt":
        return QUrl.fromLocalFile(str(path))
    return QUrl.fromEncoded(b"file://" + quote_from_bytes(os.fsencode(path)).encode("ascii"))


def _from_url(url: QUrl) -> Intake | None:
    if url.scheme() in ("http", "https") and url.host():
        return WebAddress(url)
    if url.scheme() == "file" and url.host():
        return ElsewhereFiles(url)
    return None


def _from_text(text: str) -> Intake | None:
    """Lines that are paths or file addresses of this computer, or a single web address."""
    lines = [line.strip().strip("\"'") for line in text.splitlines() if line.strip()][:10_000]
    if not lines:
        return None
    url = QUrl(lines[0], QUrl.ParsingMode.StrictMode)
    if url.scheme() in ("http", "https", "file") and len(lines) == 1 and not local_path(url):
        return _from_url(url)
    paths = tuple(_named_path(line) for line in lines)
    return Files(tuple(path for path in paths if path)) if all(paths) else None


def _named_path(line: str) -> Path | None:
    if line.startswith("file:"):
        return local_path(QUrl(line))
    if "\0" in line:
        return None
    path = Path(os.path.expanduser(line))  # unlike Path.expanduser, this knows what to do without a home
    return path if path.is_absolute() else None


def gather(
    intake: Files | Bitmap, number: int, is_over: Callable[[], bool] = lambda: False
) -> Iterator[Found | Folders | ModelFile]:
    """Turn an intake into pictures, a run or a model to be; one step, in a task, since disks can be slow."""
    if isinstance(intake, Bitmap):
        yield Found((ImageRef(Path(intake.name), encoded(intake.image)),), number)
        return
    if is_model(intake.paths):
        yield ModelFile(intake.paths[0])
        return
    folders = tuple(path for path in intake.paths if not is_over() and os.path.isdir(path))
    if folders or len(intake.paths) > STRIP_MOST:
        yield Folders(intake.paths, folders)
    else:
        yield Found(tuple(map(ImageRef, intake.paths)), number)


def is_model(paths: tuple[Path, ...]) -> bool:
    """Whether this is one file or folder that a model can be made of; asks the disk."""
    return len(paths) == 1 and (is_named_like_model(paths[0]) or is_model_folder(paths[0]))


def encoded(image: QImage) -> bytes:
    """The bitmap as the bytes of a PNG file, so that it takes the same way as every other picture."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setCompression(10)  # of 100: zlib's fastest level, since the bytes stay in memory only for this sitting
    writer.write(image)
    return bytes(buffer.data().data())
