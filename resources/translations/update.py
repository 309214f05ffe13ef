"""Bring the translations up to date with the code: `python resources/translations/update.py`.

Collects what the window says (every text in `tr`, `_tr` and `translate` below `app/desktop`) into the files
`whatsit_LANG.ts`, keeps what is translated there already, and compiles them, with the names of classes in
`resources/labels/*.LANG.tsv`, into the `whatsit_LANG.qm` that the window loads. Says what lacks a translation.
`whatsit_en.ts` holds the plurals only: everything else is English already.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import PySide6

HERE = Path(__file__).resolve().parent
DESKTOP = HERE.parent.parent / "app" / "desktop"
LABELS = HERE.parent / "labels"
CLASSES = "Classes"  # the context of class names
FORMS = {"en": 2, "de": 2, "he": 2}  # how many plurals Qt knows in each language


@dataclass(frozen=True, order=True)
class Message:
    """A text of the window, and its translation: one form, or several of a text with a number; none is missing."""

    context: str
    source: str
    has_number: bool = False
    forms: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source

    @property
    def is_translated(self) -> bool:
        return bool(self.forms) and all(self.forms)


# --- what the code says --------------------------------------------------------------------------------------------


def spoken(folder: Path = DESKTOP) -> list[Message]:
    """Every text of the window, sorted.

    Raises:
        ValueError: a text is not written out where it is translated, so that nobody can find it.
    """
    found: dict[tuple[str, str], Message] = {}
    for path in sorted(folder.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for message in _Reader(path.name, _own_context(tree)).read(tree):
            found[message.key] = max(message, found.get(message.key, message))
    return sorted(found.values())


class _Reader:
    """Reads the calls of one module: those in a class belong to it, those of `_tr` to the context that `_tr` names."""

    def __init__(self, name: str, own: str) -> None:
        self._name = name
        self._own = own

    def read(self, node: ast.AST, owner: str = "") -> Iterator[Message]:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            return
        if isinstance(node, ast.Call):
            yield from self._call(node, owner)
        inner = node.name if isinstance(node, ast.ClassDef) else owner
        for child in ast.iter_child_nodes(node):
            yield from self.read(child, inner)

    def _call(self, node: ast.Call, owner: str) -> Iterator[Message]:
        match node.func, node.args:
            case ast.Attribute(attr="translate"), [ast.Constant(value="Classes"), *_]:
                pass  # names of classes come from their own files
            case ast.Attribute(attr="translate"), [ast.Constant(value=str(context)), text, *_]:
                yield self._message(context, text, has_number=False)
            case ast.Attribute(value=ast.Name(id="self"), attr="tr"), [text, *more]:
                yield self._message(owner, text, has_number=len(more) == 2)
            case ast.Name(id="_tr"), [text, *more]:
                yield self._message(self._own, text, has_number=len(more) == 1)
            case ast.Attribute(attr="tr"), _:
                raise ValueError(f"{self._name}:{node.lineno}: only self.tr tells to which class a text belongs")

    def _message(self, context: str, text: ast.expr, *, has_number: bool) -> Message:
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str) or not context:
            raise ValueError(f"{self._name}:{text.lineno}: a text is written out where it is translated")
        return Message(context, text.value, has_number)


def _own_context(tree: ast.Module) -> str:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            return next(each.value for each in ast.walk(node) if _is_text(each) and each.value)
    return ""


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def wanted(language: str, said: Iterable[Message]) -> list[Message]:
    """What a language has to translate."""
    return [each for each in said if each.has_number or language != "en"]


# --- files ---------------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Message]:
    """The messages of a .ts file; none of a file that is not there yet."""
    if not path.exists():
        return []
    contexts = ET.parse(path).getroot().iter("context")
    return [_message(context.findtext("name", ""), node) for context in contexts for node in context.iter("message")]


def _message(context: str, node: ET.Element) -> Message:
    translation = node.find("translation")
    inner = [] if translation is None else translation.findall("numerusform") or [translation]
    forms = tuple(each.text or "" for each in inner)
    return Message(context, node.findtext("source", ""), node.get("numerus") == "yes", forms if all(forms) else ())


def write(path: Path, language: str, messages: Iterable[Message]) -> None:
    """Write a .ts file as Qt Linguist reads it."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for message in messages:
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        _add(contexts[message.context], message, FORMS[language])
    ET.indent(root, "    ")
    words = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{words}\n', encoding="utf-8", newline="\n")


def _add(context: ET.Element, message: Message, forms: int) -> None:
    node = ET.SubElement(context, "message", {"numerus": "yes"} if message.has_number else {})
    ET.SubElement(node, "source").text = message.source
    translation = ET.SubElement(node, "translation", {} if message.is_translated else {"type": "unfinished"})
    if not message.has_number:
        translation.text = "".join(message.forms)
        return
    for form in message.forms or ("",) * forms:
        ET.SubElement(translation, "numerusform").text = form


def merged(said: Iterable[Message], before: Iterable[Message], forms: int) -> list[Message]:
    """What is said now, with the translations from before."""
    known = {each.key: each.forms for each in before}
    kept = (replace(each, forms=known.get(each.key, ())) for each in said)
    return [each if len(each.forms) == (forms if each.has_number else 1) else replace(each, forms=()) for each in kept]


def class_names(language: str) -> list[Message]:
    """The class names of a language: lines of an English label, a tab, and the name."""
    lines = [
        line.split("\t")
        for path in sorted(LABELS.glob(f"*.{language}.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    ]
    return [Message(CLASSES, label, forms=(name,)) for label, name in lines]


def compile_all(language: str, target: Path) -> None:
    """Make the .qm file of a language."""
    with tempfile.TemporaryDirectory() as folder:
        names = Path(folder) / "classes.ts"
        write(names, language, class_names(language))
        release = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
        source = HERE / f"whatsit_{language}.ts"
        subprocess.run([release, "-silent", source, names, "-qm", target], check=True)


def main() -> None:
    """Update and compile every language."""
    said = spoken()
    for language, forms in FORMS.items():
        path = HERE / f"whatsit_{language}.ts"
        messages = merged(wanted(language, said), read(path), forms)
        write(path, language, messages)
        compile_all(language, path.with_suffix(".qm"))
        missing = [each for each in messages if not each.is_translated]
        print(f"{language}: {len(messages)} texts, {len(missing)} without a translation")
        for each in missing:
            print(f"    {each.context}: {each.source}")


if __name__ == "__main__":
    main()
