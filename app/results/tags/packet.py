"""Where the tags stand in an XMP sidecar.

The XML is read by expat, which tells at which byte everything begins, so that tags can be put between the bytes that
are there. A library that builds a tree would write the whole file anew: other quotes, other line ends, other prefixes.
"""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import NoReturn
from xml.parsers import expat

LARGEST = 16 << 20  # bytes; darktable and Lightroom write some megabytes where many masks were drawn
DEEPEST = 200  # elements inside each other

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_AROUND: tuple[list[str], ...] = ([], ["adobe:ns:meta/ xmpmeta"], ["adobe:ns:meta/ xapmeta"])  # what rdf:RDF stands in
_ARRAYS = tuple(f"{RDF} {kind}" for kind in ("Bag", "Seq", "Alt"))


class Property(Enum):
    """The lists of tags that are known, by namespace and name; `SUBJECT` is the one that every program reads."""

    SUBJECT = "http://purl.org/dc/elements/1.1/ subject"
    LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/ hierarchicalSubject"
    DIGIKAM = "http://www.digikam.org/ns/1.0/ TagsList"


class NotXmpError(Exception):
    """The bytes are no XMP that could be added to; the message says why."""


class OddTagsError(Exception):
    """The tags are there in a form that nothing can be added to without making it worse."""


@dataclass(frozen=True, slots=True)
class Item:
    """One tag of a list.

    Attributes:
        text: what it says; None for one with parts of its own.
        start, end: the bytes of its element.
    """

    text: str | None
    start: int
    end: int


@dataclass(slots=True)
class TagList:
    """A property that holds a list of tags.

    Attributes:
        property: which.
        is_rdf_bound: whether the prefix `rdf` stands for RDF here.
        start, end: the bytes of the property's element.
        array: start and end of the array in it, or None for a property without content.
        items: the tags in it.
        is_odd: whether there is something in it that is no plain list.
    """

    property: Property
    is_rdf_bound: bool
    start: int
    end: int = 0
    array: tuple[int, int] | None = None
    items: list[Item] = field(default_factory=list)
    is_odd: bool = False


@dataclass(slots=True)
class Packet:
    """What was found in a sidecar; all places count bytes of `text`.

    Attributes:
        text: the sidecar in UTF-8.
        codec: how it is encoded, as Python calls it.
        lists: the lists of tags, in order.
        about: what the sidecar calls its picture, mostly "".
        root: start and end of the element `rdf:RDF`.
        last: end of the last element in it, or None.
        is_rdf_bound: whether the prefix `rdf` stands for RDF there.
    """

    text: bytes
    codec: str
    lists: list[TagList] = field(default_factory=list)
    about: str = ""
    root: tuple[int, int] | None = None
    last: int | None = None
    is_rdf_bound: bool = False


def read_packet(content: bytes) -> Packet:
    """Find the tags in the bytes of a sidecar.

    Raises:
        NotXmpError: they are no XMP; a document with a DOCTYPE, which could hold entities, never is.
        OddTagsError: `dc:subject` is there, but not as a list of plain tags.
    """
    text, codec = _decoded(content)
    packet = _Reader(Packet(text.encode("utf-8"), codec)).read()
    if packet.root is None:
        raise NotXmpError("it holds no rdf:RDF")
    if any(each.is_odd for each in packet.lists if each.property is Property.SUBJECT):
        raise OddTagsError
    packet.lists = [each for each in packet.lists if not each.is_odd]
    return packet


def start_tag_end(text: bytes, start: int) -> int:
    """The byte after the start tag (or the empty element's tag) that begins at `start`."""
    match = _START_TAG.match(text, start)
    if match is None:
        raise NotXmpError("a tag cannot be understood")
    return match.end()


def qualified_name(text: bytes, start: int) -> bytes:
    """The name of the element that begins at `start`, with its prefix."""
    match = _NAME.match(text, start)
    if match is None:
        raise NotXmpError("a tag cannot be understood")
    return match[1]


_NAME = re.compile(rb"<([^\s/>]+)")
_START_TAG = re.compile(rb"<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_CODECS = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "ascii", "ascii": "ascii", "iso-8859-1": "latin-1"}


def _decoded(content: bytes) -> tuple[str, str]:
    """The characters, a byte order mark among them, and the codec that turns them into the same bytes again."""
    codec = _codec(content)
    try:
        return content.decode(codec), codec
    except UnicodeDecodeError as error:
        raise NotXmpError(f"it is not {codec}") from error


def _codec(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise NotXmpError("it is in UTF-32")
    if content.startswith((codecs.BOM_UTF16_LE, b"<\0")):
        return "utf-16-le"
    if content.startswith((codecs.BOM_UTF16_BE, b"\0<")):
        return "utf-16-be"
    declared = _DECLARED.match(content)
    if declared is None or content.startswith(codecs.BOM_UTF8):
        return "utf-8"
    name = declared[1].decode("ascii")
    if name.lower() not in _CODECS:
        raise NotXmpError(f"it is in {name}")
    return _CODECS[name.lower()]


class _Reader:
    """Walks through the XML once."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet
        self._open: list[str] = []  # names of the elements around the current one
        self._starts: list[int] = []
        self._root = 0  # depth of rdf:RDF while it is open
        self._list: TagList | None = None
        self._words: list[str] | None = None  # of the tag that is open; None for one with parts of its own
        self._bound: defaultdict[str, list[str]] = defaultdict(list)
        self._parser = self._new_parser()

    def read(self) -> Packet:
        try:
            self._parser.Parse(self._packet.text, True)
        except expat.ExpatError as error:
            raise NotXmpError(str(error)) from error
        return self._packet

    def _new_parser(self) -> expat.XMLParserType:
        """What the document says of its encoding is about the bytes that it had, not about those that are read here."""
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartNamespaceDeclHandler = lambda prefix, uri: self._bound[prefix or ""].append(uri or "")
        parser.EndNamespaceDeclHandler = lambda prefix: self._bound[prefix or ""].pop()
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._on_characters
        return parser

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(name)
        self._starts.append(self._parser.CurrentByteIndex)
        depth = len(self._open)
        if depth > DEEPEST:
            raise NotXmpError("its elements are nested too deeply")
        if not self._root:
            self._look_for_root(name)
        elif depth == self._root + 1:
            self._on_description(attributes)
        elif depth == self._root + 2:
            self._on_property(name, attributes)
        elif self._list is not None:
            self._on_part(self._list, depth - self._root, name, attributes)

    def _look_for_root(self, name: str) -> None:
        if name == f"{RDF} RDF" and self._open[:-1] in _AROUND:
            if self._packet.root is not None:
                raise NotXmpError("it holds more than one rdf:RDF")
            self._root = len(self._open)
            self._packet.is_rdf_bound = self._is_rdf_bound

    def _on_description(self, attributes: dict[str, str]) -> None:
        about = attributes.get(f"{RDF} about", attributes.get("about", ""))
        if self._packet.last is None:
            self._packet.about = about
        if Property.SUBJECT.value in attributes:
            raise OddTagsError

    def _on_property(self, name: str, attributes: dict[str, str]) -> None:
        known = {each.value: each for each in Property}.get(name)
        if known is not None:
            self._list = TagList(known, self._is_rdf_bound, self._starts[-1], is_odd=bool(attributes))

    def _on_part(self, tags: TagList, depth: int, name: str, attributes: dict[str, str]) -> None:
        """What is inside a list of tags: its array, the items of that, and parts of those."""
        if depth == 3:
            tags.is_odd |= name not in _ARRAYS or tags.array is not None or bool(attributes)
        elif depth == 4:
            tags.is_odd |= name != f"{RDF} li" or _LANGUAGE in attributes
            self._words = []
        else:
            self._words = None

    def _on_characters(self, words: str) -> None:
        if self._list is None:
            return
        depth = len(self._open) - self._root
        if depth == 4 and self._words is not None:
            self._words.append(words)
        elif depth in (2, 3) and words.strip():
            self._list.is_odd = True

    def _on_end(self, _name: str) -> None:
        start, depth = self._starts.pop(), len(self._open) - self._root
        self._open.pop()
        if not self._root:
            return
        if depth == 0:
            self._packet.root = (start, self._end(start))
            self._root = 0
        elif depth == 1:
            self._packet.last = self._end(start)
        elif self._list is not None:
            self._end_part(self._list, depth, start)

    def _end_part(self, tags: TagList, depth: int, start: int) -> None:
        if depth == 2:
            tags.end = self._end(start)
            self._packet.lists.append(tags)
            self._list = None
        elif depth == 3:
            tags.array = (start, self._end(start))
        elif depth == 4:
            text = None if self._words is None else "".join(self._words)
            tags.items.append(Item(text, start, self._end(start)))
            self._words = None

    def _end(self, start: int) -> int:
        """The byte after the element that ends here; expat stands before its end tag, but behind an empty element."""
        text = self._packet.text
        end = start_tag_end(text, start)
        return end if text.startswith(b"/>", end - 2) else text.index(b">", self._parser.CurrentByteIndex) + 1

    @property
    def _is_rdf_bound(self) -> bool:
        return self._bound["rdf"][-1:] == [RDF]


_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"


def _refuse_doctype(*_: object) -> NoReturn:
    raise NotXmpError("it has a DOCTYPE")
