"""What the head of an answer says about a file, none of which is to be trusted."""

from __future__ import annotations

import re
from email.message import Message

from app.models.stream import Head
from app.models.wanted import DownloadFailure, Wanted
from app.steps import DownloadTrouble

_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII)
_NOTHING = re.compile(r"bytes \*/(\d{1,18})", re.ASCII)
_STRONG = re.compile(r'"[\x21\x23-\x7e]{1,200}"')
_DATE = re.compile(r"[A-Z][A-Za-z0-9,: ]{10,40}")
_PAGES = ("text/html", "application/xhtml+xml")
_PAGE = (b"<!doctype html", b"<html", b"<head", b"<script")


def total_in(head: Head, wanted: Wanted, size: int) -> int | None:
    """Bytes of the whole file, of which `size` are there; None where nobody says.

    Raises:
        DownloadFailure: the answer is not the wanted file, nor the rest of it.
    """
    headers = head.headers
    if is_of_page(headers):
        raise DownloadFailure(DownloadTrouble.WEB_PAGE, wanted.host)
    coding = said(headers, "Content-Encoding").lower()
    if coding not in ("", "identity"):
        raise DownloadFailure(DownloadTrouble.MEANINGLESS, wanted.host, f"Content-Encoding: {coding}")
    total = _announced(head, wanted, size)
    if total is not None and wanted.size not in (None, total):
        detail = f"{total:,} bytes, not {wanted.size:,}"
        raise DownloadFailure(DownloadTrouble.WRONG_SIZE, wanted.host, detail)
    return wanted.size if total is None else total


def is_nothing_after(headers: Message, size: int) -> bool:
    """Whether an answer without content says that `size` bytes are the whole file."""
    found = _NOTHING.fullmatch(said(headers, "Content-Range"))
    return found is not None and int(found[1]) == size


def is_of_page(headers: Message) -> bool:
    """Whether a web page comes."""
    return bool(headers["Content-Type"]) and headers.get_content_type() in _PAGES


def is_page(block: bytes) -> bool:
    """Whether a file begins like a web page: networks that want a login send theirs in place of anything."""
    return block.lstrip().lower().startswith(_PAGE)


def validator_in(headers: Message) -> str:
    """By which a server tells whether a file is still the same: its strong ETag, or the date of its last change."""
    named = ((said(headers, "ETag"), _STRONG), (said(headers, "Last-Modified"), _DATE))
    return next((text for text, form in named if form.fullmatch(text)), "")


def number_in(headers: Message, name: str) -> int | None:
    """The number that a header says, if it is one of at most 18 digits."""
    text = said(headers, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


def said(headers: Message, name: str) -> str:
    """What a header says, without space around it, or ""."""
    return str(headers[name] or "").strip()


def _announced(head: Head, wanted: Wanted, size: int) -> int | None:
    if head.status == 200:
        return number_in(head.headers, "Content-Length")
    text = said(head.headers, "Content-Range")
    found = _RANGE.fullmatch(text)
    if head.status != 206 or found is None or int(found[1]) != size:
        detail = f"{head.status} {text}".strip()
        raise DownloadFailure(DownloadTrouble.MEANINGLESS, wanted.host, detail, spoils=True)
    return None if found[3] == "*" else int(found[3])
