from __future__ import annotations

import pytest
import torch
from torch import nn

from app.models.weightless import Weightless


def test_what_is_to_be_filled_has_no_values_and_what_is_computed_has() -> None:
    with Weightless():
        weight, places = torch.empty(2, 3), torch.arange(4) * 2
    assert weight.is_meta
    assert places.tolist() == [0, 2, 4, 6]


@pytest.mark.parametrize(
    "compute",
    [
        lambda: nn.init.normal_(torch.empty(2, 3)),
        lambda: nn.init.kaiming_normal_(torch.empty(2, 3)),
        lambda: nn.init.trunc_normal_(torch.empty(2, 3)),
        lambda: torch.ones(2, 3) * 1e-6,
        lambda: torch.log(10 * torch.ones(2, 3)),
    ],
)
def test_numbers_change_nothing_that_has_no_values(compute: object) -> None:
    with Weightless():
        weight = compute()  # type: ignore[operator]
    assert (weight.is_meta, weight.shape, weight.dtype) == (True, (2, 3), torch.float32)


def test_what_has_values_is_computed() -> None:
    with Weightless():
        weight = torch.tensor([1.0, 2.0])
        assert (weight * 3).tolist() == [3, 6]
        assert torch.log(weight)[0] == 0
        assert nn.init.normal_(torch.tensor([0.0])).item() != 0


def test_shapes_and_types_are_those_of_torch() -> None:
    with Weightless():
        assert (torch.ones(2, 1) * torch.ones(3)).shape == (2, 3)
        assert (torch.ones(2, dtype=torch.int64) * 0.5).dtype == torch.float32
