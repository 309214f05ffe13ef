"""The languages of the window: which there are, which one is chosen, and how its words are loaded.

What the window says is English in the code. `resources/translations` holds, made by `update.py` there, the English
plurals and all other languages; Qt's own words, as on the buttons of its dialogs, come from files of Qt.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QGuiApplication

from app.paths import resources

logger = logging.getLogger(__name__)

LANGUAGES = (("en", "English"), ("de", "Deutsch"), ("he", "עברית"))  # each by the name that its speakers give it
SYSTEM = "system"


class Language(QObject):
    """What the window is written in; made before the first widget, and unloaded with its parent."""

    def __init__(self, application: QGuiApplication, chosen: str, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self.name = spoken_language(chosen)
        if chosen != SYSTEM or QLocale.system().language() == QLocale.Language.C:  # which groups no digits
            QLocale.setDefault(locale_of(self.name))
        for name in dict.fromkeys(("en", self.name)):  # what is asked last is asked first, and English has every plural
            self._load(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{name}.qm")
            self._load(translations() / f"whatsit_{name}.qm")
        application.setLayoutDirection(QLocale(self.name).textDirection())

    def _load(self, path: Path) -> None:
        translator = QTranslator(self)
        if translator.load(str(path)):
            self._application.installTranslator(translator)
        else:
            logger.warning("%s could not be read; the window speaks English there", path)


def translations() -> Path:
    """The folder of the files that `Language` loads."""
    return resources() / "translations"


def spoken_language(chosen: str) -> str:
    """The language for a choice of the settings; the first of the user's own that there is, for "system"."""
    there = [name for name, _ in LANGUAGES]
    wanted = QLocale.system().uiLanguages() if chosen == SYSTEM else [chosen]
    return next((name for name in (each.replace("_", "-").split("-")[0] for each in wanted) if name in there), "en")


def locale_of(name: str) -> QLocale:
    """How a language writes numbers and dates: the user's own locale, if it is of that language ("de_AT")."""
    system, plain = QLocale.system(), QLocale(name)
    return system if system.language() == plain.language() else plain
