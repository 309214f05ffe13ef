"""What `whatsit doctor` looks at. A check yields its findings; whatever it stumbles over becomes one too."""

from __future__ import annotations

import importlib
import json
import os
import platform
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from app import __version__
from app.cli.findings import Check, Finding, Verdict, findings, first_line
from app.cli.screen import broken_qt, missing_screen, unreachable_screen
from app.cli.sizes import size_words
from app.images.formats import SUPPORTED_EXTENSIONS
from app.paths import resources, user_places
from app.policy import VARIABLE, Policy, load_policy, machine_policy
from app.results.inspection import Inspection, inspect
from app.results.rows import percent
from app.runs.troubles import store_failures
from app.settings import read_json
from app.steps import Job, JobEnd
from app.values import Classified, Device, DeviceState, Failed, ImageRef, Outcome
from app.wording import WORDS, failure_sentence, trouble_sentence

EXAMPLE = "examples/chelsea.png"
LITTLE_ROOM = 100_000_000  # bytes
CATS = frozenset(("tabby", "tiger cat", "Egyptian cat"))

_LIBRARIES = (
    ("PyTorch", "torch"),
    ("torchvision", "torchvision"),
    ("safetensors", "safetensors"),
    ("PySide6", "PySide6"),
    ("Pillow", "PIL"),
    ("pi-heif", "pi_heif"),
    ("tqdm", "tqdm"),
)


def all_checks() -> tuple[tuple[str, Check], ...]:
    """Every check with its name, the quick ones first."""
    return (
        ("Whatsit", check_program),
        ("places", check_places),
        ("policy", check_policy),
        ("store", check_store),
        ("libraries", check_libraries),
        ("window", check_window),
        ("formats", check_formats),
        ("model", check_model),
        ("devices", check_devices),
        ("self-test", check_self),
    )


def check_program() -> Iterator[Finding]:
    """Versions of the program, of Python and of the system."""
    yield Finding(Verdict.OK, "Whatsit", f"{__version__} in {Path(__file__).parents[1]}")
    yield Finding(Verdict.OK, "Python", f"{platform.python_version()} ({sys.executable})")
    yield Finding(Verdict.OK, "system", platform.platform())


def check_places() -> Iterator[Finding]:
    """Where settings, results, log and crash reports are, and whether they can be written."""
    places = user_places()
    yield _place("settings", places.settings)
    if places.settings.exists():
        try:
            read_json(places.settings)
        except (OSError, ValueError) as error:
            yield Finding(Verdict.PROBLEM, "settings", f"they cannot be read: {first_line(error)}")
    yield _place("results", places.results)
    yield _place("log", places.log)
    yield _place("crash reports", places.crashes)
    if reports := len(list(places.crashes.glob("*-crash-*.txt"))):  # windows that are open have files there, too
        yield Finding(Verdict.NOTE, "crash reports", f"{_counted(reports, 'report')}; they stay on this machine")


def check_policy() -> Iterator[Finding]:
    """What an administrator fixed for everybody, and what of it does not count."""
    own = machine_policy()
    policy = load_policy(os.environ, own)
    if policy.path is None:
        yield Finding(Verdict.OK, "policy", f"none ({own} is not there)")
    elif policy.trouble:
        words = f"{policy.path} cannot be read ({policy.trouble}); meanwhile it fixes {_fixed(policy)}"
        yield Finding(Verdict.PROBLEM, "policy", words)
    else:
        yield from (Finding(Verdict.PROBLEM, "policy", phrase) for phrase in policy.ignored)
        yield Finding(Verdict.OK, "policy", f"{policy.path} fixes {_fixed(policy)}")
    yield from _unknown_names(policy)
    if policy.path == own and os.environ.get(VARIABLE):
        yield Finding(Verdict.NOTE, "policy", f"{VARIABLE} does not count beside it")


def _unknown_names(policy: Policy) -> Iterator[Finding]:
    """A model that does not exist leaves every window without answers, a language that does not with English."""
    from app.models.catalog import all_models

    words = {path.stem.removeprefix("whatsit_") for path in (resources() / "translations").glob("whatsit_*.qm")}
    for name, known in (("model", {model.key for model in all_models()}), ("language", {"system", *words})):
        if name in policy.fixed and getattr(policy.values, name) not in known:
            yield Finding(Verdict.PROBLEM, "policy", f"there is no {name} {getattr(policy.values, name)!r}")


def _fixed(policy: Policy) -> str:
    values = (f"{name} ({json.dumps(getattr(policy.values, name))})" for name in sorted(policy.fixed))
    return ", ".join(values) or "nothing"


def check_store() -> Iterator[Finding]:
    """What the results store holds, and whether more can be kept; nothing is made, brought up to date or mended."""
    path = user_places().results
    if path.exists():
        with store_failures():
            inspection = inspect(path)
        yield Finding(Verdict.OK, "store", _store(inspection))
        yield _keeping(path, inspection)
    else:
        yield Finding(Verdict.OK, "store", "there is none yet; the first folder that is classified begins it")
    free = shutil.disk_usage(_there(path.parent)).free
    verdict = Verdict.OK if free >= LITTLE_ROOM else Verdict.NOTE
    yield Finding(verdict, "store", f"room for {size_words(free)} more")


def _store(inspection: Inspection) -> str:
    counts = f"{_counted(inspection.runs, 'run')}, {_counted(inspection.pictures, 'picture')}"
    older = "" if inspection.is_current else ", brought up to date when it is used next"
    return f"{counts}, {size_words(inspection.bytes)}, version {inspection.version}{older}"


def _keeping(path: Path, inspection: Inspection) -> Finding:
    """How it is written; beside it too, where its log or journal comes and goes."""
    if blocked := next((each for each in (path, path.parent) if not os.access(each, os.W_OK)), None):
        return Finding(Verdict.PROBLEM, "store", f"nothing more can be kept: {blocked} cannot be written")
    return Finding(
        Verdict.OK, "store", f"kept with a {'write-ahead log' if inspection.has_log else 'rollback journal'}"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _place(subject: str, path: Path) -> Finding:
    """A file or folder of the user's; if it is not there yet, what it would be made in must allow it."""
    there = _there(path, os.path.lexists)  # nothing can be made at a link that leads nowhere
    if not os.access(there, os.W_OK) or (there != path and not there.is_dir()):
        return Finding(Verdict.PROBLEM, subject, f"{path} cannot be written")
    return Finding(Verdict.OK, subject, str(path) if there == path else f"{path} (not there yet)")


def _there(path: Path, is_there: Callable[[Path], bool] = Path.exists) -> Path:
    """The path, or the nearest folder above it that is there."""
    return next(each for each in (path, *path.parents) if is_there(each))


def check_libraries() -> Iterator[Finding]:
    """Each library, loaded for real."""
    for title, module in _LIBRARIES:
        yield from findings(title, lambda title=title, module=module: _library(title, module))  # type: ignore[misc]


def _library(title: str, module: str) -> Iterator[Finding]:
    if module == "torch":
        from app.inference.engine import import_torch

        import_torch()  # as the work does, without what it says of libraries that are not used
    if module == "torchvision":
        from app.models.torchvision_networks import import_torchvision

        import_torchvision()  # likewise
    loaded = importlib.import_module(module)
    yield Finding(Verdict.OK, title, str(loaded.__version__))


def check_window() -> Iterator[Finding]:
    """Whether Qt loads, and whether a screen is there; none of it opens a window."""
    if broken := broken_qt(os.environ):
        yield Finding(Verdict.PROBLEM, "window", broken)
    elif absent := missing_screen(os.environ) or unreachable_screen(os.environ):
        yield Finding(Verdict.NOTE, "window", absent)
    else:
        yield Finding(Verdict.OK, "window", "it can be opened")


def check_formats() -> Iterator[Finding]:
    """The extensions of what can be read; the content decides, not the name."""
    yield Finding(Verdict.OK, "formats", " ".join(sorted(extension[1:] for extension in SUPPORTED_EXTENSIONS)))


def check_model() -> Iterator[Finding]:
    """Every model: its weights found and proved to be the published ones."""
    from app.models.catalog import all_models
    from app.models.weights import proved_bytes, weights_path

    for model in all_models():
        path = weights_path(model.weights)
        size = len(proved_bytes(path, model.weights))
        yield Finding(Verdict.OK, "model", f"{model.key}: {model.title}, {len(model.labels)} classes, {model.licence}")
        yield Finding(Verdict.OK, "weights", f"{path}, {size / 1e6:.1f} MB, SHA-256 as published")


def check_devices() -> Iterator[Finding]:
    """Each device, tried with a small calculation; the first that is ready is what "auto" takes."""
    from app.inference.devices import probe_devices

    chosen = False
    for device in probe_devices():
        usable = device.state is DeviceState.USABLE
        yield _device(device, is_chosen=usable and not chosen)
        chosen = chosen or usable


def _device(device: Device, *, is_chosen: bool) -> Finding:
    verdict = {DeviceState.USABLE: Verdict.OK, DeviceState.BROKEN: Verdict.PROBLEM}.get(device.state, Verdict.NOTE)
    detail = f": {device.detail}" if device.detail else ""
    chosen = '; "auto" takes it' if is_chosen else ""
    return Finding(verdict, f"device {device.name}", f"{device.title}, {WORDS[device.state]}{detail}{chosen}")


def check_self() -> Iterator[Finding]:
    """One picture of a cat, through the whole pipeline."""
    from app.inference.engine import Engine
    from app.inference.pipeline import run

    outcomes: list[Outcome] = []
    for step in run(Job(0, (ImageRef(resources() / EXAMPLE),)), Engine(), threading.Event()):
        outcomes += getattr(step, "outcomes", ())
        if isinstance(step, JobEnd) and step.error:
            yield Finding(Verdict.PROBLEM, "self-test", trouble_sentence(step.error))
    yield from map(_tested, outcomes)


def _tested(outcome: Outcome) -> Finding:
    if isinstance(outcome, Failed):
        return Finding(Verdict.PROBLEM, "self-test", f"{outcome.ref.path}: {failure_sentence(outcome)}")
    return Finding(Verdict.OK if _is_cat(outcome) else Verdict.PROBLEM, "self-test", _answer(outcome))


def _is_cat(outcome: Classified) -> bool:
    return outcome.predictions[0].label in CATS


def _answer(outcome: Classified) -> str:
    top = outcome.predictions[0]
    wanted = "" if _is_cat(outcome) else "; it shows a cat"
    return f"{outcome.ref.path.name} is {top.label}, {percent(top.probability)}, on {outcome.device}{wanted}"
