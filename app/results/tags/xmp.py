"""Adds tags to the bytes of an XMP sidecar, and takes them away; every other byte stays as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from xml.sax.saxutils import escape, quoteattr

from app.results.tags.packet import (
    RDF,
    OddTagsError,
    Packet,
    Property,
    TagList,
    qualified_name,
    read_packet,
    start_tag_end,
)
from app.wording import shown

NEW = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Whatsit">\n'
    f' <rdf:RDF xmlns:rdf="{RDF}">\n'
    " </rdf:RDF>\n"
    "</x:xmpmeta>\n"
    '<?xpacket end="w"?>\n'
).encode()
"""A sidecar without anything, in the form that Adobe's and exiv2's programs write."""

_Edit = tuple[int, int, bytes]  # from, to, and what stands there then


def tag_of(label: str) -> str:
    """A class label as a tag: what cannot be seen, or cannot stand in XML, is written as an escape; may be ""."""
    return _NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", shown(label)).strip()


def tags_of(content: bytes) -> tuple[str, ...]:
    """The tags (`dc:subject`) in a sidecar.

    Raises:
        NotXmpError, OddTagsError: as `read_packet` does.
    """
    return tuple(item.text for each in _subjects(read_packet(content)) for item in each.items if item.text is not None)


def lacking(content: bytes | None, tags: Sequence[str]) -> tuple[str, ...]:
    """Those of the tags that a sidecar (None: there is none) does not hold, each once.

    Raises:
        NotXmpError, OddTagsError: as `read_packet` does.
    """
    held = {_same(tag) for tag in tags_of(content)} if content is not None else set()
    wanted: dict[str, str] = {}
    for tag in tags:
        if tag and _same(tag) not in held:
            wanted.setdefault(_same(tag), tag)
    return tuple(wanted.values())


def with_tags(content: bytes | None, tags: Sequence[str]) -> bytes:
    """The sidecar with these tags behind those it holds; None stands for a new one.

    Where it has Lightroom's or digiKam's own list as well, they go in there too: these programs, and others, look at
    `dc:subject` only where that list is missing.

    Args:
        content: the bytes of the sidecar.
        tags: what `lacking` gave.

    Raises:
        NotXmpError, OddTagsError: nothing can be added to it.
    """
    packet = read_packet(NEW if content is None else content)
    edits = [edit for each in packet.lists if (edit := _added(packet, each, tags)) and _is_first(packet, each)]
    if not _subjects(packet):
        edits.append(_new_description(packet, tags))
    made = _edited(packet, edits)
    if lacking(made, tags):  # better left alone than spoilt
        raise OddTagsError
    return made


def without_tags(content: bytes, tags: Collection[str]) -> bytes:
    """The sidecar without these tags.

    Raises:
        NotXmpError, OddTagsError: as `read_packet` does.
    """
    packet, gone = read_packet(content), {_same(tag) for tag in tags}
    edits = [
        (_lead(packet.text, item.start), item.end, b"")
        for each in packet.lists
        for item in each.items
        if item.text is not None and _same(item.text) in gone
    ]
    return _edited(packet, edits) if edits else content


def _same(tag: str) -> str:
    """Tags that look the same are: letters with accents can be written in two ways."""
    return unicodedata.normalize("NFC", tag).strip()


def _subjects(packet: Packet) -> list[TagList]:
    return [each for each in packet.lists if each.property is Property.SUBJECT]


def _is_first(packet: Packet, tags: TagList) -> bool:
    """A sidecar that has a property twice is wrong, but gets its tags once."""
    return next(each for each in packet.lists if each.property is tags.property) is tags


def _added(packet: Packet, tags: TagList, wanted: Sequence[str]) -> _Edit | None:
    held = {_same(item.text) for item in tags.items if item.text is not None}
    divider = _DIVIDERS[tags.property]
    new = [tag for tag in wanted if _same(tag) not in held and not (divider and divider in tag)]
    if not new:
        return None
    text = packet.text
    if tags.array is None:
        bag = _bag(new, "" if tags.is_rdf_bound else _XMLNS_RDF, _indent(text, tags.start), _newline(text))
        return _inside(text, tags.start, bag)
    start, _ = tags.array
    prefix = qualified_name(text, start).rpartition(b":")[0].decode()
    items = [_item(tag, f"{prefix}:li" if prefix else "li").encode() for tag in new]
    if not tags.items:
        return _inside(text, start, b"".join(items))
    last = tags.items[-1]
    lead = text[_lead(text, last.start) : last.start]
    return last.end, last.end, b"".join(lead + item for item in items)


_DIVIDERS = {Property.SUBJECT: "", Property.LIGHTROOM: "|", Property.DIGIKAM: "/"}  # of a tag and those above it


def _new_description(packet: Packet, tags: Sequence[str]) -> _Edit:
    """An element of its own at the end of rdf:RDF: whatever form the others have, they stay as they are."""
    text, start = packet.text, packet.root[0] if packet.root else 0
    newline = _newline(text)
    indent = f"{_indent(text, start)} "
    bound = "" if packet.is_rdf_bound else _XMLNS_RDF
    lines = (
        f"{indent}<rdf:Description{bound} rdf:about={quoteattr(packet.about)}",
        f'{indent}  xmlns:dc="http://purl.org/dc/elements/1.1/">',
        f"{indent} <dc:subject>{_bag(tags, '', f'{indent} ', newline).decode()}</dc:subject>",
        f"{indent}</rdf:Description>",
    )
    element = newline + newline.join(lines)
    if packet.last is not None:
        return packet.last, packet.last, element.encode()
    return _inside(text, start, element.encode())


def _bag(tags: Sequence[str], bound: str, indent: str, newline: str) -> bytes:
    """An array as the content of a property that is indented so far."""
    items = (f"{indent}  {_item(tag, 'rdf:li')}" for tag in tags)
    lines = ("", f"{indent} <rdf:Bag{bound}>", *items, f"{indent} </rdf:Bag>", indent)
    return newline.join(lines).encode()


def _item(tag: str, name: str) -> str:
    return f"<{name}>{escape(tag)}</{name}>"


def _inside(text: bytes, start: int, content: bytes) -> _Edit:
    """Put content right behind the start tag at `start`, which may be that of an empty element."""
    end = start_tag_end(text, start)
    if text.startswith(b"/>", end - 2):
        return end - 2, end, b">" + content + b"</" + qualified_name(text, start) + b">"
    return end, end, content


def _edited(packet: Packet, edits: Sequence[_Edit]) -> bytes:
    """The sidecar in its own encoding; what that lacks stands in new tags as character references."""
    text = packet.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text.decode("utf-8").encode(packet.codec, "xmlcharrefreplace")


def _lead(text: bytes, start: int) -> int:
    """Where the white space before a place begins."""
    return len(text[:start].rstrip(b" \t\r\n"))


def _indent(text: bytes, start: int) -> str:
    """The white space before an element on its line, "" if something else stands there too."""
    line = text[text.rfind(b"\n", 0, start) + 1 : start]
    return "" if line.strip(b" \t") else line.decode("ascii")


def _newline(text: bytes) -> str:
    return "\r\n" if b"\r\n" in text else "\n"


_XMLNS_RDF = f' xmlns:rdf="{RDF}"'
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
