"""Templates of folder names."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.results.sorting.template import Template, TemplateError, source_of

NOON = 1_600_000_000 * 10**9  # 13 September 2020, everywhere but on a few islands


def texts(template: str, label: str = "cat", source: str = "Iceland", mtime_ns: int = NOON) -> list[str]:
    return [part.text for part in Template(template).parts(label, False, source, mtime_ns)]


@pytest.mark.parametrize(
    ("template", "parts"),
    [
        ("{label}", ["cat"]),
        ("{source}/{label}", ["Iceland", "cat"]),
        ("{year}-{month}/{label}", ["2020-09", "cat"]),
        ("all of {label}/{day}", ["all of cat", "13"]),
        ("{{{label}}}", ["{cat}"]),
        ("flat", ["flat"]),
    ],
)
def test_fields_are_filled(template: str, parts: list[str]) -> None:
    assert texts(template) == parts


@pytest.mark.parametrize(
    "template",
    ["", "/", "/{label}", "{label}/", "a//b", "../{label}", "{label}/..", ".", "{lable}", "{}", "{label", "{label!r}",
     "{label:>9}", "{label.upper}", "{0}", "a/" * 9 + "b"],
)  # fmt: skip
def test_what_names_no_folder_is_refused(template: str) -> None:
    with pytest.raises(TemplateError):
        Template(template)


def test_a_label_is_one_folder_whatever_is_in_it() -> None:
    assert texts("{label}", label="../{year}/x") == ["../{year}/x"]


@pytest.mark.parametrize("mtime_ns", [10**30, -(10**30)])
def test_a_time_without_a_date_is_zeros(mtime_ns: int) -> None:
    assert texts("{year}-{month}-{day}", mtime_ns=mtime_ns) == ["0000-00-00"]


def test_a_word_is_told_from_a_class_of_that_name() -> None:
    template = Template("{label}")
    word, label = (template.parts("unknown", is_word, "", NOON)[0] for is_word in (True, False))
    assert word.text == label.text
    assert word.key != label.key


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("/photos/Iceland/day 1/a.jpg", "Iceland"),
        ("/photos/a.jpg", "photos"),
        ("/photos/deep/inner/a.jpg", "inner"),
        ("/elsewhere/x/a.jpg", "x"),
        ("/single.jpg", ""),
    ],
)
def test_the_source_is_the_outermost_folder_below_what_was_classified(path: str, source: str) -> None:
    roots = [Path("/photos"), Path("/photos/deep"), Path("/single.jpg")]
    assert source_of(Path(path), roots) == source
