"""What `whatsit models` understands, and its help."""

from __future__ import annotations

import argparse

from app.cli.arguments import Parser, whole
from app.cli.models_own_arguments import add_own

ORDERS = ("name", "accuracy", "parameters", "gflops", "bytes", "year")
LAYERS_MOST = 1000


def models_parser() -> Parser:
    """`whatsit models COMMAND`."""
    parser = Parser(
        prog="whatsit models",
        description="The models that can classify: those on this computer, and those that can be had.",
        epilog=_EPILOG,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_list(commands)
    _add_show(commands)
    _add_download(commands)
    _add_remove(commands)
    add_own(commands)
    return parser


def _add_list(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser("list", help="list them", description="List the models, a line each.")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only those with all these words in their line")
    parser.add_argument("--here", action="store_true", help="only those on this computer")
    parser.add_argument(
        "--sort", choices=ORDERS, default=ORDERS[0], help="name (default), or the best, smallest or newest first"
    )
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="text (default) or jsonl")


def _add_show(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser(
        "show",
        help="describe one, and what is inside it",
        description="Describe a model: where it comes from, what it does to pictures, its classes and its layers. "
        "Nothing is downloaded for that.",
        epilog=_SHOW_EPILOG,
    )
    parser.add_argument("key", metavar="KEY", help="as whatsit models list shows it")
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--layers", type=whole(0, LAYERS_MOST), metavar="N", help="modules in modules, N deep (default 2; in json all)"
    )
    group.add_argument("--all-layers", action="store_true", help="all modules")
    parser.add_argument(
        "--labels", nargs="?", const="", metavar="WORDS", help="list the classes; only those with all these words"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")


def _add_download(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser(
        "download",
        help="get the weights of one",
        description="Get the weights of a model, from its source or from a file, proved against the published digest.",
    )
    parser.add_argument("key", metavar="KEY", help="as whatsit models list shows it")
    parser.add_argument("--from", dest="carried", metavar="FILE", help="take this file instead of asking the network")
    parser.add_argument("--sha256", type=_digest, metavar="DIGITS", help=_SHA256)
    parser.add_argument("--dry-run", action="store_true", help="only say how large it is and where it would go")


def _add_remove(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser(
        "remove", help="remove one from this computer", description="Remove a model, and its file, from this computer."
    )
    parser.add_argument("key", metavar="KEY", help="as whatsit models list --here shows it")


def _digest(text: str) -> str:
    digits = text.lower()
    if not (8 <= len(digits) <= 64 and set(digits) <= set("0123456789abcdef")):
        raise argparse.ArgumentTypeError(f"8 to 64 hexadecimal digits are wanted, not {text!r}")
    return digits


_SHA256 = (
    "with --from, of a model whose digest is not in the catalogue (timm’s): as the hub’s page of the file shows it"
)

_SHOW_EPILOG = """\
examples:
  whatsit models show resnet50
  whatsit models show builtin --labels "kit fox"
  whatsit models show torchvision/vit_b_16 --all-layers --format json
"""

_EPILOG = """\
examples:
  whatsit models list resnet
  whatsit models list --here
  whatsit models show resnet101
  whatsit models download resnet101
  whatsit models download resnet101 --from /media/stick/resnet101-cd907fc2.pth
  whatsit classify holiday.jpg --model resnet101
  whatsit models add best.pth --name Orchids --labels orchids.txt
  whatsit models check mine/Orchids validation.csv --apply
  whatsit models export mine/Orchids orchids.whatsit-model

exit status: 0 done, 1 a model does not answer as expected, 2 wrong use, 3 it could not be done, 130 interrupted
"""
