"""`whatsit tag`."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.main import main
from app.paths import user_places
from app.results.tags.xmp import tags_of

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def run(pipeline, folder: Path, capsys: Capture) -> None:
    """A run that is kept, of three pictures and a broken one."""
    (folder / "bad.jpg").write_bytes(b"\xff\xd8\xff")
    main(["classify", str(folder)])
    capsys.readouterr()


def sidecars(folder: Path) -> dict[str, tuple[str, ...]]:
    return {path.name: tags_of(path.read_bytes()) for path in sorted(folder.iterdir()) if path.suffix == ".xmp"}


def test_it_tags_the_pictures_of_a_run_and_takes_the_tags_away(folder: Path, capsys: Capture) -> None:
    assert main(["tag", "last"]) == 0
    assert capsys.readouterr().out == "3 pictures tagged, 1 could not be classified.\n"
    assert sidecars(folder) == {"a.jpg.xmp": ("tabby",), "b10.jpg.xmp": ("tabby",), "b2.jpg.xmp": ("tabby",)}
    assert main(["tag", "1"]) == 0
    assert capsys.readouterr().out == "0 pictures tagged, 3 already right, 1 could not be classified.\n"
    assert main(["tag", "last", "--remove"]) == 0
    assert capsys.readouterr().out == "3 pictures without these tags now, 1 had none.\n"
    assert sidecars(folder) == {}


def test_the_options_choose_the_tags(folder: Path, capsys: Capture) -> None:
    assert main(["tag", "last", "--top-k", "2", "--least-probability", "0.1", "--sidecar", "stem"]) == 0
    assert sidecars(folder)["a.xmp"] == ("tabby", "tiger cat")
    capsys.readouterr()
    assert main(["tag", "last", "--least-probability", "0.8"]) == 0
    assert sidecars(folder) == {}
    assert capsys.readouterr().out == "0 pictures tagged, 3 unknown and not tagged, 1 could not be classified.\n"
    assert main(["tag", "last", "--least-probability", "0.8", "--unknown", "--sidecar", "stem"]) == 0
    assert sidecars(folder)["a.xmp"] == ("unknown",)


def test_a_dry_run_lists_and_writes_nothing(folder: Path, capsys: Capture) -> None:
    assert main(["tag", "last", "--dry-run"]) == 0
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == f"{folder / 'a.jpg.xmp'}: + tabby"
    assert last == "3 pictures would be tagged, 1 could not be classified."
    assert sidecars(folder) == {}
    assert not user_places().tags.exists()
    main(["tag", "last"])
    capsys.readouterr()
    assert main(["tag", "last", "--dry-run", "--remove"]) == 0
    assert f"{folder / 'a.jpg.xmp'}: - tabby" in capsys.readouterr().out
    assert len(sidecars(folder)) == 3


def test_a_sidecar_that_cannot_be_changed_is_a_sentence(folder: Path, capsys: Capture) -> None:
    (folder / "a.jpg.xmp").write_bytes(b"\x1b[31m")
    assert main(["tag", "last"]) == 1
    said = capsys.readouterr()
    assert f"{folder / 'a.jpg'}: its sidecar is no XMP that could be added to (" in said.err
    assert "2 pictures tagged, 1 could not be changed" in said.out
    assert "\x1b" not in said.err
    assert (folder / "a.jpg.xmp").read_bytes() == b"\x1b[31m"


def test_a_run_that_does_not_exist_is_a_sentence(capsys: Capture) -> None:
    assert main(["tag", "9"]) == 2
    assert "there is no run 9" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["last", "--sidecar", "x"], ["last", "--top-k", "0"], ["last", "--nonsense"]])
def test_wrong_use_is_status_2(words: list[str]) -> None:
    assert main(["tag", *words]) == 2


def test_a_journal_that_cannot_be_used_is_a_sentence(folder: Path, capsys: Capture) -> None:
    user_places().tags.mkdir(parents=True)
    assert main(["tag", "last"]) == 3
    said = capsys.readouterr().err
    assert said.startswith("whatsit: the journal of tags cannot be used")
    assert str(user_places().tags) in said
    assert sidecars(folder) == {}


def test_a_damaged_journal_is_told(folder: Path, capsys: Capture) -> None:
    user_places().tags.write_bytes(b"nonsense" * 1000)
    assert main(["tag", "last"]) == 0
    assert "tags.sqlite.damaged-1" in capsys.readouterr().err
    assert len(sidecars(folder)) == 3


def test_another_whatsit_that_writes_tags_goes_first(capsys: Capture) -> None:
    from app.results.tags.journal import Journal

    with Journal(user_places().tags):
        assert main(["tag", "last"]) == 3
    assert "by another Whatsit; try again" in capsys.readouterr().err


def test_ctrl_c_ends_it_after_the_sidecar_under_way(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    from app.results.tags import tagging

    real = tagging.write_sidecar

    def interrupted(*values: object) -> None:
        signal.raise_signal(signal.SIGINT)
        real(*values)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(tagging, "write_sidecar", interrupted)
        assert main(["tag", "last"]) == 130
    assert "1 picture tagged. Stopped; the same line goes on." in capsys.readouterr().out
    assert len(sidecars(folder)) == 1
    assert main(["tag", "last", "--remove"]) == 0
    assert sidecars(folder) == {}


def test_another_store_can_be_named(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["tag", "last", "--store", str(tmp_path / "none.sqlite")]) == 2
    main(["classify", ".", "--store", str(tmp_path / "other.sqlite")])
    assert main(["tag", "last", "--store", str(tmp_path / "other.sqlite")]) == 0
    assert len(sidecars(folder)) == 3


def test_its_help_has_an_example(capsys: Capture) -> None:
    assert main(["tag", "--help"]) == 0
    assert "whatsit tag last --remove" in capsys.readouterr().out


@pytest.mark.parametrize("is_undone", [False, True])
def test_tags_are_still_ours_where_a_sort_has_moved_them(folder: Path, tmp_path: Path, is_undone: bool) -> None:
    assert main(["tag", "last"]) == 0
    assert main(["sort", "last", "--into", str(tmp_path / "sorted"), "--move"]) == 0
    place = folder if is_undone else tmp_path / "sorted" / "tabby"
    if is_undone:
        assert main(["undo"]) == 0
    assert sidecars(place)["a.jpg.xmp"] == ("tabby",)
    assert main(["tag", "last", "--remove"]) == 0
    assert sidecars(place) == {}


def test_a_damaged_journal_keeps_no_sort_from_its_end_and_no_tag_from_being_written(
    folder: Path, tmp_path: Path, damage: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(200):
        (folder / f"more{number}.jpg").write_bytes(f"picture {number}".encode())
    main(["classify", str(folder)])
    assert main(["tag", "last"]) == 0
    damage(user_places().tags, "record")
    assert main(["sort", "last", "--into", str(tmp_path / "sorted"), "--move"]) in (0, 1)
    assert main(["undo"]) == 0
    main(["tag", "last"])
    assert main(["tag", "last"]) == 0
    assert list(user_places().tags.parent.glob("tags.sqlite.damaged-*"))
