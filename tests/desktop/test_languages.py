"""The languages of the window."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from app.desktop import wording
from app.desktop.actions import Actions
from app.desktop.export_dialog import ExportDialog
from app.desktop.known_models import class_names
from app.desktop.languages import LANGUAGES, Language, locale_of, spoken_language, translations
from app.desktop.main_window import MainWindow
from app.desktop.runs_dialog import RunsDialog
from app.desktop.session import Session
from app.desktop.settings_dialog import SettingsDialog
from app.desktop.sort_dialog import SortDialog
from app.desktop.tag_dialog import TagDialog
from app.models.labels import read_labels

from .seen import doubled_keys
from .translations import update

NAMES = [name for name, _ in LANGUAGES]


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    """Owns what a test loads; afterwards the program speaks English again."""
    before = QLocale()
    owner = QObject()
    yield owner
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, 0)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_figures_are_grouped_where_the_system_says_nothing_of_its_language(
    qapp: QApplication, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(QLocale.c))
    Language(qapp, "system", owner)
    assert wording.count(4652008) == "4,652,008"


def messages(language: str) -> list[update.Message]:
    return update.read(translations() / f"whatsit_{language}.ts")


def test_every_text_of_the_window_is_in_the_files_and_nothing_else() -> None:
    for name in NAMES:
        wanted = {each.key for each in update.wanted(name, update.spoken())}
        assert {each.key for each in messages(name)} == wanted, "run resources/translations/update.py"


@pytest.mark.parametrize("name", ["en", "de"])
def test_nothing_lacks_a_translation(name: str) -> None:
    """Where a language is promised to be whole; others show English where a text is missing."""
    assert [each.key for each in messages(name) if not each.is_translated] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_loaded_is_what_the_translators_wrote(name: str) -> None:
    translator = QTranslator()
    assert translator.load(str(translations() / f"whatsit_{name}.qm"))
    for each in [*messages(name), *update.class_names(name)]:
        if each.is_translated:
            assert translator.translate(each.context, each.source, "", 1 if each.has_number else -1) == each.forms[0]
            assert translator.translate(each.context, each.source, "", 9 if each.has_number else -1) == each.forms[-1]


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_has_the_same_places_to_fill(name: str) -> None:
    """A form for one thing, or for two, may leave the number out."""
    places = ("%1", "%2", "%3", "%4", "{label}", "{source}", "{year}", "{month}", "{day}")
    for each in messages(name):
        for form in each.forms:
            assert [form.count(place) for place in places] == [each.source.count(place) for place in places], each
        if each.has_number and each.forms:
            assert "%Ln" in each.forms[-1], each


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_ends_as_the_text_does(name: str) -> None:
    """What is put together of several texts needs their full stops, blanks and dots."""
    for each in messages(name):
        for form in each.forms:
            for end in (".", "…", ":", "?", " "):
                assert form.endswith(end) == each.source.endswith(end), (each.source, form)
            assert form.startswith(" ") == each.source.startswith(" ")
            assert form.count("&") == each.source.count("&"), (each.source, form)


def test_one_picture_is_one_picture_in_every_language(qapp: QApplication, owner: QObject) -> None:
    assert [wording.pictures(number) for number in (0, 1, 2, 1234)] == [
        "0 pictures",
        "1 picture",
        "2 pictures",
        "1,234 pictures",
    ]
    Language(qapp, "de", owner)
    assert [wording.pictures(number) for number in (1, 1234)] == ["1 Bild", "1.234 Bilder"]


def test_a_language_brings_its_direction_its_numbers_and_the_words_of_qt(qapp: QApplication, owner: QObject) -> None:
    Language(qapp, "de", owner)
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert wording.percent(0.5) == "50,0 %"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    Language(qapp, "he", owner)
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_classes_are_called_by_their_names_and_others_by_their_labels(qapp: QApplication, owner: QObject) -> None:
    assert class_names() == ()
    Language(qapp, "de", owner)
    assert wording.class_name("tench") == "Schleie"
    assert wording.class_name("no such class") == "no such class"
    assert ("tench", "Schleie") in class_names()


def test_the_search_finds_a_class_by_both_names(
    qapp: QApplication, owner: QObject, window: MainWindow, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    Language(qapp, "de", owner)
    names = dict(class_names()) | {"espresso": "Kaffee"}
    rows = session.runs.rows
    rows.query = replace(rows.query, names=tuple(names.items()))
    rows.set_text("kaffee")
    qtbot.waitUntil(lambda: rows.model.rowCount() == 3 and not rows.is_loading)
    rows.set_text("espresso")
    qtbot.waitUntil(lambda: rows.query.text == "espresso" and rows.model.rowCount() == 3 and not rows.is_loading)
    assert rows.is_filtered
    rows.clear_filters()
    assert not rows.is_filtered


@pytest.mark.parametrize("path", sorted(update.LABELS.glob("imagenet1k.*.tsv")), ids=lambda path: path.stem)
def test_names_belong_to_labels_and_differ(path: Path) -> None:
    labels = [label.name for label in read_labels("imagenet1k")]
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[0] == ["label", "name"]
    named = [label for label, _ in lines[1:]]
    assert named == [label for label in labels if label in set(named)]
    names = [name for _, name in lines[1:]]
    assert len(set(names)) == len(names)
    assert all(name and name == name.strip() for name in names)


@pytest.mark.parametrize("name", NAMES)
def test_no_key_leads_to_two_things(
    name: str, qapp: QApplication, owner: QObject, window: MainWindow, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    """In a dialog and in the menu bar; in a menu Qt goes from one to the next."""
    Language(qapp, name, owner)
    for dialog in (SettingsDialog, ExportDialog, SortDialog, TagDialog, RunsDialog):
        shown = dialog(session, window)
        shown.show()
        qtbot.waitExposed(shown)
        assert doubled_keys(shown) == set(), dialog.__name__
        shown.close()
    other = QMainWindow()
    qtbot.addWidget(other)
    Actions(other, session.removals)
    keys = [re.search(r"&(\w)", action.text())[1].lower() for action in other.menuBar().actions()]
    assert sorted(set(keys)) == sorted(keys)


def test_the_user_s_own_languages_are_tried_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    def user_speaks(*names: str) -> None:
        monkeypatch.setattr(QLocale, "uiLanguages", lambda self: list(names))

    user_speaks("fr-FR", "fr", "de-AT", "de")
    assert spoken_language("system") == "de"
    user_speaks("fr_FR")
    assert spoken_language("system") == "en"
    assert spoken_language("he") == "he"
    assert spoken_language("no such") == "en"


def test_numbers_stay_as_the_user_s_country_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_CH"))
    assert locale_of("de").name() == "de_CH"
    assert locale_of("en").language() is QLocale.Language.English


def test_a_text_that_nobody_can_find_is_refused() -> None:
    for source in ("class A:\n  def f(self, x):\n    self.tr(x)", "def f(parent):\n  parent.tr('A')"):
        with pytest.raises(ValueError, match=r"^x\.py:\d: "):
            list(update._Reader("x.py", "").read(ast.parse(source)))


def test_the_file_for_translators_survives_being_read_and_written(tmp_path: Path) -> None:
    path = tmp_path / "x.ts"
    said = [
        update.Message("A", "a <b> & “c”"),
        update.Message("A", "%Ln x", True, ("1", "%Ln")),
        update.Message("B", "d", forms=("e",)),
    ]
    update.write(path, "de", said)
    assert update.read(path) == said
    assert update.merged([replace(each, forms=()) for each in said], said, 2) == said
