"""The wall between the rooms, and a few habits, held by reading the source."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parent.parent / "app"
LONGEST_FILE = 400  # lines

QT = {"PySide6", "shiboken6"}
TORCH = {"torch", "torchvision", "timm"}
NOT_AT_RUN_TIME = {"numpy", "skimage", "pytest"}
ZOOS = {"torchvision", "timm"}
DRIVERS = {"app.desktop", "app.cli", "app.runs"}
LOWER_ROOMS = ("app.images", "app.models", "app.inference", "app.results")


@dataclass(frozen=True)
class Import:
    """One imported name, and whether it is imported when the module is (not inside a function or for types only)."""

    name: str
    line: int
    early: bool


@dataclass(frozen=True)
class Rule:
    """Modules below `room` must not import what lies below `forbidden`, `unless` it is one of these."""

    room: str
    forbidden: frozenset[str]
    early_only: bool = False
    unless: frozenset[str] = frozenset()


def rule(room: str, forbidden: set[str], *, early_only: bool = False, unless: set[str] | None = None) -> Rule:
    return Rule(room, frozenset(forbidden), early_only, frozenset(unless or ()))


RULES = (
    rule("app", NOT_AT_RUN_TIME),
    *(rule(room, QT | DRIVERS) for room in LOWER_ROOMS),
    rule("app.images", TORCH | {"app.models", "app.inference", "app.results"}),
    rule("app.runs", QT | TORCH | {"app.desktop", "app.cli"}),
    rule("app.models", {"app.images", "app.inference", "app.results"}),
    rule("app.inference", ZOOS | {"app.results"}),
    rule("app.cli", ZOOS),
    rule("app.results", TORCH | {"app"}, unless={"app.values", "app.wording", "app.files", "app.results"}),
    rule("app.models.catalog", TORCH, early_only=True),
    rule("app.models.builtin", TORCH, early_only=True),
    rule("app.models.labels", TORCH, early_only=True),
    rule("app.models.own", TORCH, early_only=True),
    rule("app.inference.pairs", TORCH, early_only=True),
    rule("app.inference.parity", TORCH, early_only=True),
    rule("app.inference.suspects", TORCH, early_only=True),
    rule("app.models.old_names", TORCH, early_only=True),
    *(rule(f"app.models.{name}", TORCH) for name in ("download", "hub", "hub_cache", "part", "stream")),
    *(rule(f"app.models.{name}", {"app.web"}) for name in ("wanted", "hub_cache", "caches", "part")),
    rule("app.models.record", TORCH, early_only=True),
    rule("app.models.shelf", TORCH, early_only=True),
    rule("app.models.caches", TORCH, early_only=True),
    rule("app.models.card_cache", TORCH, early_only=True),
    rule("app.models.inspection", TORCH, early_only=True),
    rule("app.desktop", {"app.cli"}),
    rule("app.desktop", TORCH),
    rule("app.desktop", TORCH | {"app.inference"}, early_only=True),
    rule("app.cli", {"app.desktop"}, unless={"app.desktop.start", "app.desktop.application", "app.desktop.rehearsal"}),
    rule("app.cli", {"app.desktop"} | QT | TORCH, early_only=True),
    rule("app.values", {"app"}),
    rule("app.cards", {"app"}, unless={"app.values"}),
    rule("app.inside", {"app"}, unless={"app.values", "app.cards"}),
    rule("app.preparing", {"app"}, unless={"app.values"}),
    rule("app.files", {"app"} | QT | TORCH, unless={"app.files"}),
    rule("app.steps", {"app"}, unless={"app.values"}),
    rule("app.wording", {"app"}, unless={"app.values", "app.steps"}),
    rule("app.settings", {"app"} | QT | TORCH, unless={"app.values", "app.files.whole_file"}),
    rule("app.policy", {"app"} | QT | TORCH, unless={"app.settings"}),
    rule("app.paths", {"app"} | QT | TORCH),
    rule("app.log", {"app"} | QT | TORCH),
    rule("app.credits", {"app"} | QT | TORCH),
    rule("app.publisher", {"app"} | QT | TORCH),
    rule("app.release", {"app"} | QT | TORCH, unless={"app.publisher"}),
    rule("app.updates", {"app"} | QT | TORCH, unless={"app.release", "app.web"}),
    rule("app.web", {"app"} | QT | TORCH),
    rule("app.pace", {"app"} | QT | TORCH),
)
STANDARD_LIBRARY_ONLY = ("app.values", "app.cards", "app.inside", "app.preparing", "app.steps", "app.wording")
WIDGETS_FORBIDDEN = {
    "torch",
    "threading",
    "app.desktop.worker",
    "app.desktop.dispatcher",
    "app.inference",
    "app.models",
    "app.cli",
}


@cache
def modules() -> dict[str, ast.Module]:
    return {module_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(APP.rglob("*.py"))}


def module_name(path: Path) -> str:
    parts = path.relative_to(APP.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(tree: ast.AST, early: bool = True) -> Iterator[Import]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, early) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (Import(f"{node.module}.{alias.name}", node.lineno, early) for alias in node.names)
        inside_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        types_only = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        if not types_only:
            yield from imports(node, early and not inside_function)


def is_below(name: str, rooms: set[str] | frozenset[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def broken(rule: Rule, name: str, tree: ast.Module) -> list[str]:
    """The imports of a module that break a rule."""
    return [
        f"{name}:{each.line} imports {each.name}"
        for each in imports(tree)
        if is_below(each.name, rule.forbidden)
        and not is_below(each.name, rule.unless)
        and (each.early or not rule.early_only)
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.room} without {' '.join(sorted(rule.forbidden))}")
def test_no_import_leads_through_a_wall(rule: Rule) -> None:
    inside = {name: tree for name, tree in modules().items() if is_below(name, {rule.room})}
    assert inside, "the rule guards nothing"
    assert [line for name, tree in inside.items() for line in broken(rule, name, tree)] == []


def test_a_forbidden_import_would_be_seen() -> None:
    source = (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import torch\ndef f():\n    from torch import nn\n"
    )
    assert broken(rule("x", {"torch"}), "x", ast.parse(source)) == ["x:5 imports torch.nn"]
    assert broken(rule("x", {"torch"}, early_only=True), "x", ast.parse(source)) == []
    assert broken(rule("x", {"torch"}, early_only=True), "x", ast.parse("class A:\n    import torch.nn")) != []


@pytest.mark.parametrize("name", STANDARD_LIBRARY_ONLY)
def test_values_and_words_need_only_the_standard_library(name: str) -> None:
    tops = {each.name.partition(".")[0] for each in imports(modules()[name])}
    assert tops - {"app"} <= sys.stdlib_module_names


def test_imports_are_absolute_and_name_what_they_take() -> None:
    bad = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.level or any(alias.name == "*" for alias in node.names))
    ]
    assert bad == []


@cache
def widget_modules() -> dict[str, ast.Module]:
    """Modules that define a widget: a class that inherits, here or through another of ours, one of Qt's widgets."""
    from PySide6 import QtWidgets

    widgets = {name for name in dir(QtWidgets) if _is_widget(getattr(QtWidgets, name), QtWidgets.QWidget)}
    found: dict[str, ast.Module] = {}
    for _ in range(3):
        for name, tree in modules().items():
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and {ast.unparse(base) for base in node.bases} & widgets:
                    widgets.add(node.name)
                    found[name] = tree
    return found


def _is_widget(value: object, widget: type) -> bool:
    return isinstance(value, type) and issubclass(value, widget)


def test_widgets_know_neither_torch_nor_the_worker_nor_threads() -> None:
    assert "app.desktop.main_window" in widget_modules()
    bad = [
        f"{name}:{each.line} imports {each.name}"
        for name, tree in widget_modules().items()
        for each in imports(tree)
        if is_below(each.name, WIDGETS_FORBIDDEN)
    ]
    assert bad == []


MUTABLE = (ast.List, ast.Set, ast.ListComp, ast.SetComp, ast.DictComp)
MUTABLE_CALLS = {"list", "set", "dict", "deque", "defaultdict", "OrderedDict", "Counter", "bytearray"}


def mutable_state(tree: ast.Module) -> Iterator[int]:
    """Lines that make something mutable when the module is imported; a dict literal may be a constant table."""
    for node in tree.body:
        is_named = isinstance(node, ast.Assign | ast.AnnAssign) and not ast.unparse(node).startswith("__all__")
        if is_named and is_mutable(node.value):
            yield node.lineno


def is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).split(".")[-1] in MUTABLE_CALLS
    return isinstance(value, MUTABLE) or (isinstance(value, ast.Dict) and not value.keys)


def test_no_module_holds_mutable_state() -> None:
    assert [f"{name}:{line}" for name, tree in modules().items() for line in mutable_state(tree)] == []
    assert [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
    ] == []


def called(node: ast.AST) -> str:
    return ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""


@pytest.mark.parametrize("name", ["processEvents", "terminate"])
def test_nothing_calls(name: str) -> None:
    calls = [
        f"{where}:{node.lineno}"
        for where, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == name
    ]
    assert calls == []


def test_every_thread_beside_the_window_gives_way_to_it() -> None:
    calls = [name for name, tree in modules().items() for node in ast.walk(tree) if called(node) == "QThread"]
    bases = [
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and "QThread" in map(ast.unparse, node.bases)
    ]
    assert calls + bases == ["app.desktop.background"]


def test_one_door_leads_to_the_web() -> None:
    """But for the pictures that Qt fetches when they are dropped from a browser."""
    web = {"urllib.request", "http.client", "ssl", "truststore", "requests", "huggingface_hub"}
    doors = {name for name, tree in modules().items() for each in imports(tree) if is_below(each.name, web)}
    assert doors == {"app.web"}


def test_only_the_command_line_prints() -> None:
    prints = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        if not is_below(name, {"app.cli"})
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.stdout.write", "sys.stderr.write")
    ]
    assert prints == []


def test_nothing_is_asserted() -> None:
    """A user's error is a value, and ours is an exception: `python -O` drops assertions."""
    asserts = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert)
    ]
    assert asserts == []


@pytest.mark.parametrize("path", sorted(APP.rglob("*.py")), ids=module_name)
def test_files_stay_small_and_finished(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < LONGEST_FILE
    assert [word for word in ("TODO", "FIXME", "XXX") if word in text] == []


def test_no_module_is_a_grab_bag() -> None:
    assert {"utils", "util", "helpers", "manager", "misc", "common"} & {path.stem for path in APP.rglob("*")} == set()
