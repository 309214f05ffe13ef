"""What the publisher says about the newest version, however badly."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.release import Release, UpdateFailure, UpdateTrouble, is_newer, release_in

PAGE = "https://example.org/whatsit"


def test_version_and_page_are_read_and_all_else_is_left_alone() -> None:
    said = {"version": "10.0.3", "page": PAGE, "notes": ["new"], "sha256": None}
    assert release_in(json.dumps(said).encode()) == Release("10.0.3", PAGE)


@pytest.mark.parametrize(
    "version",
    ["", "1", "1.2", "1.2.3.4", "v1.2.3", "1.2.3rc1", "1.2.3\n", " 1.2.3", "01.2.3", "1.-2.3", "1.2.³", "١.٢.٣",
     "1.2.9999999", "<b>1.2.3</b>", "\u202e1.2.3", 1.2, 123, None, True, ["1.2.3"], {"1.2.3": 1}],
)  # fmt: skip
def test_a_version_of_another_form_makes_no_sense(version: object) -> None:
    with pytest.raises(UpdateFailure) as failure:
        release_in(json.dumps({"version": version, "page": PAGE}).encode())
    assert failure.value.error.trouble is UpdateTrouble.MEANINGLESS


@pytest.mark.parametrize(
    "page",
    ["", "http://example.org", "file:///etc/passwd", "javascript:alert(1)", "https://", "https:///whatsit",
     "//example.org", "https://example.org/a b", "https://example.org/\n", "https://exämple.org", "https://[::1",
     "https://example.org:port/", "https://example.org:0/", "https://e.org/" + "x" * 2000, None, 7, [PAGE]],
)  # fmt: skip
def test_a_page_that_is_no_https_address_makes_no_sense(page: object) -> None:
    with pytest.raises(UpdateFailure):
        release_in(json.dumps({"version": "1.2.3", "page": page}).encode())


@pytest.mark.parametrize("said", [[], "1.2.3", None, 7, {}, {"version": "1.2.3"}, {"page": PAGE}])
def test_something_else_than_an_object_with_both_makes_no_sense(said: object) -> None:
    with pytest.raises(UpdateFailure):
        release_in(json.dumps(said).encode())


@given(st.binary(max_size=200) | st.text(max_size=50).map(lambda text: json.dumps({"version": text}).encode()))
def test_whatever_comes_is_a_release_or_makes_no_sense(answer: bytes) -> None:
    with pytest.raises(UpdateFailure):
        release_in(answer)


def test_versions_are_compared_by_their_numbers() -> None:
    versions = ["0.1.0", "0.1.9", "0.1.10", "0.2.0", "0.10.0", "1.0.0rc1", "1.0.0", "1.0.1.dev0", "1.0.1", "10.0.0"]
    for place, version in enumerate(versions):
        assert [is_newer(other, version) for other in versions] == [False] * (place + 1) + [True] * (
            len(versions) - place - 1
        )


def test_every_version_comes_after_one_that_nobody_can_read() -> None:
    assert is_newer("0.0.1", "unknown")
    assert not is_newer("unknown", "0.0.1")
