"""What `whatsit explain` understands, and its help."""

from __future__ import annotations

import argparse
import os

from app.cli.arguments import LINES, Parser, add_work_options, probability
from app.settings import OPACITY


def explain_parser() -> Parser:
    """`whatsit explain PATH --output FILE`."""
    parser = Parser(
        prog="whatsit explain",
        description="Show where in a picture the model finds what speaks for a class, as a heat map over the picture.",
        epilog=_EPILOG,
        usage="whatsit explain PATH [--class LABEL] --output FILE [options]",
    )
    parser.add_argument("path", metavar="PATH", help="the picture")
    parser.add_argument(
        "--class",
        dest="label",
        metavar="LABEL",
        help="its name in any case, how it begins, or its position in the model's output (default: the likeliest)",
    )
    parser.add_argument(
        "--output", type=_file, required=True, metavar="FILE", help="the PNG to be, whole or not at all"
    )
    parser.add_argument(
        "--opacity", type=probability, default=OPACITY, metavar="P", help=f"of the colours, 0 to 1 (default {OPACITY})"
    )
    parser.add_argument("--crop", action="store_true", help="write only what the network saw, in its own pixels")
    add_work_options(parser)
    return parser


def _file(text: str) -> str:
    if os.path.basename(text) in ("", os.curdir, os.pardir) or os.path.isdir(text) or text == LINES:
        raise argparse.ArgumentTypeError(f"a file is wanted, not {text!r}")
    return text


_EPILOG = """\
examples:
  whatsit explain holiday.jpg --output why.png
  whatsit explain holiday.jpg --class "red fox" --output why.png
  whatsit explain holiday.jpg --crop --opacity 0.5 --output why.png

exit status: 0 the map is written, 1 the picture could not be classified or the model
             has no maps, 2 wrong use, 3 the job failed, 130 interrupted
"""
