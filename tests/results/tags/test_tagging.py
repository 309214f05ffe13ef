"""Tags are written, kept up to date and taken away; what is not ours is never touched."""

from __future__ import annotations

import errno
import os
import resource
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.results.database import StoreError, StoreTrouble
from app.results.tags import sidecar as sidecar_module
from app.results.tags.packet import LARGEST
from app.results.tags.steps import Counts, JournalLost, Naming, TagAdvance, TagEnd, Wish
from app.results.tags.tagging import tag, tags_for
from app.results.tags.xmp import tags_of, with_tags, without_tags
from app.values import ImageRef, Outcome, TagTrouble

from .conftest import Desk, answered, failed, inventory
from .samples import NAMES, sample, sidecar

as_root_only = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="changes its user")


def test_a_picture_gets_a_sidecar_and_loses_it_again(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "tabby", "tiger cat")
    before = inventory(desk.folder)
    told = desk.tag(cat)
    assert told.counts == Counts(changed=1)
    assert [(change.added, change.removed) for change in told.changes] == [(("tabby",), ())]
    assert desk.sidecar("cat.jpg").read_bytes() == with_tags(None, ["tabby"])
    assert desk.untag(cat).counts == Counts(changed=1)
    assert inventory(desk.folder) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_sidecar_of_another_program_comes_back_byte_for_byte(desk: Desk, name: str) -> None:
    cat = answered(desk.picture("cat.jpg", sample(name)), "tiger cat", "lynx", "cat")
    before = inventory(desk.folder)
    desk.tag(cat, most=2)
    assert tags_of(desk.sidecar("cat.jpg").read_bytes()) == (*tags_of(sample(name)), "tiger cat", "lynx")
    desk.untag(cat)
    assert inventory(desk.folder) == before


def test_tagging_twice_adds_nothing_twice(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "lynx")
    desk.tag(cat)
    before = inventory(desk.folder)
    told = desk.tag(cat)
    assert told.counts == Counts(same=1)
    assert told.changes == []
    assert inventory(desk.folder) == before


def test_what_the_user_has_already_is_not_ours(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "tabby")
    assert desk.tag(cat).counts == Counts(same=1)
    assert desk.untag(cat).counts == Counts(same=1)
    assert desk.sidecar("cat.jpg").read_bytes() == sample("exiftool")


def test_another_threshold_adds_what_is_new_and_takes_what_no_longer_holds(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "lynx", "puma", "lion")
    desk.tag(cat, most=3, least=0.0)
    (change,) = desk.tag(cat, most=2, least=0.0).changes
    assert (change.added, change.removed) == ((), ("lion",))
    assert desk.sidecar("cat.jpg").read_bytes() == with_tags(sample("exiftool"), ["lynx", "puma"])
    desk.tag(cat, least=0.9)
    assert desk.sidecar("cat.jpg").read_bytes() == sample("exiftool")


def test_another_answer_takes_the_place_of_the_first(desk: Desk) -> None:
    path = desk.picture("cat.jpg")
    desk.tag(answered(path, "tabby"))
    (change,) = desk.tag(answered(path, "lynx")).changes
    assert (change.added, change.removed) == (("lynx",), ("tabby",))
    assert desk.sidecar("cat.jpg").read_bytes() == with_tags(None, ["lynx"])


def test_what_the_user_added_since_stays(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "lynx")
    desk.tag(cat)
    path = desk.sidecar("cat.jpg")
    path.write_bytes(with_tags(path.read_bytes().replace(b">3<", b">5<"), ["mine"]))
    desk.untag(cat)
    assert path.read_bytes() == with_tags(sample("exiftool").replace(b">3<", b">5<"), ["mine"])


def test_a_sidecar_that_we_made_and_somebody_changed_is_not_removed(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    desk.tag(cat)
    path = desk.sidecar("cat.jpg")
    path.write_bytes(with_tags(path.read_bytes(), ["mine"]))
    desk.untag(cat)
    assert tags_of(path.read_bytes()) == ("mine",)


def test_a_changed_sidecar_that_holds_all_tags_keeps_their_order(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    desk.tag(cat)
    path = desk.sidecar("cat.jpg")
    path.write_bytes(with_tags(path.read_bytes(), ["mine"]))
    assert desk.tag(cat).counts == Counts(same=1)
    assert tags_of(path.read_bytes()) == ("lynx", "mine")
    desk.untag(cat)
    assert tags_of(path.read_bytes()) == ("mine",)


def test_a_sidecar_that_the_user_put_back_is_his_again(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "lynx")
    desk.tag(cat)
    desk.sidecar("cat.jpg").write_bytes(sample("exiftool"))
    assert desk.untag(cat).counts == Counts(same=1)
    desk.sidecar("cat.jpg").write_bytes(with_tags(sample("exiftool"), ["lynx"]))
    desk.untag(cat)
    assert "lynx" in tags_of(desk.sidecar("cat.jpg").read_bytes())


def test_a_sidecar_that_the_user_removed_is_made_anew_or_missed_by_nobody(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "lynx")
    desk.tag(cat)
    desk.sidecar("cat.jpg").unlink()
    desk.tag(cat)
    assert desk.sidecar("cat.jpg").read_bytes() == with_tags(None, ["lynx"])
    desk.sidecar("cat.jpg").unlink()
    assert desk.untag(cat).counts == Counts(same=1)
    assert not desk.sidecar("cat.jpg").exists()


def test_unknown_pictures_get_nothing_or_the_word(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    assert desk.tag(cat, least=0.9).counts == Counts(unknown=1)
    assert not desk.sidecar("cat.jpg").exists()
    assert desk.tag(cat, least=0.9, unknown=True).counts == Counts(changed=1)
    assert desk.sidecar("cat.jpg").read_bytes() == with_tags(None, ["unknown"])
    told = desk.tag(cat, least=0.9)
    assert (told.counts, len(told.changes)) == (Counts(unknown=1), 1), "what it had before goes, and it is not tagged"
    assert desk.untag(cat).counts == Counts(same=1)


def test_classes_below_the_least_probability_are_no_tags(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "a", "b", "c", "a")
    assert tags_for(cat, Wish(0.3, 20)) == ("a", "b")
    assert tags_for(cat, Wish(0.0, 20)) == ("a", "b", "c")
    assert tags_for(cat, Wish(0.8, 1)) == ("a",)


def test_failed_pictures_are_skipped_and_counted(desk: Desk) -> None:
    path = desk.picture("cat.jpg")
    desk.tag(answered(path, "lynx"))
    assert desk.tag(failed(path)).counts == Counts(failed=1)
    assert desk.sidecar("cat.jpg").exists(), "nobody knows better"
    assert desk.untag(failed(path)).counts == Counts(changed=1)


def test_two_pictures_share_a_sidecar_of_adobe(desk: Desk) -> None:
    raw, jpeg = answered(desk.picture("1.cr2"), "lynx"), answered(desk.picture("1.jpg"), "puma")
    before = inventory(desk.folder)
    desk.tag(raw, jpeg, naming=Naming.STEM)
    path = desk.folder / "1.xmp"
    assert tags_of(path.read_bytes()) == ("lynx", "puma")
    desk.tag(answered(desk.folder / "1.cr2", "puma"), naming=Naming.STEM)
    assert tags_of(path.read_bytes()) == ("puma",)
    desk.untag(raw)
    assert tags_of(path.read_bytes()) == ("puma",)
    desk.untag(jpeg)
    assert inventory(desk.folder) == before


def test_the_other_name_takes_the_tags_along(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    desk.tag(cat)
    desk.tag(cat, naming=Naming.STEM)
    assert sorted(inventory(desk.folder)) == ["cat.jpg", "cat.xmp"]


def test_a_sidecar_in_capitals_is_used(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    (desk.folder / "cat.jpg.XMP").write_bytes(sample("exiftool"))
    desk.tag(cat)
    assert sorted(inventory(desk.folder)) == ["cat.jpg", "cat.jpg.XMP"]


def test_a_picture_reached_by_two_ways_has_one_sidecar(desk: Desk, tmp_path: Path) -> None:
    path = desk.picture("cat.jpg")
    (tmp_path / "link").symlink_to(desk.folder)
    desk.tag(answered(path, "lynx"), answered(tmp_path / "link" / "cat.jpg", "lynx"))
    desk.untag(answered(tmp_path / "link" / "cat.jpg", "lynx"))
    assert sorted(inventory(desk.folder)) == ["cat.jpg"]


NAMES_OF_FILES = [
    b"caf\xe9.jpg",
    b"two\nlines.jpg",
    "猫\u202e.jpg".encode(),
    b"-x.jpg",
    b"<b>&.jpg",
    b"no extension",
    b".jpg",
]


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
@pytest.mark.parametrize("naming", Naming)
def test_any_name_survives(desk: Desk, naming: Naming) -> None:
    paths = [desk.picture(os.fsdecode(name)) for name in NAMES_OF_FILES]
    before = inventory(desk.folder)
    outcomes = [answered(path, "lynx") for path in paths]
    assert desk.tag(*outcomes, naming=naming).counts == Counts(changed=len(paths))
    assert len(inventory(desk.folder)) == 2 * len(paths)
    assert desk.untag(*outcomes).counts == Counts(changed=len(paths))
    assert inventory(desk.folder) == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), min_size=1, max_size=4), st.sampled_from(NAMES))
def test_any_history_ends_as_it_began(desk: Desk, history: list[list[str]], name: str) -> None:
    path = desk.picture("cat.jpg", sample(name))
    before = inventory(desk.folder)
    for labels in history:
        desk.tag(answered(path, *labels), most=20, least=0.0)
    assert set(tags_of(sample(name))) <= set(tags_of(desk.sidecar("cat.jpg").read_bytes()))
    desk.untag(answered(path, "x"))
    assert inventory(desk.folder) == before


# what is refused


def test_a_picture_that_is_gone_or_changed_is_refused(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    os.utime(desk.folder / "cat.jpg", (1, 1))
    assert desk.tag(cat).trouble is TagTrouble.PICTURE_CHANGED
    (desk.folder / "cat.jpg").unlink()
    told = desk.tag(cat)
    assert told.trouble is TagTrouble.NO_PICTURE
    assert told.counts == Counts(refused=1)
    assert inventory(desk.folder) == {}


def test_a_pasted_picture_has_no_sidecar(desk: Desk) -> None:
    path = desk.picture("pasted")
    outcome = answered(path, "lynx")
    pasted = type(outcome)(ImageRef(path, b"bytes"), 4, 3, "builtin", "cpu", "fp32", outcome.predictions)
    assert desk.tag(pasted).trouble is TagTrouble.NO_PICTURE


HOSTILE = {
    "not XML": (b"hello", TagTrouble.NOT_XMP),
    "entities": (b'<!DOCTYPE x [<!ENTITY a "aa">]>' + sidecar(""), TagTrouble.NOT_XMP),
    "words": (sidecar("<dc:subject>words</dc:subject>"), TagTrouble.ODD_TAGS),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_sidecar_is_left_as_it_was(desk: Desk, kind: str) -> None:
    content, trouble = HOSTILE[kind]
    cat = answered(desk.picture("cat.jpg", content), "lynx")
    dog = answered(desk.picture("dog.jpg"), "pug")
    os.utime(desk.sidecar("cat.jpg"), (1, 1))
    told = desk.tag(cat, dog)
    assert told.trouble is trouble
    assert told.counts == Counts(changed=1, refused=1)
    assert desk.sidecar("cat.jpg").read_bytes() == content
    assert desk.sidecar("cat.jpg").stat().st_mtime == 1


def test_a_huge_sidecar_is_not_read(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    with open(desk.sidecar("cat.jpg"), "wb") as file:
        file.truncate(500 << 20)
    assert desk.tag(cat).trouble is TagTrouble.TOO_LARGE
    assert desk.sidecar("cat.jpg").stat().st_size == 500 << 20 > LARGEST


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
@pytest.mark.parametrize("kind", ["link", "dangling link", "pipe", "folder"])
def test_what_is_no_ordinary_file_is_left_alone(desk: Desk, tmp_path: Path, kind: str) -> None:
    cat, path = answered(desk.picture("cat.jpg"), "lynx"), desk.sidecar("cat.jpg")
    (tmp_path / "elsewhere").write_bytes(sample("exiftool"))
    make = {
        "link": lambda: path.symlink_to(tmp_path / "elsewhere"),
        "dangling link": lambda: path.symlink_to(tmp_path / "nowhere"),
        "pipe": lambda: os.mkfifo(path),
        "folder": path.mkdir,
    }
    make[kind]()
    before = path.lstat()
    assert desk.tag(cat).trouble is TagTrouble.NOT_A_FILE
    assert path.lstat().st_ino == before.st_ino
    assert (tmp_path / "elsewhere").read_bytes() == sample("exiftool")
    assert not (tmp_path / "nowhere").exists()


def test_a_write_protected_sidecar_is_left_alone(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "lynx")
    desk.sidecar("cat.jpg").chmod(0o444)
    assert desk.tag(cat).trouble is TagTrouble.READ_ONLY
    assert desk.sidecar("cat.jpg").read_bytes() == sample("exiftool")


def test_permissions_stay(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "lynx")
    desk.sidecar("cat.jpg").chmod(0o640)
    desk.tag(cat)
    assert stat.S_IMODE(desk.sidecar("cat.jpg").stat().st_mode) == 0o640


@as_root_only
@pytest.mark.parametrize("kind", ["folder", "unreadable"])
def test_what_this_user_may_not_do_is_a_refusal(desk: Desk, tmp_path: Path, kind: str) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "lynx")
    before = inventory(desk.folder)
    desk.sidecar("cat.jpg").chmod(0o600 if kind == "unreadable" else 0o666)
    desk.journal.parent.mkdir()
    for path in (tmp_path, *tmp_path.parents[:2], desk.journal.parent):
        path.chmod(0o777)
    desk.folder.chmod(0o555)
    child = os.fork()
    if child == 0:
        try:
            os.seteuid(65534)
            wanted = TagTrouble.UNREADABLE if kind == "unreadable" else TagTrouble.UNWRITABLE
            os._exit(0 if desk.tag(cat).trouble is wanted else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert inventory(desk.folder) == before


def test_a_full_disk_is_a_refusal_and_leaves_nothing(desk: Desk) -> None:
    large = sample("lightroom").replace(b"+0.35", b"+0.35" + b" " * 300_000)
    cat, dog = answered(desk.picture("cat.jpg", large), "lynx"), answered(desk.picture("dog.jpg"), "pug")
    desk.tag(dog)  # so that the journal is there
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        told = desk.tag(cat, dog)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert told.trouble is TagTrouble.UNWRITABLE
    assert told.counts == Counts(same=1, refused=1)
    assert desk.sidecar("cat.jpg").read_bytes() == large
    assert [path.name for path in desk.folder.iterdir() if path.name.startswith(".")] == []
    assert desk.untag(cat, dog).counts == Counts(changed=1, same=1)


def test_nothing_is_written_without_the_journal(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    desk.tag(answered(desk.picture("dog.jpg"), "pug"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        with pytest.raises(StoreError):
            desk.tag(cat)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not desk.sidecar("cat.jpg").exists()


def test_a_sidecar_that_changes_meanwhile_is_left_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    real = sidecar_module._require_unchanged

    def change(before: sidecar_module.Sidecar) -> None:
        before.path.write_bytes(sample("exiftool"))
        real(before)

    monkeypatch.setattr(sidecar_module, "_require_unchanged", change)
    assert desk.tag(cat).trouble is TagTrouble.BUSY
    assert desk.sidecar("cat.jpg").read_bytes() == sample("exiftool")
    monkeypatch.undo()
    desk.untag(cat)
    assert desk.sidecar("cat.jpg").read_bytes() == sample("exiftool")


@pytest.mark.parametrize("call", ["replace", "fsync", "unlink"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_whichever_call_fails_the_sidecar_is_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    old, new = answered(desk.picture("old.jpg", sample("exiftool")), "lynx"), answered(desk.picture("new.jpg"), "lynx")
    if call == "unlink":
        desk.tag(new)
    before = inventory(desk.folder)

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, fail)
    told = desk.untag(new) if call == "unlink" else desk.tag(old, new)
    monkeypatch.undo()
    assert {refusal.trouble for refusal in told.refusals} == {TagTrouble.UNWRITABLE}
    assert {refusal.detail for refusal in told.refusals} == {os.strerror(code)}
    assert inventory(desk.folder) == before
    desk.untag(old, new)
    assert sorted(inventory(desk.folder)) == ["new.jpg", "old.jpg", "old.jpg.xmp"]
    assert desk.sidecar("old.jpg").read_bytes() == sample("exiftool")


# how it goes


def test_a_dry_run_tells_and_does_nothing(desk: Desk, tmp_path: Path) -> None:
    cat = answered(desk.picture("cat.jpg", sample("exiftool")), "lynx")
    before = inventory(tmp_path)
    told = desk.tag(cat, is_dry=True)
    assert [change.added for change in told.changes] == [("lynx",)]
    assert inventory(tmp_path) == before
    desk.tag(cat)
    before = inventory(desk.folder)
    assert [change.removed for change in desk.untag(cat, is_dry=True).changes] == [("lynx",)]
    assert inventory(desk.folder) == before
    assert desk.untag(cat).counts == Counts(changed=1)


def test_it_stops_after_the_sidecar_under_way(desk: Desk) -> None:
    cats = [answered(desk.picture(f"{number}.jpg"), "lynx") for number in range(5)]
    asked = iter([False, False, True])
    told = desk.tag(*cats, is_over=lambda: next(asked))
    assert told.end == TagEnd(Counts(changed=2), is_stopped=True)
    assert desk.tag(*cats).counts == Counts(changed=3, same=2)


def test_closing_it_leaves_nothing_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.results.tags.tagging.EVERY", 0.0)
    cats = [answered(desk.picture(f"{number}.jpg"), "lynx") for number in range(5)]
    steps = tag(cats, Wish(0.3), desk.journal)
    assert isinstance(next(steps), TagAdvance)
    steps.close()  # type: ignore[attr-defined]
    assert desk.tag(*cats).counts == Counts(changed=4, same=1)
    assert desk.untag(*cats).counts == Counts(changed=5)


def test_an_error_of_the_run_leaves_nothing_half_done(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")

    def outcomes() -> Iterator[Outcome]:
        yield cat
        raise StoreError(StoreTrouble.DAMAGED, "results")

    with pytest.raises(StoreError):
        list(tag(outcomes(), Wish(0.3), desk.journal))
    assert desk.untag(cat).counts == Counts(changed=1)


def test_steps_come_in_portions_and_the_end_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    cats = [answered(desk.picture(f"{number}.jpg"), "lynx") for number in range(5)]
    assert len(desk.tag(*cats).steps) <= 3
    monkeypatch.setattr("app.results.tags.tagging.EVERY", 0.0)
    told = desk.untag(*cats)
    assert [step.counts.done for step in told.steps] == [1, 2, 3, 4, 5, 5, 5]
    assert [type(step) for step in told.steps].count(TagEnd) == 1


def test_two_processes_do_not_write_tags_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.results.tags.tagging.EVERY", 0.0)
    cats = [answered(desk.picture(f"{number}.jpg"), "lynx") for number in range(3)]
    steps = tag(cats, Wish(0.3), desk.journal)
    next(steps)
    with pytest.raises(StoreError) as raised:
        desk.tag(*cats)
    assert raised.value.trouble is StoreTrouble.BUSY
    assert desk.tag(*cats, is_dry=True).counts.done == 3
    assert isinstance(list(steps)[-1], TagEnd)


def test_a_damaged_journal_is_moved_aside_and_told(desk: Desk) -> None:
    cat = answered(desk.picture("cat.jpg"), "lynx")
    desk.journal.parent.mkdir()
    desk.journal.write_bytes(b"nonsense" * 1000)
    told = desk.tag(cat)
    assert told.steps[0] == JournalLost(desk.journal.with_name("tags.sqlite.damaged-1"))
    assert told.counts == Counts(changed=1)


def test_semantic_removal_needs_no_order(desk: Desk) -> None:
    """digiKam writes a sidecar anew and sorts; ours go wherever they are."""
    cat = answered(desk.picture("cat.jpg", sample("digikam")), "lynx")
    desk.tag(cat)
    path = desk.sidecar("cat.jpg")
    anew = with_tags(without_tags(path.read_bytes(), ["espresso"]), ["espresso"]).replace(b"\n", b"\r\n")
    path.write_bytes(anew)
    desk.untag(cat)
    assert path.read_bytes() == without_tags(anew, ["lynx"])
    assert b"lynx" not in path.read_bytes()
