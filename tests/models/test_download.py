"""Downloads from a server that misbehaves end with a proved file or with a sentence, and with nothing else."""

from __future__ import annotations

import hashlib
import os
import socket
import ssl
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.models.download import download
from app.models.part import remove_part
from app.models.wanted import DownloadFailure, Patience, Wanted
from app.steps import (
    DownloadAdvance,
    DownloadChecking,
    DownloadEnd,
    DownloadTrouble,
    DownloadWaiting,
    Ending,
)
from app.web import MIRRORED, Web
from app.wording import download_sentence

from .endings import last, trouble
from .misbehaving import BEHAVIOURS, CERTIFICATE, CONTENT, LONG, OTHER, SHA256, Server, serving

WEB = Web(MIRRORED)  # the server of the tests speaks http
HASTY = Patience(silence=0.25, tries=3, pause=0.001, longest_pause=0.01, longest_asked=0.01, largest=3_000_000)
PATIENT = replace(HASTY, silence=LONG)  # so that a busy machine is no failure

Fetch = Callable[..., DownloadEnd]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "weights.pth"


@pytest.fixture
def fetch(server: Server, path: Path) -> Fetch:
    """Downloads what lies behind a behaviour of the server."""

    def fetch(behaviour: str, patience: Patience = PATIENT, **named: object) -> DownloadEnd:
        wanted = Wanted(server.address(behaviour), path, **({"size": len(CONTENT), "digest": SHA256} | named))
        return last(download(wanted, lambda: False, WEB, patience))

    return fetch


def left(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir()) if path.parent.exists() else []


def put_part(path: Path, content: bytes, fetch: Fetch) -> None:
    """As if a download of the file had broken off."""
    assert trouble(fetch("cut", replace(HASTY, tries=1))) is DownloadTrouble.CUT_OFF
    path.with_name(f"{path.name}.part").write_bytes(content)


# --- every behaviour -----------------------------------------------------------------------------------------------

STATUSES = [f"status/{number}" for number in (204, 301, 304, 400, 401, 403, 404, 410, 418, 429, 500, 503, 511)]
STALLING = ["silent", "stalls", "drips", "drips_headers"]  # each try costs a silence
PUBLISHED = [
    {},
    {"size": None, "digest": SHA256[:8]},
    {"size": None},
    {"digest": ""},
]


@pytest.mark.parametrize("behaviour", [*BEHAVIOURS, *STATUSES])
def test_every_end_is_a_proved_file_or_a_sentence(behaviour: str, path: Path, fetch: Fetch) -> None:
    for published in PUBLISHED[: 1 if behaviour in STALLING else None]:
        for is_resumed in (False, True):
            remove_part(path)
            path.unlink(missing_ok=True)
            if is_resumed:
                fetch("cut", replace(HASTY, tries=1), **published)
            end = fetch(behaviour, replace(HASTY, silence=0.1, tries=2), **published)
            names = left(path)
            if end.ending is Ending.COMPLETED:
                size, digest = path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest()
                assert (end.sha256, end.bytes, names) == (digest, size, [path.name])
                assert digest == SHA256 or not published.get("digest", SHA256)
                continue
            assert end.error
            assert download_sentence(end.error).isprintable()
            assert len(end.error.detail) <= 200
            assert set(names) <= {f"{path.name}.part", f"{path.name}.part.json"}


GOOD = [
    "good",
    "chunked",
    "until_closed",
    "without_validator",
    "weak",
    "dated",
    "cut_once",
    "stalls_once",
    "corrupt_once",
    "changes",
    "changes_unsaid",
    "no_ranges",
    "short_ranges",
    "busy_once",
    "busy_long",
    "moved",
    "odd_length",
    "slow",
]


@pytest.mark.parametrize("behaviour", GOOD)
def test_what_can_be_had_is_had(behaviour: str, path: Path, fetch: Fetch) -> None:
    end = fetch(behaviour, replace(HASTY if "stalls" in behaviour else PATIENT, tries=30))
    assert end == DownloadEnd(Ending.COMPLETED, path, SHA256, len(CONTENT))
    assert path.read_bytes() == CONTENT
    assert left(path) == [path.name]


@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        ("gone", DownloadTrouble.UNREACHABLE),
        ("to_nowhere", DownloadTrouble.UNREACHABLE),
        ("cut_to_nothing", DownloadTrouble.CUT_OFF),
        ("crumbs", DownloadTrouble.CUT_OFF),
        ("chunk_cut", DownloadTrouble.CUT_OFF),
        ("odd_chunks", DownloadTrouble.CUT_OFF),
        ("no_ranges_and_cut", DownloadTrouble.CUT_OFF),
        ("status/429", DownloadTrouble.OVERLOADED),
        ("status/500", DownloadTrouble.OVERLOADED),
        ("status/503", DownloadTrouble.OVERLOADED),
        ("busy_oddly", DownloadTrouble.OVERLOADED),
        ("status/400", DownloadTrouble.REFUSED),
        ("status/401", DownloadTrouble.NOT_ALLOWED),
        ("status/403", DownloadTrouble.NOT_ALLOWED),
        ("status/404", DownloadTrouble.NOT_THERE),
        ("status/410", DownloadTrouble.NOT_THERE),
        ("loop", DownloadTrouble.ASTRAY),
        ("to_disk", DownloadTrouble.ASTRAY),
        ("odd_move", DownloadTrouble.ASTRAY),
        ("page", DownloadTrouble.WEB_PAGE),
        ("status/511", DownloadTrouble.WEB_PAGE),
        ("zipped", DownloadTrouble.MEANINGLESS),
        ("nonsense", DownloadTrouble.MEANINGLESS),
        ("flood", DownloadTrouble.MEANINGLESS),
        ("long_header", DownloadTrouble.MEANINGLESS),
        ("hostile", DownloadTrouble.MEANINGLESS),
        ("odd_range", DownloadTrouble.MEANINGLESS),
        ("many_ranges", DownloadTrouble.MEANINGLESS),
        ("status/204", DownloadTrouble.MEANINGLESS),
        ("wrong_range", DownloadTrouble.MEANINGLESS),
        ("refused_ranges", DownloadTrouble.MEANINGLESS),
        ("less", DownloadTrouble.WRONG_SIZE),
        ("more", DownloadTrouble.WRONG_SIZE),
        ("immense", DownloadTrouble.WRONG_SIZE),
        ("empty", DownloadTrouble.WRONG_SIZE),
        ("untold_page", DownloadTrouble.WRONG_SIZE),
        ("endless", DownloadTrouble.WRONG_SIZE),
        ("corrupt", DownloadTrouble.WRONG_DIGEST),
        ("other", DownloadTrouble.WRONG_DIGEST),
    ],
)
def test_what_cannot_be_had_says_why(behaviour: str, expected: DownloadTrouble, fetch: Fetch) -> None:
    assert trouble(fetch(behaviour)) is expected


@pytest.mark.parametrize("behaviour", STALLING)
def test_what_takes_too_long_is_given_up(behaviour: str, server: Server, fetch: Fetch) -> None:
    assert trouble(fetch(behaviour, HASTY)) is DownloadTrouble.TOO_SLOW
    assert HASTY.tries <= len(server.asked) <= HASTY.tries + 1, "what gets further makes up for one"


@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        ("less", DownloadTrouble.WRONG_DIGEST),
        ("untold_page", DownloadTrouble.WEB_PAGE),
        ("endless", DownloadTrouble.WRONG_SIZE),
        ("immense", DownloadTrouble.NO_ROOM),
        ("empty", DownloadTrouble.WRONG_DIGEST),
    ],
)
def test_where_no_size_is_published_lies_come_out_later(
    behaviour: str, expected: DownloadTrouble, path: Path, fetch: Fetch
) -> None:
    assert trouble(fetch(behaviour, size=None, digest=SHA256[:8])) is expected
    assert not path.exists()


def test_too_long_a_length_is_found_out_when_nothing_is_missing(fetch: Fetch) -> None:
    assert fetch("more", size=None, digest=SHA256[:8]).sha256 == SHA256


# --- going on ------------------------------------------------------------------------------------------------------


def test_what_breaks_off_goes_on_from_there(server: Server, fetch: Fetch) -> None:
    assert fetch("cut_once").sha256 == SHA256
    assert server.begins == [None, "bytes=180000-"]
    assert server.asked[1][2]["If-Range"] == '"one"'


def test_another_download_goes_on_too(server: Server, path: Path, fetch: Fetch) -> None:
    end = fetch("cut", replace(HASTY, tries=1))
    assert (end.bytes, left(path)) == (180_000, [f"{path.name}.part", f"{path.name}.part.json"])
    server.asked.clear()
    assert fetch("good").sha256 == SHA256
    assert server.begins == ["bytes=180000-"], "a mirror has the same file"
    assert server.asked[0][2]["If-Range"] is None, "but another name for it"


def test_a_part_that_is_whole_needs_no_more_of_the_server(server: Server, path: Path, fetch: Fetch) -> None:
    put_part(path, CONTENT, fetch)
    server.asked.clear()
    assert fetch("good").sha256 == SHA256
    assert server.asked == []


def test_without_a_digest_or_validator_nothing_is_put_together(server: Server, fetch: Fetch) -> None:
    assert fetch("without_validator", digest="").sha256 == SHA256
    assert server.begins == [None, None]
    server.asked.clear()
    server.tries.clear()


@pytest.mark.parametrize("note", [b"", b"[" * 100_000, b"{}", b'{"digest": 1, "validator": 2}', b"\xff", b"null"])
def test_a_part_of_which_nobody_knows_what_it_is_counts_for_nothing(
    note: bytes, server: Server, path: Path, fetch: Fetch
) -> None:
    put_part(path, CONTENT[:1000], fetch)
    path.with_name(f"{path.name}.part.json").write_bytes(note)
    server.asked.clear()
    assert fetch("good").sha256 == SHA256
    assert server.begins == [None]


def test_a_part_of_another_file_counts_for_nothing(server: Server, path: Path, fetch: Fetch) -> None:
    put_part(path, OTHER[:1000], fetch)
    server.content, server.asked = OTHER, []
    digest = hashlib.sha256(OTHER).hexdigest()
    assert fetch("good", digest=digest).sha256 == digest
    assert server.begins == [None]


@pytest.mark.parametrize("content", [OTHER[:1000], bytes(len(CONTENT)), CONTENT + b"more"])
def test_a_damaged_part_is_found_out_and_fetched_again(content: bytes, path: Path, fetch: Fetch) -> None:
    put_part(path, content, fetch)
    assert fetch("good").sha256 == SHA256
    assert path.read_bytes() == CONTENT


@pytest.mark.parametrize("behaviour", ["page", "other_size", "status/403", "gone", "zipped", "untold_page"])
def test_what_is_no_answer_costs_nothing_of_what_is_there(
    behaviour: str, server: Server, path: Path, fetch: Fetch
) -> None:
    """A network may want a login after a gigabyte."""
    put_part(path, CONTENT[:1000], fetch)
    if behaviour == "other_size":
        server.content, behaviour = CONTENT[:50], "good"
        path.with_name(f"{path.name}.part").write_bytes(CONTENT[:20])
    kept = path.with_name(f"{path.name}.part").read_bytes()
    fetch(behaviour)
    assert path.with_name(f"{path.name}.part").read_bytes() == kept


def test_what_is_wrong_twice_is_thrown_away(server: Server, path: Path, fetch: Fetch) -> None:
    assert trouble(fetch("corrupt")) is DownloadTrouble.WRONG_DIGEST
    assert server.begins == [None, None]
    assert left(path) == []


KILLED = """
import sys
from pathlib import Path
from app.models.download import download
from app.models.wanted import Wanted
from app.web import MIRRORED, Web
wanted = Wanted(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
for step in download(wanted, lambda: False, Web(MIRRORED)):
    print(step, flush=True)
"""


def begun(*words: str, code: str = KILLED) -> subprocess.Popen[str]:
    environment = os.environ | {"no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}
    return subprocess.Popen([sys.executable, "-c", code, *words], stdout=subprocess.PIPE, text=True, env=environment)


def test_a_killed_download_goes_on_and_keeps_nobody_out(server: Server, path: Path, fetch: Fetch) -> None:
    with begun(server.address("halfway"), str(path), str(len(CONTENT)), SHA256) as process:
        assert process.stdout
        while "done=0" in process.stdout.readline():
            pass
        assert trouble(fetch("good")) is DownloadTrouble.BUSY
        process.kill()
    server.asked.clear()
    assert fetch("good").sha256 == SHA256
    assert server.begins[0] not in (None, "bytes=0-")
    assert left(path) == [path.name]


# --- what is there already -----------------------------------------------------------------------------------------


def test_a_file_that_is_there_is_proved_and_not_fetched(server: Server, path: Path, fetch: Fetch) -> None:
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    path.parent.chmod(0o555)
    assert fetch("good") == DownloadEnd(Ending.COMPLETED, path, SHA256, len(CONTENT), was_there=True)
    path.parent.chmod(0o755)
    assert server.asked == []


@pytest.mark.parametrize("damaged", [b"", CONTENT[:-1], bytes(len(CONTENT))])
def test_a_damaged_file_stays_until_the_right_one_is_there(damaged: bytes, path: Path, fetch: Fetch) -> None:
    path.parent.mkdir()
    path.write_bytes(damaged)
    assert trouble(fetch("corrupt")) is DownloadTrouble.WRONG_DIGEST
    assert path.read_bytes() == damaged
    assert fetch("good").was_there is False
    assert path.read_bytes() == CONTENT


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_link_to_a_good_file_counts_and_one_to_a_bad_file_is_replaced(path: Path, fetch: Fetch) -> None:
    target = path.parent.parent / "shared.pth"
    target.write_bytes(CONTENT)
    path.parent.mkdir()
    path.symlink_to(target)
    assert fetch("good").was_there
    target.write_bytes(OTHER)
    assert fetch("good").sha256 == SHA256
    assert target.read_bytes() == OTHER, "the other file is somebody's"
    assert not path.is_symlink()


# --- the disk ------------------------------------------------------------------------------------------------------


def test_room_is_looked_for_before_anything_is_asked(server: Server, fetch: Fetch) -> None:
    end = fetch("good", size=1 << 60)
    assert trouble(end) is DownloadTrouble.NO_ROOM
    assert server.asked == []
    assert "are free" in download_sentence(end.error)


LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_disk_that_fills_up_keeps_what_is_there(server: Server, path: Path, fetch: Fetch) -> None:
    with begun(server.address("good"), str(path), str(len(CONTENT)), SHA256, code=LIMITED + KILLED) as process:
        assert process.stdout
        assert "NO_ROOM" in process.stdout.read().splitlines()[-1]
    assert path.with_name(f"{path.name}.part").stat().st_size == 100_000
    server.asked.clear()
    assert fetch("good").sha256 == SHA256
    assert server.begins == ["bytes=100000-"]


@pytest.mark.parametrize("in_the_way", ["folder", "file above", "part", "fifo"])
def test_where_nothing_can_be_written_is_said(in_the_way: str, server: Server, path: Path, fetch: Fetch) -> None:
    if in_the_way == "folder":
        path.mkdir(parents=True)
    elif in_the_way == "file above":
        path.parent.write_bytes(b"")
    elif in_the_way == "part":
        path.with_name(f"{path.name}.part").mkdir(parents=True)
    elif hasattr(os, "mkfifo"):
        path.parent.mkdir()
        os.mkfifo(path)
    else:
        pytest.skip("no such files here")
    end = fetch("good")
    assert trouble(end) is DownloadTrouble.UNWRITABLE
    assert end.error.detail
    assert server.asked == []


@pytest.mark.skipif(not hasattr(os, "seteuid") or os.geteuid() != 0, reason="who else may write everywhere?")
def test_a_read_only_folder_is_said(server: Server, tmp_path: Path, fetch: Fetch, path: Path) -> None:
    path.parent.mkdir()
    for folder in (path.parent, tmp_path, *tmp_path.parents[:3]):
        folder.chmod(folder.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    os.seteuid(65534)
    try:
        end = fetch("good")
    finally:
        os.seteuid(0)
    assert trouble(end) is DownloadTrouble.UNWRITABLE
    assert "Permission denied" in end.error.detail


def test_a_folder_that_vanishes_is_said(server: Server, path: Path) -> None:
    steps = download(Wanted(server.address("halfway"), path, len(CONTENT), SHA256), lambda: False, WEB, PATIENT)
    while not (isinstance(step := next(steps), DownloadAdvance) and step.done):
        pass
    path.parent.rename(path.parent.with_name("elsewhere"))
    server.may_go_on.set()
    end = last(steps)
    assert trouble(end) is DownloadTrouble.UNWRITABLE
    assert not path.exists()


# --- two at once ---------------------------------------------------------------------------------------------------


def test_a_second_download_of_the_same_file_says_that_one_is_under_way(server: Server, path: Path) -> None:
    first = download(Wanted(server.address("halfway"), path, len(CONTENT), SHA256), lambda: False, WEB, PATIENT)
    next(first)
    second = download(Wanted(server.address("good"), path, len(CONTENT), SHA256), lambda: False, WEB, PATIENT)
    assert trouble(last(second)) is DownloadTrouble.BUSY
    with pytest.raises(DownloadFailure) as caught:
        remove_part(path)
    assert caught.value.error.trouble is DownloadTrouble.BUSY
    server.may_go_on.set()
    assert last(first).sha256 == SHA256


def test_who_leaves_in_the_middle_keeps_nobody_out(server: Server, path: Path, fetch: Fetch) -> None:
    steps = download(Wanted(server.address("halfway"), path, len(CONTENT), SHA256), lambda: False, WEB, PATIENT)
    while not (isinstance(step := next(steps), DownloadAdvance) and step.done):
        pass
    steps.close()
    kept = path.with_name(f"{path.name}.part").stat().st_size
    assert kept >= step.done
    server.asked.clear()
    assert fetch("good").sha256 == SHA256
    assert server.begins == [f"bytes={kept}-"]


@pytest.mark.parametrize("behaviour", ["silent", "halfway"])
def test_who_leaves_hangs_up(behaviour: str, server: Server, path: Path) -> None:
    before = set(threading.enumerate())
    steps = download(Wanted(server.address(behaviour), path), lambda: bool(server.asked), WEB, PATIENT)
    assert last(steps).ending is Ending.CANCELLED
    for thread in set(threading.enumerate()) - before:
        if thread.name == "download":
            thread.join(LONG / 2)
            assert not thread.is_alive()


def test_a_part_can_be_removed(path: Path, fetch: Fetch) -> None:
    assert remove_part(path) == 0
    put_part(path, CONTENT[:1000], fetch)
    assert remove_part(path) == 1000
    assert left(path) == []


# --- stopping ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("behaviour", ["silent", "stalls", "drips", "drips_headers", "halfway", "status/503"])
def test_a_stop_is_heard_wherever_it_waits(behaviour: str, server: Server, path: Path) -> None:
    begun, wanted = time.monotonic(), Wanted(server.address(behaviour), path, None, SHA256)
    steps = download(wanted, lambda: bool(server.asked), WEB, replace(PATIENT, pause=LONG, longest_pause=LONG))
    assert last(steps).ending is Ending.CANCELLED
    assert time.monotonic() - begun < LONG / 2


def test_a_stop_is_heard_while_a_name_is_looked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system looks for a name as long as it likes, and nothing can stop it."""
    found, asked = threading.Event(), threading.Event()

    def look(*_words: object, **_named: object) -> list[object]:
        asked.set()
        found.wait(LONG)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look)
    monkeypatch.setattr("urllib.request.getproxies", dict)
    steps = download(Wanted("https://example.org/x", path), asked.is_set, Web(), PATIENT)
    assert last(steps).ending is Ending.CANCELLED
    found.set()


@pytest.mark.skipif(sys.platform != "linux", reason="whose queue of connections is full when it says so")
def test_a_stop_is_heard_while_nobody_takes_the_connection(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib.request.getproxies", dict)
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf, socket.socket() as first, socket.socket() as second:
        first.connect(deaf.getsockname())
        second.setblocking(False)
        second.connect_ex(deaf.getsockname())
        stop = threading.Timer(0.3, lambda: None)
        stop.start()
        wanted = Wanted(f"http://127.0.0.1:{deaf.getsockname()[1]}/", path)
        begun = time.monotonic()
        patience = replace(PATIENT, silence=1.0)  # in which the thread ends by itself
        end = last(download(wanted, lambda: not stop.is_alive(), WEB, patience))
        assert end.ending is Ending.CANCELLED
        assert time.monotonic() - begun < 1.0


def test_a_stop_is_heard_while_a_file_is_checked(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(bytes(5 << 20))
    looks = iter([False, False, True])
    steps = download(Wanted("https://example.org/x", path, 5 << 20, SHA256), lambda: next(looks), WEB, PATIENT)
    assert last(steps).ending is Ending.CANCELLED


# --- what is told --------------------------------------------------------------------------------------------------


def test_progress_is_told(server: Server, path: Path) -> None:
    now = iter(range(10_000))
    patience = replace(PATIENT, clock=lambda: float(next(now)), silence=1e9)
    steps = list(download(Wanted(server.address("good"), path, None, SHA256), lambda: False, WEB, patience))
    advances = [step for step in steps if isinstance(step, DownloadAdvance)]
    assert [step.done for step in advances] == sorted(step.done for step in advances)
    assert advances[-1].done == advances[-1].total == len(CONTENT)
    assert advances[-1].rate
    assert advances[-1].left == 0
    assert [step.total for step in steps if isinstance(step, DownloadChecking)] == [len(CONTENT)]


def test_progress_is_told_no_more_than_ten_times_a_second(server: Server, path: Path) -> None:
    patience = replace(PATIENT, clock=lambda: 0.0)
    steps = list(download(Wanted(server.address("good"), path, None, SHA256), lambda: False, WEB, patience))
    assert len(steps) == 2


def test_pauses_are_told_with_what_went_wrong(server: Server, path: Path) -> None:
    steps = list(download(Wanted(server.address("status/503"), path), lambda: False, WEB, HASTY))
    waiting = [step for step in steps if isinstance(step, DownloadWaiting)]
    assert len(waiting) == HASTY.tries - 1
    assert {step.error.trouble for step in waiting} == {DownloadTrouble.OVERLOADED}
    assert waiting[0].error.subject == "127.0.0.1"


def test_pauses_grow_and_are_bounded() -> None:
    patience = Patience(jitter=lambda: 0.0)
    assert [patience.pause_after(nth, 0.0) for nth in range(1, 8)] == [1, 2, 4, 8, 16, 30, 30]
    assert replace(patience, jitter=lambda: 1.0).pause_after(3, 0.0) == 2.0
    assert patience.pause_after(1, 60.0) == 60.0
    assert patience.pause_after(1, 1e6) == 120.0


def test_nothing_is_told_about_who_asks(server: Server, fetch: Fetch) -> None:
    fetch("moved")
    names = {name for _, _, headers in server.asked for name in headers}
    assert names == {"Accept-Encoding", "Connection", "Host", "User-Agent", "Range", "If-Range"}
    assert {headers["User-Agent"] for _, _, headers in server.asked} == {"Whatsit"}
    assert {headers["Accept-Encoding"] for _, _, headers in server.asked} == {"identity"}


# --- encryption ----------------------------------------------------------------------------------------------------


def test_over_https_only_a_trusted_server_is_believed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib.request.getproxies", dict)
    with serving(Server(is_safe=True)) as server:
        wanted = Wanted(server.address("cut_once"), path, len(CONTENT), SHA256)
        assert trouble(last(download(wanted, lambda: False, patience=HASTY))) is DownloadTrouble.UNTRUSTED
        assert server.asked == []

        def context(protocol: int) -> ssl.SSLContext:
            made = ssl.SSLContext(protocol)
            made.load_verify_locations(CERTIFICATE)
            return made

        monkeypatch.setattr("truststore.SSLContext", context)
        assert last(download(wanted, lambda: False, patience=HASTY)).sha256 == SHA256
        assert server.begins == [None, "bytes=180000-"]


def test_without_encryption_nothing_is_asked_unless_it_may(server: Server, path: Path) -> None:
    end = last(download(Wanted(server.address("good"), path), lambda: False, patience=HASTY))
    assert trouble(end) is DownloadTrouble.UNREACHABLE
    assert server.asked == []


@pytest.mark.parametrize("address", ["", "weights.pth", "file:///etc/hostname", "https://", "http://[::1", "ftp://x/y"])
def test_what_is_no_address_is_said(address: str, path: Path) -> None:
    end = last(download(Wanted(address, path), lambda: False, WEB, HASTY))
    assert trouble(end) is DownloadTrouble.UNREACHABLE
