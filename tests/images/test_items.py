"""An AVIF or HEIF with more items than pictures have, or composed of too many, is refused."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest

from app.images.decode import open_picture
from app.images.diagnosis import Refusal
from app.images.items import Items, check_composition, check_items
from app.images.picture import Picture
from app.values import Failed, ImageRef, Limits, Reason

LIMITS = Limits()
ITEMS, PARTS = "HEIF: more than 5,000 items in it", "HEIF: more than 100,000 parts of items"


def box(name: bytes, data: bytes, version: int | None = None, flags: int = 0) -> bytes:
    head = b"" if version is None else bytes([version]) + flags.to_bytes(3, "big")
    return struct.pack(">I", 8 + len(head + data)) + name + head + data


def heif(*boxes: bytes, brand: bytes = b"heic") -> bytes:
    return box(b"ftyp", brand + bytes(4) + b"mif1" + brand) + box(b"meta", b"".join(boxes), 0)


def references(lists: dict[int, list[int]], name: bytes = b"dimg", version: int = 0) -> bytes:
    sort = "HI"[version]
    each = (box(name, struct.pack(f">{sort}H{len(to)}{sort}", item, len(to), *to)) for item, to in lists.items())
    return box(b"iref", b"".join(each), version)


def sizes(*sides: int, version: int = 0, flags: int = 0) -> bytes:
    """Items 1, 2 ... are squares of these sides."""
    properties = box(b"free", b"") + b"".join(box(b"ispe", struct.pack(">II", side, side), 0) for side in sides)
    entry = ">" + "HI"[version] + "B" + "BH"[flags]
    entries = b"".join(struct.pack(entry, n, 1, n + 1 | 0x80 << 8 * flags) for n in range(1, len(sides) + 1))
    return box(
        b"iprp", box(b"ipco", properties) + box(b"ipma", struct.pack(">I", len(sides)) + entries, version, flags)
    )


def infos(number: int) -> bytes:
    return box(b"iinf", struct.pack(">H", min(number, 65_535)) + box(b"infe", bytes(8), 2) * number, 0)


def places(items: int, extents: int, version: int = 1) -> bytes:
    """Extents that lie nowhere and have no length."""
    item = bytes(4 if version == 2 else 2) + bytes(2 if version else 0) + bytes(2) + struct.pack(">H", extents)
    return box(b"iloc", bytes(2) + struct.pack(">I" if version == 2 else ">H", items) + item * items, version)


def associations(items: int, each: int, flags: int = 0) -> bytes:
    entry = struct.pack(">HB", 1, each) + bytes(each * (1 + flags))
    return box(b"iprp", box(b"ipco", b"") + box(b"ipma", struct.pack(">I", items) + entry * items, 0, flags))


def properties(number: int) -> bytes:
    return box(b"iprp", box(b"ipco", box(b"free", b"") * number))


def refused(data: bytes, check=check_composition) -> str:
    with pytest.raises(Refusal) as caught:
        check(io.BytesIO(data), LIMITS)
    assert caught.value.reason is Reason.TOO_LARGE
    return caught.value.detail


@pytest.mark.parametrize("version", [0, 1])
@pytest.mark.parametrize("flags", [0, 1])
def test_what_the_items_are_made_of(version, flags):
    data = heif(
        box(b"pitm", struct.pack(">" + "HI"[version], 3), version),
        references({3: [1, 2]}, version=version),
        references({4: [3]}, b"auxl", version),
        references({5: [3]}, b"thmb", version),
        sizes(10, 20, 30, version=version, flags=flags),
    )
    items = Items(io.BytesIO(data), "HEIF")
    assert items.parts == {3: [1, 2, 4]}
    assert items.pixels == {1: 100, 2: 400, 3: 900}
    assert items.primary == {3}


FEW_AND_MANY = {
    "infos": (infos(5000), infos(5001), ITEMS),
    "places": (places(5000, 1), places(5001, 1), ITEMS),
    "old places": (places(5000, 1, 0), places(5001, 1, 0), ITEMS),
    "new places": (places(5000, 1, 2), places(5001, 1, 2), ITEMS),
    "extents without bytes": (places(100, 1000), places(100, 1001), PARTS),
    "references": (references({1: [2] * 4999}, b"cdsc"), references({1: [2] * 5000}, b"cdsc"), ITEMS),
    "wide references": (references({1: [2] * 4999}, b"cdsc", 1), references({1: [2] * 5000}, b"cdsc", 1), ITEMS),
    "lone references": (
        references({n: [2] for n in range(2500)}, b"cdsc"),
        references({n: [] for n in range(5001)}),
        ITEMS,
    ),
    "associated items": (associations(5000, 1), associations(5001, 1), ITEMS),
    "associations": (associations(500, 200), associations(501, 200), PARTS),
    "wide associations": (associations(500, 200, 1), associations(501, 200, 1), PARTS),
    "properties": (properties(100_000), properties(100_001), PARTS),
}


@pytest.mark.parametrize("name", FEW_AND_MANY)
@pytest.mark.parametrize("check", [check_items, check_composition])
def test_more_items_than_pictures_have_are_refused(name, check):
    few, many, words = FEW_AND_MANY[name]
    check(io.BytesIO(heif(few)), LIMITS)
    assert refused(heif(many), check) == words.replace("HEIF", "AVIF" if check is check_items else "HEIF")


@pytest.mark.parametrize("brand", [b"avif", b"heic"])
@pytest.mark.parametrize("open_end", [False, True])
def test_the_decoder_does_not_see_such_a_file(brand, open_end):
    """libavif looks through 60,000 items for each of 60,000; a box of length 0 fills the file."""
    data = heif(references({65_000: list(range(1, 60_000))}), brand=brand)
    if open_end:
        at = data.index(b"meta") - 4
        data = data[:at] + bytes(4) + data[at + 4 :]
    with open_picture(ImageRef(Path("a"), data), Limits()) as outcome:
        assert isinstance(outcome, Failed)
    assert outcome.reason is Reason.TOO_LARGE
    assert outcome.detail.endswith("more than 5,000 items in it")


def nested(levels: int, across: int) -> dict[int, list[int]]:
    """Overlays, each of all those of the level below."""
    level = [list(range(1 + across * n, 1 + across * (n + 1))) for n in range(levels)]
    return {item: level[n - 1] for n in range(1, levels) for item in level[n]} | {1000: level[-1]}


def test_overlays_of_overlays_are_refused():
    words = "HEIF: a picture of more than 1,500 others"
    check_composition(io.BytesIO(heif(references(nested(3, 10)))), LIMITS)
    assert refused(heif(references(nested(4, 10)))) == words
    assert refused(heif(references(nested(40, 2)))) == words


def test_masks_of_what_is_repeated_count_too():
    masks = {2000 + n: [1] for n in range(50)}
    overlay = references({1000: [2, 3, 4, 5], **{n: [1] * 10 for n in (2, 3, 4, 5)}})
    check_composition(io.BytesIO(heif(overlay)), LIMITS)
    assert refused(heif(overlay, references(masks, b"auxl"))) == "HEIF: a picture of more than 1,500 others"


def test_a_picture_inside_a_circle_is_looked_at():
    """Nothing stands at the top; the one that is a part of itself need not be the picture."""
    circle = references({**nested(4, 10), 1001: [1001, 1000]})
    picture = box(b"pitm", struct.pack(">H", 1000), 0)
    assert refused(heif(picture, circle)) == "HEIF: a picture of more than 1,500 others"


def test_many_pictures_as_large_as_the_whole_are_refused():
    whole = sizes(*[8000] * 10)
    check_composition(io.BytesIO(heif(references({1: [2, 3, 4, 5, 6, 7, 8]}), whole)), LIMITS)
    check_composition(io.BytesIO(heif(references({1: [2]}), references({3: [4] * 7}), whole)), LIMITS)
    words = "HEIF: a picture of others with more than 512,000,000 pixels"
    assert refused(heif(references({1: [2, 3, 4, 5, 6, 7, 8, 9]}), whole)) == words
    check_composition(io.BytesIO(heif(references({1: [2] * 900}), sizes(64, 128))), LIMITS)


def test_a_part_that_is_too_large_is_refused():
    assert (
        refused(heif(references({1: [2]}), sizes(64, 9000)))
        == "81.0 megapixels, the limit for this kind of HEIF is 74.5"
    )


def test_a_picture_of_a_telephone_passes():
    """48 megapixels in tiles of 512 x 512, with a gain map in tiles, a depth map, three masks and thumbnails."""
    tiles, gains = list(range(2, 194)), list(range(301, 349))
    data = heif(
        box(b"pitm", struct.pack(">H", 1), 0),
        infos(400),
        places(400, 1),
        references({1: tiles, 300: gains, 500: [1, 300]}),
        references({300: [1], 350: [1], 351: [1], 352: [1], 353: [1]}, b"auxl"),
        references({360: [1], 361: [350]}, b"thmb"),
        sizes(6982, *[512] * 192),
    )
    check_composition(io.BytesIO(data), LIMITS)


def test_real_pictures_pass(samples, encoded, photograph):
    clear = photograph()
    clear.putalpha(99)
    moving = encoded(photograph(), "AVIF", speed=10, save_all=True, append_images=[clear] * 3)
    for data in (samples["heic"].data, samples["avif"].data, encoded(clear, "AVIF", speed=10), moving):
        with open_picture(ImageRef(Path("a"), data), Limits()) as outcome:
            assert isinstance(outcome, Picture), outcome
