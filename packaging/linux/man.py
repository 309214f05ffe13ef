"""The manual page whatsit(1), made from the parsers of the command line, so that it says what they say.

python packaging/linux/man.py > whatsit.1
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from project import epoch

from app import __version__
from app.cli.arguments import (
    Parser,
    classify_parser,
    doctor_parser,
    export_parser,
    runs_parser,
    tag_parser,
    window_parser,
)
from app.cli.explain_arguments import explain_parser
from app.cli.models_arguments import models_parser
from app.cli.sort_arguments import sort_parser, undo_parser

COMMANDS = (
    classify_parser,
    explain_parser,
    runs_parser,
    export_parser,
    tag_parser,
    sort_parser,
    undo_parser,
    models_parser,
    doctor_parser,
)
"""The parsers of all commands, in the order in which the page has them."""

ENVIRONMENT = {
    "WHATSIT_HOME": "one folder, by its absolute path, below which settings, results and the log lie instead",
    "WHATSIT_POLICY": "a file that fixes settings for everybody, where there is no /etc/whatsit/policy.json",
}
"""What can be set, less what is every program's; docs/administrator.md has it all."""


def manual_page() -> str:
    """The page in man's own language."""
    commands = [parser() for parser in COMMANDS]
    window = window_parser(__version__)
    return "\n".join((*_beginning(commands), *_description(window), *_commands(commands), *_end(), ""))


def _beginning(commands: Iterable[Parser]) -> Iterator[str]:
    date = time.strftime("%Y-%m-%d", time.gmtime(epoch()))
    yield f'.TH WHATSIT 1 "{date}" "Whatsit {__version__}" "User Commands"'
    yield from (".nh", ".ad l")  # options are not broken, nor words spread
    yield from (".SH NAME", r"whatsit \- say what pictures show, in a window or in the terminal")
    yield ".SH SYNOPSIS"
    yield from _synopsis("whatsit [PATH ...] [--new-window]")
    for parser in commands:
        yield ".br"
        yield from _synopsis(usage(parser))


def usage(parser: argparse.ArgumentParser) -> str:
    """The usage of a command as one line."""
    return " ".join(parser.format_usage().removeprefix("usage:").split())


def _synopsis(line: str) -> Iterator[str]:
    words = line.split()
    name = [word for word in words[:2] if word.isalpha() and word.islower()]
    yield f".B {escaped(' '.join(name))}"
    yield escaped(" ".join(words[len(name) :]))


def _description(window: Parser) -> Iterator[str]:
    yield from (".SH DESCRIPTION", escaped(window.description or ""))
    yield from _options(window)
    yield from _as_written(window.epilog)


def _commands(commands: Iterable[Parser]) -> Iterator[str]:
    yield ".SH COMMANDS"
    for parser in commands:
        yield from (f".SS {escaped(parser.prog)}", escaped(parser.description or ""))
        yield from _options(parser)
        yield from _as_written(parser.epilog)
        yield from _commands_below(parser)


def _commands_below(parser: Parser) -> Iterator[str]:
    """The commands of a command."""
    for group in (action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)):
        for below in group.values():
            yield from (".PP", rf"\fB{escaped(usage(below))}\fR", ".PP", escaped(below.description or ""))
            yield from _options(below)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """What a parser takes, group by group, as its own help has it."""
    formatter = parser._get_formatter()
    for group in parser._action_groups:
        actions = [action for action in group._group_actions if action.help is not argparse.SUPPRESS]
        if actions and group.title not in ("positional arguments", "options"):
            yield from (".PP", f"{escaped((group.title or '').capitalize())}:")
        for action in actions:
            yield from (".TP", rf"\fB{escaped(formatter._format_action_invocation(action))}\fR")
            yield escaped(formatter._expand_help(action) if action.help else "")


def _as_written(text: str | None) -> Iterator[str]:
    if text:
        yield from (".PP", ".nf", *(escaped(line) for line in text.rstrip().splitlines()), ".fi")


def _end() -> Iterator[str]:
    yield ".SH ENVIRONMENT"
    for name, words in ENVIRONMENT.items():
        yield from (".TP", rf"\fB{name}\fR", escaped(words))
    yield from (".SH FILES", escaped("whatsit doctor says where settings, results and the log lie."))


def escaped(text: str) -> str:
    """Text as man prints it unchanged: no escapes, no requests, and hyphens that can be copied."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("~", r"\(ti").replace("^", r"\(ha")
    text = text.replace("`", r"\(ga").replace("'", r"\(aq")
    return "\n".join(rf"\&{line}" if line.startswith((".", "'")) else line for line in text.split("\n"))


if __name__ == "__main__":
    sys.stdout.write(manual_page())
