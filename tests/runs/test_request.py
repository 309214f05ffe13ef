"""What makes two runs the same."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.models import builtin
from app.results.store import Store
from app.runs.request import Request, absolute, method_of, own_job
from app.steps import Job, JobFailure, Trouble
from app.values import Limits

JOB = Job(1, ())


def request(*roots: str, job: Job = JOB) -> Request:
    return Request(job, tuple(map(Path, roots)))


def test_the_same_folders_and_limits_are_the_same_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    key = request("photos", "more").key
    assert request(str(tmp_path / "photos"), "./more/").key == key
    assert request("photos", "more", job=replace(JOB, id=7, top_k=1)).key == key
    assert request("more", "photos").key != key
    assert request("photos").key != key
    assert request("photosmore").key != request("photos", "more").key
    assert request("photos", "more", job=replace(JOB, limits=Limits(5))).key != key
    assert replace(request("photos", "more"), fresh=True).key != key
    assert replace(request("photos", "more"), retry_failed=True).key != key


@pytest.mark.parametrize(
    ("roots", "name"),
    [(["/home/me/Iceland"], "Iceland"), (["/a/b", "/c", "/d"], "b and 2 more"), (["/"], "/")],
)
def test_a_run_is_called_after_its_folder(roots: list[str], name: str) -> None:
    assert request(*roots).name == name


def test_any_name_can_be_shown() -> None:
    assert request(os.fsdecode(b"/caf\xe9")).name == "caf\\udce9"


def test_a_method_is_what_decides_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    method = method_of("builtin", "cpu", "fp32")
    assert method == method_of("builtin", "auto", "fp32")
    assert (method.model, method.precision, len(method.labels)) == ("builtin", "fp32", 1000)
    spec = builtin.builtin_model()
    changes = (
        replace(spec, weights=replace(spec.weights, sha256="0" * 64)),
        replace(spec, preprocess=replace(spec.preprocess, resize=255)),
        replace(spec, labels=(replace(spec.labels[0], name="other"), *spec.labels[1:])),
    )
    for changed in changes:
        monkeypatch.setattr("app.models.catalog.builtin_model", lambda changed=changed: changed)
        assert method_of("builtin", "cpu", "fp32").fingerprint != method.fingerprint


def test_another_arithmetic_is_another_method(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.inference.devices.has_bf16", lambda: True)
    methods = [method_of("builtin", "cpu", precision) for precision in ("fp32", "auto", "bf16")]
    assert [method.precision for method in methods] == ["fp32", "fp32", "bf16"]
    assert len({method.fingerprint for method in methods}) == 3


def test_a_model_that_does_not_exist_is_a_trouble() -> None:
    with pytest.raises(JobFailure) as failure:
        method_of("gone", "cpu", "fp32")
    assert failure.value.error.trouble is Trouble.NO_SUCH_MODEL


def test_a_run_that_is_kept_has_its_own_model(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = replace(JOB, model="another", precision="auto", device="cpu", limits=Limits(5))
    run = store.begin("key", "Iceland", [Path("/photos")], method_of("builtin", "cpu", "fp32")).run
    assert own_job(wanted, store, run) == replace(wanted, model="builtin", precision="fp32")
    spec = builtin.builtin_model()
    older = replace(spec, weights=replace(spec.weights, sha256="0" * 64))
    for gone in (older, replace(spec, key="newer")):
        monkeypatch.setattr("app.models.catalog.builtin_model", lambda gone=gone: gone)
        with pytest.raises(JobFailure) as failure:
            own_job(wanted, store, run)
        assert failure.value.error.trouble is Trouble.OTHER_METHOD


def test_links_stay_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert absolute([Path("link/..") / "x", Path("link")]) == (tmp_path / "link" / ".." / "x", tmp_path / "link")
