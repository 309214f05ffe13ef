"""Files of a hub on this very machine, into a cache that huggingface_hub reads; and out of one that it left."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from huggingface_hub import try_to_load_from_cache

from app.models.hub import HUB, download_from_hub, hub_endpoint
from app.models.hub_cache import HubFile, blob_digest, find_in_hub_cache
from app.models.wanted import Patience
from app.steps import DownloadEnd, DownloadTrouble, Ending
from app.web import Web

from . import misbehaving_hub
from .endings import last, trouble
from .misbehaving import CONTENT, LONG, OTHER, SHA256, Server
from .misbehaving_hub import COMMIT

FILE = HubFile("timm/resnet50.a1_in1k", "model.safetensors")
HASTY = Patience(silence=LONG, tries=3, pause=0.001, longest_pause=0.01, longest_asked=0.01)


Fetch = Callable[..., DownloadEnd]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "hub"


@pytest.fixture
def fetch(hub: Server, cache: Path) -> Fetch:
    def fetch(repo: str = FILE.repo, name: str = FILE.name) -> DownloadEnd:
        endpoint = hub.address("").rstrip("/")
        return last(download_from_hub(HubFile(repo, name), cache, lambda: False, endpoint, patience=HASTY))

    return fetch


def files(cache: Path) -> list[str]:
    return sorted(str(each.relative_to(cache)) for each in cache.rglob("*") if not each.is_dir())


def test_a_file_comes_where_huggingface_hub_finds_it(hub: Server, cache: Path, fetch: Fetch) -> None:
    end = fetch()
    folder = cache / "models--timm--resnet50.a1_in1k"
    path = folder / "snapshots" / COMMIT / FILE.name
    assert end == DownloadEnd(Ending.COMPLETED, path, SHA256, len(CONTENT))
    assert path.read_bytes() == CONTENT
    assert try_to_load_from_cache(FILE.repo, FILE.name, cache_dir=cache) == str(path)
    assert (find_in_hub_cache(FILE, (cache,)), blob_digest(path)) == (path, SHA256)
    assert (folder / "refs" / "main").read_bytes() == COMMIT.encode()
    assert len(files(cache)) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_its_name_is_a_link_that_survives_a_move(cache: Path, fetch: Fetch) -> None:
    path = fetch("timm/resnet50", "onnx/model.bin").path
    assert os.readlink(path) == f"../../../blobs/{SHA256}"
    cache.rename(cache.with_name("moved"))
    assert find_in_hub_cache(HubFile("timm/resnet50", "onnx/model.bin"), (cache.with_name("moved"),))


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
@pytest.mark.parametrize("kept", ["snapshots", "blobs", f"snapshots/{COMMIT}"])
def test_folders_that_are_links_are_followed(kept: str, cache: Path, fetch: Fetch, tmp_path: Path) -> None:
    place = cache / "models--timm--resnet50.a1_in1k" / kept
    place.parent.mkdir(parents=True)
    place.symlink_to(tmp_path / "deep" / "er" / "elsewhere")
    place.resolve().mkdir(parents=True)
    assert fetch().path.read_bytes() == CONTENT


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("place", ["refs/main", f"blobs/{SHA256}.part.json", f"blobs/{SHA256}.part.lock"])
def test_pipes_in_the_cache_are_not_waited_for(place: str, cache: Path, fetch: Fetch) -> None:
    pipe = cache / "models--timm--resnet50.a1_in1k" / place
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    assert find_in_hub_cache(FILE, (cache,)) is None
    (pipe.parent / f"{SHA256}.part").write_bytes(CONTENT[:1000])
    assert fetch().path.read_bytes() == CONTENT


def test_what_huggingface_hub_left_is_found(tmp_path: Path, cache: Path) -> None:
    """As the library lays it out: https://huggingface.co/docs/huggingface_hub/guides/manage-cache"""
    folder = cache / "models--gpt2"
    for name in ("blobs", "refs", f"snapshots/{COMMIT}"):
        (folder / name).mkdir(parents=True)
    (folder / "refs" / "main").write_text(COMMIT)
    (folder / "blobs" / SHA256).write_bytes(CONTENT)
    path = folder / "snapshots" / COMMIT / "model.safetensors"
    path.symlink_to(Path("../../blobs", SHA256))
    file = HubFile("gpt2", "model.safetensors")
    assert find_in_hub_cache(file, (tmp_path / "none", cache)) == path
    assert find_in_hub_cache(replace(file, revision=COMMIT), (cache,)) == path
    assert find_in_hub_cache(replace(file, name="other.bin"), (cache,)) is None
    assert find_in_hub_cache(replace(file, revision="v2"), (cache,)) is None


@pytest.mark.parametrize("note", ["", "../../..", "z" * 40, "f" * 65, "\u0660" * 40])
def test_a_note_of_no_commit_leads_nowhere(note: str, cache: Path) -> None:
    ref = cache / "models--gpt2" / "refs" / "main"
    ref.parent.mkdir(parents=True)
    ref.write_text(note, encoding="utf-8")
    assert find_in_hub_cache(HubFile("gpt2", "x"), (cache,)) is None


def test_what_is_there_is_asked_for_but_not_fetched(hub: Server, fetch: Fetch) -> None:
    fetch()
    hub.asked.clear()
    assert fetch().was_there
    assert [method for method, _, _ in hub.asked] == ["HEAD"]


def test_a_damaged_file_is_fetched_again(cache: Path, fetch: Fetch) -> None:
    fetch().path.write_bytes(OTHER)
    end = fetch()
    assert (end.was_there, end.path.read_bytes()) == (False, CONTENT)
    assert len(files(cache)) == 3


def test_a_new_commit_takes_over(cache: Path, fetch: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    fetch()
    monkeypatch.setattr(misbehaving_hub, "COMMIT", "f" * 40)
    path = fetch().path
    assert path.parent.name == "f" * 40
    assert try_to_load_from_cache(FILE.repo, FILE.name, cache_dir=cache) == str(path)


def test_where_no_links_are_possible_the_file_itself_has_the_name(
    hub: Server, cache: Path, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object, **_named: object) -> None:
        raise OSError(1314, "A required privilege is not held by the client")

    monkeypatch.setattr("os.symlink", refuse)
    path = fetch().path
    assert not path.is_symlink()
    assert try_to_load_from_cache(FILE.repo, FILE.name, cache_dir=cache) == str(path)
    assert (find_in_hub_cache(FILE, (cache,)), blob_digest(path)) == (path, "")
    assert fetch().was_there
    path.write_bytes(OTHER)
    assert fetch().path.read_bytes() == CONTENT
    assert files(cache) == [
        "models--timm--resnet50.a1_in1k/refs/main",
        f"models--timm--resnet50.a1_in1k/snapshots/{COMMIT}/{FILE.name}",
    ]


@pytest.mark.parametrize("repo", ["timm/renamed", "timm/mirror", "timm/large_only"])
def test_hubs_that_say_it_otherwise_are_understood(repo: str, fetch: Fetch) -> None:
    assert fetch(repo).sha256 == SHA256


@pytest.mark.parametrize(
    ("repo", "expected"),
    [
        ("timm/small", DownloadTrouble.NO_DIGEST),
        ("timm/gated", DownloadTrouble.NOT_ALLOWED),
        ("timm/private", DownloadTrouble.NOT_ALLOWED),
        ("timm/missing", DownloadTrouble.NOT_THERE),
        ("timm/busy", DownloadTrouble.OVERLOADED),
        ("timm/circles", DownloadTrouble.ASTRAY),
        ("timm/hotel_far_away", DownloadTrouble.ASTRAY),
        ("timm/hotel", DownloadTrouble.WEB_PAGE),
        ("timm/stranger", DownloadTrouble.MEANINGLESS),
        ("timm/astray", DownloadTrouble.MEANINGLESS),
        ("timm/hostile", DownloadTrouble.ASTRAY),
        ("timm/swapped", DownloadTrouble.WRONG_DIGEST),
        ("timm/unreliable", DownloadTrouble.CUT_OFF),
    ],
)
def test_what_cannot_be_had_says_why(repo: str, expected: DownloadTrouble, cache: Path, fetch: Fetch) -> None:
    assert trouble(fetch(repo)) is expected
    assert all(".part" in name for name in files(cache)), "nothing leads to half a file"


def test_a_download_that_breaks_off_goes_on(hub: Server, cache: Path, fetch: Fetch) -> None:
    end = fetch("timm/unreliable")
    assert 0 < end.bytes < len(CONTENT)
    hub.asked.clear()
    fetch("timm/unreliable")
    assert hub.asked[-1][2]["Range"]


def test_no_token_is_sent(hub: Server, fetch: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "secret")
    fetch()
    assert "secret" not in str([list(headers.items()) for _, _, headers in hub.asked])
    assert {headers["User-Agent"] for _, _, headers in hub.asked} == {"Whatsit"}


@pytest.mark.parametrize("when", ["asking", "fetching"])
def test_a_stop_is_heard(when: str, hub: Server, cache: Path) -> None:
    enough = 1 if when == "asking" else 2
    steps = download_from_hub(FILE, cache, lambda: len(hub.asked) >= enough, hub.address("").rstrip("/"))
    assert last(steps).ending is Ending.CANCELLED


def test_a_mirror_without_encryption_is_asked_only_where_one_was_named(hub: Server, cache: Path) -> None:
    steps = download_from_hub(FILE, cache, lambda: False, hub.address("").rstrip("/"), Web(), HASTY)
    assert trouble(last(steps)) is DownloadTrouble.UNREACHABLE
    assert hub.asked == []


@pytest.mark.parametrize("endpoint", ["", "huggingface.co", "file:///x", "https://"])
def test_what_is_no_mirror_is_said(endpoint: str, cache: Path) -> None:
    steps = download_from_hub(FILE, cache, lambda: False, endpoint, patience=HASTY)
    assert trouble(last(steps)) is DownloadTrouble.UNREACHABLE


def test_a_cache_that_cannot_be_written_is_said(hub: Server, cache: Path, fetch: Fetch) -> None:
    cache.write_bytes(b"")
    assert trouble(fetch()) is DownloadTrouble.UNWRITABLE


def test_the_mirror_is_what_was_set_or_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    assert hub_endpoint() == HUB
    monkeypatch.setenv("HF_ENDPOINT", "https://mirror.example.org/")
    assert hub_endpoint() == "https://mirror.example.org"
    assert hub_endpoint("http://here:8080/hub/") == "http://here:8080/hub"


@pytest.mark.parametrize(
    ("repo", "name"),
    [("../x", "a"), ("a/b/c", "a"), ("a", "../a"), ("a", "/etc/x"), ("a", ""), ("", "a"), ("a", "b\\c"), ("a", "c:x")],
)
def test_names_that_lead_elsewhere_are_refused(repo: str, name: str) -> None:
    with pytest.raises(ValueError, match="no file of a hub"):
        HubFile(repo, name)
