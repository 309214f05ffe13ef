"""torchvision with what stands in for libraries; in processes of their own, since a library is imported once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from app.models import stand_ins
from app.models.stand_ins import absent_numpy, late_dynamo
from app.models.timm_networks import import_timm
from app.models.torchvision_networks import import_torchvision
from app.steps import JobFailure, Trouble

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_NUMPY = "import sys; sys.modules['numpy'] = None\n"
BEGIN = """
import sys, warnings
warnings.simplefilter("ignore")
import torch
from app.models import torchvision_networks
from app.models.networks import empty_network
"""
FAMILIES = (
    "alexnet",
    "convnext_tiny",
    "densenet121",
    "maxvit_t",
    "regnet_x_400mf",
    "resnet18",
    "swin_v2_t",
    "vit_b_16",
)


def said(code: str) -> list[str]:
    few = os.environ | {"OMP_NUM_THREADS": "1"}  # small networks are quicker without threads that wait for each other
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=few, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow  # torch is imported
@pytest.mark.parametrize("first", ["", WITHOUT_NUMPY])
def test_networks_are_built_and_answer_without_what_is_not_needed(first: str) -> None:
    code = f"""
for name in {FAMILIES}:
    empty_network("torchvision", name, 10)
print("torch._dynamo" in sys.modules, sys.modules.get("numpy") is None)
network = sys.modules["torchvision"].models.resnet18().eval()
with torch.inference_mode():
    print(network(torch.rand(2, 3, 64, 64)).dtype)
import torch._dynamo
print(torch._dynamo.optimize.__module__)
print(sys.modules["torchvision"].ops.roi_align.__globals__["is_compile_supported"]("cpu") in (True, False))
"""
    is_absent = str(bool(first))
    assert said(first + BEGIN + code) == [f"False {is_absent}", "torch.float32", "torch._dynamo.eval_frame", "True"]


@pytest.mark.slow  # likewise
def test_where_torchvision_wants_more_than_stands_in_it_gets_the_real_one() -> None:
    code = """
from types import ModuleType
from app.models.stand_ins import _standing
empty = (ModuleType("torch._dynamo"), ModuleType("torch._dynamo.utils"))
torchvision_networks.late_dynamo = lambda: _standing(*empty)
print(len([*empty_network("torchvision", "resnet18", 10).parameters()]), "torch._dynamo.eval_frame" in sys.modules)
"""
    assert said(WITHOUT_NUMPY + BEGIN + code) == ["62 True"]


def test_a_torchvision_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torchvision", None)
    with pytest.raises(JobFailure) as failure:
        import_torchvision()
    assert (failure.value.error.trouble, failure.value.error.subject) == (Trouble.LIBRARY_BROKEN, "torchvision")


@pytest.mark.parametrize(("name", "imported"), [("torchvision", import_torchvision), ("timm", import_timm)])
def test_the_folder_that_is_left_of_a_library_is_told(
    name: str, imported: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, ModuleType(name))
    with pytest.raises(JobFailure) as failure:
        imported()
    assert (failure.value.error.trouble, failure.value.error.subject) == (Trouble.LIBRARY_BROKEN, name)


class TestNumpy:
    def test_one_that_is_installed_is_itself(self) -> None:
        with absent_numpy():
            import numpy as np
        assert np.ones(2).sum() == 2

    @pytest.fixture
    def absent(self, monkeypatch: pytest.MonkeyPatch) -> object:
        monkeypatch.setattr(stand_ins, "_has_numpy", lambda: False)
        before = sys.modules["numpy"]
        with absent_numpy():
            import numpy as np
        assert sys.modules["numpy"] is before
        assert np is not before
        return np

    def test_one_that_is_absent_says_so_when_it_is_used(self, absent: object) -> None:
        for use in (lambda: absent.array([1]), lambda: absent.float32, lambda: absent.ndarray(3)):  # type: ignore[attr-defined]
            with pytest.raises(ModuleNotFoundError, match=r"numpy\.\w+ is needed, and numpy is not installed"):
                use()

    def test_nothing_is_an_array_of_it(self, absent: object) -> None:
        assert not isinstance([1], absent.ndarray)  # type: ignore[attr-defined]

    def test_what_it_can_do_is_what_numpy_does(self, absent: object) -> None:
        import numpy as np

        assert absent.linspace(0, 0.2, 12).tolist() == pytest.approx(np.linspace(0, 0.2, 12).tolist(), abs=1e-15)  # type: ignore[attr-defined]


def test_an_import_that_fails_leaves_nothing_standing() -> None:
    before = dict(sys.modules)
    with pytest.raises(ImportError), late_dynamo(), absent_numpy():
        raise ImportError
    assert sys.modules == before
