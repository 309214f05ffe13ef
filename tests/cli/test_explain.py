"""`whatsit explain`: a heat map in a file, or a sentence."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from app.cli.main import main
from app.models.builtin import builtin_model
from app.steps import Ending, Explained, HeatMap, Job, JobEnd, JobError, JobFailure, Trouble
from app.values import Failed, ImageRef, Reason, Stage

Capture = pytest.CaptureFixture[str]
SIDE = 4
CAT = 281


@dataclass
class FakeMaps:
    """Finds the left half of each picture, but nothing in those whose name holds "bad".

    Attributes:
        asked: the jobs, each with the index of the class.
        relevance: the map.
        error: ends the job.
        before: called first; may raise.
    """

    asked: list[tuple[Job, int | None]] = field(default_factory=list)
    relevance: bytes = bytes([255, 255, 0, 0]) * SIDE
    error: JobError | None = None
    stops: bool = False

    def explain(
        self, job: Job, index: int | None, _engine: object, stop: threading.Event
    ) -> Iterator[Explained | JobEnd | None]:
        self.asked.append((job, index))
        yield None
        if self.stops:
            stop.set()
            return
        if self.error:
            yield JobEnd(job.id, Ending.FAILED, 0, 0, 0.0, self.error)
            return
        yield Explained(job.id, self.outcome(job.refs[0], CAT if index is None else index))

    def outcome(self, ref: ImageRef | Failed, index: int) -> HeatMap | Failed:
        assert isinstance(ref, ImageRef)
        if "bad" in ref.path.name:
            return Failed(ref, Stage.DECODE, Reason.TRUNCATED, "it ends\x1b early")
        label = builtin_model().labels[index].name
        box = (10.0, 0.0, 50.0, 40.0)
        return HeatMap(ref, 60, 40, box, "builtin", index, label, SIDE, bytes(3 * SIDE * SIDE), self.relevance)


@pytest.fixture(autouse=True)
def maps(monkeypatch: pytest.MonkeyPatch) -> FakeMaps:
    fake = FakeMaps()
    monkeypatch.setattr("app.inference.engine.import_torch", lambda: None)
    monkeypatch.setattr("app.inference.heat_maps.explain", fake.explain)
    return fake


@pytest.fixture
def picture(tmp_path: Path) -> str:
    Image.new("RGB", (60, 40), "grey").save(tmp_path / "cat.png")
    return str(tmp_path / "cat.png")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "why.png"


def test_the_picture_with_its_map_is_written(picture: str, output: Path, maps: FakeMaps, capsys: Capture) -> None:
    assert main(["explain", picture, "--output", str(output)]) == 0
    with Image.open(output) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGB", (60, 40))
        assert image.getpixel((15, 20)) != image.getpixel((45, 20)) == image.getpixel((5, 20)) == (128, 128, 128)
    assert maps.asked[0][1] is None
    said = capsys.readouterr()
    assert said.err == f'{output} shows what speaks for "tabby" in {picture}.\n'
    assert said.out == ""


def test_the_crop_alone_is_written_as_the_network_saw_it(picture: str, output: Path) -> None:
    assert main(["explain", "--crop", picture, "--output", str(output)]) == 0
    with Image.open(output) as image:
        assert image.size == (SIDE, SIDE)


def test_the_opacity_is_heeded(picture: str, output: Path) -> None:
    assert main(["explain", picture, "--opacity", "0", "--output", str(output)]) == 0
    with Image.open(output) as image:
        assert image.getpixel((15, 20)) == (128, 128, 128)


def test_the_options_reach_the_job(picture: str, output: Path, maps: FakeMaps) -> None:
    options = ["--device", "cpu", "--precision", "fp32", "--max-megapixels", "3", "--class", "red fox"]
    assert main(["explain", picture, "--output", str(output), *options]) == 0
    job, index = maps.asked[0]
    assert (job.device, job.precision, job.limits.pixels, index) == ("cpu", "fp32", 3_000_000, 277)


@pytest.mark.parametrize(
    ("words", "index"), [("tabby", 281), ("Egyptian CAT", 285), ("egyptian", 285), ("285", 285), ("crane", 517)]
)
def test_a_class_is_named_in_many_ways(words: str, index: int, picture: str, output: Path, maps: FakeMaps) -> None:
    assert main(["explain", picture, "--class", words, "--output", str(output)]) == 0
    assert maps.asked[0][1] == index


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("red", 'classes begin with or are called "red": red-breasted merganser (98), '),
        ("tiger ca", ""),
        ("tabbi", 'no class is called "tabbi"; like it are tabby (281)'),
        ("1000", 'no class is called "1000".'),
        ("\x1b", 'no class is called "\\x1b".'),
    ],
)
def test_a_class_that_is_unclear_is_a_sentence_with_suggestions(
    words: str, sentence: str, picture: str, output: Path, maps: FakeMaps, capsys: Capture
) -> None:
    status = main(["explain", picture, "--class", words, "--output", str(output)])
    assert status == (2 if sentence else 0)
    assert sentence in capsys.readouterr().err
    assert len(maps.asked) == (0 if sentence else 1)


def test_where_nothing_speaks_for_the_class_that_is_said(
    picture: str, output: Path, maps: FakeMaps, capsys: Capture
) -> None:
    maps.relevance = bytes(SIDE * SIDE)
    assert main(["explain", picture, "--output", str(output)]) == 0
    assert f'Nothing in {picture} speaks for "tabby"' in capsys.readouterr().err
    assert output.exists()


def test_a_model_without_places_is_a_sentence(picture: str, output: Path, maps: FakeMaps, capsys: Capture) -> None:
    maps.relevance = b""
    assert main(["explain", picture, "--output", str(output)]) == 1
    assert "has no layer that knows places" in capsys.readouterr().err
    assert not output.exists()


def test_a_picture_that_cannot_be_read_is_a_sentence(tmp_path: Path, output: Path, capsys: Capture) -> None:
    assert main(["explain", str(tmp_path / "bad.png"), "--output", str(output)]) == 1
    said = capsys.readouterr().err
    assert "bad.png could not be classified: the file is cut off (it ends\\x1b early)." in said
    assert not output.exists()


def test_a_picture_that_went_meanwhile_is_a_sentence(tmp_path: Path, output: Path, capsys: Capture) -> None:
    assert main(["explain", str(tmp_path / "gone.png"), "--output", str(output)]) == 1
    assert "gone.png could not be classified: there is no such file" in capsys.readouterr().err


def test_the_picture_itself_is_never_overwritten(picture: str, maps: FakeMaps, capsys: Capture) -> None:
    before = Path(picture).read_bytes()
    assert main(["explain", picture, "--output", picture]) == 2
    assert "--output would overwrite" in capsys.readouterr().err
    assert Path(picture).read_bytes() == before
    assert maps.asked == []


@pytest.mark.parametrize(
    "words", [[], ["--output", "x.png"], ["a.png"], ["a.png", "--output", "-"], ["a.png", "--output", "."]]
)
def test_wrong_use_is_status_2(words: list[str], maps: FakeMaps) -> None:
    assert main(["explain", *words]) == 2
    assert maps.asked == []


def test_a_job_that_fails_is_a_sentence(picture: str, output: Path, maps: FakeMaps, capsys: Capture) -> None:
    maps.error = JobError(Trouble.DEVICE_LOST, "cuda:0")
    assert main(["explain", picture, "--output", str(output)]) == 3
    assert capsys.readouterr().err.startswith("whatsit: The device stopped working")
    assert not output.exists()


def test_a_model_that_does_not_exist_is_a_sentence(
    picture: str, output: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def fail(key: str) -> None:
        raise JobFailure(Trouble.NO_SUCH_MODEL, key)

    monkeypatch.setattr("app.cli.explain.find_model", fail)
    assert main(["explain", picture, "--model", "x", "--output", str(output)]) == 3
    assert "There is no such model" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_a_sentence(picture: str, tmp_path: Path, capsys: Capture) -> None:
    assert main(["explain", picture, "--output", str(tmp_path / "none" / "why.png")]) == 3
    assert "the heat map cannot be written to" in capsys.readouterr().err


def test_ctrl_c_ends_it(picture: str, output: Path, maps: FakeMaps) -> None:
    maps.stops = True
    assert main(["explain", picture, "--output", str(output)]) == 130
    assert not output.exists()
