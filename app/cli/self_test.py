"""`whatsit --self-test`: does this very installation work, in every part, without touching anything of the user's?

Each part runs in a process of its own, all at once, and writes what it finds into a file. So a library that ends its
process, or never comes back, is a sentence of the self-test as well.
"""

from __future__ import annotations

import json
import logging
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.cli.findings import Finding, Verdict, findings
from app.cli.report import SOUND, report
from app.own_process import own_command, own_environment

ALONE = "--self-test-alone"  # of `whatsit`, followed by the words that `part_alone` takes; in no help
PARTS = ("model", "formats", "store", "window", "files")
LONGEST = 120.0  # seconds for all of them
ADVICE = "install Whatsit again"

_ROOM = bytes(1 << 20)  # that a folder for temporary files must have


def self_test() -> int:
    """Print a line for each check; 3 if something does not work."""
    return report(_all_findings())


def part_alone(words: list[str]) -> int:
    """In the child: go through one part.

    Args:
        words: the part, and the folder in which everything is written.
    """
    part, folder = words[0], Path(words[1])
    logging.basicConfig(level=logging.WARNING, filename=_path(folder, part, "log"), encoding="utf-8")
    with _path(folder, part, "found").open("a", encoding="utf-8") as file:
        for each in findings(part, lambda: _found(part, folder)):
            print(json.dumps([each.verdict.value, each.subject, each.words]), file=file, flush=True)
        print("null", file=file, flush=True)
    return SOUND


def _found(part: str, folder: Path) -> Iterator[Finding]:
    """The import is late, so that a library that it lacks is a finding."""
    from app.cli.self_checks import CHECKS

    yield from CHECKS[part](folder)


def _all_findings() -> Iterator[Finding]:
    try:
        with tempfile.TemporaryDirectory(prefix="whatsit-", ignore_cleanup_errors=True) as name:
            (Path(name) / "room").write_bytes(_ROOM)
            yield from _of_parts(Path(name))
    except OSError as error:
        words = f"temporary files cannot be written: {error.strerror or error}. Make room, or name a folder in TMPDIR"
        yield Finding(Verdict.PROBLEM, "self-test", words)


def _of_parts(folder: Path) -> Iterator[Finding]:
    deadline = time.monotonic() + LONGEST
    children = []
    try:
        for part in PARTS:
            children.append(_Child.started(part, folder))
        for child in children:
            yield from map(_advised, child.findings(deadline))
    except OSError as error:
        yield _advised(Finding(Verdict.PROBLEM, "self-test", f"{own_command()[0]} cannot be started: {error.strerror}"))
    finally:
        for child in children:
            child.end()


@dataclass(frozen=True, slots=True)
class _Child:
    """A part in a process of its own."""

    part: str
    folder: Path
    process: subprocess.Popen[bytes]

    @classmethod
    def started(cls, part: str, folder: Path) -> _Child:
        """Raises OSError where no process can be started."""
        with _path(folder, part, "said").open("wb") as said:
            process = subprocess.Popen(
                [*own_command(), ALONE, part, str(folder)],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                env=own_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return cls(part, folder, process)

    def findings(self, deadline: float) -> Iterator[Finding]:
        """What it found, when it has ended; what ended it is a finding too."""
        has_ended = self._has_ended(deadline)
        found, is_whole = self._found()
        yield from found
        if not has_ended:
            yield Finding(Verdict.PROBLEM, self.part, f"it does not come to an end within {LONGEST:.0f} seconds")
        elif not is_whole or self.process.returncode:
            yield Finding(Verdict.PROBLEM, self.part, f"{self._ending()}{self._last_words()}")

    def end(self) -> None:
        """Kill it, if it still runs."""
        self.process.kill()
        self.process.wait()

    def _has_ended(self, deadline: float) -> bool:
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, deadline - time.monotonic()))
            return True
        return False

    def _found(self) -> tuple[list[Finding], bool]:
        """The findings so far, and whether they are all."""
        with suppress(OSError, ValueError):
            lines = [*map(json.loads, _path(self.folder, self.part, "found").read_text("utf-8").splitlines())]
            found = [Finding(Verdict(line[0]), line[1], line[2]) for line in lines if line]
            return found, lines[-1:] == [None]
        return [], False

    def _ending(self) -> str:
        status = self.process.returncode
        if status < 0:
            with suppress(ValueError):
                return f"it crashed ({signal.Signals(-status).name})"
        return f"it broke off with status {status}"

    def _last_words(self) -> str:
        """What Qt or a library said before it ended the process: of a failed start the first line tells most."""
        with suppress(OSError):
            lines = _path(self.folder, self.part, "said").read_text("utf-8", "replace").splitlines()
            first = next((line.strip() for line in lines if line.strip()), "")
            return f": {first.rstrip('.')}" if first else ""
        return ""


def _path(folder: Path, part: str, what: str) -> Path:
    return folder / f"{part}.{what}"


def _advised(finding: Finding) -> Finding:
    """A problem, and what to do about it, unless it says so itself."""
    if finding.verdict is not Verdict.PROBLEM or ADVICE in finding.words or "apt-get install" in finding.words:
        return finding
    return Finding(finding.verdict, finding.subject, f"{finding.words.rstrip('.')}; {ADVICE}.")
