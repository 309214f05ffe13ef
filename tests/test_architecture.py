"""The arrows between the rooms, as a table that a machine checks."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

APP = Path(__file__).parent.parent / "app"

# What the modules of a room may not import, at the top of a file or inside a function.
FORBIDDEN = {
    "values.py": {"app", "PySide6", "torch", "PIL", "platformdirs"},
    "wording.py": {
        "PySide6",
        "torch",
        "PIL",
        "platformdirs",
        "app.images",
        "app.models",
        "app.inference",
        "app.results",
    },
    "settings.py": {"PySide6", "torch", "PIL", "app.images", "app.models", "app.inference", "app.desktop", "app.cli"},
    "images": {"PySide6", "torch", "app.models", "app.inference", "app.results", "app.runs", "app.desktop", "app.cli"},
    "models": {"PySide6", "app.images", "app.inference", "app.results", "app.runs", "app.desktop", "app.cli"},
    "models/catalog.py": {"torch"},
    "models/builtin.py": {"torch"},
    "models/labels.py": {"torch"},
    "inference": {"PySide6", "app.results", "app.runs", "app.desktop", "app.cli"},
    "results": {
        *("PySide6", "torch", "PIL", "app.images", "app.models", "app.inference", "app.runs", "app.desktop", "app.cli"),
    },
    "desktop": {"app.cli", "torch"},
    "cli": {"torch"},
}
NEVER_IN_RUNNING_CODE = {"timm", "torchvision", "numpy", "skimage"}
ONLY_LAZY = {"cli": {"app.desktop", "PySide6"}}
WORDS_THAT_TELL_OF_TRAPS = ("processEvents(", ".terminate()", "shutil.move", "weights_only=False", "TODO", "FIXME")


def modules() -> list[Path]:
    return sorted(APP.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(APP).as_posix()


def imports(tree: ast.AST, *, lazy: bool = True) -> set[str]:
    """The full names that a module imports; without `lazy` only those outside of functions and type checking."""
    nodes = ast.walk(tree) if lazy else ast.iter_child_nodes(tree)
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def crosses(names: set[str], forbidden: set[str]) -> set[str]:
    return {name for name in names for wall in forbidden if name == wall or name.startswith(f"{wall}.")}


@pytest.mark.parametrize("path", modules(), ids=named)
def test_no_room_imports_what_lies_above_it(path: Path) -> None:
    name = named(path)
    walls = {
        wall for place, there in FORBIDDEN.items() if name == place or name.startswith(f"{place}/") for wall in there
    }
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not crosses(imports(tree), walls | NEVER_IN_RUNNING_CODE), name
    lazy = {wall for place, there in ONLY_LAZY.items() if name.startswith(f"{place}/") for wall in there}
    assert not crosses(imports(tree, lazy=False), lazy), f"{name}: only inside a function"


@pytest.mark.parametrize("path", sorted((APP / "desktop").glob("*.py")), ids=named)
def test_widgets_know_neither_the_worker_nor_threads(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bases = {ast.unparse(base) for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases}
    qt_widgets = {"QWidget", "QListView", "QDialog", "QMainWindow", "QFrame", "QStatusBar", "QStyledItemDelegate"}
    if bases & qt_widgets:
        walls = {"threading", "app.desktop.worker", "app.desktop.dispatcher", "app.inference"}
        assert not crosses(imports(tree), walls)


@pytest.mark.parametrize("path", modules(), ids=named)
def test_modules_hold_no_state(path: Path) -> None:
    """A list, set or dictionary at the top of a module is a constant: its name says so."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(node, ast.Global)
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            assert all(ast.unparse(target).isupper() or ast.unparse(target) == "__all__" for target in targets)


@pytest.mark.parametrize("path", modules(), ids=named)
def test_files_are_short_and_free_of_known_traps(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert not [word for word in WORDS_THAT_TELL_OF_TRAPS if word in text]
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Assert)]


def test_the_guard_itself_sees_an_import_inside_a_function() -> None:
    tree = ast.parse("def f():\n    from app.desktop import session\n")
    assert crosses(imports(tree), {"app.desktop"})
    assert not crosses(imports(tree, lazy=False), {"app.desktop"})
