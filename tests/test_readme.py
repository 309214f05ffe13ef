"""What the README and the pages of `docs` say is so."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest
from PIL import Image

from app import __version__
from app.cli.arguments import classify_parser
from app.images.formats import SUPPORTED_EXTENSIONS
from app.models.builtin import builtin_model
from app.settings import Settings, sensible
from app.values import Reason

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(ROOT.glob("docs/*.md"))]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

BLOCK = re.compile(r"^```(?:sh|console|powershell)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def lines_of(page: str) -> list[str]:
    return [line.removeprefix("$ ") for block in BLOCK.findall(page) for line in block.splitlines()]


def anchors(page: Path) -> set[str]:
    """The names that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_link_is_dead(page: Path) -> None:
    for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        aim = (page.parent / path).resolve() if path else page
        assert aim.exists(), target
        assert aim.is_relative_to(ROOT), target
        assert not anchor or anchor in anchors(aim), target


@pytest.mark.parametrize("name", ["light.png", "dark.png"])
def test_the_screenshots_are_pictures_of_a_sensible_size(name: str) -> None:
    path = ROOT / "docs" / "screenshots" / name
    with Image.open(path) as picture:
        picture.load()
        assert picture.width >= 800
    assert path.stat().st_size < 300_000


def test_the_test_line_is_marked_and_is_what_the_checks_run() -> None:
    marked = re.findall(r"^<!-- test -->\n```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)
    assert len(marked) == 1
    assert "\n" not in marked[0]
    assert marked[0].endswith("python -m pytest -n 2 --dist loadfile")
    assert "<!-- test -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_files_of_the_repository_that_the_lines_name_exist() -> None:
    named = re.findall(r"\b(?:packaging|resources|docs|tests)[/\\][\w./\\-]+", "\n".join(lines_of(README)))
    assert len(named) >= 5
    for name in named:
        assert (ROOT / name.replace("\\", "/")).is_file(), name


def test_every_option_that_the_lines_name_is_understood() -> None:
    lines = [shlex.split(line) for line in lines_of(README) if line.startswith("whatsit classify ")]
    assert len(lines) >= 3
    for _, _, *words in lines:
        classify_parser().parse_intermixed_args(words)


def test_commands_and_extras_that_the_pages_name_exist() -> None:
    said = " ".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert set(re.findall(r"whatsit-[a-z]\w*", README)) == set(PROJECT["gui-scripts"])
    for extra in re.findall(r"'(?:\.|whatsit)\[(\w+)\]'", said):
        assert extra in PROJECT["optional-dependencies"]


def test_packages_are_called_by_the_version_that_this_is() -> None:
    said = " ".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert set(re.findall(r"whatsit[-_](\d+(?:\.\d+)+)", said)) == {__version__}


def test_every_dependency_is_explained_and_none_is_left_over() -> None:
    extras = PROJECT["optional-dependencies"].values()
    wanted = {
        re.match(r"[\w.-]+", each)[0]
        for group in (PROJECT["dependencies"], *extras)
        for each in group  # type: ignore[index]
    }
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+) \|", page, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([\w.-]+)`", row)} == wanted


def test_every_bound_is_explained() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for requirement in PROJECT["dependencies"]:
        name = re.match(r"[\w.-]+", requirement)[0]  # type: ignore[index]
        row = next(line for line in page.splitlines() if line.startswith(f"| `{name}` |"))
        for version in re.findall(r"[\d.]+(?=,|$)", requirement.removeprefix(name)):
            assert version in row, requirement


def test_the_page_of_formats_has_every_reason_and_the_limit() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z ]+)` \|", page, re.MULTILINE)) == {reason.value for reason in Reason}
    assert f"**{Settings().megapixels} megapixels**" in page
    for extension in SUPPORTED_EXTENSIONS & {".heic", ".webp", ".avif", ".tga", ".ico", ".ppm", ".pfm"}:
        assert extension[1:].upper() in page.upper()


def test_the_administrators_page_has_every_key_and_its_example_means_something() -> None:
    page = (ROOT / "docs" / "administrator.md").read_text(encoding="utf-8")
    keys = page.partition("| key |")[2].partition("\n\n")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| `?([^|`]+)`? \|$", keys, re.MULTILINE))
    assert {name: json.loads(value) for name, value in rows.items()} == asdict(Settings())
    (example,) = re.findall(r"^```json\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert sensible(json.loads(example)) == json.loads(example)


def test_the_page_of_the_model_says_what_the_entry_says() -> None:
    page = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    model = builtin_model()
    for fact in (model.key, model.architecture, model.weights.sha256, model.weights.package, model.licence):
        assert fact in page
    assert f"{model.preprocess.crop} × {model.preprocess.crop}" in page
    assert f"{model.weights.bytes / 1e6:.1f} MB" in page
