"""What packages say about the program is read from where it stands."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from project import (
    ROOT,
    Refusal,
    Release,
    epoch,
    releases,
    releases_in,
    settings,
    status_of,
    tool,
    whole,
)

from app import __version__

CHANGELOG = """\
# Changes

Words before.

## 1.2.0 (2026-02-28)

* A change, `marked`,
  on two lines.
* Another.

More words.

## 1.0.0 (unreleased)

* The first.
"""


def test_releases_come_with_their_dates_and_changes() -> None:
    newer, older = releases_in(CHANGELOG)
    assert newer == Release("1.2.0", "2026-02-28", ("A change, `marked`, on two lines.", "Another."))
    assert newer.second == 1_772_236_800
    assert (older.version, older.date, older.changes) == ("1.0.0", None, ("The first.",))
    assert older.second == epoch()


@pytest.mark.parametrize("heading", ["## 1.0.0 (2026-13-45)", "## 1.2.0", "## Unreleased", "## 1.2.0 (soon)"])
def test_a_heading_of_another_kind_is_refused(heading: str) -> None:
    with pytest.raises(Refusal, match="heading"):
        releases_in(f"# Changes\n\n{heading}\n\n* One.\n")


def test_our_own_change_log_begins_with_this_version_and_has_changes() -> None:
    assert releases()[0].version == __version__
    assert all(release.changes for release in releases())


def test_every_setting_of_the_publisher_is_empty_here() -> None:
    assert settings() == dict.fromkeys(("publisher", "maintainer", "homepage", "screenshots", "update_address"), "")


def test_without_a_date_that_of_the_commit_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    asked = subprocess.run(
        ["git", "-C", ROOT, "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
    )
    if asked.returncode:
        pytest.skip("no checkout")
    assert epoch.__wrapped__() == int(asked.stdout)


def test_without_a_date_and_a_commit_nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    with pytest.raises(Refusal, match="SOURCE_DATE_EPOCH"):
        epoch.__wrapped__()


def test_without_a_date_and_git_nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Refusal, match="git is missing"):
        epoch.__wrapped__()


@pytest.mark.parametrize("given", ["yesterday", "-1", "1.5"])
def test_a_date_that_is_none_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(Refusal, match="is not a number of seconds"):
        epoch.__wrapped__()


def test_a_tool_that_is_missing_is_a_sentence() -> None:
    assert Path(tool("git", "git")).stem == "git"
    with pytest.raises(Refusal, match="objdumb is missing: install binutils"):
        tool("objdumb", "binutils")


def test_what_the_system_refuses_is_a_sentence_in_the_name_of_the_script(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of("deb.py", (tmp_path / "none").read_bytes) == 1
    assert capsys.readouterr().err.startswith("deb.py: [Errno 2] No such file")


def test_what_is_made_is_whole_or_as_it_was(tmp_path: Path) -> None:
    package = tmp_path / "whatsit.deb"
    with whole(package) as unfinished:
        unfinished.write_text("first")
    with pytest.raises(UnicodeEncodeError), whole(package) as unfinished:
        unfinished.write_text("second\udc80", "utf-8")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["first"]
