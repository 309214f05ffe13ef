"""Opening a picture gives a picture or the reason why not, whatever the file holds."""

from __future__ import annotations

import os
import random
import socket
import struct
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from app.images import decoders
from app.images.budget import DecodeBudget
from app.images.decode import open_picture
from app.values import Failed, ImageRef, Limits, Reason, Stage

NAMES = [
    "jpeg",
    "progressive jpeg",
    "cmyk jpeg",
    "mpo",
    "png",
    "apng",
    "webp",
    "lossless webp",
    "avif",
    "tiff",
    "lzw tiff",
    "bigtiff",
    "gif",
    "bmp",
    "jpeg 2000",
    "ppm",
    "pgm",
    "pbm",
    "ico",
    "tga",
    "rle tga",
    "heic",
]
COLOURED = [name for name in NAMES if name not in ("pgm", "pbm", "ico", "heic", "lossless webp")]
LIMITS = Limits()


def opened(data, limits=LIMITS, name="picture", budget=None):
    """The failure, or the RGB pixels in their own size."""
    ref = data if isinstance(data, ImageRef) else ImageRef(Path(name), data)
    with open_picture(ref, limits, budget) as picture:
        if isinstance(picture, Failed):
            assert picture.ref is ref
            assert "\n" not in picture.detail
            assert len(picture.detail) <= 200
            return picture
        return picture.resized((picture.width, picture.height), Image.Resampling.NEAREST)


def failure(data, limits=LIMITS, name="picture"):
    outcome = opened(data, limits, name)
    assert isinstance(outcome, Failed)
    return outcome


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, *chunks, data=b"\0" * 1000):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    end = chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + end


# --- what is right -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("extension", [".jpg", ".txt", ""])
def test_every_kind_is_decoded_whatever_its_name(samples, name, extension):
    made = opened(samples[name].data, name=f"picture{extension}")
    assert isinstance(made, Image.Image), made
    assert (made.mode, made.size) == ("RGB", samples[name].size)


@pytest.mark.parametrize("name", COLOURED)
def test_the_colours_are_right(samples, photograph, name):
    difference = ImageChops.difference(opened(samples[name].data), photograph())
    mean = sum(value * count for value, count in enumerate(difference.convert("L").histogram())) / (60 * 44)
    assert mean < 9


def test_the_first_frame_of_what_moves(samples, photograph):
    for name in ("apng", "gif", "mpo"):
        assert ImageChops.difference(opened(samples[name].data), photograph()).convert("L").getextrema()[1] < 90, name


def test_a_file_is_read_from_disk_through_a_link_too(tmp_path, samples):
    (tmp_path / "a").write_bytes(samples["png"].data)
    (tmp_path / "b.jpg").symlink_to("a")
    for name in ("a", "b.jpg"):
        assert isinstance(opened(ImageRef(tmp_path / name)), Image.Image)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_all_eight_orientations_of_one_picture_are_the_same_picture(photograph, encoded, kind):
    upright = photograph((40, 24))
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    for orientation in range(1, 9):
        stored = upright.transpose(back[orientation]) if orientation in back else upright
        exif = Image.Exif()
        exif[274] = orientation
        options = {"lossless": True} if kind == "WEBP" else {}
        made = opened(encoded(stored, kind, exif=exif, **options))
        assert made.tobytes() == upright.tobytes(), orientation


def test_the_orientation_of_heic_is_applied_once(samples):
    with open_picture(ImageRef(Path("a"), samples["heic"].data), LIMITS) as picture:
        assert (picture.width, picture.height) == (picture.full_width, picture.full_height) == (64, 96)


@pytest.mark.parametrize(
    "exif", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\1\x12\0\2" * 9]
)
def test_damaged_exif_does_not_keep_a_picture_from_its_answer(photograph, encoded, exif):
    assert isinstance(opened(encoded(photograph(), "JPEG", exif=exif)), Image.Image)


def test_exif_that_cannot_even_be_parsed(samples, monkeypatch):
    def fail(_):
        raise struct.error("unpack")

    monkeypatch.setattr(Image.Image, "getexif", fail)
    assert isinstance(opened(samples["png"].data), Image.Image)


def test_an_impossible_orientation_counts_as_upright(photograph, encoded):
    for value in (0, 9, 77):
        exif = Image.Exif()
        exif[274] = value
        assert opened(encoded(photograph(), "PNG", exif=exif)).tobytes() == photograph().tobytes()


def test_sixteen_bit_png_keeps_its_levels(encoded):
    values = struct.pack("<256H", *(value * 257 for value in range(256)))
    made = opened(encoded(Image.frombytes("I;16", (16, 16), values), "PNG"))
    assert made.getchannel("R").tobytes() == bytes(range(256))


def test_sixteen_bit_pgm_keeps_its_levels():
    data = b"P5 16 16 65535\n" + struct.pack(">256H", *(value * 257 for value in range(256)))
    assert opened(data).getchannel("R").tobytes() == bytes(range(256))


def test_transparency_is_white(encoded):
    assert opened(encoded(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "PNG")).getpixel((0, 0)) == (255, 255, 255)


# --- what is not a picture file ------------------------------------------------------------------------------------


def test_missing(tmp_path):
    for path, detail in (
        (tmp_path / "none.jpg", ""),
        (tmp_path / "none" / "none.jpg", ""),
        (Path("a\0b.jpg"), "no file can have this name"),
    ):
        outcome = failure(ImageRef(path))
        assert (outcome.stage, outcome.reason, outcome.detail) == (Stage.READ, Reason.MISSING, detail)


def test_a_file_where_a_folder_should_be(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    assert failure(ImageRef(tmp_path / "file" / "a.jpg")).reason is Reason.MISSING


def test_names_that_are_too_long_or_turn_in_circles(tmp_path):
    assert failure(ImageRef(tmp_path / ("x" * 300))).reason is Reason.UNREADABLE
    (tmp_path / "self.jpg").symlink_to("self.jpg")
    assert failure(ImageRef(tmp_path / "self.jpg")).reason is Reason.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_what_is_not_a_file_is_never_waited_for(tmp_path):
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(tmp_path / "plug.jpg"))
        found = {name: failure(ImageRef(tmp_path / name)) for name in ("folder.jpg", "pipe.jpg", "plug.jpg")}
    found["device"] = failure(ImageRef(Path("/dev/zero")))
    assert {outcome.reason for outcome in found.values()} == {Reason.NOT_A_FILE}
    assert [outcome.detail for outcome in found.values()] == ["a folder", "a pipe", "a socket", "a device"]


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="there are no such permissions here")
def test_a_file_that_may_not_be_read(tmp_path, samples):
    path = tmp_path / "a.png"
    path.write_bytes(samples["png"].data)
    path.chmod(0)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path(folder.anchor):
            folder.chmod(folder.stat().st_mode | 0o011)
    # Tests may run as root, for whom permissions prove nothing.
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from app.images.decode import open_picture\n"
        "from app.values import ImageRef, Limits\n"
        "if os.geteuid() == 0: os.seteuid(65534)\n"
        "with open_picture(ImageRef(Path(sys.argv[1])), Limits()) as outcome:\n"
        "    print(outcome.stage.value, outcome.reason.value, outcome.detail, sep='|')\n"
    )
    root = Path(decoders.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program, path], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "read|unreadable|Permission denied\n"
    assert done.stderr == ""


def test_empty(tmp_path):
    (tmp_path / "a.jpg").touch()
    assert failure(ImageRef(tmp_path / "a.jpg")).reason is Reason.EMPTY
    assert failure(b"").reason is Reason.EMPTY


@pytest.mark.parametrize(
    ("data", "detail"),
    [(b"hello", ""), (bytes(5000), ""), (b"<!DOCTYPE html><p>404", "web page"), (b"%PDF-1.4", "PDF document")],
)
def test_not_a_picture(data, detail):
    outcome = failure(data, name="a.jpg")
    assert (outcome.stage, outcome.reason, outcome.detail) == (Stage.DECODE, Reason.NOT_A_PICTURE, detail)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"8BPS\0\1", "Photoshop document (PSD)"), (b"%!PS-Adobe-3.0 EPSF-3.0\n", "EPS"), (b"\xff\x0aabc", "JPEG XL")],
)
def test_unsupported_kinds_are_named(data, words):
    outcome = failure(data, name="a.jpg")
    assert (outcome.stage, outcome.reason) == (Stage.DECODE, Reason.UNSUPPORTED)
    assert words in outcome.detail


def test_camera_raw_without_its_reader(monkeypatch):
    from app.images import formats
    from app.images.formats import Kind

    monkeypatch.setattr(formats, "RAW", Kind("camera RAW"))
    monkeypatch.setattr("app.images.decode.RAW", formats.RAW)
    monkeypatch.setattr("app.images.decode.sniff", lambda *_: formats.RAW)
    outcome = failure(b"FUJIFILMCCD-RAW")
    assert outcome.reason is Reason.UNSUPPORTED
    assert outcome.detail == "camera RAW; the extra whatsit[raw] reads it"


def raw_file(preview: bytes, orientation: int) -> bytes:
    """A DNG with a preview in its first directory and 96 x 64 sensor values in its second."""

    def directory(*entries):
        return struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)

    preview += bytes(len(preview) % 2)
    text, bits, second, start = 900, 950, 600, 1024
    sensor = random.Random(1).randbytes(96 * 64 * 2)
    first_directory = directory(
        (254, 4, 1, 1),
        (256, 4, 1, 60),
        (257, 4, 1, 44),
        (258, 3, 3, bits),
        (259, 3, 1, 7),
        (262, 3, 1, 6),
        (271, 2, 8, text),
        (272, 2, 8, text),
        (273, 4, 1, start),
        (274, 3, 1, orientation),
        (277, 3, 1, 3),
        (278, 4, 1, 44),
        (279, 4, 1, len(preview)),
        (330, 4, 1, second),
        (50706, 1, 4, 0x0401),
        (50708, 2, 8, text),
    )
    second_directory = directory(
        (254, 4, 1, 0),
        (256, 4, 1, 96),
        (257, 4, 1, 64),
        (258, 3, 1, 16),
        (259, 3, 1, 1),
        (262, 3, 1, 32803),
        (273, 4, 1, start + len(preview)),
        (277, 3, 1, 1),
        (278, 4, 1, 64),
        (279, 4, 1, len(sensor)),
        (33421, 3, 2, 0x00020002),
        (33422, 1, 4, 0x02010100),
    )
    file = bytearray(start) + preview + sensor
    for at, part in (
        (0, b"II*\0\x08\0\0\0" + first_directory),
        (second, second_directory),
        (text, b"Testcam\0"),
        (bits, b"\x08\0" * 3),
    ):
        file[at : at + len(part)] = part
    return bytes(file)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_camera_raw_is_seen_through_its_preview(photograph, encoded, orientation):
    pytest.importorskip("rawpy")
    turns = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_270, 8: Image.Transpose.ROTATE_90}
    expected = photograph().transpose(turns[orientation]) if orientation in turns else photograph()
    made = opened(raw_file(encoded(photograph(), "JPEG", quality=95), orientation), name="a.dng")
    assert isinstance(made, Image.Image), made
    assert made.size == expected.size
    difference = ImageChops.difference(made, expected).convert("L")
    assert sum(value * count for value, count in enumerate(difference.histogram())) / (60 * 44) < 4


def test_camera_raw_that_is_none():
    pytest.importorskip("rawpy")
    for data in (b"II*\0" + bytes(900), raw_file(b"", 1)[:900]):
        assert failure(data, name="a.nef").reason in (Reason.UNSUPPORTED, Reason.DAMAGED, Reason.TRUNCATED)


# --- damage --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_off_anywhere_is_refused_or_whole(samples, name):
    """What little is cut from the very end of some kinds may be no picture data at all; then nothing has changed."""
    data = samples[name].data
    complete = opened(data)
    cuts = {1, 2, 3, 8, 20, 40, 100, len(data) - 1, *(len(data) * part // 23 for part in range(1, 23))}
    for cut in sorted(cut for cut in cuts if 0 < cut < len(data)):
        outcome = opened(data[:cut])
        if isinstance(outcome, Failed):
            reasons = (Reason.TRUNCATED, Reason.DAMAGED) if cut > 64 else (*Reason,)  # a stump may look like anything
            assert outcome.reason in reasons, (cut, outcome)
        else:
            assert outcome.tobytes() == complete.tobytes(), cut


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("pbm", "heic")])
def test_a_third_of_a_file_is_called_cut_off(samples, name):
    data = samples[name].data
    assert failure(data[: len(data) // 3]).reason is Reason.TRUNCATED


@pytest.mark.parametrize("name", NAMES)
def test_random_damage_is_survived(samples, name):
    chance = random.Random(name)
    for _ in range(25):
        data = bytearray(samples[name].data)
        for _ in range(chance.choice((1, 4, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        outcome = opened(bytes(data), Limits(pixels=4_000_000))
        if isinstance(outcome, Failed):
            assert outcome.reason not in (Reason.MISSING, Reason.UNREADABLE, Reason.EMPTY, Reason.NOT_A_FILE), outcome


@pytest.mark.parametrize("name", NAMES)
def test_damage_in_the_header_is_survived(samples, name):
    chance = random.Random(name)
    for _ in range(40):
        data = bytearray(samples[name].data)
        data[chance.randrange(4, min(64, len(data)))] = chance.randrange(256)
        opened(bytes(data), Limits(pixels=4_000_000))


@pytest.mark.parametrize(
    "error", [ValueError("x"), SyntaxError(IndexError("list")), MemoryError(), RuntimeError(), NotImplementedError()]
)
def test_whatever_a_decoder_raises_is_a_value(samples, monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr("app.images.decode.open_image", fail)
    expected = {MemoryError: Reason.OUT_OF_MEMORY, NotImplementedError: Reason.UNSUPPORTED}
    assert failure(samples["png"].data).reason is expected.get(type(error), Reason.DAMAGED)


def test_a_drive_that_fails_in_the_middle(samples, monkeypatch):
    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("app.images.decode.open_image", fail)
    outcome = failure(samples["png"].data)
    assert (outcome.stage, outcome.reason) == (Stage.READ, Reason.UNREADABLE)
    assert "rror" in outcome.detail


def test_an_error_in_the_block_is_the_callers_own(samples):
    with pytest.raises(KeyError), open_picture(ImageRef(Path("a"), samples["png"].data), LIMITS):
        raise KeyError


# --- limits --------------------------------------------------------------------------------------------------------


def test_the_limit_is_named_with_the_size(samples):
    outcome = failure(png(20_000, 10_000))
    assert (outcome.stage, outcome.reason) == (Stage.DECODE, Reason.TOO_LARGE)
    assert outcome.detail == "200.0 megapixels, the limit is 179"


def test_the_limit_is_adjustable_both_ways(samples):
    assert failure(samples["png"].data, Limits(pixels=60 * 44 - 1)).reason is Reason.TOO_LARGE
    assert isinstance(opened(samples["png"].data, Limits(pixels=60 * 44)), Image.Image)
    assert failure(png(20_000, 10_000), Limits(pixels=200_000_000)).reason is Reason.TRUNCATED


@pytest.mark.parametrize("name", NAMES)
def test_the_limit_holds_for_every_kind(samples, name):
    assert failure(samples[name].data, Limits(pixels=1000)).reason is Reason.TOO_LARGE


def test_a_picture_that_grows_while_it_is_decoded(samples, monkeypatch):
    """As some icons did: the header says one size, the pixels come in another."""
    small, large = Image.new("RGB", (9, 9)), Image.new("RGB", (99, 99))
    small.load = lambda: small.__dict__.update(large.__dict__)
    monkeypatch.setattr("app.images.decode.open_image", lambda *_: small)
    assert failure(samples["png"].data, Limits(pixels=1000)).reason is Reason.TOO_LARGE


def gif(width, height, frame_width, frame_height, control=b""):
    frame = struct.pack("<4HB", 0, 0, frame_width, frame_height, 0)
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6) + control + b"," + frame + b"\2\1\0;"


def webp(width, height):
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + size + b"ANIM" + struct.pack("<I", 6) + bytes(6)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def icon(inner):
    return b"\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0" + struct.pack("<II", len(inner), 22) + inner


def codestream(width, height, tile):
    size = struct.pack(">HH8IH", 47, 0, width, height, 0, 0, tile, tile, 0, 0, 3)
    return b"\xff\x4f\xff\x51" + size + b"\7\1\1" * 3 + b"\xff\x90\0\x0a" + bytes(200)


BOMBS = {
    "png": png(60_000, 60_000),
    "png text": png(9, 9, *(chunk(b"zTXt", b"%d\0\0" % n + zlib.compress(bytes(1_000_000))) for n in range(100))),
    "png profile": png(9, 9, chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(50_000_000)))),
    "gif screen": gif(65_535, 65_535, 9, 9),
    "gif frame": gif(9, 9, 65_535, 65_535),
    "gif frame to be disposed of": gif(9, 9, 65_535, 65_535, b"!\xf9\4\x08\0\0\0\0"),
    "webp canvas": webp(1 << 24, 1 << 24),
    "webp canvas within the pixels": webp(12_000, 12_000),
    "icon with a huge png": icon(png(13_000, 13_000)),
    "icon with a huge bitmap": icon(struct.pack("<IIIHHI", 40, 65_535, 65_535, 1, 32, 0) + bytes(60)),
    "bmp": b"BM" + struct.pack("<IHHIIiiHHI", 100, 0, 0, 54, 40, 100_000, 100_000, 1, 24, 0) + bytes(60),
    "ppm": b"P6 99999 99999 255\n" + bytes(99),
    "tga": struct.pack("<BBBHHBHHHHBB", 0, 0, 2, 0, 0, 0, 0, 0, 65_535, 65_535, 24, 0) + bytes(60),
    "jpeg 2000": codestream(100_000, 100_000, 100_000),
    "jpeg 2000 in one tile": codestream(12_000, 12_000, 12_000),
    "jpeg 2000 in tiny tiles": codestream(250, 250, 1),
    "jpeg": b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\3\1\x11\0\2\x11\0\3\x11\0\xff\xda\0\x0c\3\1\0\2\0\3\0\0?\0",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused(name):
    assert failure(BOMBS[name]).reason is Reason.TOO_LARGE


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is measured in /proc")
def test_bombs_are_refused_before_they_take_memory(tmp_path):
    """In a process of its own: what earlier tests left to the allocator would hide it."""
    for name, data in BOMBS.items():
        (tmp_path / name).write_bytes(data)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PIL import GifImagePlugin, Jpeg2KImagePlugin, PngImagePlugin, WebPImagePlugin\n"
        "from app.images.decode import open_picture\n"
        "from app.values import ImageRef, Limits\n"
        "def peak():\n"
        "    lines = Path('/proc/self/status').read_text().splitlines()\n"
        "    return int(next(line for line in lines if line.startswith('VmHWM')).split()[1]) // 1024\n"
        "for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    before = peak()\n"
        "    with open_picture(ImageRef(path), Limits()) as outcome:\n"
        "        print(path.name, outcome.reason.value, peak() - before, sep='|')\n"
    )
    root = Path(decoders.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path], cwd=root, capture_output=True, text=True, check=True
    )
    lines = [line.split("|") for line in done.stdout.splitlines()]
    assert len(lines) == len(BOMBS)
    assert [line for line in lines if line[1] != "too large" or int(line[2]) > 20] == []
    assert done.stderr == ""


def bitmap(width, height, compression, data):
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, compression, 0, 0, 0, 256, 0)
    return header + bytes(1024) + data


@pytest.mark.parametrize("compression", [1, 2])
@pytest.mark.parametrize("inside", [False, True])
def test_run_lengths_that_lead_nowhere_are_refused(compression, inside):
    data = bitmap(40, 40, compression, b"\0\2\0\0" * 2_200_000)
    file = icon(data) if inside else b"BM" + struct.pack("<IHHI", 0, 0, 0, 14 + 40 + 1024) + data
    outcome = failure(file)
    assert (outcome.reason, outcome.detail) == (Reason.TOO_LARGE, "BMP: more than 8,395,008 bytes for its pixels")


def test_run_lengths_of_lone_pixels_are_read():
    pixels = (b"\1\7" * 40 + b"\0\0") * 40 + b"\0\1"
    made = opened(b"BM" + struct.pack("<IHHI", 0, 0, 0, 14 + 40 + 1024) + bitmap(40, 40, 1, pixels))
    assert isinstance(made, Image.Image), made


@pytest.mark.parametrize("inside", [False, True])
def test_run_lengths_that_leave_out_most_of_a_large_picture_are_refused(inside):
    """Pillow took a second for each ten megapixels of rows that end at once."""

    def file(height, data):
        data = bitmap(4000, height, 1, data)
        return icon(data) if inside else b"BM" + struct.pack("<IHHI", 0, 0, 0, 14 + 40 + 1024) + data

    outcome = failure(file(4000, b"\1\0\0\0" * 4000 + b"\0\1"))
    assert (outcome.reason, outcome.detail) == (Reason.TOO_LARGE, "BMP: more than 10,000,000 pixels in so few bytes")
    if not inside:  # Pillow reads no run lengths in an icon
        row = b"\xff\7" * 15 + b"\xaf\7" + b"\0\0"
        assert isinstance(opened(file(2500, row * 2500 + b"\0\1")), Image.Image)
        assert isinstance(opened(file(3000, (b"\x10\7" * 250 + b"\0\0") * 3000 + b"\0\1")), Image.Image)


def patched_tiff(data: bytes, tag: int, value: int) -> bytes:
    """The TIFF (bytes in Intel order) with another value for one tag of its first directory."""
    (at,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, at)
    entry = next(at + 2 + 12 * n for n in range(count) if data[at + 2 + 12 * n :][:2] == struct.pack("<H", tag))
    return data[: entry + 4] + struct.pack("<II", 1, value) + data[entry + 12 :]


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="libtiff is silenced through Pillow's wheels for Linux"
)
def test_nothing_is_written_to_the_terminal(tmp_path, photograph, encoded):
    """libtiff writes to the standard error of the process, past Python; Pillow logs and warns."""
    lzw = encoded(photograph(), "TIFF", compression="tiff_lzw")
    fax = encoded(photograph().convert("1"), "TIFF", compression="group4")
    (tmp_path / "no strip.tif").write_bytes(patched_tiff(lzw, 273, len(lzw) + 999))
    (tmp_path / "bad code.tif").write_bytes(fax[:8] + bytes(60) + fax[68:])
    (tmp_path / "samples.tif").write_bytes(patched_tiff(lzw, 277, 65_535))
    (tmp_path / "odd tag.tif").write_bytes(patched_tiff(lzw, 277, 3).replace(b"\x1a\x01", b"\xc4\0", 1))
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from app.images.decode import open_picture\n"
        "from app.values import ImageRef, Limits\n"
        "for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    with open_picture(ImageRef(path), Limits()):\n"
        "        pass\n"
    )
    root = Path(decoders.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program, tmp_path], cwd=root, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_nothing_is_registered_with_pillow(samples):
    before = set(Image.OPEN) - {"JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP", "DIB", "JPEG2000", "PPM", "ICO"}
    opened(samples["heic"].data)
    assert "HEIF" not in Image.OPEN
    assert "EPS" not in Image.OPEN or "EPS" in before


# --- the budget ----------------------------------------------------------------------------------------------------


def test_the_budget_is_held_while_the_picture_is_open_and_given_back_in_any_case(samples):
    budget = DecodeBudget(60 * 44 * 4)
    good, bad = samples["png"].data, samples["png"].data[:-60]
    for _ in range(3):
        assert isinstance(opened(good, budget=budget), Image.Image)
        assert isinstance(opened(bad, budget=budget), Failed)
    second = threading.Thread(target=lambda: opened(good, budget=budget))
    with open_picture(ImageRef(Path("a"), good), LIMITS, budget):
        second.start()
        second.join(0.05)
        assert second.is_alive()
    second.join(20)
    assert not second.is_alive()


def test_a_failed_picture_holds_nothing_while_its_block_runs(samples):
    budget = DecodeBudget(60 * 44 * 4)
    second = threading.Thread(target=lambda: opened(samples["png"].data, budget=budget), daemon=True)
    with open_picture(ImageRef(Path("a"), samples["png"].data[:-60]), LIMITS, budget) as outcome:
        assert isinstance(outcome, Failed)
        second.start()
        second.join(20)
        assert not second.is_alive()


def test_what_is_refused_is_refused_however_small_it_would_be_decoded(encoded):
    data = encoded(Image.new("RGB", (800, 640)), "JPEG", progressive=True, subsampling=0)
    for enough in (None, lambda *_: (100, 80)):
        with open_picture(ImageRef(Path("a"), data), Limits(600_000), enough=enough) as outcome:
            assert isinstance(outcome, Failed)
            assert (outcome.reason, "the limit for this kind of JPEG" in outcome.detail) == (Reason.TOO_LARGE, True)
