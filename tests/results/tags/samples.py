"""Sidecars in the forms in which programs write them, made by hand after their documentation."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "samples"
NAMES = ("compact", "darktable", "digikam", "exiftool", "lightroom")

BEFORE = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
AFTER = b"</r:RDF></x:xmpmeta>"


def sample(name: str) -> bytes:
    return (FOLDER / f"{name}.xmp").read_bytes()


def sidecar(inside: str) -> bytes:
    """A sidecar with these properties in its one description; `r` and `dc` are bound."""
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return BEFORE + f'<r:Description r:about="" {dc}>{inside}</r:Description>'.encode() + AFTER
