"""Settings survive whatever happens to their file."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app.settings import Settings, load_settings, save_settings

json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.json"


def test_without_a_file_there_are_the_defaults(path: Path) -> None:
    assert load_settings(path) == Settings()
    assert not path.parent.exists()


def test_what_was_saved_is_loaded(path: Path) -> None:
    chosen = Settings("dark", "de", 3, 0.5, "builtin", "cpu", "fp32", 50, False)
    save_settings(path, chosen)
    assert load_settings(path) == chosen
    assert os.listdir(path.parent) == ["settings.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"top_k": 3',
        b"[" * 100_000,
        b"9" * 5_000,
        b'{"a": 1} trailing',
        b"\0" * 99,
        b'{"top_k": 3}' + b" " * (1 << 20),
    ],
)
def test_a_damaged_file_means_the_defaults_and_is_left_alone(
    path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert load_settings(path) == Settings()
    assert path.read_bytes() == content


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_never_waited_for(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    assert load_settings(path) == Settings()
    assert "it is not a file" in caplog.text
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # so that a mistake fails here and does not wait
    try:
        with pytest.raises(OSError, match="not a file"):
            save_settings(path, Settings())
    finally:
        os.close(reader)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("appearance", "pink"), ("appearance", ["dark"]), ("top_k", 0), ("top_k", 21), ("top_k", 5.0), ("top_k", True),
        ("top_k", "5"), ("least_probability", float("nan")), ("least_probability", float("inf")),
        ("least_probability", -0.1), ("least_probability", "0.3"), ("least_probability", False), ("model", ""),
        ("model", None), ("device", 0), ("device", "gpu"), ("device", "cuda:"),
        ("precision", "bf8"), ("megapixels", 0), ("megapixels", 10_001),
        ("megapixels", 10**400), ("history", 1), ("history", "yes"),
        ("updates", 1), ("updates", "true"), ("offline", 0), ("offline", None),
    ],
)  # fmt: skip
def test_a_value_without_meaning_has_its_default_and_the_others_stay(
    path: Path, name: str, value: object, caplog: pytest.LogCaptureFixture
) -> None:
    other = "top_k" if name != "top_k" else "megapixels"
    path.parent.mkdir()
    path.write_text(json.dumps({other: 7, name: value}))
    with caplog.at_level(logging.WARNING):
        loaded = load_settings(path)
    assert getattr(loaded, name) == getattr(Settings(), name)
    assert getattr(loaded, other) == 7
    assert name in caplog.text


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([*Settings.__dataclass_fields__, "newer"]), json_values))
def test_any_json_gives_settings_that_can_be_saved_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: dict[str, object]
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(content))
    loaded = load_settings(path)
    save_settings(path, loaded)
    assert load_settings(path) == loaded


def test_the_keys_of_a_newer_version_are_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"colour": "teal", "top_k": 3}))
    save_settings(path, load_settings(path))
    assert json.loads(path.read_text())["colour"] == "teal"


def test_what_somebody_else_fixed_is_not_written_over_the_users_own_choice(path: Path) -> None:
    save_settings(path, Settings(top_k=9, history=True))
    save_settings(path, Settings("dark", top_k=3, history=False), frozenset({"top_k", "history"}))
    assert load_settings(path) == Settings("dark", top_k=9)
    path.unlink()
    save_settings(path, Settings("dark", top_k=3), frozenset({"top_k"}))
    assert "top_k" not in json.loads(path.read_text()), "who chose nothing has chosen nothing afterwards"


def test_a_byte_order_mark_is_no_damage(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'\xef\xbb\xbf{"top_k": 3}')
    assert load_settings(path) == Settings(top_k=3)


def test_settings_that_cannot_be_saved_raise_and_leave_the_old_ones(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(OSError):  # noqa: PT011  (which one depends on the system)
        save_settings(path, Settings())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="changes its user")
def test_a_read_only_folder_raises_and_leaves_the_old_settings(path: Path) -> None:
    save_settings(path, Settings(top_k=3))
    for folder in (path.parent, path.parent.parent):
        folder.chmod(0o555)
    child = os.fork()
    if child == 0:
        os.seteuid(65534)
        try:
            save_settings(path, Settings(top_k=9))
        except PermissionError:
            os._exit(0)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert load_settings(path).top_k == 3


def test_another_model_device_or_precision_is_another_engine() -> None:
    others = [Settings(model="x"), Settings(device="cpu"), Settings(precision="fp32")]
    assert all(each.engine != Settings().engine for each in others)
    assert Settings("dark", "de", 3, 0.5, megapixels=7).engine == Settings().engine


def test_at_first_nothing_is_asked_and_the_network_may_be_used() -> None:
    assert (Settings().updates, Settings().offline) == (False, False)


def test_the_limits_follow_from_the_megapixels() -> None:
    assert Settings(megapixels=2).limits.pixels == 2_000_000
