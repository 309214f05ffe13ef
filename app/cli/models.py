"""`whatsit models`: what can classify."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.cli import models_own
from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED
from app.cli.models_download import download_model
from app.cli.models_list import list_models
from app.cli.models_show import show_model
from app.cli.sizes import size_words
from app.cli.terminal import say
from app.models.catalog import all_models, find_card
from app.models.own.kept import PREFIX
from app.models.shelf import take_off
from app.models.wanted import DownloadFailure
from app.steps import JobFailure
from app.wording import download_sentence, shown, trouble_sentence


def models(options: argparse.Namespace) -> int:
    """Do what was asked; the exit status."""
    try:
        return _COMMANDS[options.command](options)
    except JobFailure as failure:
        say(f"whatsit: {trouble_sentence(failure.error)}")
        return JOB_FAILED


def _remove(options: argparse.Namespace) -> int:
    if options.key.startswith(PREFIX):
        return models_own.remove(options.key)
    here = {model.key: model for model in all_models() if model.weights.path is not None}
    model = here.get(options.key)
    if model is None:
        return _discard(options.key)
    try:
        take_off(model.key)
    except OSError as error:
        say(f"whatsit: {shown(str(model.weights.path))} cannot be removed ({error.strerror or error}).")
        return JOB_FAILED
    print(f"{shown(model.title)} is removed, with {shown(str(model.weights.path))}.")
    return ALL_CLASSIFIED


def _discard(key: str) -> int:
    """Take away what is left of a download that broke off."""
    from app.models.published import discard

    card = find_card(key)
    try:
        size = discard(card.file) if card.file else 0
    except DownloadFailure as failure:
        say(f"whatsit: {download_sentence(failure.error)}")
        return JOB_FAILED
    if not size:
        say(f"whatsit: there is no model {shown(key)} to be removed; see whatsit models list --here.")
        return JOB_FAILED
    print(f"{size_words(size)} of a download of {shown(card.title)} that broke off are removed.")
    return ALL_CLASSIFIED


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": list_models,
    "download": download_model,
    "show": show_model,
    "remove": _remove,
    "add": models_own.add,
    "check": models_own.check,
    "rename": models_own.rename,
    "export": models_own.export,
    "import": models_own.bring_in,
}
