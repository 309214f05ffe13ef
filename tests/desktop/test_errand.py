"""Errands come out as they went in, and nonsense is sent away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desktop.errand import LARGEST, Errand, read, written

names = st.binary(min_size=1, max_size=30).map(lambda name: name.replace(b"\0", b"_"))


@pytest.mark.skipif(os.name == "nt", reason="names are no bytes there")
@given(st.lists(names, max_size=5), st.text(max_size=9).map(lambda text: text.encode("utf-8", "replace").decode()))
def test_paths_come_byte_for_byte(parts: list[bytes], token: str) -> None:
    errand = Errand(tuple(Path("/", os.fsdecode(part)) for part in parts), token.replace("\0", ""))
    data = written(errand)
    assert read(data) == errand
    assert all(read(data[:length]) is None for length in range(len(data)))
    with pytest.raises(ValueError, match="no errand"):
        read(data + b"x")


def test_what_is_too_large_is_neither_written_nor_read() -> None:
    with pytest.raises(ValueError, match="too many"):
        written(Errand((Path("/" + "x" * LARGEST),)))
    with pytest.raises(ValueError, match="no errand"):
        read((LARGEST + 1).to_bytes(4, "big"))


def test_a_path_that_means_another_file_here_is_refused() -> None:
    with pytest.raises(ValueError, match="not absolute"):
        read(written(Errand((Path("a.jpg"),))))
