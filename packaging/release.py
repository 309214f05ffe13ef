"""What the release workflow decides and writes; the same commands by hand.

python packaging/release.py check v0.1.0    may this be released?
python packaging/release.py notes           the changes of this version, for the release's page
python packaging/release.py sums dist       writes dist/SHA256SUMS
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from project import ROOT

from app import __version__

SECRETS = (
    "WINDOWS_SIGN_COMMAND",
    "MACOS_CERTIFICATE",
    "MACOS_CERTIFICATE_PASSWORD",
    "MACOS_IDENTITY",
    "MACOS_NOTARY_KEY",
    "MACOS_NOTARY_KEY_ID",
    "MACOS_NOTARY_ISSUER",
)
"""Without these a release would not be signed. The workflow says HAS_name=true of each that it has."""
SUMS = "SHA256SUMS"


def main(words: list[str] | None = None) -> int:
    options = _parser().parse_args(words)
    if options.command == "check":
        against = list(objections(options.tag, __version__, _changelog(), os.environ))
        for objection in against:
            print(f"release.py: {objection}", file=sys.stderr)
        return 1 if against else 0
    if options.command == "notes":
        print(notes(_changelog(), __version__))
    else:
        (options.folder / SUMS).write_text(sums(options.folder), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Checks, notes and sums of a release.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="say what stands against a release").add_argument("tag", help="v and the version")
    commands.add_parser("notes", help="print the changes of this version")
    commands.add_parser("sums", help=f"write {SUMS}").add_argument("folder", type=Path)
    return parser


def objections(tag: str, version: str, changelog: str, environment: Mapping[str, str]) -> Iterator[str]:
    """Everything that stands against a release, a sentence each."""
    if tag != f"v{version}":
        yield f"the tag {tag!r} is not v{version}, the version of app/__init__.py."
    if not re.search(rf"^## {re.escape(version)} \(\d{{4}}-\d{{2}}-\d{{2}}\)$", changelog, re.MULTILINE):
        yield f"CHANGELOG.md has no heading '## {version} (its date)'."
    for name in SECRETS:
        if environment.get(f"HAS_{name}") != "true":
            yield f"the secret {name} is missing, and a release is not left unsigned."


def _changelog() -> str:
    return (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def notes(changelog: str, version: str) -> str:
    """What the section of `version` says; empty if there is none."""
    found = re.search(rf"^## {re.escape(version)}\b[^\n]*\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def sums(folder: Path) -> str:
    """The lines of SHA256SUMS, as `sha256sum --check` reads them, for the files of a folder."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    return "".join(f"{_sha256(file)}  {file.name}\n" for file in files)


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
