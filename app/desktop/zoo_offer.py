"""What a download would take, put in words before anybody asks for it; loaded late, since it knows the web."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.cards import Published
from app.desktop import zoo_wording
from app.models.fetching import source_of
from app.models.published import destination
from app.models.wanted import host_of


def offer(file: Published, begun: int, mirror: str) -> str:
    """How large a file is, where it comes from and where to it goes, and how much of it is there already."""
    host = zoo_wording.in_line(host_of(source_of(file, mirror)))
    size = zoo_wording.in_line(zoo_wording.size(file.bytes))
    sized, unsized = _tr("%1 from %2"), _tr("Of unknown size, from %2")
    lines = [(sized.replace("%1", size) if size else unsized).replace("%2", host)]
    lines.append(_tr("to %1").replace("%1", zoo_wording.in_line(destination(file))))
    if begun:
        lines.append(_tr("%1 of it are there already").replace("%1", zoo_wording.size(begun)))
    return "\n".join(lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ZooOffer", text)
