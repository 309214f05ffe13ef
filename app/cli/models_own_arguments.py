"""What the commands of `whatsit models` about the user's own models understand."""

from __future__ import annotations

import argparse

from app.cli.arguments import Parser
from app.cli.preprocessing import PREPROCESS_HELP, preprocess_option


def add_own(commands: argparse._SubParsersAction[Parser]) -> None:
    """`add`, `check`, `rename`, `export` and `import`."""
    _add_add(commands)
    _add_check(commands)
    _add_rename(commands)
    _add_export(commands)
    _add_import(commands)


def _add_add(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser(
        "add",
        help="make one of your own checkpoint",
        description="Make a model of a checkpoint: .pth, .pt, .bin, .ckpt, .safetensors, or a folder as timm saves it."
        " It is read as data; nothing in it is run.",
    )
    parser.add_argument("file", metavar="FILE", help="the file or folder")
    parser.add_argument("--name", required=True, metavar="NAME", help="what to call the model")
    parser.add_argument(
        "--arch", metavar="NAME", help="its architecture, as torchvision or timm spells it (default: it is recognised)"
    )
    parser.add_argument(
        "--labels", metavar="FILE", help="class labels: text, CSV or JSON, or the folder of folders it was trained on"
    )
    parser.add_argument("--preprocess", type=preprocess_option, metavar="CHANGES", help=PREPROCESS_HELP)
    parser.add_argument(
        "--multi-label",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="each class has a probability of its own, which need not sum to one (sigmoid)",
    )
    parser.add_argument(
        "--average",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="take the moving average (EMA) of the weights, or not (default: where there is one)",
    )
    parser.add_argument("--licence", default="", metavar="WORDS", help="is kept with it")
    parser.add_argument("--notes", default="", metavar="WORDS", help="are kept with it")


def _add_check(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser(
        "check",
        help="compare your own with what its training script said",
        description="Compare a model with what its training script said of some pictures; where it differs, find the "
        "preprocessing that agrees.",
    )
    _add_own_key(parser)
    parser.add_argument("pairs", metavar="FILE.csv", help="a path, a label and, if wanted, a probability in each line")
    parser.add_argument("--apply", action="store_true", help="let the model use the preprocessing that agrees better")


def _add_rename(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser("rename", help="call your own differently", description="Call a model differently.")
    _add_own_key(parser)
    parser.add_argument("name", metavar="NAME", help="its new name")


def _add_export(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser(
        "export", help="write your own into one file", description="Write a model into one file, to be carried."
    )
    _add_own_key(parser)
    parser.add_argument("file", metavar="FILE", help="such as orchids.whatsit-model")


def _add_import(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser(
        "import", help="take one out of such a file", description="Take a model out of a file that was exported."
    )
    parser.add_argument("file", metavar="FILE", help="the file")
    parser.add_argument("--name", metavar="NAME", help="what to call it (default: its own name)")


def _add_own_key(parser: Parser) -> None:
    parser.add_argument("key", metavar="KEY", help="mine/NAME, or its name")
