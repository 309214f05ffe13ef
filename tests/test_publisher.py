"""What the publisher filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.paths import resources
from app.publisher import Publisher, is_secure, read_publisher


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "publisher.toml"


def test_nobody_has_published_what_lies_here() -> None:
    assert read_publisher(resources() / "publisher.toml") == Publisher()


def test_addresses_are_read_and_what_is_for_the_packages_is_left_alone(path: Path) -> None:
    path.write_text(
        'publisher = "Ex & Co"\nhomepage = "https://example.org"\nupdate_address = "https://example.org:8443/newest.json"\n'
    )
    assert read_publisher(path) == Publisher("https://example.org", "https://example.org:8443/newest.json")


@pytest.mark.parametrize("given", ['"http://example.org"', '"example.org"', '" "', "7", "[]", "true"])
def test_what_is_no_https_address_does_not_count(path: Path, given: str, caplog: pytest.LogCaptureFixture) -> None:
    path.write_text(f'homepage = "https://example.org"\nupdate_address = {given}\n')
    assert read_publisher(path) == Publisher("https://example.org")
    assert "update_address is no https address" in caplog.text


@pytest.mark.parametrize("content", [b"homepage = ", b"\xff\xfe", b"[" * 99, b"homepage = " + b"[" * 9999])
def test_a_damaged_file_is_as_good_as_an_empty_one(
    path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_bytes(content)
    assert read_publisher(path) == Publisher()
    assert "could not be read" in caplog.text


def test_so_is_one_that_is_missing(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert read_publisher(path) == Publisher()
    assert "could not be read" in caplog.text


def test_a_byte_order_mark_is_let_be(path: Path) -> None:
    path.write_text('\ufeffhomepage = "https://example.org"\n', encoding="utf-8")
    assert read_publisher(path) == Publisher("https://example.org")


def test_only_https_is_secure() -> None:
    assert is_secure("https://example.org/a?b=c#d")
    assert is_secure("HTTPS://EXAMPLE.ORG")
    assert not is_secure("http://example.org")
