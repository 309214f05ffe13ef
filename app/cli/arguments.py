"""What the commands understand, and their help."""

from __future__ import annotations

import argparse
import math
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

from app.settings import DEVICES, MEGAPIXELS_MOST, PRECISIONS, TOP_K_MOST, Settings
from app.wording import shown

FORMATS = ("text", "jsonl", "csv")
SIDECARS = ("full", "stem")
EXPORTS = ("csv", "jsonl", "xlsx", "parquet")
FILES_ONLY = ("xlsx", "parquet")  # exports that no pipe can take
STATES = ("classified", "unknown", "failed")  # of a row
LINES = "-"  # in place of a path: read paths from standard input, one a line; of the output: standard output
NULS = "-0"  # the same, each ended by a NUL

_DEFAULTS = Settings()


class Parser(argparse.ArgumentParser):
    """argparse with house manners: no abbreviations, examples printed as written, and errors fit for a terminal."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **options)

    def parse_words(self, words: list[str]) -> argparse.Namespace:
        """Options and `paths` in any order; after `--` everything is a path.

        argparse, as of Python 3.11, loses the `--` of words that it parses intermixed.
        """
        end = words.index("--") if "--" in words else len(words)
        options = self.parse_intermixed_args(words[:end])
        options.paths += [f"./{word}" if word in (LINES, NULS) else word for word in words[end + 1 :]]
        if "" in options.paths:
            self.error("a path is empty")
        return options

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, where help is, and leave with status 2."""
        self.exit(2, f"{self.prog}: {shown(message)}\nTry `{self.prog} --help`.\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """What argparse does itself since a later Python 3.11 than Debian 12 has: streams may be closed."""
        stream = file or sys.stderr
        if message and stream is not None:
            with suppress(OSError):
                stream.write(message)


def window_parser(version: str) -> Parser:
    """`whatsit [PATH…]`."""
    parser = Parser(
        prog="whatsit",
        description="Say what is on a picture. Without a command, the window opens with these pictures.",
        epilog=_WINDOW_EPILOG,
        usage="whatsit [PATH ...] [--new-window]\n       whatsit classify PATH ... [options]\n"
        "       whatsit explain PATH --output FILE [options]\n"
        "       whatsit runs | export RUN | tag RUN | sort RUN --into DIR | undo | models | doctor",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="pictures and folders to open in the window")
    parser.add_argument("--new-window", action="store_true", help="open another window, even if there is one already")
    parser.add_argument("--version", action="version", version=f"whatsit {version}")
    parser.add_argument(
        "--self-test", action="store_true", help="try every part of this installation, touching nothing of yours"
    )
    return parser


def classify_parser() -> Parser:
    """`whatsit classify PATH… [options]`."""
    parser = Parser(
        prog="whatsit classify",
        description="Classify pictures and whole folders; one answer per picture, in order.",
        epilog=_CLASSIFY_EPILOG,
        usage="whatsit classify PATH ... [options]",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="picture or folder; - reads paths from standard input, one a line, -0 NUL-separated ones",
    )
    _add_answer_options(parser)
    add_work_options(parser)
    _add_store_options(parser)
    return parser


def runs_parser() -> Parser:
    """`whatsit runs`."""
    parser = Parser(
        prog="whatsit runs",
        description="List the runs over folders that are kept, the newest first.",
        epilog="example:\n  whatsit runs\n  whatsit runs --forget 3",
    )
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--rename", nargs=2, metavar=("RUN", "NAME"), help="call a run differently")
    group.add_argument("--forget", metavar="RUN", help="forget a run, and the answers that no other run has")
    group.add_argument("--forget-everything", action="store_true", help="forget all runs and all answers")
    add_store_file(parser)
    return parser


def export_parser() -> Parser:
    """`whatsit export RUN`."""
    parser = Parser(
        prog="whatsit export",
        description="Write the rows of a run that is kept, all or some, without classifying anything again.",
        epilog=_EXPORT_EPILOG,
    )
    parser.add_argument("run", metavar="RUN", help="its number, as `whatsit runs` lists it, or last")
    parser.add_argument(
        "--format",
        choices=EXPORTS,
        default="csv",
        help="csv (default), jsonl, xlsx or parquet; the last two need --output",
    )
    parser.add_argument(
        "--bom", action="store_true", help="begin CSV with a byte order mark, which some spreadsheets want"
    )
    _add_row_options(parser)
    _add_choice_options(parser)
    add_store_file(parser)
    return parser


def tag_parser() -> Parser:
    """`whatsit tag RUN`."""
    parser = Parser(
        prog="whatsit tag",
        description="Write the classes of a run that is kept as tags into XMP sidecars beside the pictures,"
        " or remove them again. The pictures themselves are never changed.",
        epilog=_TAG_EPILOG,
    )
    parser.add_argument("run", metavar="RUN", help="its number, as `whatsit runs` lists it, or last")
    parser.add_argument(
        "--sidecar",
        choices=SIDECARS,
        default=SIDECARS[0],
        help="full (default): cat.jpg.xmp, as digiKam and darktable want it; stem: cat.xmp, as Adobe wants it",
    )
    _add_least_probability(parser, "a class below it becomes no tag")
    parser.add_argument(
        "--top-k",
        type=whole(1, TOP_K_MOST),
        default=1,
        metavar="K",
        help=f"tags per picture at most, 1 to {TOP_K_MOST} (default 1)",
    )
    parser.add_argument("--unknown", action="store_true", help='tag pictures without such a class as "unknown"')
    parser.add_argument(
        "--remove", action="store_true", help="remove the tags that were written for this run's pictures"
    )
    parser.add_argument("--dry-run", action="store_true", help="only list what would be written")
    add_store_file(parser)
    return parser


def doctor_parser() -> Parser:
    """`whatsit doctor`."""
    return Parser(
        prog="whatsit doctor",
        description="Check this installation: versions, devices, files, and one picture classified for real.",
        epilog="example:\n  whatsit doctor\n\nexit status: 0 everything works, 3 something is broken",
    )


def _add_answer_options(parser: Parser) -> None:
    parser.add_argument("--format", choices=FORMATS, default="text", help="text (default), jsonl or csv")
    _add_row_options(parser)
    parser.add_argument("--verbose", action="store_true", help="say which model and device answer, and why")


def _add_row_options(parser: Parser) -> None:
    group = parser.add_argument_group("answers")
    group.add_argument(
        "--output",
        type=_output,
        metavar="FILE",
        help="write there, whole or not at all; - is standard output (default)",
    )
    group.add_argument(
        "--top-k",
        type=whole(1, TOP_K_MOST),
        default=_DEFAULTS.top_k,
        metavar="K",
        help=f"classes per picture, 1 to {TOP_K_MOST} (default {_DEFAULTS.top_k})",
    )
    _add_least_probability(group, 'below it the class is "unknown"')


def _add_least_probability(parser: argparse._ActionsContainer, words: str) -> None:
    parser.add_argument(
        "--least-probability",
        type=probability,
        default=_DEFAULTS.least_probability,
        metavar="P",
        help=f"{words}, 0 to 1 (default {_DEFAULTS.least_probability})",
    )


def _add_choice_options(parser: Parser) -> None:
    group = parser.add_argument_group("which rows (all that are asked for must hold; default: every row)")
    group.add_argument("--class", dest="label", metavar="LABEL", help="those of this class, less the unknown ones")
    group.add_argument(
        "--text",
        default="",
        metavar="WORDS",
        help="those with all these words in the path or in the class, in any case",
    )
    group.add_argument(
        "--state", dest="states", action="append", choices=STATES, help="classified, unknown or failed; may be repeated"
    )
    for name, target, default, side in (("--from", "least", 0.0, "least"), ("--to", "most", 1.0, "most")):
        help_text = f"those whose likeliest class has a probability of at {side} P (default {default:.0f})"
        group.add_argument(name, dest=target, type=probability, default=default, metavar="P", help=help_text)


def _add_store_options(parser: Parser) -> None:
    group = parser.add_argument_group("results that are kept of folders")
    group.add_argument("--fresh", action="store_true", help="begin anew, whatever other runs found out")
    group.add_argument("--retry-failed", action="store_true", help="try again what failed in other runs")
    group.add_argument("--no-store", action="store_true", help="neither use nor keep results")
    add_store_file(group)


def add_store_file(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--store", metavar="FILE", help="keep the results there instead of in your data folder")


def add_work_options(parser: Parser) -> None:
    group = parser.add_argument_group("work")
    group.add_argument(
        "--model",
        default=_DEFAULTS.model,
        metavar="KEY",
        help=f"of whatsit models list (default {_DEFAULTS.model})",
    )
    group.add_argument(
        "--device",
        type=_device,
        default=_DEFAULTS.device,
        metavar="D",
        help="auto (default: the best that works), cpu, cuda, cuda:N, mps or xpu",
    )
    group.add_argument(
        "--precision",
        choices=PRECISIONS,
        default=_DEFAULTS.precision,
        help="auto (default), fp32: exact, or bf16: fast where the processor has it",
    )
    group.add_argument(
        "--max-megapixels",
        type=whole(1, MEGAPIXELS_MOST),
        default=_DEFAULTS.megapixels,
        metavar="N",
        help=f"larger pictures are refused (default {_DEFAULTS.megapixels})",
    )


class whole:  # noqa: N801  (argparse shows no name of it)
    """A whole number in a range, both ends included."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def __call__(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 10 and self.least <= int(text) <= self.most):
            raise argparse.ArgumentTypeError(f"a whole number from {self.least} to {self.most} is wanted, not {text!r}")
        return int(text)


def _output(text: str) -> str | None:
    """A file to be, or None for standard output."""
    if not text:
        raise argparse.ArgumentTypeError("a path is empty")
    if os.path.basename(text) in ("", os.curdir, os.pardir) or os.path.isdir(text):
        raise argparse.ArgumentTypeError(f"a file is wanted, not a folder: {text!r}")
    return None if text == LINES else text


def probability(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"a number from 0 to 1 is wanted, not {text!r}")
    return value


def _device(text: str) -> str:
    if not DEVICES.fullmatch(text):
        raise argparse.ArgumentTypeError(f"auto, cpu, cuda, cuda:N, mps or xpu is wanted, not {text!r}")
    return text


_WINDOW_EPILOG = """\
commands:
  classify   answers in the terminal, as JSON Lines or as CSV: whatsit classify --help
  explain    where in a picture the model sees a class: whatsit explain --help
  runs       the runs over folders that are kept: whatsit runs --help
  export     the rows of such a run: whatsit export --help
  tag        its classes as tags beside the pictures: whatsit tag --help
  sort       the pictures of such a run into folders by class: whatsit sort --help
  undo       a sort undone: whatsit undo --help
  models     the models there are, and their weights: whatsit models --help
  doctor     checks this installation: whatsit doctor --help
A first word that is a command is the command; a file of that name is ./classify.

examples:
  whatsit                            open the window
  whatsit holiday.jpg ~/Pictures     open it with these
  whatsit classify holiday.jpg       answer here
"""

_EXPORT_EPILOG = """\
examples:
  whatsit export last --format csv --output answers.csv
  whatsit export 3 --class "red fox" --from 0.8 --format jsonl
  whatsit export last --state unknown --state failed --text "iceland 2024"
"""

_CLASSIFY_EPILOG = """\
examples:
  whatsit classify holiday.jpg
  whatsit classify ~/Pictures --format csv --output answers.csv
  whatsit classify ~/Pictures --retry-failed      goes on where it was stopped, too
  whatsit classify a.png b.heic --top-k 1 --format jsonl
  find . -newer last-run -print0 | whatsit classify -0 --format jsonl

A file that is really called - is ./-
exit status: 0 all pictures were classified, 1 some could not be, 2 wrong use,
             3 the job failed, 130 interrupted, 141 the reader of the answers went away
"""

_TAG_EPILOG = """\
examples:
  whatsit tag last --dry-run
  whatsit tag last --least-probability 0.5 --top-k 3
  whatsit tag last --remove

exit status: 0 done, 1 some sidecars could not be changed, 2 wrong use,
             3 the work failed, 130 interrupted
"""
