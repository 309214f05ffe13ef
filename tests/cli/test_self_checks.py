"""The parts of the self-test, each broken on purpose. What breaks the process itself is in `test_self_test`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.cli import self_checks
from app.cli.findings import Finding, Verdict, findings
from app.cli.installed_files import write_list
from app.cli.self_test import PARTS
from app.images import formats
from app.models.builtin import builtin_model
from app.paths import resources

ROOT = Path(__file__).resolve().parents[2]
SUPPORTED = {kind for kind in vars(formats).values() if isinstance(kind, formats.Kind) and kind.supported}


def problems(found: Iterator[Finding]) -> str:
    return "\n".join(each.words for each in findings("it", lambda: found) if each.verdict is Verdict.PROBLEM)


@pytest.fixture
def own_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what came with the program, to be damaged."""
    copy = tmp_path / "resources"
    shutil.copytree(resources(), copy)
    monkeypatch.setattr(self_checks, "resources", lambda: copy)
    return copy


class TestFormats:
    def test_each_format_comes_out_in_its_colour(self, tmp_path: Path) -> None:
        (found,) = self_checks.check_decoders(tmp_path)
        assert found.verdict is Verdict.OK
        assert found.words.count(",") + 1 == len(SUPPORTED), "one sample for each kind that is supported"

    def test_a_sample_is_what_it_is_called(self) -> None:
        kinds = [formats.sniff(made()[1][:4096], Path(made()[0]).suffix) for _, made in self_checks._samples()]
        assert set(kinds) == SUPPORTED

    def test_a_damaged_sample_is_a_problem(self, own_resources: Path, tmp_path: Path) -> None:
        heic = own_resources / "examples" / "sample.heic"
        heic.write_bytes(heic.read_bytes()[:-300])
        assert problems(self_checks.check_decoders(tmp_path)).startswith("HEIC cannot be decoded: the file is")

    def test_a_missing_sample_is_a_problem(self, own_resources: Path, tmp_path: Path) -> None:
        heic = own_resources / "examples" / "sample.heic"
        heic.unlink()
        words = problems(self_checks.check_decoders(tmp_path))
        assert words == f"HEIC cannot be decoded: {heic}: No such file or directory"

    def test_a_missing_decoder_is_a_problem(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setitem(sys.modules, "pi_heif", None)
        assert "HEIC cannot be decoded" in problems(self_checks.check_decoders(tmp_path))

    def test_a_missing_encoder_is_a_problem(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        Image.init()
        monkeypatch.delitem(Image.SAVE, "AVIF")
        assert "AVIF cannot be decoded: its sample cannot be made (KeyError" in problems(
            self_checks.check_decoders(tmp_path)
        )

    def test_a_wrong_colour_is_a_problem(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(self_checks, "RED", (30, 200, 60))
        assert "HEIC cannot be decoded: its colour is (200, 29, 59)" in problems(self_checks.check_decoders(tmp_path))


class TestStore:
    def test_a_run_comes_back_and_is_exported(self, tmp_path: Path) -> None:
        assert [each.verdict for each in self_checks.check_results(tmp_path)] == [Verdict.OK] * 3

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_cannot_be_written_is_a_problem(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        assert problems(self_checks.check_results(tmp_path))

    def test_a_file_in_place_of_the_folder_is_a_problem(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        assert problems(self_checks.check_results(tmp_path / "file"))

    def test_rows_that_are_others_are_a_problem(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr("app.results.store.Store.rows", lambda _store, _query: iter(()))
        first, *exports = self_checks.check_results(tmp_path)
        assert first.verdict is Verdict.PROBLEM
        assert "is not what comes back" in first.words
        assert {each.subject for each in exports} == {"export"}, "nor does it say beside it that all is well"

    def test_an_export_that_is_not_whole_is_a_problem(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(self_checks, "_is_workbook", lambda _path: False)
        assert "XLSX what was written is not whole" in problems(self_checks.check_results(tmp_path))

    def test_a_missing_library_is_a_problem(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setitem(sys.modules, "xlsxwriter", None)
        assert "xlsxwriter" in problems(self_checks.check_results(tmp_path))


def test_the_self_test_goes_through_every_check() -> None:
    assert tuple(self_checks.CHECKS) == PARTS == ("model", "formats", "store", "window", "files")


def test_a_damaged_file_of_a_frozen_program_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert [*self_checks.check_files(tmp_path)] == [], "a checkout has no list"
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "labels.tsv").write_text("tabby\n")
    write_list(tmp_path)
    assert [each.verdict for each in self_checks.check_files(tmp_path)] == [Verdict.OK]
    (tmp_path / "labels.tsv").write_text("tably\n")
    assert problems(self_checks.check_files(tmp_path)) == f"{tmp_path / 'labels.tsv'} is damaged"


def test_damaged_weights_are_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pipeline: object) -> None:
    damaged = tmp_path / "weights.pth"
    damaged.write_bytes(bytes(1000))
    monkeypatch.setattr("app.models.weights.weights_path", lambda _weights: damaged)
    words = problems(self_checks.check_installed_model(tmp_path))
    assert "weights are damaged" in words
    assert Path(builtin_model().weights.name).name in words


class TestNetworks:
    def test_one_of_torchvision_is_built_and_weights_are_read(self) -> None:
        [found] = self_checks._networks()
        assert found.verdict is Verdict.OK

    def test_a_missing_library_is_a_problem(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "torchvision", None)
        assert problems(self_checks._networks()).startswith("A library")
        monkeypatch.undo()
        monkeypatch.setitem(sys.modules, "safetensors.torch", None)
        assert "sample.safetensors" in problems(self_checks._networks())


WINDOW = """
import sys
from pathlib import Path
from app.cli import self_checks
from app.cli.findings import findings
{sabotage}
for each in findings("window", lambda: self_checks.check_real_window(Path(sys.argv[1]))):
    print(each.verdict.value, each.words)
"""


def window(folder: Path, sabotage: str = "", **environment: str) -> str:
    """What the check of the window says, in a process of its own."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", WINDOW.format(sabotage=sabotage), str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


RESOURCES = """
import shutil
from app.paths import resources
copy = Path(sys.argv[1]) / "resources"
shutil.copytree(resources(), copy)
from app.desktop import icons, rehearsal
icons.resources = rehearsal.resources = lambda: copy
"""
NO_PLUGINS = """
from app.desktop import rehearsal
made = rehearsal.new_application
def bare():
    application = made()
    application.setLibraryPaths([])
    return application
rehearsal.new_application = bare
"""
BROKEN_SLOT = """
from app.desktop import application
class Broken(application.Program):
    def _on_painted(self):
        self.session.start()
        raise ZeroDivisionError("in a slot")
from app.desktop import rehearsal
rehearsal.Program = Broken
"""
NEVER_READY = """
from app.desktop import application, rehearsal
class Slow(application.Program):
    def _on_painted(self):
        pass
rehearsal.Program, rehearsal.PATIENCE = Slow, 1000
"""
BLANK = "from app.desktop import rehearsal; rehearsal._is_blank = lambda image: image.width() > 100"
NO_PYTORCH = "sys.modules['torch'] = None"


class TestWindow:
    def test_it_is_opened_painted_and_closed_and_nothing_of_the_users_is_touched(
        self, tmp_path: Path, user_folders: Path
    ) -> None:
        assert window(tmp_path / "own") == "ok opened, painted and closed; every icon drawn\n"
        assert [*user_folders.rglob("*")] == []
        assert [*(tmp_path / "own").iterdir()], "it writes, but there"

    @pytest.mark.parametrize(
        ("sabotage", "words"),
        [
            (RESOURCES + "(copy / 'icons' / 'chevron-up-dark.svg').unlink()", "icons/chevron-up-dark.svg is missing"),
            (RESOURCES + "(copy / 'icons' / 'warning.svg').write_text('<svg')", "icons/warning.svg is damaged"),
            (RESOURCES + r"(copy / 'icons' / 'whatsit.svg').write_bytes(b'\x82')", "icons/whatsit.svg is damaged"),
            (NO_PLUGINS, "Qt’s plugin for SVG (imageformats/qsvg) is missing"),
            ("sys.modules['PySide6.QtSvg'] = None", "PySide6.QtSvg"),
            (
                "sys.modules['app.desktop.sort_dialog'] = None",
                "app.desktop.sort_dialog cannot be loaded (ModuleNotFound",
            ),
            (BROKEN_SLOT, "something went wrong inside the window (ZeroDivisionError: in a slot,"),
            (NEVER_READY, "the window was not ready within 1 seconds"),
            (BLANK, "the window stays blank"),
        ],
    )
    def test_what_is_broken_is_said(self, tmp_path: Path, sabotage: str, words: str) -> None:
        said = window(tmp_path / "own", sabotage)
        assert words in said
        assert "problem" in said

    def test_a_network_that_cannot_be_loaded_is_the_business_of_another_check(self, tmp_path: Path) -> None:
        assert window(tmp_path / "own", NO_PYTORCH).startswith("ok")

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen of their own")
    def test_without_a_screen_there_is_none(self, tmp_path: Path) -> None:
        bare = "import os; [os.environ.pop(name, None) for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'QT_QPA_PLATFORM')]"
        said = window(tmp_path / "own", bare)
        assert "note there is no screen for a window here" in said
        assert said.endswith("ok opened, painted and closed; every icon drawn\n")

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the plugin for X")
    def test_without_a_screen_a_plugin_that_is_missing_is_a_problem_all_the_same(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(self_checks, "broken_qt", lambda _environment: "libqxcb.so cannot be loaded.")
        monkeypatch.setattr(self_checks, "_lacks_plugin", lambda: True)
        assert problems(self_checks._without_screen("none")) == "libqxcb.so cannot be loaded."
        monkeypatch.setattr(self_checks, "_lacks_plugin", lambda: False)
        assert problems(self_checks._without_screen("none")) == "", "a machine without a screen may lack its libraries"
