"""What kind of file a picture is, decided by its first bytes, whatever its name says."""

from __future__ import annotations

import importlib.util
import re
import struct
from dataclasses import dataclass

HEAD_BYTES = 4096
"""How much of a file `sniff` wants to see."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        name: as it is shown: "JPEG", "Photoshop document (PSD)".
        supported: whether it can be decoded.
        picture: whether it is a picture at all; a folder walk passes over what is none.
    """

    name: str
    supported: bool = False
    picture: bool = True


JPEG = Kind("JPEG", supported=True)
PNG = Kind("PNG", supported=True)
WEBP = Kind("WebP", supported=True)
AVIF = Kind("AVIF", supported=True)
TIFF = Kind("TIFF", supported=True)
GIF = Kind("GIF", supported=True)
BMP = Kind("BMP", supported=True)
JPEG_2000 = Kind("JPEG 2000", supported=True)
PNM = Kind("PPM", supported=True)
ICO = Kind("ICO", supported=True)
TGA = Kind("TGA", supported=True)
HEIF = Kind("HEIF", supported=True)
RAW = Kind("camera RAW", supported=importlib.util.find_spec("rawpy") is not None)

_VIDEO = Kind("video", picture=False)
_AUDIO = Kind("sound", picture=False)
_DOCUMENT = Kind("document of an office program", picture=False)

# Offset, bytes, kind; the first that fits counts. Longer signatures stand before the shorter ones they begin with.
_SIGNATURES: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\xff\xd8\xff", JPEG),
    (0, b"\x89PNG", PNG),  # the rest is there to show damage in transfer, and Pillow sees that it does
    (1, b"PNG\r\n\x1a\n", PNG),
    (0, b"GIF87a", GIF),
    (0, b"GIF89a", GIF),
    (0, b"\0\0\0\x0cjP  \r\n\x87\n", JPEG_2000),
    (0, b"\xff\x4f\xff\x51", JPEG_2000),
    (0, b"FUJIFILMCCD-RAW", RAW),
    (0, b"IIRO", RAW),
    (0, b"IIRS", RAW),
    (0, b"MMOR", RAW),
    (0, b"IIU\0", RAW),
    (0, b"FOVb", RAW),
    (0, b"\0MRM", RAW),
    (0, b"II\x1a\0\0\0HEAPCCDR", RAW),
    (0, b"8BPS", Kind("Photoshop document (PSD)")),
    (0, b"gimp xcf", Kind("GIMP picture (XCF)")),
    (0, b"%PDF-", Kind("PDF document", picture=False)),
    (0, b"%!PS", Kind("PostScript (EPS)")),
    (0, b"\xc5\xd0\xd3\xc6", Kind("PostScript (EPS)")),
    (0, b"\xff\x0a", Kind("JPEG XL")),
    (0, b"\0\0\0\x0cJXL \r\n\x87\n", Kind("JPEG XL")),
    (0, b"II\xbc\x01", Kind("JPEG XR")),
    (128, b"DICM", Kind("medical picture (DICOM)")),
    (0, b"icns", Kind("Apple icon (ICNS)")),
    (0, b"\x76\x2f\x31\x01", Kind("OpenEXR")),
    (0, b"#?RADIANCE", Kind("Radiance picture (HDR)")),
    (0, b"#?RGBE", Kind("Radiance picture (HDR)")),
    (0, b"SIMPLE  =", Kind("astronomical picture (FITS)")),
    (0, b"DDS ", Kind("DirectDraw texture (DDS)")),
    (0, b"\xabKTX ", Kind("texture (KTX)")),
    (0, b"BLP1", Kind("texture (BLP)")),
    (0, b"BLP2", Kind("texture (BLP)")),
    (0, b"qoif", Kind("QOI")),
    (0, b"farbfeld", Kind("farbfeld")),
    (0, b"BPG\xfb", Kind("BPG")),
    (0, b"FLIF", Kind("FLIF")),
    (0, b"AT&TFORM", Kind("DjVu document")),
    (0, b"\x01\xda", Kind("SGI picture")),
    (0, b"\x59\xa6\x6a\x95", Kind("Sun raster picture")),
    (0, b"/* XPM */", Kind("X pixmap (XPM)")),
    (0, b"DanM", Kind("Microsoft Paint picture (MSP)")),
    (0, b"LinS", Kind("Microsoft Paint picture (MSP)")),
    (0, b"\xb1\x68\xde\x3a", Kind("DCX")),
    (0, b"\xd7\xcd\xc6\x9a", Kind("Windows metafile (WMF)")),
    (40, b" EMF", Kind("Windows metafile (EMF)")),
    (0, b"P7\n", Kind("PAM")),
    (0, b"P7 332", Kind("XV thumbnail")),
    (0, b"id=ImageMagick", Kind("MIFF")),
    (0, b"\x1aE\xdf\xa3", _VIDEO),
    (0, b"\0\0\x01\xba", _VIDEO),
    (0, b"\0\0\x01\xb3", _VIDEO),
    (0, b"FLV\x01", _VIDEO),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", _VIDEO),
    (0, b"OggS", _AUDIO),
    (0, b"ID3", _AUDIO),
    (0, b"fLaC", _AUDIO),
    (0, b"PK\x03\x04", Kind("ZIP archive", picture=False)),
    (0, b"\x1f\x8b", Kind("gzip archive", picture=False)),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _DOCUMENT),
)

_BRANDS: tuple[tuple[frozenset[bytes], Kind], ...] = (
    (frozenset((b"avif", b"avis")), AVIF),
    (frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs")), HEIF),
    (frozenset((b"crx ",)), RAW),
    (frozenset((b"mif1", b"msf1", b"mif2", b"jpeg", b"vvic", b"j2ki")), HEIF),
)

_TIFF_STARTS = (b"II*\0", b"MM\0*", b"II\0*", b"MM*\0", b"II+\0", b"MM\0+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RAW_EXTENSIONS = _words(
    ".3fr .ari .arw .cr2 .cr3 .crw .dcr .dng .erf .fff .iiq .k25 .kdc .mef .mos .mrw .nef .nrw .orf .pef .raf .raw .rw2"
    " .rwl .sr2 .srf .srw .x3f"
)
_TGA_EXTENSIONS = _words(".tga .icb .vda .vst")
_DECODED_EXTENSIONS = _words(
    ".jpg .jpeg .jpe .jfif .mpo .png .apng .webp .avif .avifs .tif .tiff .gif .bmp .dib .jp2 .j2k .jpc .jpf .jpx .j2c"
    " .ppm .pgm .pbm .pnm .pfm .ico .heic .heif .heics .heifs .hif"
)
_OTHER_EXTENSIONS = _words(
    ".psd .psb .svg .svgz .eps .ps .jxl .jxr .wdp .hdp .dcm .dicom .xcf .icns .exr .hdr .fits .fit .fts .dds .ktx .blp"
    " .qoi .ff .bpg .flif .djvu .sgi .rgb .rgba .bw .ras .xpm .xbm .msp .dcx .pcx .wmf .emf .cur .ani .pam .fli .flc"
    " .im"
)

SUPPORTED_EXTENSIONS = _DECODED_EXTENSIONS | _TGA_EXTENSIONS | (_RAW_EXTENSIONS if RAW.supported else frozenset())
"""File name extensions of the kinds that can be decoded: lower case, with the dot."""

IMAGE_EXTENSIONS = _DECODED_EXTENSIONS | _TGA_EXTENSIONS | _RAW_EXTENSIONS | _OTHER_EXTENSIONS
"""File name extensions of pictures of any kind, supported or not: lower case, with the dot."""


def sniff(head: bytes, extension: str = "") -> Kind | None:
    """The kind of a file whose first bytes are `head` (up to `HEAD_BYTES`), or None if they say nothing.

    `extension` (lower case, with the dot) decides only where the bytes leave it open: many cameras' RAW files begin
    like a TIFF, and TGA has no signature at all.
    """
    for offset, signature, kind in _SIGNATURES:
        if head.startswith(signature, offset):
            return kind
    for look in (_container, _windows, _portable, _text):
        if found := look(head):
            return found
    if head.startswith(_TIFF_STARTS):
        return RAW if extension in _RAW_EXTENSIONS or _is_raw_tiff(head) else TIFF
    if _is_tga(head, strict=extension not in _TGA_EXTENSIONS):
        return TGA
    return _by_extension(head, extension)


def _container(head: bytes) -> Kind | None:
    """Files made of boxes (ISO base media) or of RIFF chunks."""
    if head[4:8] == b"ftyp":
        size = min(max(int.from_bytes(head[:4], "big"), 16), 256)
        brands = {head[8:12], *(head[at : at + 4] for at in range(16, size, 4))}
        return next((kind for known, kind in _BRANDS if known & brands), _VIDEO)
    if head[:4] == b"RIFF":
        form = head[8:12]
        if form == b"WEBP":
            return WEBP
        return {b"AVI ": _VIDEO, b"WAVE": _AUDIO, b"ACON": Kind("Windows cursor (ANI)")}.get(form)
    return _VIDEO if head[4:8] in (b"moov", b"mdat", b"wide") else None


def _windows(head: bytes) -> Kind | None:
    """Bitmaps, icons and cursors, whose signatures are so short that the fields behind them must make sense."""
    if head[:2] == b"BM" and len(head) >= 18 and 12 <= int.from_bytes(head[14:18], "little") <= 256:
        return BMP
    if head[:2] == b"\0\0" and head[2:4] in (b"\1\0", b"\2\0") and len(head) >= 22:
        count, reserved = int.from_bytes(head[4:6], "little"), head[9]
        offset = int.from_bytes(head[18:22], "little")
        if 0 < count < 1024 and reserved in (0, 255) and offset >= 6 + 16 * count:
            return ICO if head[2] == 1 else Kind("Windows cursor (CUR)")
    return None


def _portable(head: bytes) -> Kind | None:
    return PNM if re.match(rb"P(?:[1-6][\s#]|[Ff]\s)", head) else None


def _text(head: bytes) -> Kind | None:
    """Pictures and pages that are text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Kind("web page", picture=False)
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")) and b"<svg" in start:
        return Kind("drawing (SVG)")
    return Kind("X bitmap (XBM)") if re.match(rb"#define\s+\S+_width\s", start) else None


def _is_raw_tiff(head: bytes) -> bool:
    """Whether a TIFF's first directory says that it comes straight from a sensor.

    That is: Canon's CR2 mark, a DNGVersion tag (50706), or PhotometricInterpretation (262) "colour filter array".
    """
    if head[8:10] == b"CR":
        return True
    order = "<" if head[:2] == b"II" else ">"
    if len(head) < 8 or 43 in head[2:4]:
        return False
    (at,) = struct.unpack_from(f"{order}I", head, 4)
    if at + 2 > len(head):
        return False
    (count,) = struct.unpack_from(f"{order}H", head, at)
    entries = range(at + 2, min(at + 2 + 12 * count, len(head) - 11), 12)
    tags = {struct.unpack_from(f"{order}H", head, entry)[0]: entry for entry in entries}
    if 262 in tags and struct.unpack_from(f"{order}H", head, tags[262] + 8)[0] == 32803:
        return True
    return 50706 in tags


def _is_tga(head: bytes, strict: bool) -> bool:
    """Whether the 18 bytes of a TGA header make sense; all must, if not even the file's name says that it is one."""
    if len(head) < 18:
        return False
    _, has_map, coding, map_start, map_length, map_depth = struct.unpack_from("<BBBHHB", head)
    x, y, width, height, depth, flags = struct.unpack_from("<HHHHBB", head, 8)
    if has_map > 1 or coding not in (1, 2, 3, 9, 10, 11) or depth not in (1, 8, 15, 16, 24, 32):
        return False
    if not strict:
        return True
    if coding in (1, 9):
        sound_map = has_map and map_length > 0 and map_depth in (15, 16, 24, 32) and depth in (8, 16)
    else:
        sound_map = not (has_map or map_start or map_length or map_depth) and (depth >= 15 or coding in (3, 11))
    sound_flags = flags & 0xC0 == 0 and flags & 15 in ((0, 8) if depth == 32 else (0,))
    return bool(sound_map and sound_flags and width and height and not (x or y))


def _by_extension(head: bytes, extension: str) -> Kind | None:
    """Unsupported kinds with next to no signature, believed when the name says the same."""
    if extension == ".pcx" and head[:1] == b"\x0a":
        return Kind("PCX")
    if extension in (".fli", ".flc") and head[4:6] in (b"\x11\xaf", b"\x12\xaf"):
        return Kind("animation (FLI)")
    if extension == ".im" and b"Image type:" in head[:256]:
        return Kind("IFUNC picture (IM)")
    return None
