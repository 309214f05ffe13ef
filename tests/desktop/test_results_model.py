"""A million rows as a few pages of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desktop import results_model
from app.desktop.reader import PAGE, Numbered, Paged, Show
from app.desktop.results_model import KEPT, ResultColumn, ResultRole, ResultsModel
from app.results.listing import Row
from app.results.query import Query, State
from app.values import Classified, Failed, ImageRef, Outcome, Reason, Stage

from .results import LEAST, ROOT, Thumbnails, answered, broken, rows_of

Role = Qt.ItemDataRole
MILLION = 1_000_000


@pytest.fixture
def model(thumbnails: Thumbnails) -> ResultsModel:
    model = ResultsModel(thumbnails, thumbnails)
    model.clear((ROOT,))
    model.set_least_probability(LEAST)
    return model


@pytest.fixture
def watched(model: ResultsModel, thumbnails: Thumbnails, monkeypatch: pytest.MonkeyPatch) -> ResultsModel:
    """With pages of five rows, since Qt's own tester looks at every row after every change."""
    monkeypatch.setattr(results_model, "PAGE", 5)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, thumbnails)
    return model


@pytest.fixture
def wanted(model: ResultsModel) -> list[tuple[int, int]]:
    wanted: list[tuple[int, int]] = []
    model.page_wanted.connect(lambda number, page: wanted.append((number, page)))
    return wanted


def numbered(number: int, rows: int, *pages: Paged) -> Numbered:
    return Numbered(Show(number, Query(1, LEAST), 5), rows, {}, pages, 0.1)


def page(number: int, at: int, *outcomes: Outcome) -> Paged:
    return Paged(number, at, rows_of(outcomes))


def show(model: ResultsModel, *outcomes: Outcome) -> None:
    model.renumber(numbered(model.number + 1, len(outcomes), page(model.number + 1, 0, *outcomes)))


def texts(model: ResultsModel, row: int = 0) -> list[str]:
    return [model.index(row, column).data() for column in ResultColumn]


def test_it_is_a_sound_model_through_all_that_happens(watched: ResultsModel, thumbnails: Thumbnails) -> None:
    outcomes = [answered(f"{number}.jpg", probability=number / 40) for number in range(40)]
    watched.begin(page(1, 0, *outcomes[:5]))
    watched.renumber(numbered(1, 40, page(1, 0, *outcomes[:5])))
    for at in (7, 3, 1):
        watched.take(page(1, at, *outcomes[5 * at : 5 * at + 5]))
    watched.set_least_probability(0.6)
    watched.renumber(numbered(2, 43, page(2, 1, *outcomes[5:10])))
    thumbnails.arrived.emit(outcomes[6].ref)
    watched.renumber(numbered(3, 4, Paged(3, 0, (None, *rows_of(outcomes[:2])))))
    watched.renumber(numbered(4, 0))
    watched.renumber(numbered(5, 6, page(5, 0, *outcomes[:5])))
    watched.clear()
    assert watched.rowCount() == 0


def test_a_row_says_where_what_and_how_sure(model: ResultsModel) -> None:
    show(model, answered("day 1/a.jpg"), answered("b.jpg", probability=0.2), broken("c.jpg"))
    assert texts(model, 0) == ["a.jpg", "Iceland/day 1", "espresso", "90.0 %", ""]
    assert texts(model, 1) == ["b.jpg", "Iceland", "unknown", "20.0 %", "perhaps espresso"]
    assert texts(model, 2) == ["c.jpg", "Iceland", "not classified", "", "the file is cut off"]


def test_roles_carry_the_row_its_state_and_what_is_sorted_by(model: ResultsModel) -> None:
    show(model, answered("a.jpg"), answered("b.jpg", probability=0.2), broken("c.jpg"))
    states = [model.index(row, 0).data(ResultRole.STATE) for row in range(3)]
    assert states == [State.CLASSIFIED, State.UNKNOWN, State.FAILED]
    assert model.index(0, 0).data(ResultRole.ROW) == rows_of([answered("a.jpg")])[0]
    keys = [model.index(row, ResultColumn.PROBABILITY).data(ResultRole.SORT) for row in range(3)]
    assert keys == [0.9, 0.2, None]
    assert model.index(2, ResultColumn.STATE).data(ResultRole.SORT) == "failed"
    assert model.index(0, ResultColumn.NAME).data(ResultRole.SORT) == "a.jpg"


def test_another_least_probability_is_seen_at_once(model: ResultsModel) -> None:
    show(model, answered("a.jpg", probability=0.4))
    changes: list[object] = []
    model.dataChanged.connect(lambda *args: changes.append(args))
    model.set_least_probability(0.5)
    assert texts(model)[2] == "unknown"
    assert len(changes) == 1


def test_a_row_that_is_not_there_is_empty_and_asked_for_once(
    model: ResultsModel, wanted: list[tuple[int, int]]
) -> None:
    model.renumber(numbered(3, MILLION))
    wanted.clear()
    for row in (PAGE, PAGE + 1, MILLION - 1):
        assert texts(model, row) == [None] * 5
        assert model.index(row, 0).data(Role.DecorationRole) is None
        assert model.index(row, 0).data(ResultRole.STATE) is None
    assert wanted == [(3, 1), (3, MILLION // PAGE - 1)]
    model.take(page(3, 1, *(answered(f"{number}.jpg") for number in range(PAGE))))
    assert texts(model, PAGE + 7)[0] == "7.jpg"
    assert wanted == [(3, 1), (3, MILLION // PAGE - 1)]


def test_to_know_is_not_to_ask(model: ResultsModel, wanted: list[tuple[int, int]]) -> None:
    model.renumber(numbered(1, MILLION))
    wanted.clear()
    assert model.known(MILLION // 2) is None
    assert wanted == []


def test_what_the_reader_may_have_forgotten_is_asked_for_again(
    model: ResultsModel, wanted: list[tuple[int, int]]
) -> None:
    model.renumber(numbered(1, MILLION))
    for at in range(10):
        model.row(at * PAGE)
    wanted.clear()
    model.row(0)
    assert wanted == [(1, 0)]


def test_pages_of_another_numbering_are_dropped(model: ResultsModel) -> None:
    model.renumber(numbered(4, 2))
    model.take(page(3, 0, answered("late.jpg"), answered("later.jpg")))
    assert texts(model, 0) == [None] * 5


def test_few_pages_are_held_however_far_one_scrolls(model: ResultsModel) -> None:
    model.renumber(numbered(1, MILLION))
    for at in range(3 * KEPT):
        model.take(page(1, at, *(answered(f"{number}.jpg") for number in range(3))))
        model.row(0)
    assert len(model._pages) == KEPT
    assert model.known(0) is not None, "what is looked at stays"
    assert model.known(PAGE) is None


def test_rows_come_and_go_without_a_reset(model: ResultsModel) -> None:
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"+{first}-{last}"))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(f"-{first}-{last}"))
    show(model, answered("a.jpg"))
    show(model, answered("a.jpg"), answered("b.jpg"), answered("c.jpg"))
    show(model, answered("c.jpg"))
    model.clear()
    assert told == ["+0-0", "+1-2", "-1-2", "-0-0"]


def test_first_rows_are_there_before_the_numbering(model: ResultsModel) -> None:
    model.begin(page(5, 0, answered("a.jpg"), answered("b.jpg")))
    assert model.rowCount() == 2
    model.renumber(numbered(5, MILLION, page(5, 0, answered("a.jpg"), answered("b.jpg"))))
    assert model.rowCount() == MILLION
    assert texts(model, 1)[0] == "b.jpg"


def test_the_same_rows_under_another_number_stay(model: ResultsModel, wanted: list[tuple[int, int]]) -> None:
    model.renumber(numbered(1, MILLION, page(1, 0, answered("a.jpg"))))
    model.row(PAGE)
    wanted.clear()
    model.renumber(replace(numbered(2, MILLION), is_same=True))
    assert texts(model, 0)[0] == "a.jpg"
    model.row(PAGE)
    assert wanted == [(2, 1)], "what was asked for under the number of before will not come"


def test_a_row_that_is_gone_says_so(model: ResultsModel, wanted: list[tuple[int, int]]) -> None:
    (there,) = rows_of([answered("b.jpg")])
    model.renumber(numbered(1, 2, Paged(1, 0, (None, there))))
    assert texts(model, 0) == ["no longer there", None, None, None, None]
    assert model.index(0, 0).data(ResultRole.ROW) is None
    assert texts(model, 1)[0] == "b.jpg"
    assert wanted == []


def test_a_page_that_is_shorter_than_it_was_leaves_empty_rows(model: ResultsModel) -> None:
    model.renumber(numbered(1, 3, page(1, 0, answered("a.jpg"))))
    assert texts(model, 2)[1:] == [None] * 4


def test_only_what_is_painted_gets_a_thumbnail(model: ResultsModel, thumbnails: Thumbnails) -> None:
    show(model, answered("a.jpg"), broken("b.jpg"))
    thumbnails.wanted.clear()
    for column in ResultColumn:
        model.index(0, column).data(Role.DisplayRole)
    assert thumbnails.wanted == []
    assert isinstance(model.index(0, 0).data(Role.DecorationRole), QPixmap)
    assert model.index(0, 1).data(Role.DecorationRole) is None
    assert model.index(1, 0).data(Role.DecorationRole) is None
    assert thumbnails.wanted == [answered("a.jpg").ref], "nobody decodes again what could not be classified"


def test_a_thumbnail_that_arrives_is_painted_in_its_row(model: ResultsModel, thumbnails: Thumbnails) -> None:
    thumbnails.is_there = False
    show(model, answered("a.jpg"), answered("b.jpg"))
    assert model.thumbnail(1) is None
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last, roles: changed.append((first.row(), last.row(), list(roles))))
    thumbnails.arrived.emit(answered("b.jpg").ref)
    thumbnails.arrived.emit(answered("b.jpg").ref)
    thumbnails.arrived.emit(ImageRef(Path("/elsewhere.jpg")))
    assert changed == [(1, 1, [Role.DecorationRole])]


def test_thumbnails_that_were_forgotten_are_asked_for_again(
    model: ResultsModel, thumbnails: Thumbnails, qtbot: QtBot
) -> None:
    """As on a screen that shows more of them than the maker of thumbnails remembers."""
    thumbnails.is_there = False
    show(model, *(answered(f"{number}.jpg") for number in range(9)))
    for row in (1, 4, 7):
        model.thumbnail(row)
    thumbnails.arrived.emit(answered("4.jpg").ref)
    with qtbot.waitSignal(model.dataChanged) as changed:
        pass
    first, last, roles = changed.args
    assert (first.row(), last.row(), list(roles)) == (1, 7, [Role.DecorationRole])
    thumbnails.arrived.emit(answered("8.jpg").ref)
    qtbot.assertNotEmitted(model.dataChanged, wait=2 * results_model.REST)


def test_a_thumbnail_of_a_row_that_has_moved_is_not_painted_elsewhere(
    model: ResultsModel, thumbnails: Thumbnails
) -> None:
    thumbnails.is_there = False
    show(model, answered("a.jpg"), answered("b.jpg"))
    model.thumbnail(1)
    model._pages[0] = rows_of([answered("b.jpg"), answered("c.jpg")])
    changed: list[object] = []
    model.dataChanged.connect(lambda *args: changed.append(args))
    thumbnails.arrived.emit(answered("b.jpg").ref)
    assert changed == []


@pytest.mark.parametrize("name", ["<img src='x'>&.png", "caf\udce9\n.png", "x\u202egpj.exe", "=1+1.jpg"])
def test_names_are_letters_and_nothing_else(model: ResultsModel, name: str) -> None:
    outcome = answered("a.jpg")
    ref = ImageRef(ROOT / name)
    labelled = Classified(ref, 1, 1, "builtin", "cpu", "fp32", outcome.predictions)
    show(model, labelled, Failed(ref, Stage.DECODE, Reason.DAMAGED, "<b>crc</b>"))
    assert texts(model)[0].isprintable()
    assert "\u202e" not in texts(model)[0]
    tip = model.index(1, 2).data(Role.ToolTipRole)
    assert "<img" not in tip
    assert "<b>" not in tip
    assert "the file is damaged" in tip


@pytest.mark.parametrize(
    ("roots", "path", "seen"),
    [
        ((ROOT,), ROOT / "a.jpg", "Iceland"),
        ((ROOT,), ROOT / "x" / "y" / "a.jpg", "Iceland/x/y"),
        ((Path("/other"), ROOT), ROOT / "x" / "a.jpg", "Iceland/x"),
        ((ROOT / "a.jpg",), ROOT / "a.jpg", "/photos/Iceland"),
        ((Path("/photos/Ice"),), ROOT / "a.jpg", "/photos/Iceland"),
        ((Path("/"),), Path("/a.jpg"), "/"),
        ((Path("/"),), Path("/x/a.jpg"), "x"),
        ((), ROOT / "caf\udce9" / "a.jpg", "/photos/Iceland/caf\\xe9"),
    ],
)
def test_folders_are_told_from_the_root_on(model: ResultsModel, roots: tuple[Path, ...], path: Path, seen: str) -> None:
    model.clear(roots)
    assert model.folder(path) == seen


def test_a_screen_reader_hears_name_and_answer(model: ResultsModel) -> None:
    show(model, answered("a.jpg"), answered("b.jpg", probability=0.2), broken("c.jpg"))
    said = [model.index(row, 0).data(Role.AccessibleTextRole) for row in range(3)]
    assert said == [
        "a.jpg, espresso, 90.0 %",
        "b.jpg, unknown, 20.0 %, perhaps espresso",
        "c.jpg, not classified, the file is cut off",
    ]
    states = [model.index(row, ResultColumn.STATE).data(Role.AccessibleTextRole) for row in range(3)]
    assert states == ["classified", "unknown, perhaps espresso", "not classified, the file is cut off"]
    assert model.index(0, ResultColumn.CLASS).data(Role.AccessibleTextRole) == "espresso"


def test_figures_are_those_of_the_users_language(model: ResultsModel) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        show(model, answered("a.jpg"))
        assert texts(model)[3] == "90,0 %"
    finally:
        QLocale.setDefault(before)


def test_columns_have_titles(model: ResultsModel) -> None:
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in ResultColumn]
    assert titles == ["Name", "Folder", "Class", "Probability", "State"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    align = model.headerData(ResultColumn.PROBABILITY, Qt.Orientation.Horizontal, Role.TextAlignmentRole)
    assert align & Qt.AlignmentFlag.AlignRight


def test_an_answer_without_classes_is_unknown(model: ResultsModel) -> None:
    bare = Classified(ImageRef(ROOT / "a.jpg"), 1, 1, "builtin", "cpu", "fp32", ())
    model.renumber(numbered(1, 1, Paged(1, 0, (Row(b"x", bare),))))
    assert texts(model) == ["a.jpg", "Iceland", "unknown", "", ""]
