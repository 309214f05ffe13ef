"""What the doctor finds when things are broken: a problem in words each time."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cli import checks
from app.cli.checks import all_checks
from app.cli.findings import Check, Finding, Verdict, findings
from app.desktop.languages import LANGUAGES, SYSTEM
from app.results.database import MIGRATIONS
from app.results.store import Store
from app.runs.request import method_of
from app.steps import JobFailure, Trouble
from app.values import Device, DeviceState, Failed, ImageRef, Reason, Stage, Stamp


def problems(check: Check) -> list[str]:
    return [finding.words for finding in findings("it", check) if finding.verdict is Verdict.PROBLEM]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    return tmp_path


@pytest.mark.parametrize("error", [ValueError(), ImportError("a\nb"), OSError(2, "gone"), RecursionError("deep")])
def test_an_exception_is_a_problem(error: Exception) -> None:
    def check() -> Iterator[Finding]:
        yield Finding(Verdict.OK, "first", "fine")
        raise error

    first, second = findings("it", check)
    assert first.verdict is Verdict.OK
    assert second.verdict is Verdict.PROBLEM
    assert type(error).__name__ in second.words
    assert "\n" not in second.words


def test_a_job_failure_is_its_sentence() -> None:
    def check() -> Iterator[Finding]:
        raise JobFailure(Trouble.WEIGHTS_MISSING, "package")
        yield

    assert problems(check) == ["The model’s weights are missing; install Whatsit again (package)."]


@pytest.mark.usefixtures("home")
def test_fresh_places_are_fine() -> None:
    assert problems(checks.check_places) == []


def test_damaged_settings_are_a_problem(home: Path) -> None:
    settings = home / "CONFIG" / "whatsit" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text("{")
    assert "cannot be read" in problems(checks.check_places)[0]
    settings.write_text(json.dumps({}))
    assert problems(checks.check_places) == []


def test_settings_are_read_no_further_than_they_can_reach(home: Path) -> None:
    settings = home / "CONFIG" / "whatsit" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(b"{}".ljust(2_000_000))
    assert "too large" in problems(checks.check_places)[0]


def test_a_file_where_a_folder_should_be_is_a_problem(home: Path) -> None:
    (home / "STATE").write_text("a file in the way")
    assert len(problems(checks.check_places)) == 2


def test_places_that_cannot_be_written_are_a_problem(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, _mode: not Path(path).is_relative_to(home))
    assert len(problems(checks.check_places)) == 4


def test_a_home_that_is_a_link_to_nowhere_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").symlink_to("nowhere")
    monkeypatch.setenv("WHATSIT_HOME", str(tmp_path / "home"))
    assert len(problems(checks.check_places)) == 4


def test_crash_reports_are_counted(home: Path) -> None:
    crashes = checks.user_places().crashes
    crashes.mkdir(parents=True)
    assert crashes.is_relative_to(home)
    (crashes / "running-1.txt").write_text("")
    words = "1 report; they stay on this machine"
    assert words not in [finding.words for finding in checks.check_places()], "that one is of an open window"
    (crashes / "seen-crash-1.txt").write_text("")
    assert words in [finding.words for finding in checks.check_places()]


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the computer's own policy would be."""
    path = tmp_path / "policy.json"
    monkeypatch.setattr(checks, "machine_policy", lambda: path)
    return path


def test_without_a_policy_there_is_none(policy: Path) -> None:
    assert words(checks.check_policy) == f"ok: none ({policy} is not there)"


def test_a_policy_and_what_it_fixes_are_told(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy.write_text(json.dumps({"top_k": 3, "history": False}))
    assert words(checks.check_policy) == f"ok: {policy} fixes history (false), top_k (3)"
    monkeypatch.setenv("WHATSIT_POLICY", "/another.json")
    assert words(checks.check_policy).endswith("note: WHATSIT_POLICY does not count beside it")
    policy.write_text("{}")
    assert f"ok: {policy} fixes nothing" in words(checks.check_policy)


CLOSED = "history (false), offline (true), updates (false)"


def test_a_policy_of_the_variable_is_told(
    policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    named = tmp_path / "named.json"
    monkeypatch.setenv("WHATSIT_POLICY", str(named))
    why = "it is not there, and WHATSIT_POLICY names it"
    assert problems(checks.check_policy) == [f"{named} cannot be read ({why}); meanwhile it fixes {CLOSED}"]
    named.write_text(json.dumps({"top_k": 3}))
    assert words(checks.check_policy) == f"ok: {named} fixes top_k (3)"


def test_what_is_wrong_with_a_policy_is_a_problem(policy: Path, caplog: pytest.LogCaptureFixture) -> None:
    policy.write_text(json.dumps({"top_k": 99, "histroy": False, "megapixels": 7}))
    assert problems(checks.check_policy) == ["99 has no meaning as top_k", "'histroy' is no setting"]
    assert f"ok: {policy} fixes megapixels (7)" in words(checks.check_policy)
    policy.write_text(json.dumps({"model": "gone"}))
    assert problems(checks.check_policy) == ["there is no model 'gone'"]
    policy.write_text(json.dumps({"language": "tlh"}))
    assert problems(checks.check_policy) == ["there is no language 'tlh'"]
    for language in (SYSTEM, *(name for name, _ in LANGUAGES)):
        policy.write_text(json.dumps({"language": language}))
        assert problems(checks.check_policy) == []
    policy.write_text("{")
    assert words(checks.check_policy).startswith(f"problem: {policy} cannot be read (")
    assert words(checks.check_policy).endswith(f"; meanwhile it fixes {CLOSED}")


@pytest.fixture
def results(home: Path) -> Path:
    """A store with one run of two pictures."""
    path = checks.user_places().results
    with Store(path) as store:
        pen = store.begin("key", "Iceland", [Path("/photos")], method_of("builtin", "cpu", "auto"))
        for number in range(2):
            ref = ImageRef(Path(f"/photos/{number}.jpg"), stamp=Stamp(10, number))
            pen.add(bytes([number]), Failed(ref, Stage.DECODE, Reason.DAMAGED))
        pen.end(is_complete=True)
    return path


def words(check: Check) -> str:
    return "\n".join(f"{finding.verdict.value}: {finding.words}" for finding in findings("it", check))


@pytest.mark.usefixtures("home")
def test_without_a_store_there_is_none_and_none_is_made() -> None:
    assert "ok: there is none yet" in words(checks.check_store)
    assert "MB more" in words(checks.check_store) or "GB more" in words(checks.check_store)
    assert not checks.user_places().results.parent.exists()


def test_a_store_is_told_and_left_as_it_is(results: Path) -> None:
    before = sorted(results.parent.iterdir()), results.read_bytes()
    said = words(checks.check_store)
    assert "ok: 1 run, 2 pictures, 81.9 kB, version" in said
    assert "ok: kept with a write-ahead log" in said
    assert problems(checks.check_store) == []
    assert (sorted(results.parent.iterdir()), results.read_bytes()) == before


def test_a_store_that_is_in_use_is_told_too(results: Path) -> None:
    with Store(results) as store:
        store.rename(1, "Faroe Islands")
        assert "ok: 1 run, 2 pictures" in words(checks.check_store)


def test_an_older_store_is_no_problem_and_stays_old(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.results.inspection.MIGRATIONS", (*MIGRATIONS, "create table more (id integer);"))
    assert f"version {len(MIGRATIONS)}, brought up to date when it is used next" in words(checks.check_store)
    assert problems(checks.check_store) == []


def test_an_empty_file_becomes_a_store(home: Path) -> None:
    path = checks.user_places().results
    path.parent.mkdir(parents=True)
    path.touch()
    assert "0 runs, 0 pictures, 0 bytes, version 0, brought up to date" in words(checks.check_store)
    assert path.read_bytes() == b""


@pytest.mark.parametrize(
    ("sabotage", "sentence"),
    [
        ("pragma user_version = 99", "kept by a newer Whatsit; use that one, or another store"),
        ("pragma application_id = 7", "holds no results of Whatsit"),
    ],
)
def test_a_store_of_another_program_is_a_problem_in_words(results: Path, sabotage: str, sentence: str) -> None:
    with sqlite3.connect(results) as database:
        database.execute(sabotage)
    database.close()
    assert sentence in problems(checks.check_store)[0]


@pytest.mark.parametrize("part", ["a page", "everything", "the middle"])
def test_a_damaged_store_is_a_problem_and_stays_where_it_is(results: Path, damage, part: str) -> None:
    if part == "a page":
        damage(results)
    elif part == "everything":
        results.write_bytes(b"no database" * 1000)
    else:
        os.truncate(results, results.stat().st_size // 2)
    before = results.read_bytes()
    assert "The results are damaged" in problems(checks.check_store)[0]
    assert results.read_bytes() == before
    assert not results.with_name("results.sqlite.damaged-1").exists()


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_store_that_cannot_be_written_is_a_problem(results: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = results if what == "file" else results.parent
    monkeypatch.setattr("os.access", lambda path, _mode: Path(path) != blocked)
    assert problems(checks.check_store) == [f"nothing more can be kept: {blocked} cannot be written"]


def test_little_room_is_a_note(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: types.SimpleNamespace(free=99_000_000))
    assert "note: room for 99.0 MB more" in words(checks.check_store)


def test_a_rollback_journal_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.results.database.is_on_network", lambda _path: True)
    Store(checks.user_places().results).close()
    assert "ok: kept with a rollback journal" in words(checks.check_store)


@pytest.mark.parametrize("error", [ImportError("libcudart.so"), OSError("libtorch.so"), RuntimeError("bad build")])
def test_a_library_that_does_not_load_is_a_problem(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str) -> types.SimpleNamespace:
        if name == "torch":
            raise error
        return types.SimpleNamespace(__version__="1.0")

    monkeypatch.setattr("app.inference.engine.import_torch", lambda: None)
    monkeypatch.setattr("app.models.torchvision_networks.import_torchvision", lambda: None)
    monkeypatch.setattr(checks.importlib, "import_module", load)
    assert problems(checks.check_libraries) == [f"{type(error).__name__}: {error}"]


def test_pytorch_and_torchvision_are_loaded_as_the_work_loads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the first says of NumPy, which is not used, then goes into no log; the second may lack its own operators."""
    loaded: list[str] = []
    monkeypatch.setattr("app.inference.engine.import_torch", lambda: loaded.append("torch"))
    monkeypatch.setattr("app.models.torchvision_networks.import_torchvision", lambda: loaded.append("torchvision"))
    monkeypatch.setattr(checks.importlib, "import_module", lambda _name: types.SimpleNamespace(__version__=str(loaded)))
    first, second, *_ = checks.check_libraries()
    assert (first.words, second.words) == ("['torch']", "['torch', 'torchvision']")


def test_missing_weights_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.models.weights.find_spec", lambda _name: None)
    assert "weights are missing" in problems(checks.check_model)[0]


def test_damaged_weights_are_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    damaged = tmp_path / "weights.pth"
    damaged.write_bytes(b"<html>not found</html>")
    monkeypatch.setattr("app.models.weights.weights_path", lambda _weights: damaged)
    assert "weights are damaged" in problems(checks.check_model)[0]


def test_a_missing_label_file_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise FileNotFoundError(2, "No such file", "imagenet1k.tsv")

    monkeypatch.setattr("app.models.catalog.builtin_model", missing)
    assert "imagenet1k.tsv" in problems(checks.check_model)[0]


def test_the_sound_model_is_found() -> None:
    found = list(checks.check_model())
    assert problems(checks.check_model) == []
    assert "SHA-256 as published" in found[1].words


def test_devices_are_told_with_reason_and_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    devices = types.ModuleType("app.inference.devices")
    devices.probe_devices = lambda: (  # type: ignore[attr-defined]
        Device("cuda:0", "Old GPU", DeviceState.BROKEN, "no kernel"),
        Device("mps", "Apple MPS", DeviceState.NOT_BUILT),
        Device("cpu", "CPU", DeviceState.USABLE),
    )
    monkeypatch.setitem(sys.modules, "app.inference.devices", devices)
    broken, absent, chosen = checks.check_devices()
    assert (broken.verdict, absent.verdict, chosen.verdict) == (Verdict.PROBLEM, Verdict.NOTE, Verdict.OK)
    assert "no kernel" in broken.words
    assert '"auto" takes it' in chosen.words


class TestSelf:
    def test_a_cat_is_right(self, pipeline: Any) -> None:
        assert [finding.verdict for finding in checks.check_self()] == [Verdict.OK]
        assert pipeline.jobs[0].refs[0].path.name == "chelsea.png"

    @pytest.mark.usefixtures("pipeline")
    def test_anything_else_is_a_problem(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(checks, "CATS", frozenset())
        assert "it shows a cat" in problems(checks.check_self)[0]

    @pytest.mark.usefixtures("pipeline")
    def test_a_picture_that_cannot_be_read_is_a_problem(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(checks, "EXAMPLE", "bad.png")
        assert "the file is damaged (crc)" in problems(checks.check_self)[0]

    def test_a_failed_job_is_a_problem(self, pipeline: Any) -> None:
        pipeline.error = JobFailure(Trouble.LIBRARY_BROKEN, "PyTorch").error
        assert "A library that Whatsit needs could not be loaded" in problems(checks.check_self)[0]


def test_every_check_has_a_name() -> None:
    assert all(name for name, _ in all_checks())
