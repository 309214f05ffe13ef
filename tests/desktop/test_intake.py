"""What is dropped and pasted, as other programs offer it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.desktop.intake import (
    STRIP_MOST,
    Bitmap,
    ElsewhereFiles,
    Files,
    Folders,
    Found,
    WebAddress,
    encoded,
    file_url,
    gather,
    local_path,
    read_mime,
)
from app.values import ImageRef

posix_names = pytest.mark.skipif(os.name == "nt", reason="names are text there")


def uris(*addresses: str) -> QMimeData:
    """As a file manager drops them."""
    mime = QMimeData()
    mime.setData("text/uri-list", QByteArray("".join(f"{address}\r\n" for address in addresses).encode()))
    return mime


def text(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def bitmap() -> QImage:
    image = QImage(4, 3, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 128))
    return image


def files(*paths: str) -> Files:
    return Files(tuple(Path(path) for path in paths))


def test_files_keep_their_order() -> None:
    assert read_mime(uris("file:///b/2.png", "file:///a/1.png"), "") == files("/b/2.png", "/a/1.png")


def test_escapes_become_letters() -> None:
    assert read_mime(uris("file:///tmp/my%20caf%C3%A9%23%3F%25.png"), "") == files("/tmp/my café#?%.png")


@posix_names
def test_names_that_are_not_utf_8_survive_byte_for_byte() -> None:
    intake = read_mime(uris("file:///tmp/caf%E9%FF.png"), "")
    assert isinstance(intake, Files)
    assert os.fsencode(intake.paths[0]) == b"/tmp/caf\xe9\xff.png"


@posix_names
@given(st.binary(min_size=1, max_size=40).filter(lambda name: not {0, ord("/")} & set(name)))
def test_every_name_the_system_allows_survives_the_way_through_an_address(name: bytes) -> None:
    path = Path(os.fsdecode(b"/folder/x" + name))
    assert os.fsencode(local_path(file_url(path))) == os.fsencode(path)
    address = bytes(file_url(path).toEncoded().data()).decode("ascii")
    assert read_mime(uris(address), "") == Files((path,))


def test_files_of_another_computer_are_refused() -> None:
    intake = read_mime(uris("file://server/share/a.jpg"), "")
    assert isinstance(intake, ElsewhereFiles)
    assert intake.url.host() == "server"


def test_localhost_is_this_computer() -> None:
    assert local_path(QUrl("file://localhost/a%20b.jpg")) == Path("/a b.jpg")
    assert read_mime(uris("file://localhost/a.jpg"), "") == Files((Path("/a.jpg"),))


def test_own_files_among_others_are_taken() -> None:
    assert read_mime(uris("file://server/share/a.jpg", "file:///b.jpg"), "") == files("/b.jpg")


def test_a_browser_offers_pixels_beside_the_address(qapp: QApplication) -> None:
    mime = uris("https://example.org/cat.jpg")
    mime.setImageData(bitmap())
    intake = read_mime(mime, "Dropped picture")
    assert isinstance(intake, Bitmap)
    assert intake.name == "Dropped picture"


def test_a_file_is_better_than_its_pixels(qapp: QApplication) -> None:
    mime = uris("file:///a.jpg")
    mime.setImageData(bitmap())
    assert read_mime(mime, "") == files("/a.jpg")


@pytest.mark.parametrize("offer", [uris, text])
@pytest.mark.parametrize("address", ["http://example.org/a.jpg", "https://example.org/a%20b.jpg?x=1"])
def test_a_web_address_stays_one(offer: type, address: str) -> None:
    assert read_mime(offer(address), "") == WebAddress(QUrl(address))


@pytest.mark.parametrize(
    "address", ["ftp://example.org/a.jpg", "data:image/png;base64,AAAA", "javascript:alert(1)", "x:y"]
)
def test_other_kinds_of_address_are_nothing(address: str) -> None:
    assert read_mime(uris(address), "") is None
    assert read_mime(text(address), "") is None


def test_text_may_name_paths() -> None:
    assert read_mime(text("/a.png\n '/b c.png' \n\n\"/d.png\"\n"), "") == files("/a.png", "/b c.png", "/d.png")
    assert read_mime(text("file:///a%20b.png\n/c.png"), "") == files("/a b.png", "/c.png")


def test_text_may_name_the_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert read_mime(text("~/cat.png"), "") == files("/home/ada/cat.png")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  \n ",
        "hello",
        "a.png",
        "/a.png\nand some words",
        "~nobody-of-this-name/a.png",
        "<b>/a.png</b>",
        "<img src='file:///a.png'>",
        "http://",
        "file://server/share/a.jpg\n/b.png",
    ],
)
def test_other_text_is_nothing(words: str) -> None:
    assert read_mime(text(words), "") is None


@given(st.text())
def test_no_text_breaks_anything(words: str) -> None:
    read_mime(text(words), "")


@given(st.binary(max_size=200))
def test_no_list_of_addresses_breaks_anything(data: bytes) -> None:
    mime = QMimeData()
    mime.setData("text/uri-list", QByteArray(data))
    read_mime(mime, "")


def test_html_alone_is_nothing(qapp: QApplication) -> None:
    mime = QMimeData()
    mime.setHtml("<img src='https://example.org/a.jpg'>")
    assert read_mime(mime, "") is None


def test_pixels_that_are_none_are_nothing(qapp: QApplication) -> None:
    mime = QMimeData()
    mime.setImageData(QImage())
    assert read_mime(mime, "") is None


class Promised(QMimeData):
    """Pixels that another program promised and does not give."""

    def formats(self) -> list[str]:
        return ["application/x-qt-image"]

    def hasFormat(self, name: str) -> bool:
        return name in self.formats()

    def retrieveData(self, _name: str, _kind: object) -> None:
        return None


def test_pixels_that_never_come_are_nothing(qapp: QApplication) -> None:
    promised = Promised()
    assert promised.hasImage()
    assert read_mime(promised, "") is None


def test_a_bitmap_becomes_a_png_of_the_same_pixels(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(encoded(bitmap()))
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.format == "PNG"
        assert picture.size == (4, 3)
        assert picture.convert("RGBA").getpixel((2, 1)) == (255, 0, 0, 128)


def test_a_bitmap_is_gathered_as_one_picture(qapp: QApplication) -> None:
    (found,) = gather(Bitmap(bitmap(), "Pasted picture"), 7)
    assert found.intake == 7
    assert [ref.path for ref in found.refs] == [Path("Pasted picture")]


def test_files_join_the_film_strip_as_they_were_named(tmp_path: Path) -> None:
    paths = (tmp_path / "b.png", tmp_path / "gone.png", tmp_path / "a.png")
    assert list(gather(Files(paths), 1)) == [Found(tuple(map(ImageRef, paths)), 1)]


def test_a_folder_is_for_a_run_with_all_that_was_named_beside_it(tmp_path: Path) -> None:
    (tmp_path / "Iceland").mkdir()
    paths = (tmp_path / "a.png", tmp_path / "Iceland")
    assert list(gather(Files(paths), 1)) == [Folders(paths, (tmp_path / "Iceland",))]


@pytest.mark.parametrize(("number", "kind"), [(STRIP_MOST, Found), (STRIP_MOST + 1, Folders)])
def test_many_files_are_for_a_run(number: int, kind: type) -> None:
    (step,) = gather(Files(tuple(Path(f"/{each}.png") for each in range(number))), 1)
    assert isinstance(step, kind)
