"""What is read from a sidecar, and what is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.results.tags.packet import DEEPEST, NotXmpError, OddTagsError, Property, read_packet
from app.results.tags.xmp import tags_of

from .samples import AFTER, BEFORE, NAMES, sample, sidecar


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        ("compact", ("one", "t<w>o")),
        ("darktable", ()),
        ("digikam", ("Pyrénées", "espresso")),
        ("exiftool", ("birds", "tabby")),
        ("lightroom", ("holiday & sea",)),
    ],
)
def test_the_tags_of_the_picture_and_no_others_are_found(name: str, tags: tuple[str, ...]) -> None:
    assert tags_of(sample(name)) == tags


@pytest.mark.parametrize("name", NAMES)
def test_places_are_those_of_the_elements(name: str) -> None:
    packet = read_packet(sample(name))
    for each in packet.lists:
        assert packet.text[each.start :].startswith(b"<")
        assert packet.text[: each.end].endswith(b">")
        for item in each.items:
            assert packet.text[item.start : item.end].startswith((b"<rdf:li>", b"<li>"))
            assert packet.text[item.start : item.end].endswith((b"</rdf:li>", b"</li>"))


def test_the_lists_of_digikam_and_lightroom_are_known() -> None:
    kinds = [each.property for each in read_packet(sample("digikam")).lists]
    assert kinds == [Property.DIGIKAM, Property.LIGHTROOM, Property.SUBJECT]


@pytest.mark.parametrize(
    "inside", ["<dc:subject/>", "<dc:subject>\n</dc:subject>", "<dc:subject><r:Bag/></dc:subject>"]
)
def test_an_empty_list_is_one(inside: str) -> None:
    (found,) = read_packet(sidecar(inside)).lists
    assert found.items == []
    assert not found.is_odd


ENTITIES = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>"""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        b"not XML at all",
        b"<a/>",
        b"<a",
        sample("digikam")[:-60],
        ENTITIES.encode() + sidecar("<dc:subject><r:Bag><r:li>&c;</r:li></r:Bag></dc:subject>"),
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + sidecar(""),
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1/">]>' + sidecar("&e;"),
        sidecar("&nothing;"),
        sidecar("<dc:subject>caf\xe9</dc:subject>").decode().encode("latin-1"),
        b'<?xml version="1.0" encoding="shift_jis"?>' + sidecar(""),
        b'<?xml version="1.0" encoding="no-such"?>' + sidecar(""),
        sidecar("").decode().encode("utf-32"),
        b"<a>" * (DEEPEST + 1),
        b"<a>" + BEFORE + AFTER + BEFORE + AFTER + b"</a>",
        BEFORE + b"</r:RDF>" + BEFORE.partition(b">")[2] + AFTER,
        b"<a>" + sidecar("") + b"</a>",
    ],
    ids=range(18),
)
def test_what_is_no_xmp_is_refused(content: bytes) -> None:
    with pytest.raises(NotXmpError):
        read_packet(content)


@pytest.mark.parametrize(
    "inside",
    [
        "<dc:subject>plain words</dc:subject>",
        '<dc:subject r:resource="urn:x"/>',
        '<dc:subject r:parseType="Literal"><r:Bag/></dc:subject>',
        "<dc:subject><r:List/></dc:subject>",
        "<dc:subject><r:Bag/><r:Bag/></dc:subject>",
        "<dc:subject><r:Bag>words</r:Bag></dc:subject>",
        "<dc:subject><r:Bag><dc:other/></r:Bag></dc:subject>",
        '<dc:subject><r:Alt><r:li xml:lang="x-default">a</r:li></r:Alt></dc:subject>',
    ],
)
def test_tags_in_another_form_are_refused(inside: str) -> None:
    with pytest.raises(OddTagsError):
        read_packet(sidecar(inside))


def test_tags_as_an_attribute_are_refused() -> None:
    content = sidecar("").replace(b'r:about=""', b'r:about="" dc:subject="words"')
    with pytest.raises(OddTagsError):
        read_packet(content)


def test_an_odd_list_of_another_program_is_let_be() -> None:
    lr = '<lr:hierarchicalSubject xmlns:lr="http://ns.adobe.com/lightroom/1.0/">words</lr:hierarchicalSubject>'
    assert read_packet(sidecar(lr)).lists == []


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_good_order(content: bytes) -> None:
    with pytest.raises(NotXmpError):
        read_packet(content)


@given(st.sampled_from(NAMES), st.data())
def test_a_damaged_sidecar_is_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray(sample(name))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(NotXmpError, OddTagsError):
        read_packet(bytes(content))
