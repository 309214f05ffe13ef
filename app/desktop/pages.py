"""The pages that explain: what the numbers mean, and about the program."""

from __future__ import annotations

import html
import platform

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.credits import LIBRARIES, licence_of, notices_file, version_of
from app.desktop import inside_wording
from app.desktop.icons import svg_pixmap
from app.desktop.known_models import known_models
from app.desktop.theme import HEADLINE, scaled
from app.paths import resources
from app.values import ModelSpec
from app.wording import shown


class Page(QDialog):
    """A window that holds a text of our own, which may be marked up; `reader` shows it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.reader = _reader("", self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addWidget(self.reader)
        column.setSpacing(16)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(620, 560)


class NumbersPage(Page):
    """What the percentages say, and what they do not."""

    def __init__(self, least_probability: str, spec: ModelSpec | None, parent: QWidget) -> None:
        """`spec` is the model in use, or None where it is not here."""
        super().__init__(parent)
        is_multi_label = spec is not None and spec.multi_label
        self.setWindowTitle(self.tr("What do these numbers mean?"))
        paragraphs = (
            self._own_probabilities() if is_multi_label else self._shares(),
            (
                self.tr("How sure the model is, not how right"),
                self._sure_that_it_is() if is_multi_label else self._sure_which_it_is(),
            ),
            (
                self.tr("What is not on the list cannot be found"),
                self.tr(
                    "There is no class “person” and none for your own cat. Something that is not on the list gets the "
                    "class that resembles it most, sometimes with a high share."
                ),
            ),
            (
                self.tr("Unknown"),
                self.tr(
                    "When the likeliest class has less than %1, the headline is “unknown”. The bars still show what "
                    "the model would have guessed. The limit is the least probability in the settings."
                ).replace("%1", least_probability),
            ),
            (
                self.tr("What the network saw"),
                f"{inside_wording.preprocessing(spec.preprocess) if spec else ''} {self._seen()}",
            ),
            (
                self.tr("Why?"),
                self.tr(
                    "A click on a bar shows which places of that part speak for its class: the lighter, the more. It "
                    "is coarse, and its lightest place has the most of this map only, so that maps of two classes "
                    "cannot be compared. It shows what the network used, which need not be the thing itself."
                ),
            ),
            (self.tr("Where the figures come from"), self._sigmoid() if is_multi_label else self._softmax()),
        )
        text = "".join(f"<h3>{html.escape(title)}</h3><p>{html.escape(words)}</p>" for title, words in paragraphs)
        self.reader.setHtml(text)

    def _seen(self) -> str:
        return self.tr(
            "That is all that the network gets. The button of this name shows that part. What lies outside has no say."
        )

    def _shares(self) -> tuple[str, str]:
        return (
            self.tr("Shares of one hundred per cent"),
            self.tr(
                "The model knows a closed list of classes; the built-in one knows 1,000, from “tench” to “toilet "
                "tissue”. For each picture it spreads 100 % over all of them. A bar is the share of one class."
            ),
        )

    def _own_probabilities(self) -> tuple[str, str]:
        return (
            self.tr("A probability for each class"),
            self.tr(
                "The model in use was trained for pictures that have several classes at once, or none. A bar is the "
                "probability that the picture has this class, whatever the others have, so the bars need not sum to "
                "100 %: several may be high, and all may be low."
            ),
        )

    def _sure_which_it_is(self) -> str:
        return self.tr(
            "95 % means that the model prefers this class by far to all others that it knows. It does not mean "
            "that 95 of 100 such answers are right: models are often surer than they should be, above all with "
            "pictures unlike those they learned from."
        )

    def _sure_that_it_is(self) -> str:
        return self.tr(
            "95 % means that the model is nearly sure that the picture has this class, 50 % that it cannot tell. It "
            "does not mean that 95 of 100 such answers are right: models are often surer than they should be, above "
            "all with pictures unlike those they learned from."
        )

    def _softmax(self) -> str:
        return self.tr(
            "The numbers are the softmax of the network’s outputs, the usual way to make shares of scores; "
            "they are shown to 0.1 %. The window and the command line give the same numbers for the same "
            "picture."
        )

    def _sigmoid(self) -> str:
        return self.tr(
            "The numbers are the sigmoid of each of the network’s outputs, the usual way to make a probability of a "
            "score; they are shown to 0.1 %. The window and the command line give the same numbers for the same "
            "picture."
        )


class AboutPage(QDialog):
    """Name, version and the licences of the program, its libraries, models and pictures.

    Where the publisher has a `homepage`, it leads there.
    """

    def __init__(self, parent: QWidget, homepage: str = "") -> None:
        super().__init__(parent)
        self._homepage = homepage
        self.setWindowTitle(self.tr("About Whatsit"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tabs = QTabWidget(self)
        tabs.tabBar().setDrawBase(False)
        tabs.addTab(_reader(self._licences(), self), self.tr("Licences"))
        tabs.addTab(_reader(self._versions(), self), self.tr("Versions"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(tabs, 1)
        column.addWidget(buttons)

    def _head(self) -> QHBoxLayout:
        ratio = self.devicePixelRatioF()
        pixmap = svg_pixmap("whatsit", "#000000", round(64 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        picture = QLabel(self)
        picture.setPixmap(pixmap)
        name = QLabel(f"Whatsit {__version__}", self)
        name.setFont(scaled(self.font(), HEADLINE))
        purpose = QLabel(self.tr("Drop a picture and see what it is."), self)
        purpose.setObjectName("muted")
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(purpose)
        if self._homepage:
            words.addWidget(self._link())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture)
        row.addLayout(words, 1)
        return row

    def _link(self) -> QLabel:
        address = html.escape(self._homepage)
        link = QLabel(f"<a href='{address}'>{address}</a>", self)
        link.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)  # by keyboard, too
        link.setOpenExternalLinks(True)
        return link

    def _licences(self) -> str:
        models = "".join(
            f"<p><b>{html.escape(spec.title)}</b> ({html.escape(spec.licence)}): {html.escape(spec.origin)}</p>"
            for spec in known_models()
        )
        libraries = "<br>".join(f"<b>{name}</b>: {html.escape(licence_of(name))}" for name in LIBRARIES)
        notice = _plain((resources() / "examples" / "README.md").read_text(encoding="utf-8"))
        pictures = "".join(f"<p>{html.escape(line)}</p>" for line in notice.splitlines())
        return (
            f"<p>{html.escape(self.tr('Whatsit is free software under the Apache License 2.0.'))}</p>"
            f"<h4>{html.escape(self.tr('Models'))}</h4>{models}"
            f"<h4>{html.escape(self.tr('Libraries'))}</h4><p>{libraries}</p>{self._notices()}"
            f"<h4>{html.escape(self.tr('Pictures'))}</h4>{pictures}"
        )

    def _notices(self) -> str:
        path = notices_file()
        words = self.tr("The licences of everything inside, word for word, are in %1").replace("%1", shown(path or ""))
        return f"<p>{html.escape(words)}</p>" if path else ""

    def _versions(self) -> str:
        rows = [("Python", platform.python_version()), ("Qt", qVersion())]
        rows += [(name, version_of(name)) for name in LIBRARIES]
        rows.append((self.tr("System"), platform.platform()))
        cells = "".join(f"<tr><td>{html.escape(a)}&nbsp;&nbsp;</td><td>{html.escape(b)}</td></tr>" for a, b in rows)
        return f"<table>{cells}</table>"

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(560, 520)


def _reader(text: str, parent: QWidget) -> QTextBrowser:
    reader = QTextBrowser(parent)
    reader.setFrameShape(QTextBrowser.Shape.NoFrame)
    reader.viewport().setAutoFillBackground(False)
    reader.setHtml(text)
    return reader


def _plain(markdown: str) -> str:
    """Its words alone, a paragraph in each line."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    return document.toPlainText()
