"""Notarising: what is run, and what must be there first."""

from __future__ import annotations

from pathlib import Path

import notarise
import pytest


def test_the_image_is_sent_waited_for_and_stapled() -> None:
    commands = notarise.commands(Path("w.dmg"), dict.fromkeys(notarise.SECRETS, "x"))
    assert [command[:3] for command in commands[:3]] == [
        ["xcrun", "notarytool", "submit"],
        ["xcrun", "stapler", "staple"],
        ["xcrun", "stapler", "validate"],
    ]
    assert "--wait" in commands[0]
    assert all("w.dmg" in command for command in commands)


@pytest.mark.parametrize("missing", notarise.SECRETS)
def test_without_a_secret_nothing_is_sent(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("subprocess.run", lambda *words, **options: pytest.fail("something was run"))
    for name in notarise.SECRETS:
        monkeypatch.setenv(name, "x")
    monkeypatch.delenv(missing)
    assert notarise.main(["w.dmg"]) == 1
    assert missing in capsys.readouterr().err
