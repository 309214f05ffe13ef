"""The cache of the Hugging Face hub, in the layout of huggingface_hub, so that each finds what the other downloaded.

`blobs/DIGEST` holds the content, `snapshots/COMMIT/NAME` leads to it, and `refs/REVISION` says which commit that
revision was when somebody asked.
"""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.files.ordinary import open_ordinary
from app.models.part import disk_failures, make_folder

COMMIT = re.compile(r"[0-9a-f]{40}")
DIGEST = re.compile(r"[0-9a-f]{64}")

_NOTED = re.compile(r"[0-9a-f]{1,64}")
_REPO = re.compile(r"[A-Za-z0-9_.-]{1,96}(/[A-Za-z0-9_.-]{1,96})?")


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of the hub.

    Attributes:
        repo: the repository, "timm/resnet50.a1_in1k".
        name: the file in it, with forward slashes.
        revision: a branch, a tag or a commit.
    """

    repo: str
    name: str
    revision: str = "main"

    def __post_init__(self) -> None:
        """Raises ValueError where these are no names but ways to other folders."""
        parts = (*self.repo.split("/"), *self.name.split("/"), *self.revision.split("/"))
        is_odd = any(part in ("", ".", "..") or "\\" in part or "\0" in part or ":" in part for part in parts)
        if is_odd or not _REPO.fullmatch(self.repo):
            raise ValueError(f"no file of a hub: {self.repo!r}, {self.name!r}, {self.revision!r}")


def find_in_hub_cache(file: HubFile, caches: tuple[Path, ...]) -> Path | None:
    """The file in the first of the caches that has it, of the commit that its revision was when it was asked for.

    Nobody has looked into it.
    """
    for cache in caches:
        folder = HubFolder(cache, file)
        commit = folder.commit
        path = folder.snapshot(commit) if commit else None
        if path is not None and os.path.isfile(path):
            return path
    return None


def blob_digest(path: Path) -> str:
    """The SHA-256 that a cache gives the file that a link leads to as its name, or ""."""
    name = Path(os.path.realpath(path)).name
    return name if DIGEST.fullmatch(name) else ""


class HubFolder:
    """What a cache has of a repository, or will have of a file in it."""

    def __init__(self, cache: Path, file: HubFile) -> None:
        self._file = file
        self._root = cache / "--".join(("models", *file.repo.split("/")))

    @property
    def commit(self) -> str:
        """The commit of the revision, or ""."""
        if COMMIT.fullmatch(self._file.revision):
            return self._file.revision
        try:
            with open_ordinary(self._ref) as file:
                noted = file.read(64).decode("ascii").strip()
        except (OSError, ValueError):
            return ""
        return noted if _NOTED.fullmatch(noted) else ""

    def snapshot(self, commit: str) -> Path:
        """Where the file of a commit has its name."""
        return self._root / "snapshots" / commit / PurePosixPath(self._file.name)

    def content(self, commit: str, sha256: str) -> Path:
        """Where the content is, or shall be: among the blobs, or in the snapshot where no links are possible."""
        path = self.snapshot(commit)
        is_no_link = path.is_file() and not path.is_symlink()
        return path if is_no_link else self._root / "blobs" / sha256

    def link(self, content: Path, commit: str) -> Path:
        """Give the content its name in the snapshot, and note which commit the revision is.

        Raises:
            DownloadFailure: it cannot be written there.
        """
        path = self.snapshot(commit)
        make_folder(path.parent)
        with disk_failures(path):
            if content != path:
                _link(content, path)
            if commit != self._file.revision:
                self._note(commit)
        return path

    @property
    def _ref(self) -> Path:
        return self._root / "refs" / PurePosixPath(self._file.revision)

    def _note(self, commit: str) -> None:
        self._ref.parent.mkdir(parents=True, exist_ok=True)
        new = _beside(self._ref)
        new.write_text(commit, encoding="ascii")
        os.replace(new, self._ref)


def _link(content: Path, path: Path) -> None:
    """A link from the snapshot to the content; where there are none, as on many a Windows, the content itself."""
    new = _beside(path)
    try:
        os.symlink(os.path.relpath(_lasting(content), os.path.dirname(_lasting(path))), new)
    except (OSError, NotImplementedError):
        os.replace(content, path)
        return
    try:
        os.replace(new, path)
    except OSError:
        with suppress(OSError):
            os.unlink(new)
        raise


def _lasting(path: Path) -> str:
    """The same name, without links on the way to it: what leads there from elsewhere is counted from the real place."""
    return os.path.join(os.path.realpath(path.parent), path.name)


def _beside(path: Path) -> Path:
    """A name for what shall replace a file."""
    return path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.part")
