"""The build itself, without building: what it refuses, and what it is pinned to."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import build
import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def pins() -> dict[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    for line in CONSTRAINTS.read_text().splitlines():
        if line[:1].isalnum():
            pin = Requirement(line.removesuffix("\\"))
            found.setdefault(pin.name.lower().replace("_", "-"), []).append(pin)
    return found


def test_everything_that_the_program_needs_is_pinned_within_its_bounds() -> None:
    pinned = pins()
    for wanted in map(Requirement, PROJECT["dependencies"]):
        versions = [next(iter(pin.specifier)).version for pin in pinned[wanted.name.lower().replace("_", "-")]]
        assert versions
        assert all(wanted.specifier.contains(version) for version in versions), wanted


def test_every_pin_has_its_digests_and_there_is_no_address() -> None:
    text = CONSTRAINTS.read_text()
    assert "://" not in text
    for block in re.split(r"\n(?=\w)", text)[1:]:
        assert re.search(r"==\S+", block), block
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block


def test_on_linux_only_the_cpu_build_of_torch_is_allowed() -> None:
    [linux] = [pin for pin in pins()["torch"] if pin.marker.evaluate({"sys_platform": "linux"})]
    assert str(linux.specifier).endswith("+cpu")
    assert not [name for name in pins() if name.startswith(("nvidia", "cuda", "triton"))]


def test_a_torch_for_graphics_cards_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "asked", lambda *words, **options: "2.13.0 13.0")
    with pytest.raises(build.Refusal, match="built for a graphics card"):
        build.require_cpu_torch(Path(sys.executable))


def test_an_environment_that_an_interrupted_build_left_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(build, "run", lambda words: None)
    build.venv.create(tmp_path / "venv", with_pip=False)
    python = build.environment(tmp_path / "venv")
    before = (tmp_path / "venv" / "pyvenv.cfg").stat().st_mtime_ns
    assert build.asked([python, "-m", "pip", "--version"])
    assert build.environment(tmp_path / "venv") == python
    assert (tmp_path / "venv" / "pyvenv.cfg").stat().st_mtime_ns == before, "a whole one stays"


def test_another_python_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 12, 0))
    with pytest.raises(build.Refusal, match=r"Python 3\.11"):
        build.environment(tmp_path)


def test_the_report_names_the_largest_parts_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frozen, out = tmp_path / "whatsit", tmp_path / "out"
    (frozen / "_internal" / "torch").mkdir(parents=True)
    (frozen / "_internal" / "torch" / "large").write_bytes(bytes(2_000_000))
    (frozen / build.program_name()).write_bytes(bytes(1_000_000))
    out.mkdir()
    (out / "whatsit_1.deb").write_bytes(bytes(500_000))
    build.report(frozen, out)
    told = (out / "report.md").read_text()
    assert told.startswith("Frozen: 3 MB in 2 files.")
    assert told.index("| _internal/torch | 2.0 |") < told.index(f"| {build.program_name()} | 1.0 |")
    assert "whatsit_1.deb: 0.5 MB" in told


def test_what_would_tell_two_builds_apart_is_taken_away(tmp_path: Path) -> None:
    information = tmp_path / "_internal" / "thing-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "RECORD").write_text("bin/thing,sha256=…,200")
    (information / "METADATA").write_text("Version: 1.0")
    build.prune(tmp_path)
    assert [path.name for path in information.iterdir()] == ["METADATA"]
