"""Adding tags to a sidecar and taking them away changes nothing else."""

from __future__ import annotations

import codecs
import unicodedata
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.results.tags.packet import OddTagsError
from app.results.tags.xmp import NEW, lacking, tag_of, tags_of, with_tags, without_tags

from .samples import FOLDER, NAMES, sample, sidecar

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SUBJECT = "{http://purl.org/dc/elements/1.1/}subject"
LABELS = st.text(max_size=30) | st.text("&<>]'\"\\|/\x00\x0b\x1f\x7f\x85\u2028\ufffe\ufffféa ", max_size=12)


def subjects(content: bytes) -> list[str]:
    """The tags as another parser reads them."""
    found = ET.fromstring(content).iter(f"{RDF}Description")
    return [item.text or "" for each in found for one in each.findall(SUBJECT) for item in one.iter(f"{RDF}li")]


def stripped(old: bytes, new: bytes) -> bytes:
    """What was put into `old` to make it `new`, all in one place."""
    head = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    tail = len(old) - head
    assert new[len(new) - tail :] == old[head:] or tail == 0, "more than one place was changed"
    return new[head : len(new) - tail]


def test_a_new_sidecar_is_the_golden_one() -> None:
    made = with_tags(None, ["espresso", "“cup & saucer”"])
    assert made == (FOLDER / "golden" / "new.xmp").read_bytes()
    assert subjects(made) == ["espresso", "“cup & saucer”"]


@pytest.mark.parametrize("name", NAMES)
def test_a_sidecar_with_a_tag_more_is_the_golden_one(name: str) -> None:
    assert with_tags(sample(name), ["tiger cat"]) == (FOLDER / "golden" / f"{name}.xmp").read_bytes()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "digikam"])
def test_all_bytes_that_were_there_stay_in_one_piece(name: str) -> None:
    added = stripped(sample(name), with_tags(sample(name), ["tiger cat"]))
    assert added.count(b"tiger cat") == 1


@pytest.mark.parametrize("name", NAMES)
def test_other_parsers_see_the_tag_and_all_that_was_there(name: str) -> None:
    before, after = ET.fromstring(sample(name)), ET.fromstring(with_tags(sample(name), ["tiger cat"]))
    said = [element.text for element in after.iter() if element.text and element.text.strip() == "tiger cat"]
    assert len(said) == (3 if name == "digikam" else 1)
    for element in before.iter():
        assert any(e.tag == element.tag and e.attrib == element.attrib for e in after.iter())


@pytest.mark.parametrize("name", NAMES)
def test_taken_away_again_it_says_what_it_said(name: str) -> None:
    back = without_tags(with_tags(sample(name), ["tiger cat", "lynx"]), ["tiger cat", "lynx"])
    assert tags_of(back) == tags_of(sample(name))
    if name != "darktable":  # there an empty list is left, unless the journal knows how the file was
        assert back == sample(name)


def test_the_lists_of_other_programs_get_the_tag_too() -> None:
    made = with_tags(sample("digikam"), ["tiger cat"]).decode()
    for name in ("digiKam:TagsList", "lr:hierarchicalSubject", "dc:subject"):
        assert "<rdf:li>tiger cat</rdf:li>" in made.partition(f"<{name}>")[2].partition(f"</{name}>")[0]


def test_a_tag_that_another_program_would_take_for_two_stays_out_of_its_list() -> None:
    made = with_tags(sample("digikam"), ["a/b", "c|d"]).decode()
    lists = {
        name: made.partition(f"<{name}>")[2].partition(f"</{name}>")[0]
        for name in ("digiKam:TagsList", "lr:hierarchicalSubject", "dc:subject")
    }
    assert [name for name in lists if "<rdf:li>a/b</rdf:li>" in lists[name]] == ["lr:hierarchicalSubject", "dc:subject"]
    assert [name for name in lists if "<rdf:li>c|d</rdf:li>" in lists[name]] == ["digiKam:TagsList", "dc:subject"]


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<dc:subject/>",
        "<dc:subject ></dc:subject>",
        "\n <dc:subject>\n </dc:subject>\n",
        "<dc:subject><r:Bag/></dc:subject>",
        "<dc:subject><r:Seq></r:Seq></dc:subject>",
        "<dc:subject><r:Bag><r:li>a</r:li><r:li/></r:Bag></dc:subject>",
        "<dc:subject><r:Alt><r:li>a</r:li><!-- r:li --></r:Alt></dc:subject>",
        '<dc:subject><Bag xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><li>a</li></Bag></dc:subject>',
        "<dc:subject><r:Bag><r:li><r:value>a</r:value></r:li></r:Bag></dc:subject>",
        "<dc:subject><r:Bag><r:li>a</r:li></r:Bag></dc:subject><dc:subject><r:Bag/></dc:subject>",
        '<dc:title a=">" xmlns="urn:x" />',
        '<rdf:x xmlns:rdf="urn:not-rdf"><dc:y/></rdf:x>',
    ],
)
def test_every_form_of_a_list_takes_a_tag_and_gives_it_back(inside: str) -> None:
    before = sidecar(inside)
    made = with_tags(before, ["b & c"])
    assert subjects(made) == [*subjects(before), "b & c"]
    assert tags_of(without_tags(made, ["b & c"])) == tags_of(before)


def test_an_rdf_without_anything_takes_a_tag() -> None:
    for root in (b"<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", NEW):
        assert subjects(with_tags(root, ["b"])) == ["b"]


def test_a_prefix_that_means_something_else_is_bound_again() -> None:
    root = b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdf="urn:x" xmlns:dc="urn:y"></r:RDF>'
    assert subjects(with_tags(root, ["b"])) == ["b"]


def test_what_the_sidecar_calls_its_picture_is_repeated() -> None:
    content = sidecar("").replace(b'r:about=""', b'r:about="uuid:&lt;1&amp;2"')
    assert with_tags(content, ["b"]).count(b'about="uuid:&lt;1&amp;2"') == 2


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
    ],
)
def test_the_encoding_stays(name: str, codec: str, mark: bytes) -> None:
    content = mark + sample(name).decode().replace("UTF-8", "UTF-16").encode(codec)
    if name == "compact" and codec != "utf-8":
        content = mark + sample(name).decode().replace("utf-8", "UTF-16").encode(codec)
    made = with_tags(content, ["猫"])
    assert made.startswith(mark)
    assert "猫" in made.decode(codec)
    assert "猫" in tags_of(made)
    if name not in ("darktable", "digikam"):
        stripped(content, made)


@pytest.mark.parametrize(("codec", "name"), [("latin-1", "ISO-8859-1"), ("ascii", "us-ascii")])
def test_what_the_encoding_lacks_is_a_reference(codec: str, name: str) -> None:
    content = f'<?xml version="1.0" encoding="{name}"?>\n'.encode() + sidecar("")
    made = with_tags(content, ["猫"])
    made.decode(codec)
    assert b"&#29483;" in made
    assert tags_of(made) == ("猫",)


def test_line_ends_are_those_of_the_sidecar() -> None:
    content = sample("exiftool").replace(b"\n", b"\r\n")
    made = with_tags(content, ["b"])
    assert made.count(b"\n") == made.count(b"\r\n") == content.count(b"\r\n") + 1
    assert b"\n" not in with_tags(NEW.replace(b"\n", b"\r\n"), ["b"]).replace(b"\r\n", b"")


def test_tags_that_look_the_same_are_the_same() -> None:
    wanted = unicodedata.normalize("NFD", "Pyrénées")
    assert lacking(sample("digikam"), [wanted, "b", "b", "", "espresso "]) == ("b",)
    assert lacking(None, ["b", "a", "b"]) == ("b", "a")


def test_removing_what_is_not_there_changes_nothing() -> None:
    content = sample("lightroom")
    assert without_tags(content, ["not the picture's", "Red", "5"]) == content


def test_a_place_that_would_be_spoilt_is_left_alone() -> None:
    lang = '<dc:subject><r:Alt><r:li xml:lang="en">a</r:li></r:Alt></dc:subject>'
    with pytest.raises(OddTagsError):
        with_tags(sidecar(lang), ["b"])


@given(st.lists(LABELS, min_size=1, max_size=5), st.sampled_from((None, *NAMES)))
def test_any_label_survives_the_way_there_and_back(labels: list[str], name: str | None) -> None:
    before = sample(name) if name else None
    tags = lacking(before, [tag_of(label) for label in labels])
    if not tags:
        return
    made = with_tags(before, tags)
    assert lacking(made, tags) == ()
    assert [tag for tag in subjects(made) if tag in tags] == list(tags)
    assert lacking(without_tags(made, tags), tags) == tags


@pytest.mark.parametrize(
    ("label", "tag"),
    [
        ("espresso", "espresso"),
        ("  two\nlines\t", "two\\nlines\\t"),
        ("\x00\x1b]0;x\x07", "\\x00\\x1b]0;x\\x07"),
        ("a\ufffeb\uffff", "a\\ufffeb\\uffff"),
        ("gpj\u202eexe", "gpj\\u202eexe"),
        ("\udce9", "\\xe9"),
        ("  ", ""),
        ("&<>]]>", "&<>]]>"),
    ],
)
def test_a_label_becomes_a_tag_that_xml_can_hold(label: str, tag: str) -> None:
    assert tag_of(label) == tag
