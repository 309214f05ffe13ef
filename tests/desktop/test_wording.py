"""The window's words say the same as the one English table."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel

from app.desktop import wording
from app.results.database import StoreError, StoreTrouble
from app.results.query import Order, State
from app.steps import JobError, Trouble
from app.values import Device, DeviceState, Failed, ImageRef, Reason, Stage
from app.wording import WORDS

from .stub import classified

REF = ImageRef(Path("a.jpg"))


def test_the_window_has_words_for_all_that_the_command_line_has() -> None:
    assert set(wording._table()) == set(WORDS)
    assert all(wording.words(member) for member in WORDS)


def test_both_tables_say_the_same_but_for_what_only_one_of_them_has() -> None:
    different = {member for member in WORDS if wording.words(member) != WORDS[member]}
    of_one = {Trouble.DEVICE_UNAVAILABLE, Trouble.FOLDER_BARE, Trouble.NOT_DOWNLOADED, Trouble.MODEL_UNPROVED}
    assert different == of_one


def test_a_failure_says_why() -> None:
    read = Failed(REF, Stage.DECODE, Reason.TRUNCATED)
    assert wording.failure_words(read) == "Could not be classified: the file is cut off"
    assert wording.unshown_words(read) == "Could not be shown: the file is cut off", "it may have classes all the same"
    scores = Failed(REF, Stage.CLASSIFY, Reason.NO_SCORES)
    assert wording.failure_words(scores) == "Could not be classified: the model gave no usable scores"


def test_states_and_orders_have_words() -> None:
    assert [wording.state_words(state) for state in State] == ["classified", "unknown", "not classified"]
    assert len({wording.order_words(order) for order in Order}) == len(Order)


@pytest.mark.parametrize("trouble", StoreTrouble)
def test_results_that_cannot_be_read_say_why_in_one_sentence(trouble: StoreTrouble) -> None:
    said = wording.store_words(StoreError(trouble, "/a/results.sqlite", "x\x1b"))
    assert said.endswith(" (/a/results.sqlite: x\\x1b).")
    assert said[0].isupper()
    assert len({wording._store_troubles()[each] for each in StoreTrouble}) == len(StoreTrouble)


def test_whole_percentages() -> None:
    assert wording.whole_percent(0.3) == "30 %"
    assert wording.whole_percent(0.305) == "30 %"
    assert f"30{wording.percent_sign()}" == "30 %"


@pytest.mark.parametrize(
    ("least", "words"), [(0.3, "30 %"), (0.29, "29 %"), (0.125, "12.5 %"), (0, "0 %"), (1, "100 %")]
)
def test_a_least_probability_is_said_as_it_was_set(least: float, words: str) -> None:
    assert wording.least_percent(least) == words


def test_a_trouble_is_a_sentence() -> None:
    assert wording.trouble_words(JobError(Trouble.DEVICE_LOST)).endswith("choose the CPU.")
    assert wording.trouble_words(JobError(Trouble.DEVICE_LOST, "cuda:0", "x\x1b")).endswith("CPU (cuda:0: x\\x1b).")


@pytest.mark.parametrize("log", [None, Path("whatsit.log")])
def test_a_fault_of_ours_points_to_the_log_if_there_is_one(log: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "kept_log", lambda: log)
    where = " The log has the details." if log else ""
    assert wording.trouble_words(JobError(Trouble.INTERNAL)) == f"Something went wrong inside Whatsit.{where}"
    assert "log" not in wording.trouble_words(JobError(Trouble.DEVICE_LOST))


@pytest.mark.parametrize(
    ("probability", "seen"),
    [(0.951, "95.1 %"), (1.0, "100.0 %"), (0.0, "0.0 %"), (0.00049, "0.0 %"), (0.9996, "100.0 %")],
)
def test_probabilities_are_shown_to_a_tenth_of_a_per_cent(probability: float, seen: str) -> None:
    assert wording.percent(probability) == seen


def test_figures_follow_the_users_locale() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        assert wording.percent(0.951) == "95,1 %"
        assert wording.count(1234567) == "1.234.567"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(("seconds", "seen"), [(0.0, "1 ms"), (0.014, "14 ms"), (0.9994, "999 ms"), (1.23, "1.2 s")])
def test_short_times(seconds: float, seen: str) -> None:
    assert wording.duration(seconds) == seen


def test_what_answered_and_how_fast() -> None:
    assert wording.answered_by(classified(REF), "EfficientNet-Lite0") == "EfficientNet-Lite0 · CPU · fp32 · 14 ms"


def test_a_label_with_a_place_holder_stays_as_it_is() -> None:
    assert wording.spoken("%1 %2 %4", 0.5, 1, 5) == "%1 %2 %4, 50.0 per cent, 1 of 5"


def test_numbers_of_pictures() -> None:
    assert wording.pictures(1) == "1 picture"
    assert wording.pictures(6) == "6 pictures"
    assert wording.not_classified(2) == "2 could not be classified"
    assert wording.size_words(600, 400) == "600 × 400"


def test_devices_say_why_they_cannot_be_used() -> None:
    assert wording.device_words(Device("cpu", "CPU", DeviceState.USABLE)) == "CPU"
    broken = wording.device_words(Device("cuda:0", "Old GPU", DeviceState.BROKEN))
    assert broken == f"Old GPU ({WORDS[DeviceState.BROKEN]})"


@pytest.mark.parametrize("name", ["<img src='/etc/hostname'>", "a & b <b>bold</b>", "two\nlines", "x &lt; y"])
def test_a_tool_tip_shows_names_letter_by_letter(qapp: QApplication, name: str) -> None:
    label = QLabel(wording.plain_tool_tip(name, "second line"))
    try:
        label.setTextFormat(label.textFormat())
        from PySide6.QtGui import QTextDocumentFragment

        plain = QTextDocumentFragment.fromHtml(label.text()).toPlainText()
        assert plain == name.replace("\n", "\\n") + "\nsecond line"
    finally:
        label.deleteLater()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3, "about 10 s left"), (44, "about 40 s left"), (61, "about 1 min left"), (4000, "about 67 min left")],
)
def test_the_time_left_is_no_more_exact_than_it_can_be(seconds: float, words: str) -> None:
    assert wording.time_left(seconds) == words


def test_a_very_long_name_is_cut_in_its_middle() -> None:
    short = wording.short_name(Path("/a/" + "x" * 300 + ".jpg"))
    assert len(short) == wording.LONGEST_NAME
    assert short.endswith("x.jpg")
    assert wording.short_name(Path("/a/cat.jpg")) == "cat.jpg"


def test_only_a_long_line_of_a_tool_tip_is_broken(qapp: QApplication) -> None:
    """Qt breaks a short line in three if it may."""
    assert "pre-wrap" not in wording.plain_tool_tip("house finch, linnet, Carpodacus mexicanus")
    assert "pre-wrap" in wording.plain_tool_tip("a" * 200)
