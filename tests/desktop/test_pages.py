"""The pages that explain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QTabWidget, QTextBrowser, QWidget

from app import __version__
from app.credits import LIBRARIES
from app.desktop.pages import AboutPage, NumbersPage
from app.models.builtin import builtin_model
from app.models.catalog import all_models


def texts(page: QWidget) -> str:
    return "\n".join(reader.toPlainText() for reader in page.findChildren(QTextBrowser))


def test_the_numbers_are_explained_with_the_users_own_limit(host: QWidget) -> None:
    page = NumbersPage("12.5 %", builtin_model(), host)
    assert "12.5 %" in texts(page)
    assert "Shares of one hundred per cent" in texts(page)
    assert "224 × 224" in texts(page)
    assert "%1" not in texts(page)


def test_of_a_model_with_several_classes_at_once_no_shares_are_told(host: QWidget) -> None:
    page = NumbersPage("30 %", replace(builtin_model(), multi_label=True), host)
    words = texts(page)
    assert "the bars need not sum to 100 %" in words
    assert "sigmoid" in words
    assert "softmax" not in words
    assert "Shares" not in words


def test_of_a_model_that_is_not_here_no_sizes_are_told(host: QWidget) -> None:
    assert "224" not in texts(NumbersPage("30 %", None, host))


def test_about_credits_models_libraries_and_pictures(host: QWidget) -> None:
    page = AboutPage(host)
    for spec in all_models():
        assert spec.title in texts(page)
        assert spec.licence in texts(page)
    assert all(name in texts(page) for name in LIBRARIES)
    assert "chelsea" in texts(page).lower()
    assert __version__ in "".join(label.text() for label in page.findChildren(QWidget) if hasattr(label, "text"))
    assert page.findChild(QTabWidget).count() == 2


def test_every_library_has_a_licence_and_a_version(host: QWidget) -> None:
    assert "—" not in texts(AboutPage(host))


def test_the_pictures_are_told_without_the_marks_of_their_text(host: QWidget) -> None:
    words = texts(AboutPage(host))
    assert "\nchelsea.png: “Chelsea the cat”" in words
    assert not set("`*") & set(words)


def links(page: QWidget) -> list[QLabel]:
    return [label for label in page.findChildren(QLabel) if label.openExternalLinks()]


def test_the_homepage_is_there_if_there_is_one(host: QWidget) -> None:
    assert links(AboutPage(host)) == []
    (link,) = links(AboutPage(host, "https://example.org/?a=1&b='<i>"))
    document = QTextDocument()
    document.setHtml(link.text())
    assert document.toPlainText() == "https://example.org/?a=1&b='<i>"
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_pages_can_be_closed(host: QWidget) -> None:
    for page in (NumbersPage("30 %", builtin_model(), host), AboutPage(host)):
        page.show()
        page.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close).click()
        assert not page.isVisible()


def test_a_package_says_where_the_licences_of_everything_are(
    host: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "word for word" not in texts(AboutPage(host))
    monkeypatch.setattr("app.desktop.pages.notices_file", lambda: tmp_path / "<b>.txt")
    assert f"word for word, are in {tmp_path / '<b>.txt'}" in texts(AboutPage(host))
