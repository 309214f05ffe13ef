"""A policy fixes what it names, and one that is broken lets nothing through that matters."""

from __future__ import annotations

import json
import logging
import os
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app.policy import FREE, VARIABLE, Policy, load_policy, machine_policy
from app.settings import Settings, load_settings, save_settings

from .test_settings import json_values


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where the computer's own policy would be."""
    return tmp_path / "etc" / "policy.json"


def written(path: Path, content: object) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def is_closed(policy: Policy) -> bool:
    """Whether it is one that cannot be read, and fixes what must not get through."""
    closed = Settings(top_k=7, history=False, updates=False, offline=True)
    return bool(policy.trouble) and policy.applied(Settings(top_k=7, updates=True)) == closed


def test_without_a_file_nothing_is_fixed(own: Path) -> None:
    assert load_policy({}, own) == FREE
    assert load_policy({VARIABLE: ""}, own) == FREE
    assert FREE.applied(Settings(top_k=7)) == Settings(top_k=7)


def test_what_it_names_is_fixed_and_the_rest_is_the_users(own: Path) -> None:
    policy = load_policy({}, written(own, {"history": False, "top_k": 3}))
    assert policy == Policy(own, frozenset({"history", "top_k"}), Settings(history=False, top_k=3))
    assert policy.applied(Settings(top_k=9, appearance="dark")) == Settings("dark", top_k=3, history=False)


def test_a_value_that_is_the_default_is_fixed_too(own: Path) -> None:
    assert load_policy({}, written(own, {"top_k": 5})).applied(Settings(top_k=9)).top_k == 5


def test_a_setting_that_stands_there_twice_lets_nothing_through(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    policy = load_policy({}, written(own, '{"offline": true, "top_k": 3, "offline": false}'))
    assert is_closed(policy)
    assert policy.trouble == "'offline' stands in it twice"


def test_an_empty_object_fixes_nothing(own: Path) -> None:
    assert load_policy({}, written(own, {})) == Policy(own)


def test_a_byte_order_mark_is_no_damage(own: Path) -> None:
    own.parent.mkdir()
    own.write_bytes(b'\xef\xbb\xbf{"top_k": 3}')
    assert load_policy({}, own).fixed == {"top_k"}


def test_the_variable_names_a_file_where_the_computer_has_none(own: Path, tmp_path: Path) -> None:
    named = {VARIABLE: str(written(tmp_path / "named.json", {"top_k": 3}))}
    assert load_policy(named, own).fixed == {"top_k"}
    written(own, {"history": False})
    assert load_policy(named, own).fixed == {"history"}, "nobody gets rid of the computer's own"


@pytest.mark.parametrize("name", ["gone.json", "relative.json", os.devnull])
def test_what_the_variable_names_has_to_be_there(
    own: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "relative.json", {"top_k": 3})
    policy = load_policy({VARIABLE: str(tmp_path / name) if name == "gone.json" else name}, own)
    assert is_closed(policy)
    assert policy.trouble in caplog.text


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "Expecting value"),
        (b'{"history": false,}', "line 1 column 19"),
        (b"[]", "it is no JSON object"),
        (b"null", "it is no JSON object"),
        ('{"top_k": 3}'.encode("utf-16"), "it is not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b"{}" + b" " * (1 << 20), "it is too large"),
    ],
)
def test_a_damaged_one_lets_nothing_through_that_matters(
    own: Path, content: bytes, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    own.parent.mkdir()
    own.write_bytes(content)
    policy = load_policy({}, own)
    assert is_closed(policy)
    assert trouble in policy.trouble
    assert trouble in caplog.text


def test_a_folder_in_its_place_is_one_that_cannot_be_read(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    own.mkdir(parents=True)
    assert is_closed(load_policy({}, own))
    assert "it is not a file" in caplog.text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_never_waited_for(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    own.parent.mkdir()
    os.mkfifo(own)
    assert is_closed(load_policy({}, own))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_nowhere_is_one_that_cannot_be_read(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    own.parent.mkdir()
    own.symlink_to("gone.json")
    assert is_closed(load_policy({}, own))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_in_a_folder_that_is_a_link_to_nowhere_there_may_be_one(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    own.parent.symlink_to("share that is not connected")
    assert is_closed(load_policy({}, own))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="changes its user")
@pytest.mark.parametrize("closed", ["file", "folder"])
def test_one_that_may_not_be_read_is_one_that_cannot_be_read(own: Path, closed: str) -> None:
    written(own, {"top_k": 3})
    for folder in own.parent.parents:
        folder.chmod(folder.stat().st_mode | 0o055)
    (own if closed == "file" else own.parent).chmod(0)
    child = os.fork()
    if child == 0:
        os.seteuid(65534)
        os._exit(0 if is_closed(load_policy({}, own)) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_what_means_nothing_does_not_count_and_the_rest_holds(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    stored = {"top_k": "many", "appearance": "dark", "colour": "teal", "megapixels": [1] * 99}
    policy = load_policy({}, written(own, stored))
    assert (policy.fixed, policy.values) == ({"appearance"}, Settings("dark"))
    assert policy.ignored == (
        "[1, 1, 1, 1, 1, 1, ...] has no meaning as megapixels",
        "'many' has no meaning as top_k",
        "'colour' is no setting",
    )
    assert all(phrase in caplog.text for phrase in policy.ignored)


def test_what_matters_is_closed_even_if_its_value_means_nothing(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    policy = load_policy({}, written(own, {"history": "true", "top_k": 3}))
    assert policy.applied(Settings()) == Settings(top_k=3, history=False)
    assert policy.closed == {"history"}
    assert policy.ignored == ("'true' has no meaning as history; it is false now",)
    policy = load_policy({}, written(own, {"offline": "yes", "updates": 1}))
    assert policy.applied(Settings(updates=True)) == Settings(updates=False, offline=True)
    assert policy.ignored[0] == "'yes' has no meaning as offline; it is true now"


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([*Settings.__dataclass_fields__, "newer"]), json_values))
def test_any_json_gives_settings_that_can_be_used(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: dict[str, object]
) -> None:
    policy = load_policy({}, written(tmp_path / "policy.json", content))
    save_settings(tmp_path / "settings.json", policy.applied(Settings()))
    assert load_settings(tmp_path / "settings.json") == policy.applied(Settings())
    assert policy.fixed <= content.keys()


@pytest.mark.skipif(sys.platform != "linux", reason="the place of Linux")
def test_a_users_environment_does_not_move_the_computers_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME", "WHATSIT_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert machine_policy() == Path("/etc/whatsit/policy.json")


def test_on_other_systems_it_lies_where_users_cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def opened(root: str, name: str) -> Iterator[tuple[str, str]]:
        yield root, name

    registry = types.ModuleType("winreg")
    registry.HKEY_LOCAL_MACHINE = "HKLM"  # type: ignore[attr-defined]
    registry.OpenKey = opened  # type: ignore[attr-defined]
    registry.QueryValueEx = lambda key, name: ("C:/Program Files", 1) if key[0] == "HKLM" else name  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(sys, "platform", "win32")
    assert machine_policy() == Path("C:/Program Files/Whatsit/policy.json")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert machine_policy() == Path("/Library/Application Support/whatsit/policy.json")


def test_a_note_of_the_log_is_a_warning(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    load_policy({}, written(own, {"colour": "teal"}))
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
