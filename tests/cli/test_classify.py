"""`whatsit classify`, with a pipeline that answers without a model."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.main import main
from app.steps import JobError, JobFailure, Trouble

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's devices")
Capture = pytest.CaptureFixture[str]


def classify(*words: str) -> int:
    return main(["classify", *words])


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def feed(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return feed


@pytest.mark.usefixtures("pipeline", "folder")
class TestRows:
    def test_text_is_the_default(self, capsys: Capture) -> None:
        assert classify("a.jpg") == 0
        first, *bars = capsys.readouterr().out.splitlines()
        assert first == "a.jpg: tabby"
        assert "tabby" in bars[0]
        assert bars[0].endswith(" 75.0 %")
        assert len(bars) == 2

    def test_a_folder_comes_in_natural_order(self, capsys: Capture) -> None:
        assert classify(".", "--format", "jsonl") == 0
        assert [row["path"] for row in rows(capsys.readouterr().out)] == ["a.jpg", "b2.jpg", "b10.jpg"]

    def test_options_may_stand_between_paths(self, capsys: Capture) -> None:
        assert classify("b2.jpg", "--format", "jsonl", "a.jpg", "--top-k", "1", "gone") == 0
        found = rows(capsys.readouterr().out)
        assert [row["path"] for row in found] == ["b2.jpg", "a.jpg", "gone"]
        assert len(found[0]["predictions"]) == 1  # type: ignore[arg-type]

    def test_csv_has_a_header_and_as_many_columns_in_every_row(self, capsys: Capture) -> None:
        assert classify("a.jpg", "bad.jpg", "--format", "csv", "--top-k", "3") == 1
        header, good, bad = csv.reader(io.StringIO(capsys.readouterr().out, newline=""))
        assert len(header) == len(good) == len(bad) == 16
        assert dict(zip(header, bad, strict=True))["reason"] == "damaged"

    def test_the_least_probability_decides_what_is_unknown(self, capsys: Capture) -> None:
        assert classify("a.jpg", "--least-probability", "0.8") == 0
        assert capsys.readouterr().out.startswith("a.jpg: unknown\n")

    def test_some_failures_give_status_1_and_a_row_each(self, capsys: Capture) -> None:
        assert classify("a.jpg", "bad.jpg", "--format", "jsonl") == 1
        good, bad = rows(capsys.readouterr().out)
        assert (good["status"], bad["status"]) == ("classified", "failed")
        assert bad["detail"] == "crc"

    def test_any_name_comes_back_byte_for_byte(self, folder: Path, capsys: Capture) -> None:
        names = [b"caf\xe9.jpg", "猫\n\u202e.jpg".encode(), b"=1.jpg", b" -x.jpg", b"\x1b[31m.jpg"]
        for name in names:
            (Path(os.fsdecode(os.fsencode(folder))) / os.fsdecode(name)).write_bytes(b"\xff\xd8\xff")
        assert classify(*(os.fsdecode(name) for name in names), "--format", "jsonl") == 0
        assert [os.fsencode(str(row["path"])) for row in rows(capsys.readouterr().out)] == names

    def test_no_escape_sequence_reaches_the_terminal(self, capsys: Capture) -> None:
        assert classify("bad\x1b[31m\n.jpg", os.fsdecode(b"\xe9\x07.jpg")) == 1
        said = capsys.readouterr()
        assert not [character for character in said.out + said.err if character < " " and character != "\n"]


@pytest.mark.usefixtures("pipeline", "folder")
class TestStandardInput:
    def test_a_dash_reads_lines(self, pipeline, stdin, capsys: Capture) -> None:
        stdin(b"b2.jpg\r\n\nbad.jpg\n" + b"caf\xe9.jpg")
        assert classify("a.jpg", "-", "--format", "jsonl") == 1
        assert [os.fsencode(str(row["path"])) for row in rows(capsys.readouterr().out)] == [
            b"a.jpg", b"b2.jpg", b"bad.jpg", b"caf\xe9.jpg",
        ]  # fmt: skip
        assert len(pipeline.jobs) == 1

    def test_a_dash_and_nought_reads_nul_separated_paths(self, pipeline, stdin, capsys: Capture) -> None:
        stdin(b"two\nlines.jpg\0b2.jpg\0")
        assert classify("-0", "a.jpg", "--format", "jsonl") == 0
        assert [row["path"] for row in rows(capsys.readouterr().out)] == ["two\nlines.jpg", "b2.jpg", "a.jpg"]
        assert len(pipeline.jobs) == 1

    def test_a_file_called_dash_can_be_named(self, folder, capsys: Capture) -> None:
        (folder / "-").write_bytes(b"\xff\xd8\xff")
        assert classify("./-", "--format", "jsonl") == 0
        assert [row["path"] for row in rows(capsys.readouterr().out)] == ["-"]

    def test_nothing_to_read_is_said(self, pipeline, stdin, capsys: Capture) -> None:
        stdin(b"")
        assert classify("-") == 0
        assert capsys.readouterr().err == "No pictures were found.\n"
        assert pipeline.jobs == []

    @pytest.mark.parametrize("broken", [None, "unreadable"])
    def test_a_broken_standard_input_is_said(self, monkeypatch, capsys: Capture, broken: str | None) -> None:
        class Unreadable(io.BytesIO):
            def readline(self, *_: object) -> bytes:
                raise IsADirectoryError(21, "Is a directory")

            __next__ = readline  # type: ignore[assignment]

        monkeypatch.setattr(sys, "stdin", broken and io.TextIOWrapper(Unreadable()))
        assert classify("-") == 2
        assert "standard input cannot be read" in capsys.readouterr().err


@pytest.mark.usefixtures("pipeline", "folder")
class TestJob:
    def test_the_options_reach_the_job(self, pipeline) -> None:
        words = ["--device", "cuda:1", "--precision", "fp32", "--top-k", "20", "--max-megapixels", "2"]
        assert classify("a.jpg", *words) == 0
        (job,) = pipeline.jobs
        assert (job.model, job.device, job.precision, job.top_k) == ("builtin", "cuda:1", "fp32", 20)
        assert job.limits.pixels == 2_000_000

    def test_a_job_that_failed_is_a_sentence_and_status_3(self, pipeline, capsys: Capture) -> None:
        pipeline.error = JobError(Trouble.NO_SUCH_MODEL, "nonsense")
        assert classify(".", "--format", "jsonl") == 3
        said = capsys.readouterr()
        assert said.err.endswith("whatsit: There is no such model (nonsense).\n")
        assert len(said.out.splitlines()) == 1

    @pytest.mark.parametrize("log", [None, Path("whatsit\n.log")])
    def test_a_fault_of_ours_points_to_the_log_if_there_is_one(self, pipeline, monkeypatch, log, capsys) -> None:
        monkeypatch.setattr("app.cli.classify.kept_log", lambda: log)
        pipeline.error = JobError(Trouble.INTERNAL, "ZeroDivisionError")
        assert classify(".") == 3
        where = " whatsit\\n.log has the details." if log else ""
        said = capsys.readouterr().err
        assert said.endswith(f"whatsit: Something went wrong inside Whatsit (ZeroDivisionError).{where}\n")

    def test_a_library_that_cannot_be_loaded_is_a_sentence_and_status_3(self, pipeline, monkeypatch, capsys) -> None:
        def broken() -> None:
            raise JobFailure(Trouble.LIBRARY_BROKEN, "PyTorch", "libtorch.so")

        monkeypatch.setattr("app.inference.engine.import_torch", broken)
        assert classify("a.jpg") == 3
        assert "could not be loaded; install Whatsit again (PyTorch: libtorch.so).\n" in capsys.readouterr().err
        assert pipeline.jobs == []

    def test_what_an_interrupt_broke_is_no_fault(self, pipeline, folder: Path, capsys: Capture) -> None:
        """Ctrl+C in the import of a library may end in any exception of that library."""
        pipeline.error = JobError(Trouble.LIBRARY_BROKEN, "PyTorch", "cannot load module more than once")
        pipeline.before_each = lambda done: signal.raise_signal(signal.SIGINT) if done else None
        assert classify("a.jpg", "b2.jpg", "--output", "rows.csv") == 130
        assert "PyTorch" not in capsys.readouterr().err
        assert not (folder / "rows.csv").exists()

    def test_notes_are_for_who_asks(self, pipeline, capsys: Capture) -> None:
        pipeline.backs_off = True
        assert classify("a.jpg", "bad.jpg", "--verbose") == 1
        said = capsys.readouterr().err
        assert "EfficientNet-Lite0 on CPU in fp32." in said
        assert "cuda:0 is not used" in said
        assert "mps is not used" in said
        assert "CPU ran out of memory; going on with 2 at a time." in said
        assert re.search(r"2 pictures, 1 could not be classified, \d+\.\d s\.", said)
        assert "\x1b" not in said

    def test_quiet_unless_asked(self, pipeline, capsys: Capture) -> None:
        assert classify("a.jpg") == 0
        assert "cuda:0 is not used: it was found" in capsys.readouterr().err  # a broken device is always worth a line
        assert len(pipeline.jobs) == 1

    def test_what_was_left_out_is_counted_by_kind(self, pipeline, folder, capsys: Capture) -> None:
        for name in ("x.txt", "y.txt", ".hidden.jpg"):
            (folder / name).write_text("text")
        assert classify(".") == 0
        assert "Skipped in folders: 2 .txt, 1 hidden.\n" in capsys.readouterr().err

    def test_an_empty_folder_says_so(self, pipeline, folder, capsys: Capture) -> None:
        (folder / "empty").mkdir()
        assert classify("empty", "--format", "csv") == 0
        said = capsys.readouterr()
        assert said.err == "No pictures were found.\n"
        assert said.out.startswith("path,status")
        assert pipeline.jobs == []

    def test_what_nobody_thought_of_is_a_sentence_too(self, pipeline, capsys: Capture, caplog) -> None:
        def surprise(_done: int) -> None:
            raise ZeroDivisionError

        pipeline.before_each = surprise
        assert classify("a.jpg") == 3
        assert "something went wrong" in capsys.readouterr().err
        assert "ZeroDivisionError" in caplog.text


@pytest.fixture
def no_renaming(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs these as root keeps the machine's devices even if the code under test is wrong."""
    monkeypatch.setattr("os.replace", lambda *_: pytest.fail("a device would have been replaced"))


@pytest.mark.usefixtures("pipeline", "folder")
class TestOutput:
    def test_it_is_whole(self, pipeline, tmp_path: Path, capsys: Capture) -> None:
        output = tmp_path / "rows.csv"
        pipeline.before_each = lambda _done: output.exists() and pytest.fail("it is there too early")
        assert classify(".", "--format", "csv", "--output", str(output)) == 0
        assert output.read_bytes().count(b"\r\n") == 4
        assert capsys.readouterr().out == ""

    @pytest.mark.parametrize("ending", ["failed", "interrupted", "surprise"])
    def test_it_is_absent_when_the_job_did_not_end_well(self, pipeline, tmp_path, ending, caplog) -> None:
        output = tmp_path / "rows.jsonl"
        output.write_text("old")

        def trouble(done: int) -> None:
            if done and ending == "interrupted":
                signal.raise_signal(signal.SIGINT)
            if done and ending == "surprise":
                raise ZeroDivisionError

        pipeline.before_each = trouble
        pipeline.error = JobError(Trouble.DEVICE_LOST, "cuda") if ending == "failed" else None
        assert classify(".", "--output", str(output)) == {"interrupted": 130}.get(ending, 3)
        assert output.read_text() == "old"
        assert sorted(os.listdir(tmp_path)) == ["here", "rows.jsonl"]

    @pytest.mark.parametrize("output", ["none/rows.csv", "a.jpg/rows.csv", "x" * 300, "loop"])
    def test_a_place_that_cannot_be_is_said_before_the_job(self, pipeline, folder, output: str, capsys) -> None:
        (folder / "loop").symlink_to("loop")
        assert classify("a.jpg", "--output", output) == 3
        assert "cannot be written to" in capsys.readouterr().err
        assert pipeline.jobs == []
        assert sorted(os.listdir(folder)) == ["a.jpg", "b10.jpg", "b2.jpg", "loop"]

    @pytest.mark.parametrize("output", [".", "new/", "new/.", "there", "there/", "alias"])
    def test_a_folder_is_no_output(self, pipeline, folder: Path, output: str, capsys: Capture) -> None:
        (folder / "there").mkdir()
        (folder / "alias").symlink_to("there")
        assert classify("a.jpg", "--output", output) == 2
        assert f"a file is wanted, not a folder: '{output}'" in capsys.readouterr().err
        assert pipeline.jobs == []
        assert not (folder / "new").exists()

    def test_a_dash_is_standard_output(self, folder: Path, capsys: Capture) -> None:
        assert classify("a.jpg", "--output", "-") == 0
        assert capsys.readouterr().out.startswith("a.jpg: tabby\n")
        assert not (folder / "-").exists()

    @pytest.mark.parametrize("alias", ["a.jpg", "./a.jpg", "link.jpg", "hard.jpg"])
    def test_a_picture_is_never_overwritten(self, pipeline, folder: Path, alias: str, capsys: Capture) -> None:
        (folder / "link.jpg").symlink_to("a.jpg")
        os.link(folder / "a.jpg", folder / "hard.jpg")
        before = (folder / "a.jpg").read_bytes()
        assert classify("a.jpg", "--output", alias) == 2
        assert "would overwrite" in capsys.readouterr().err
        assert (folder / "a.jpg").read_bytes() == before
        assert pipeline.jobs == []

    @linux_only
    @pytest.mark.usefixtures("no_renaming")
    def test_a_full_disk_is_said(self, capsys: Capture) -> None:
        assert classify(".", "--output", "/dev/full") == 3
        assert "No space left" in capsys.readouterr().err

    @linux_only
    @pytest.mark.usefixtures("no_renaming")
    def test_the_null_device_stays_one(self) -> None:
        assert classify(".", "--output", "/dev/null") == 0
        assert Path("/dev/null").is_char_device()


@pytest.mark.usefixtures("folder")
def test_a_closed_standard_output_is_said(pipeline, monkeypatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert classify("a.jpg") == 3
    assert "standard output" in capsys.readouterr().err
    assert pipeline.jobs == []


@pytest.mark.usefixtures("pipeline", "folder")
def test_a_program_without_stderr_still_answers(monkeypatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert classify("a.jpg", "--verbose") == 0
    assert capsys.readouterr().out.startswith("a.jpg: tabby\n")
