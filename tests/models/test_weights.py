import hashlib
import io
import os
import random
import sys
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import torch
from safetensors.torch import save

from app.models.builtin import builtin_model
from app.models.weights import load_weights, proved_bytes, read_tensors, weights_path
from app.steps import JobError, JobFailure, Trouble
from app.values import WeightsFile

BITS_FLIPPED = 100  # a tenth of what promise P15 counts


def saved(content: object) -> bytes:
    file = io.BytesIO()
    torch.save(content, file)
    return file.getvalue()


def what(data: bytes) -> WeightsFile:
    return WeightsFile("some_weights", "models/small.pth", hashlib.sha256(data).hexdigest(), len(data))


def error_of(call: Any, *args: Any) -> JobError:
    with pytest.raises(JobFailure) as failure:
        call(*args)
    return failure.value.error


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small file of weights inside a package that must never run."""
    package = tmp_path / "some_weights"
    (package / "models").mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('the package was executed')")
    monkeypatch.syspath_prepend(tmp_path)
    path = package / "models" / "small.pth"
    path.write_bytes(saved({"a.weight": torch.randn(50, 20), "a.bias": torch.zeros(3)}))
    return path


# --- finding -------------------------------------------------------------------------------------------------------


def test_the_file_is_found_without_running_its_package(file: Path) -> None:
    assert weights_path(what(b"")) == file
    assert "some_weights" not in sys.modules


@pytest.mark.parametrize("package", ["not_installed_at_all", "sys"])
def test_a_missing_package_is_a_sentence(package: str) -> None:
    error = error_of(weights_path, WeightsFile(package, "x.pth", "", 0))
    assert (error.trouble, error.subject) == (Trouble.WEIGHTS_MISSING, package)


def test_a_module_without_a_spec_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("put_together")
    monkeypatch.setitem(sys.modules, "put_together", module)
    assert error_of(weights_path, WeightsFile("put_together", "x.pth", "", 0)).trouble is Trouble.WEIGHTS_MISSING


def test_a_package_without_the_file_is_a_sentence(file: Path) -> None:
    file.unlink()
    assert error_of(load_weights, what(b"")).trouble is Trouble.WEIGHTS_MISSING


def test_a_file_that_cannot_be_opened_is_missing(tmp_path: Path) -> None:
    assert error_of(proved_bytes, tmp_path / "gone.pth", what(b"")).trouble is Trouble.WEIGHTS_MISSING


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="changes its user")
@pytest.mark.parametrize("locked", ["some_weights/models/small.pth", "some_weights/models", "some_weights"])
def test_weights_that_may_not_be_read_are_named(file: Path, locked: str) -> None:
    for folder in file.parents[:-1]:
        folder.chmod(folder.stat().st_mode | 0o555)
    (file.parents[2] / locked).chmod(0)
    child = os.fork()
    if child == 0:
        os.seteuid(65534)
        try:
            load_weights(what(b""))
        except JobFailure as failure:
            expected = JobError(Trouble.WEIGHTS_MISSING, str(file), "it cannot be read: Permission denied")
            os._exit(0 if failure.error == expected else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


# --- proving -------------------------------------------------------------------------------------------------------


def test_the_right_file_loads(file: Path) -> None:
    tensors = load_weights(what(file.read_bytes()))
    assert {name: tuple(tensor.shape) for name, tensor in tensors.items()} == {"a.weight": (50, 20), "a.bias": (3,)}


def test_every_flipped_bit_is_refused_before_torch_reads(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch, "load", lambda *_args, **_named: pytest.fail("torch read a file that was not proved"))
    data = file.read_bytes()
    random_bits = random.Random(15)
    for _ in range(BITS_FLIPPED):
        bit = random_bits.randrange(len(data) * 8)
        damaged = bytearray(data)
        damaged[bit // 8] ^= 1 << bit % 8
        file.write_bytes(damaged)
        assert error_of(load_weights, what(data)).trouble is Trouble.WEIGHTS_DAMAGED


def other_files(data: bytes) -> dict[str, bytes]:
    return {
        "empty": b"",
        "cut in half": data[: len(data) // 2],
        "last byte gone": data[:-1],
        "one byte more": data + b"\0",
        "web page": b"<!doctype html><title>404</title>",
        "web page of the same size": b"<!doctype html>".ljust(len(data)),
        "other weights": saved({"a.weight": torch.ones(50, 20), "a.bias": torch.zeros(3)}),
        "huge": bytes(5_000_000),
    }


@pytest.mark.parametrize("name", other_files(b""))
def test_any_other_file_is_refused(file: Path, name: str) -> None:
    data = file.read_bytes()
    file.write_bytes(other_files(data)[name])
    error = error_of(load_weights, what(data))
    assert (error.trouble, error.subject) == (Trouble.WEIGHTS_DAMAGED, "small.pth")
    assert "weights_only" not in error.detail


def test_a_damaged_built_in_file_is_refused(tmp_path: Path) -> None:
    weights = builtin_model().weights
    data = bytearray(weights_path(weights).read_bytes())
    data[9_000_000] ^= 1
    (tmp_path / "x.pth").write_bytes(data)
    assert error_of(proved_bytes, tmp_path / "x.pth", weights).trouble is Trouble.WEIGHTS_DAMAGED


def test_a_read_error_is_damage(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(io.FileIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("app.models.weights.open_ordinary", Failing)
    error = error_of(proved_bytes, file, what(file.read_bytes()))
    assert (error.trouble, error.detail) == (Trouble.WEIGHTS_DAMAGED, "Input/output error")


def test_more_than_the_memory_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = what(file.read_bytes())
    monkeypatch.setattr("app.models.weights.free_memory", lambda: weights.bytes - 1)
    with pytest.raises(MemoryError):
        proved_bytes(file, weights)


def test_a_pickle_under_the_name_of_safetensors_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of a model that somebody sent may hold one, with its digest in the record."""
    monkeypatch.setattr(torch, "load", lambda *_args, **_named: pytest.fail("torch read it"))
    path = tmp_path / "weights.safetensors"
    path.write_bytes(data := saved({"a": torch.ones(7)}))
    error = error_of(load_weights, replace(what(data), package="", name=path.name, path=path))
    assert (error.trouble, error.detail) == (Trouble.MODEL_DAMAGED, "it is not a state dict")


@pytest.mark.parametrize("end", ["pth", "safetensors"])
def test_a_file_of_its_own_loads_and_is_proved_as_well(end: str, tmp_path: Path) -> None:
    path = tmp_path / f"own.{end}"
    data = saved({"a": torch.ones(7)}) if end == "pth" else save({"a": torch.ones(7)})
    path.write_bytes(data)
    weights = replace(what(data), package="", name=path.name, path=path)
    assert load_weights(weights)["a"].tolist() == [1.0] * 7
    path.write_bytes(data[:-1] + b"\x01")
    assert error_of(load_weights, weights) == JobError(
        Trouble.MODEL_DAMAGED, path.name, "its SHA-256 is not the right one"
    )
    path.unlink()
    assert error_of(load_weights, weights) == JobError(Trouble.MODEL_GONE, str(path))


# --- reading -------------------------------------------------------------------------------------------------------


class Code:
    """A pickle that would run a program."""

    def __reduce__(self) -> Any:
        return print, ("this ran",)


def test_code_does_not_run(capsys: pytest.CaptureFixture[str]) -> None:
    error = error_of(read_tensors, saved({"a": Code()}), what(b""))
    assert error.trouble is Trouble.WEIGHTS_DAMAGED
    assert "weights_only" not in error.detail
    assert capsys.readouterr().out == ""


def with_nan() -> torch.Tensor:
    tensor = torch.ones(4, 4)
    tensor[2, 3] = torch.nan
    return tensor


def test_a_lack_of_memory_is_no_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_args: object, **_named: object) -> None:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes.")

    monkeypatch.setattr(torch, "load", no_room)
    with pytest.raises(MemoryError):
        read_tensors(b"", what(b""))


@pytest.mark.parametrize(
    "content",
    [
        [torch.ones(2)],
        {1: torch.ones(2)},
        {"a": 3.0},
        {"a": torch.ones(2, 2).to_sparse()},
        {"a": torch.empty(2, device="meta")},
        {"a": torch.ones(1).expand(1_000_000)},
        {"a": with_nan()},
        {"a": torch.tensor([1.0, -torch.inf])},
    ],
    ids=["list", "number as name", "no tensor", "sparse", "meta", "larger than its storage", "nan", "infinite"],
)
def test_only_dense_finite_tensors_by_name_are_accepted(content: object) -> None:
    assert error_of(read_tensors, saved(content), what(b"")).trouble is Trouble.WEIGHTS_DAMAGED


def test_state_dicts_of_older_formats_and_layouts_load_contiguous() -> None:
    file = io.BytesIO()
    torch.save(OrderedDict(a=torch.arange(6.0).view(2, 3).t()), file, _use_new_zipfile_serialization=False)
    tensor = read_tensors(file.getvalue(), what(b""))["a"]
    assert tensor.is_contiguous()
    assert tensor.tolist() == [[0, 3], [1, 4], [2, 5]]


def test_the_real_file_loads() -> None:
    weights = builtin_model().weights
    assert len(load_weights(weights)) == 296
    assert error_of(load_weights, replace(weights, sha256="0" * 64)).trouble is Trouble.WEIGHTS_DAMAGED
