"""The files by which desktops on Linux know the program: its entry, and its AppStream metainfo."""

from __future__ import annotations

import re
import time
from pathlib import Path
from string import Template
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from mime import FOLDER, picture_types
from project import ID, ROOT, Release, publisher, releases, settings

HERE = Path(__file__).resolve().parent
SCREENSHOTS = {
    "light.png": "A photograph, and beside it what it shows, with how sure the model is",
    "folder-light.png": "A folder: its classes at the left, a table of its pictures, one of them at the right",
    "dark.png": "The window in its dark appearance",
}
"""Names in docs/screenshots, with their captions."""


def desktop_entry() -> str:
    """The desktop entry: "Open with" for every kind of picture that is decoded, and for folders."""
    return _filled("desktop", types="".join(f"{name};" for name in (FOLDER, *picture_types())))


def metainfo() -> str:
    """The AppStream metainfo, for software centres. What publisher.toml leaves empty is left out."""
    root = ElementTree.fromstring(_filled("metainfo.xml"))
    _add_publisher(root)
    _add_screenshots(root)
    provides = SubElement(root, "provides")
    SubElement(provides, "binary").text = "whatsit"
    for name in (FOLDER, *picture_types()):
        SubElement(provides, "mediatype").text = name
    listed = SubElement(root, "releases")
    for release in releases():
        listed.append(_release(release))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _filled(suffix: str, **values: str) -> str:
    template = (HERE / f"{ID}.{suffix}.in").read_text(encoding="utf-8")
    return Template(template).substitute(id=ID, **values)


def _add_publisher(root: Element) -> None:
    developer = SubElement(root, "developer", id=".".join(ID.split(".")[:2]))
    SubElement(developer, "name").text = publisher()
    if homepage := settings()["homepage"]:
        SubElement(root, "url", type="homepage").text = homepage


def _add_screenshots(root: Element) -> None:
    if not (folder := settings()["screenshots"].rstrip("/")):
        return
    listed = SubElement(root, "screenshots")
    for name, caption in SCREENSHOTS.items():
        (ROOT / "docs" / "screenshots" / name).stat()  # it must be there
        screenshot = SubElement(listed, "screenshot", {} if len(listed) else {"type": "default"})
        SubElement(screenshot, "image", type="source").text = f"{folder}/{name}"
        SubElement(screenshot, "caption").text = caption


def _release(release: Release) -> Element:
    kind = "stable" if release.date else "development"
    date = time.strftime("%Y-%m-%d", time.gmtime(release.second))
    element = Element("release", version=release.version, date=date, type=kind)
    lines = SubElement(SubElement(element, "description"), "ul")
    for change in release.changes:
        SubElement(lines, "li").text = plain(change)
    return element


def plain(markdown: str) -> str:
    """A paragraph without its marks and the addresses of its links."""
    return re.sub(r"\[([^]]*)]\([^)]*\)", r"\1", markdown).replace("`", "").replace("*", "")
