"""What a file is that is no file of weights, as far as its first bytes tell."""

from __future__ import annotations

_STARTS = (
    (b"version https://git-lfs", "a pointer of Git LFS; git lfs pull gets the file itself"),
    (b"\x89HDF", "an HDF5 file, as Keras writes them"),
    (b"GGUF", "a GGUF file"),
    (b"\x08", "an ONNX file, perhaps"),
    (b"\x93NUMPY", "an array of NumPy"),
    (b"\x1f\x8b", "compressed; unpack it first"),
    (b"7z\xbc\xaf", "compressed; unpack it first"),
    (b"\xfd7zXZ", "compressed; unpack it first"),
    (b"BZh", "compressed; unpack it first"),
    (b"PK\x05\x06", "an empty archive"),
    (b"<", "a web page"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)


def format_of(start: bytes) -> str:
    """A phrase for the first bytes (512 of them suffice); "" where they tell nothing."""
    if not start:
        return "it is empty"
    if not any(start):
        return "it holds nothing but zeros"
    if start[4:8] == b"TFL3":
        return "a model of TensorFlow Lite"
    if start[257:262] == b"ustar":
        return "a tar archive; if it is a checkpoint, it is older than torch 0.4: save it anew"
    return next((phrase for beginning, phrase in _STARTS if beginning and start.lstrip().startswith(beginning)), "")
