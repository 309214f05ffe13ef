"""The pictures of the sitting as data, against a plain list that does the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.desktop.pictures_model import PictureRole, PicturesModel, State
from app.values import Failed, ImageRef, Reason, Stage

from .stub import classified

Role = Qt.ItemDataRole


class NoThumbnails(QObject):
    """Stands in for a `PixmapCache` that never has anything."""

    arrived = Signal(object)

    def picture(self, ref: ImageRef) -> None:
        return None

    def forget(self, ref: ImageRef) -> None:
        return None


def made() -> tuple[PicturesModel, QObject]:
    owner = NoThumbnails()
    model = PicturesModel(owner, owner)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, owner)
    model.set_least_probability(0.3)
    return model, owner


@pytest.fixture
def model(qapp: QApplication) -> PicturesModel:
    model, model.owner_kept_alive = made()
    return model


def refs(*names: str) -> list[ImageRef]:
    return [ImageRef(Path(name)) for name in names]


def failed(ref: ImageRef) -> Failed:
    return Failed(ref, Stage.DECODE, Reason.TRUNCATED, "it ends early")


def names(model: PicturesModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_pictures_keep_the_order_in_which_they_came(model: PicturesModel) -> None:
    model.add(refs("b", "a"))
    model.add(refs("c", "a", "c"))
    assert names(model) == ["b", "a", "c"]
    assert [model.row_of(ref) for ref in refs("b", "a", "c", "d")] == [0, 1, 2, -1]


def test_captions_say_what_is_known(model: PicturesModel) -> None:
    sure, unsure, broken, waiting, stopped = refs("sure", "unsure", "broken", "waiting", "stopped")
    model.add([sure, unsure, broken, waiting, stopped])
    model.answer([classified(sure), classified(unsure, 0.2), failed(broken)])
    model.give_up([stopped])
    captions = [model.index(row).data(PictureRole.CAPTION) for row in range(5)]
    assert captions == ["espresso", "unknown", "broken", "waiting", "stopped"], "what has no class shows its name"
    states = [model.index(row).data(PictureRole.STATE) for row in range(5)]
    assert states == [State.CLASSIFIED, State.CLASSIFIED, State.FAILED, State.WAITING, State.STOPPED]
    assert model.count(State.FAILED) == 1


def test_another_least_probability_changes_captions_at_once(model: PicturesModel) -> None:
    (ref,) = refs("a")
    model.add([ref])
    model.answer([classified(ref, 0.2)])
    model.set_least_probability(0.1)
    assert model.index(0).data(PictureRole.CAPTION) == "espresso"


def test_a_tool_tip_gives_the_reason_and_is_never_markup(model: PicturesModel) -> None:
    ref = ImageRef(Path("/tmp/<img src='x'>&.png"))
    model.add([ref])
    model.answer([failed(ref)])
    tip = model.index(0).data(Role.ToolTipRole)
    assert "&lt;img" in tip
    assert "<img" not in tip
    assert "the file is cut off" in tip
    assert "it ends early" in tip


def test_a_screen_reader_hears_name_and_answer(model: PicturesModel) -> None:
    (ref,) = refs("cup.jpg")
    model.add([ref])
    assert model.index(0).data(Role.AccessibleTextRole) == "cup.jpg, waiting"
    model.answer([classified(ref)])
    assert model.index(0).data(Role.AccessibleTextRole) == "cup.jpg, espresso, 95.1 %"


def test_undecodable_names_are_shown_as_escapes(model: PicturesModel) -> None:
    model.add([ImageRef(Path("caf\udce9\n.png"))])
    assert names(model) == ["caf\\xe9\\n.png"]


def test_answers_of_pictures_that_are_gone_are_dropped(model: PicturesModel) -> None:
    a, b = refs("a", "b")
    model.add([a, b])
    model.remove([0])
    model.answer([classified(a), failed(b)])
    assert names(model) == ["b"]
    assert model.count(State.FAILED) == 1


def test_failures_are_counted_through_all_changes(model: PicturesModel) -> None:
    a, b = refs("a", "b")
    model.add([a, b])
    model.answer([failed(a), failed(b)])
    model.answer([failed(a)])
    assert model.count(State.FAILED) == 2
    model.add([a])
    assert model.count(State.FAILED) == 1
    model.remove([1])
    assert model.count(State.FAILED) == 0
    model.answer([failed(a)])
    taken = model.remove([0])
    assert model.count(State.FAILED) == 0
    model.put_back(taken)
    assert model.count(State.FAILED) == 1


def test_an_older_answer_holds_until_the_new_one_comes(model: PicturesModel) -> None:
    (ref,) = refs("a")
    model.add([ref])
    model.answer([classified(ref)])
    model.add([ref])
    assert model.index(0).data(PictureRole.STATE) is State.WAITING
    assert model.index(0).data(PictureRole.CAPTION) == "espresso"
    model.give_up([ref])
    assert model.index(0).data(PictureRole.STATE) is State.CLASSIFIED, "stopping takes nothing away"
    model.answer([failed(ref)])
    assert model.index(0).data(PictureRole.STATE) is State.FAILED


def test_what_was_taken_off_comes_back_where_it_was(model: PicturesModel) -> None:
    model.add(refs(*"abcde"))
    taken = model.remove([1, 2, 4])
    model.add(refs("f"))
    model.put_back(taken)
    assert names(model) == list("abcdef")
    assert [model.row_of(ref) for ref in refs(*"abcdef")] == list(range(6))


def test_a_picture_that_came_again_meanwhile_is_not_listed_twice(model: PicturesModel) -> None:
    model.add(refs(*"abc"))
    taken = model.remove([0, 1, 2])
    model.add(refs("b"))
    model.put_back(taken)
    assert sorted(names(model)) == list("abc")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 30).flatmap(lambda size: st.tuples(st.just(size), st.sets(st.integers(0, max(0, size - 1))))),
    st.booleans(),
)
def test_any_rows_can_be_put_back(sizes: tuple[int, set[int]], comes_again: bool) -> None:
    size, rows = sizes
    model, owner = made()
    everything = [str(number) for number in range(size)]
    model.add(refs(*everything))
    taken = model.remove(row for row in rows if row < size)
    again = [str(row) for row in sorted(rows)[:1] if row < size and comes_again]
    model.add(refs(*again))
    model.put_back(taken)
    assert sorted(names(model)) == sorted(everything)
    assert again or names(model) == everything
    owner.deleteLater()


NAMES = st.sampled_from("abcdefgh")
CHANGES = st.one_of(
    st.tuples(st.just("add"), st.lists(NAMES, max_size=5)),
    st.tuples(st.just("answer"), st.lists(NAMES, max_size=5)),
    st.tuples(st.just("fail"), st.lists(NAMES, max_size=5)),
    st.tuples(st.just("give_up"), st.lists(NAMES, max_size=5)),
    st.tuples(st.just("remove"), st.sets(st.integers(0, 7), max_size=5)),
    st.tuples(st.just("remove and put back"), st.sets(st.integers(0, 7), max_size=5)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(CHANGES, max_size=25))
def test_any_sequence_of_changes_gives_what_a_plain_list_gives(changes: list[tuple[str, object]]) -> None:
    """Qt's own model tester watches the signals meanwhile, and ends the process at a false one."""
    model, owner = made()
    plain: dict[str, Plain] = {}
    for change, what in changes:
        plain = changed(plain, change, what)
        apply(model, change, what)
        assert names(model) == list(plain)
        states = [state(*known) for known in plain.values()]
        assert [model.index(row).data(PictureRole.STATE) for row in range(len(plain))] == states
        assert [model.row_of(ImageRef(Path(name))) for name in plain] == list(range(len(plain)))
        assert all(model.count(each) == states.count(each) for each in State)
    owner.deleteLater()


Plain = tuple[State | None, bool]
"""The last answer of a picture, and whether it waits for another."""


def state(answer: State | None, waiting: bool) -> State:
    return State.WAITING if waiting else answer or State.STOPPED


def changed(plain: dict[str, Plain], change: str, what: object) -> dict[str, Plain]:
    match change:
        case "add":
            return plain | {name: (plain.get(name, (None, True))[0], True) for name in what}
        case "remove and put back":
            return plain
        case "remove":
            return {name: known for row, (name, known) in enumerate(plain.items()) if row not in what}
    answer = {"answer": State.CLASSIFIED, "fail": State.FAILED, "give_up": None}[change]
    return plain | {name: (answer or plain[name][0], False) for name in what if name in plain}


def apply(model: PicturesModel, change: str, what: object) -> None:
    match change:
        case "add":
            model.add(refs(*what))
        case "answer":
            model.answer([classified(ref) for ref in refs(*what)])
        case "fail":
            model.answer([failed(ref) for ref in refs(*what)])
        case "give_up":
            model.give_up(refs(*what))
        case "remove" | "remove and put back":
            taken = model.remove(row for row in what if row < model.rowCount())
            if change != "remove":
                model.put_back(taken)
