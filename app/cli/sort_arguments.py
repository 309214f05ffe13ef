"""What `whatsit sort` and `whatsit undo` understand, and their help."""

from __future__ import annotations

from app.cli.arguments import Parser, add_store_file, probability
from app.results.sorting.template import FIELDS
from app.settings import Settings

_DEFAULTS = Settings()
_FIELDS = ", ".join(f"{{{field}}}" for field in FIELDS)


def sort_parser() -> Parser:
    """`whatsit sort RUN --into DIR`."""
    parser = Parser(
        prog="whatsit sort",
        description="Sort the pictures of a run into folders by class. Nothing is ever overwritten, and `whatsit undo`"
        " undoes it.",
        epilog=_SORT_EPILOG,
        usage="whatsit sort RUN --into DIR [options]",
    )
    parser.add_argument("run", metavar="RUN", help="its number, as `whatsit runs` lists it, or last")
    parser.add_argument("--into", metavar="DIR", required=True, help="the folder in which the folders come")
    _add_way(parser)
    parser.add_argument(
        "--folders",
        metavar="TEMPLATE",
        default="{label}",
        help=f"names of the folders, of {_FIELDS} (default {{label}})",
    )
    parser.add_argument(
        "--unknown", choices=("folder", "leave"), default="folder", help="pictures below the least probability"
    )
    parser.add_argument(
        "--failed", choices=("folder", "leave"), default="leave", help="pictures that could not be classified"
    )
    parser.add_argument(
        "--least-probability",
        type=probability,
        default=_DEFAULTS.least_probability,
        metavar="P",
        help=f'below it the class is "unknown", 0 to 1 (default {_DEFAULTS.least_probability})',
    )
    parser.add_argument("--dry-run", action="store_true", help="print the plan and change nothing")
    parser.add_argument("--plan", metavar="FILE.csv", help="write the plan there, a line for every file")
    add_store_file(parser)
    return parser


def undo_parser() -> Parser:
    """`whatsit undo [JOURNAL]`."""
    parser = Parser(
        prog="whatsit undo",
        description="Undo a sort: every file gets back where it was, unless it was changed since.",
        epilog=_UNDO_EPILOG,
    )
    parser.add_argument(
        "journal", nargs="?", metavar="JOURNAL", help="which, as --list names it (default: the newest not undone)"
    )
    parser.add_argument("--list", action="store_true", help="list the sorts, the newest first")
    return parser


def _add_way(parser: Parser) -> None:
    group = parser.add_mutually_exclusive_group()
    for way, words in (
        ("copy", "copy the files (default)"),
        ("move", "move them; each is verified before the original goes"),
        ("link", "make hard links, which take no room; on the same drive only"),
    ):
        group.add_argument(f"--{way}", dest="way", action="store_const", const=way, default="copy", help=words)


_SORT_EPILOG = """\
examples:
  whatsit sort last --into ~/Sorted --dry-run
  whatsit sort last --into ~/Sorted --move --folders '{year}-{month}/{label}'

A sort that was stopped or killed goes on when the same command is run again.
exit status: 0 all were sorted, 1 some could not be, 2 wrong use, 3 sorting failed, 130 interrupted
"""

_UNDO_EPILOG = """\
examples:
  whatsit undo
  whatsit undo --list

exit status: 0 all were restored, 1 some could not be, 2 wrong use, 3 undoing failed, 130 interrupted
"""
