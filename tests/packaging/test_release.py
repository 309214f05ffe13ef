"""What the release workflow decides and writes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import release

CHANGES = "# Changes\n\n## 1.2.3 (2026-11-26)\n\n* New.\n* Newer.\n\n## 1.2.2 (2026-10-01)\n\n* Old.\n"
SECRETS = {f"HAS_{name}": "true" for name in release.SECRETS}


def test_nothing_stands_against_a_release_that_has_everything() -> None:
    assert not list(release.objections("v1.2.3", "1.2.3", CHANGES, SECRETS))


@pytest.mark.parametrize("tag", ["", "1.2.3", "v1.2.4", "main"])
def test_a_tag_that_is_not_the_version_is_refused(tag: str) -> None:
    (objection,) = release.objections(tag, "1.2.3", CHANGES, SECRETS)
    assert "is not v1.2.3" in objection


@pytest.mark.parametrize(
    "changes", ["", CHANGES.replace("2026-11-26", "unreleased"), CHANGES.replace("1.2.3", "1x2x3")]
)
def test_changes_without_a_date_are_refused(changes: str) -> None:
    (objection,) = release.objections("v1.2.3", "1.2.3", changes, SECRETS)
    assert "CHANGELOG.md" in objection


@pytest.mark.parametrize("name", release.SECRETS)
@pytest.mark.parametrize("value", ["false", ""])
def test_a_release_without_a_secret_is_refused(name: str, value: str) -> None:
    (objection,) = release.objections("v1.2.3", "1.2.3", CHANGES, {**SECRETS, f"HAS_{name}": value})
    assert f"the secret {name} is missing" in objection


def test_the_command_says_everything_that_stands_against_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in SECRETS:
        monkeypatch.delenv(name, raising=False)
    assert release.main(["check", "v0.0.0"]) == 1
    said = capsys.readouterr().err
    assert all(name in said for name in release.SECRETS)


def test_the_notes_are_the_section_of_this_version() -> None:
    assert release.notes(CHANGES, "1.2.3") == "* New.\n* Newer."
    assert release.notes(CHANGES, "1.2.2") == "* Old."
    assert release.notes(CHANGES, "9.9.9") == ""


def test_the_sums_are_those_of_every_file_but_their_own(tmp_path: Path) -> None:
    for name in ("b.deb", "a.zip"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    for _ in range(2):
        assert release.main(["sums", str(tmp_path)]) == 0
    lines = (tmp_path / release.SUMS).read_text(encoding="utf-8").splitlines()
    assert lines == [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.zip", "b.deb")]
