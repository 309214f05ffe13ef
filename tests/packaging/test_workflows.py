"""What the workflows of GitHub Actions promise, read as text; no library for YAML is needed for that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import release

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml")}
CI, RELEASE = WORKFLOWS["ci.yml"], WORKFLOWS["release.yml"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEST_LINE = re.findall(r"^<!-- test -->\n```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)[0]


def jobs(workflow: str) -> dict[str, str]:
    """The text of each job by its name."""
    _, _, text = workflow.partition("\njobs:\n")
    pieces = re.split(r"^  (\w+):\n", text, flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_named_by_commit_and_their_version_stands_beside(name: str) -> None:
    used = re.findall(r"uses: (?!\./)(.+)", WORKFLOWS[name])
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    assert "package-ecosystem: github-actions" in (ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_only_read_but_for_the_job_that_makes_the_draft(name: str) -> None:
    head, _, _ = WORKFLOWS[name].partition("\njobs:\n")
    assert "\npermissions:\n  contents: read\n" in head
    writers = {job for job, text in jobs(WORKFLOWS[name]).items() if re.search(r": write\b", text)}
    assert writers == ({"release"} if name == "release.yml" else set())
    assert "secrets." not in jobs(RELEASE)["release"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_checkout_forgets_its_token_and_every_job_ends(name: str) -> None:
    text = WORKFLOWS[name]
    assert text.count("persist-credentials: false") == text.count("uses: actions/checkout@")
    for job in jobs(text).values():
        assert "timeout-minutes:" in job or "uses: ./" in job


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_address_stands_in_a_workflow_and_the_index_is_a_variable(name: str) -> None:
    assert "://" not in WORKFLOWS[name]
    assert "PIP_EXTRA_INDEX_URL: ${{ vars.TORCH_CPU_INDEX }}" in WORKFLOWS[name]


def test_nothing_from_outside_is_pasted_into_a_shell() -> None:
    """Names of tags and branches are chosen by others: they come through the environment."""
    for text in WORKFLOWS.values():
        for script in re.findall(r"run: (?:\|\n((?:          .*\n|\n)+)|(.+))", text):
            assert "${{" not in "".join(script)


def test_three_systems_and_three_pythons_are_tested() -> None:
    assert re.search(r"system: \[ubuntu-[\d.]+, windows-\d+, macos-\d+\]", CI)
    assert "python: ['3.11', '3.12', '3.13']" in CI


def test_the_tests_are_the_readmes_own_line() -> None:
    """On Debian's like through .ci/run, elsewhere without Debian's packages."""
    assert "bash .ci/run" in CI
    _, _, line = TEST_LINE.partition("$(cat packaging/debian-packages.txt) && ")
    assert f"run: {line}\n" in CI
    assert f"run: {line.replace('/bin/', '/Scripts/').replace('python3 -m', 'python -m')}\n" in CI
    assert all(f"\n          {check}\n" in CI for check in ("ruff check .", "ruff format --check .", "mypy"))


def test_a_release_is_tested_and_built_and_tries_itself_on_each_system() -> None:
    found = jobs(RELEASE)
    for system in ("linux", "windows", "macos"):
        assert "python packaging/build.py" in found[system]
        assert "--self-test" in found[system]
        assert "needs: check" in found[system]
    assert "packaging/windows/trial.py" in found["windows"]
    assert "uses: ./.github/workflows/ci.yml" in found["test"]
    assert "needs: [test, linux, windows, macos]" in found["release"]


def test_the_check_says_of_every_secret_whether_it_is_there() -> None:
    check = jobs(RELEASE)["check"]
    for name in release.SECRETS:
        assert f"HAS_{name}: ${{{{ secrets.{name} != '' }}}}" in check
        assert f"secrets.{name}" in RELEASE.replace(check, "")


def test_only_a_tag_signs_attests_and_drafts() -> None:
    assert "tags: ['v*']" in RELEASE
    for step in re.split(r"\n      - ", RELEASE):
        sensitive = re.search(r"\$\{\{ secrets\.|gh release create|attest-build-provenance", step)
        assert not sensitive or "github.event_name == 'push'" in step, step
    for secret in ("WINDOWS_SIGN_COMMAND", "MACOS_IDENTITY"):
        assert f"${{{{ github.event_name == 'push' && secrets.{secret} || '' }}}}" in RELEASE
    assert "--draft" in RELEASE


def test_provenance_covers_every_file_of_the_sums() -> None:
    assert "subject-checksums: dist/SHA256SUMS" in RELEASE
    assert (
        RELEASE.index("release.py sums dist") < RELEASE.index("attest-build-provenance") < RELEASE.index("gh release")
    )
