"""Whole processes, measured from outside, and in turns, so that a busy machine slows all of them alike."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[3]
BENCHMARKS = Path(__file__).resolve().parents[1]


class Broken(Exception):
    """A process failed; the text says which, and the last of what it said."""


@dataclass(frozen=True, slots=True)
class Program:
    """What to run.

    Attributes:
        arguments: the program and its arguments.
        environment: what is added to the environment.
        home: the program's own folder, of which each process gets a copy as `WHATSIT_HOME`.
        cores: those that it may use; None for all.
    """

    arguments: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    home: Path | None = None
    cores: int | None = None

    def at_home(self, home: Path) -> Program:
        """The same with a copy of this folder."""
        return replace(self, home=home)


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took.

    Attributes:
        seconds: from its start to its end.
        processor: seconds of processor time, of its children too.
        peak: bytes of memory at most, of the largest of its processes.
        output: what it printed.
    """

    seconds: float
    processor: float
    peak: int
    output: str


def python(*arguments: str) -> Program:
    """The python that runs this, with the program and the benchmarks to import."""
    return Program((sys.executable, *arguments), {"PYTHONPATH": os.pathsep.join((str(ROOT), str(BENCHMARKS)))})


def inside(what: str, *arguments: str) -> Program:
    """A command of `speed.inside`."""
    return python("-m", "speed.inside", what, *arguments)


def told(program: Program) -> Any:
    """The JSON that it prints last."""
    return json.loads(measured(program).output.splitlines()[-1])


def listed(paths: Iterable[Path], file: Path) -> str:
    """A file with these paths, one a line."""
    file.write_text("".join(f"{path}\n" for path in paths))
    return str(file)


def measured(program: Program) -> Took:
    """Run it to its end.

    Raises:
        Broken: its exit status is not 0.
    """
    with _home(program.home) as home, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        environment = os.environ | {"HF_HUB_OFFLINE": "1"} | home | dict(program.environment)
        started = perf_counter()
        child = _begun(program, environment, out, error)
        status, usage = _ended(child)
        seconds = perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise Broken(f"exit status {child.returncode}: {_last_line(_text(error))}")
        return Took(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, _text(out))


def in_turns(programs: Mapping[str, Program], rounds: int) -> Iterator[dict[str, Took]]:
    """Each once a round; what each took, round by round."""
    for _ in range(rounds):
        yield {name: measured(program) for name, program in programs.items()}


def _begun(
    program: Program, environment: Mapping[str, str], out: IO[bytes], error: IO[bytes]
) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(
        [*program.arguments],
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=error,
    )
    if program.cores is not None:  # it has hardly begun
        os.sched_setaffinity(child.pid, sorted(os.sched_getaffinity(0))[: program.cores])
    return child


def _ended(child: subprocess.Popen[bytes]) -> tuple[int, resource.struct_rusage]:
    """Its status and what it used; it does not outlive who waits for it."""
    try:
        _, status, usage = os.wait4(child.pid, 0)
    except BaseException:
        child.kill()
        child.wait()
        raise
    return status, usage


@contextmanager
def _home(template: Path | None) -> Iterator[dict[str, str]]:
    with nullcontext() if template is None else tempfile.TemporaryDirectory(dir=template.parent) as folder:
        if template is None or folder is None:
            yield {}
            return
        home = Path(folder) / "home"
        shutil.copytree(template, home, copy_function=os.link)
        yield {"WHATSIT_HOME": str(home)}


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "it said nothing")
