"""What the commands understand, and what they say to what they do not."""

from __future__ import annotations

import pytest

from app.cli.arguments import classify_parser
from app.cli.main import main

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    "words",
    [
        ["--top-k", "0"], ["--top-k", "21"], ["--top-k", "x"], ["--top-k", "-1"], ["--top-k", "٣"], ["--top-k", "5.0"],
        ["--least-probability", "1.01"], ["--least-probability", "nan"], ["--least-probability", "-0.1"],
        ["--max-megapixels", "0"], ["--max-megapixels", "10001"], ["--device", "tpu"], ["--device", "cuda:"],
        ["--device", "cuda:-1"], ["--device", "cuda:1\n"], ["--precision", "fp8"], ["--format", "xml"],
        ["--form", "csv"], ["--output", ""],
        ["--output", "new/"], ["--output", "new/."], ["--output", ".."], ["--output", "/"],
        [""], ["--", ""], ["--nonsense"], ["--nonsense\x1b[31m"],
    ],
)  # fmt: skip
def test_wrong_use_is_a_sentence_and_status_2(words: list[str], capsys: Capture) -> None:
    assert main(["classify", "a.jpg", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("whatsit classify: ")
    assert said.err.endswith("Try `whatsit classify --help`.\n")
    assert "\x1b" not in said.err


@pytest.mark.parametrize(
    "words", [["classify"], ["classify", "--format", "csv"], ["doctor", "x"], ["--nonsense"], [""]]
)
def test_wrong_words_for_any_command(words: list[str], capsys: Capture) -> None:
    assert main(words) == 2
    assert "--help" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "heart"), [([], "--top-k"), (["doctor"], "exit status"), (["classify"], "exit status")]
)
def test_help_carries_examples(words: list[str], heart: str, capsys: Capture) -> None:
    assert main([*words, "--help"]) == 0
    said = capsys.readouterr().out
    assert "example" in said
    assert heart in said or not words


def test_the_ends_of_the_ranges_are_allowed() -> None:
    options = classify_parser().parse_words(
        ["a", "--top-k", "20", "--least-probability", "1", "--max-megapixels", "10000", "--device", "cuda:15"]
    )
    assert (options.top_k, options.least_probability, options.max_megapixels) == (20, 1.0, 10_000)


def test_everything_after_two_dashes_is_a_path() -> None:
    assert classify_parser().parse_words(["--", "-x.jpg", "--format"]).paths == ["-x.jpg", "--format"]


@pytest.mark.parametrize("word", ["-", "-0"])
def test_a_file_that_is_called_like_standard_input_can_be_named_after_two_dashes(word: str) -> None:
    assert classify_parser().parse_words(["-", "--", word]).paths == ["-", f"./{word}"]


def test_the_words_for_standard_input_keep_their_place() -> None:
    assert classify_parser().parse_words(["a", "-0", "b", "--top-k", "3", "-"]).paths == ["a", "-0", "b", "-"]
