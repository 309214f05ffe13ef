"""`whatsit`: the window, or a command.

Nothing is imported before it is needed, not even argparse: help comes at once, and an early Ctrl+C meets `main`, not
the import of this file.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from app.cli.arguments import Parser

INTERRUPTED = 130
READER_GONE = 141  # 128 + SIGPIPE, as a shell tells it
_ENDED_BY_SIGNAL = 128  # from here on
_STDERR = 2  # its descriptor; a windowed program has no sys.stderr


def main(argv: list[str] | None = None) -> int:
    """Run `whatsit` with these words (default: the process's own) and return its exit status.

    In a process of its own a native crash tells where it happened, and who interrupts it does not wait for threads.
    """
    status = _status(argv)
    if argv is None and status > _ENDED_BY_SIGNAL:
        _leave(status)
    return status


def _leave(status: int) -> None:
    """End the process without the destructors of C++ libraries: threads that still decode a picture crash in them."""
    with suppress(OSError, ValueError):
        if sys.stdout is not None:
            sys.stdout.flush()
    os._exit(status)


def _status(argv: list[str] | None) -> int:
    try:
        _open_missing_descriptors()
        if argv is None:  # the process is ours
            faulthandler.enable(_STDERR, all_threads=False)
            argv = sys.argv[1:]
        return _flushed(_run(argv))
    except BrokenPipeError:
        _forget_stdout()
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _surprised(error)


def _open_missing_descriptors() -> None:
    """Give the numbers of standard streams that were closed (`2>&-`) to the null device.

    Else the next file that is opened gets the free number, and what a library prints goes into that file. They are
    opened the wrong way round, so that using them fails as it did; and Python keeps `sys.stdout` and its like None.
    """
    for number, wrong_way in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_RDONLY)):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, wrong_way)  # the lowest free number, which is this one


def _run(words: list[str]) -> int:
    command = _COMMANDS.get(words[0]) if words else None
    try:
        return command(words[1:]) if command else _window(words)
    except SystemExit as leaving:  # argparse has shown help, the version, or what is wrong
        return int(leaving.code or 0)


def _window(words: list[str]) -> int:
    from pathlib import Path

    from app import __version__
    from app.cli.arguments import window_parser

    parser = window_parser(__version__)
    options = parser.parse_words(words)
    if options.self_test:
        return _self_test(parser, options)
    _require_home()
    _let_interrupts_end_the_process()
    from app.cli.screen import missing_screen, window_hindrance
    from app.desktop.start import begin

    if absent := missing_screen(os.environ):
        return _hindered(absent)
    paths = [Path(path) for path in options.paths]
    start = begin(paths, new_window=options.new_window)
    if start.standing.is_done:
        return 0
    if hindrance := window_hindrance():
        return _hindered(hindrance)
    from app.desktop.application import open_window

    return open_window(paths, start)


def _hindered(sentence: str) -> int:
    from app.cli.terminal import say

    say(f"whatsit: {sentence}")
    return 3


def _self_test(parser: Parser, options: argparse.Namespace) -> int:
    if options.paths:
        parser.error("--self-test takes no pictures.")
    from app.cli.self_test import self_test

    return self_test()


def _let_interrupts_end_the_process() -> None:
    """Until the window listens, nothing can be lost; but an exception in the midst of Qt's import ends in a crash."""
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _classify(words: list[str]) -> int:
    from app.cli.arguments import classify_parser

    parser = classify_parser()
    options = parser.parse_words(words)
    if not options.paths:
        parser.error("name at least one picture or folder, or - to read paths from standard input.")
    from app.cli.classify import classify

    _keep_log()
    return classify(options)


def _explain(words: list[str]) -> int:
    from app.cli.explain_arguments import explain_parser

    options = explain_parser().parse_args(words)
    from app.cli.explain import explain

    _keep_log()
    return explain(options)


def _runs(words: list[str]) -> int:
    from app.cli.arguments import runs_parser

    options = runs_parser().parse_args(words)
    from app.cli.runs import runs

    _keep_log()
    return runs(options)


def _export(words: list[str]) -> int:
    from app.cli.arguments import FILES_ONLY, export_parser

    parser = export_parser()
    options = parser.parse_args(words)
    if options.format in FILES_ONLY and not options.output:
        parser.error(f"{options.format} is written to a file: name it with --output.")
    from app.cli.export import export_run

    _keep_log()
    return export_run(options)


def _tag(words: list[str]) -> int:
    from app.cli.arguments import tag_parser

    options = tag_parser().parse_args(words)
    from app.cli.tag import tag

    _keep_log()
    return tag(options)


def _sort(words: list[str]) -> int:
    from app.cli.sort_arguments import sort_parser

    parser = sort_parser()
    options = parser.parse_args(words)
    if not options.into:
        parser.error("--into names the folder in which the folders come.")
    from app.cli.sort import sort

    _keep_log()
    return sort(options)


def _undo(words: list[str]) -> int:
    from app.cli.sort_arguments import undo_parser

    options = undo_parser().parse_args(words)
    from app.cli.undo import undo

    _keep_log()
    return undo(options)


def _models(words: list[str]) -> int:
    from app.cli.models_arguments import models_parser

    options = models_parser().parse_args(words)
    from app.cli.models import models

    _keep_log()
    return models(options)


def _doctor(words: list[str]) -> int:
    from app.cli.arguments import doctor_parser

    doctor_parser().parse_args(words)
    from app.cli.doctor import doctor

    _keep_log()
    return doctor()


def _decode_alone(words: list[str]) -> int:
    """A run calls this, nobody else."""
    from app.runs.trial import stand_trial

    return stand_trial(words)


def _self_part_alone(words: list[str]) -> int:
    """The self-test calls this, nobody else."""
    from app.cli.self_test import part_alone

    return part_alone(words)


def _keep_log() -> None:
    from app.log import keep_log
    from app.paths import user_places

    _require_home()
    keep_log(user_places().log)


def _require_home() -> None:
    """Leave with status 2, as for wrong words, where the environment names no home that could be one."""
    from app.cli.terminal import say
    from app.paths import strange_home
    from app.wording import shown

    if sentence := strange_home(os.environ):
        say(f"whatsit: {shown(sentence)}")
        raise SystemExit(2)


def _flushed(status: int) -> int:
    """The status, unless what was printed last does not arrive."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        from app.cli.terminal import give_up_stdout

        give_up_stdout(error)
        return 3
    return status


def _surprised(error: Exception) -> int:
    """What nobody thought of is a sentence for the user and a traceback in the log."""
    import logging

    from app.cli.terminal import say
    from app.log import kept_log
    from app.wording import shown

    _keep_log()
    logging.getLogger(__name__).exception("the command line stopped")
    _forget_stdout()
    details = f" {shown(log)} has the details." if (log := kept_log()) else ""
    say(f"whatsit: something went wrong ({shown(f'{type(error).__name__}: {error}')}).{details}")
    return 3


def _forget_stdout() -> None:
    from app.cli.terminal import abandon_stdout

    abandon_stdout()


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "classify": _classify,
    "explain": _explain,
    "runs": _runs,
    "export": _export,
    "tag": _tag,
    "sort": _sort,
    "undo": _undo,
    "models": _models,
    "doctor": _doctor,
    "--decode-alone": _decode_alone,
    "--self-test-alone": _self_part_alone,
}
