from dataclasses import replace

import pytest
import timm
import torch
from torch import Tensor

from app.models import networks
from app.models.builtin import builtin_model
from app.models.networks import load_network
from app.models.weights import load_weights
from app.steps import JobFailure, Trouble

SPEC = builtin_model()


def test_the_built_in_network_gives_timms_logits_to_the_last_bit() -> None:
    network = load_network(SPEC)
    reference = timm.create_model(SPEC.architecture).eval()
    reference.load_state_dict(network.state_dict(), strict=True)
    pictures = torch.rand((2, 3, 224, 224), generator=torch.Generator().manual_seed(3)) * 2 - 1
    with torch.inference_mode():
        for batch in (pictures, pictures[:1]):
            assert torch.equal(network(batch), reference(batch))


def test_remapping_by_name_equals_the_order_of_both_lists() -> None:
    """The package's tensors and timm's stand in the same order; a name that went astray would be seen here."""
    theirs = [value for name, value in load_weights(SPEC.weights).items() if "num_batches" not in name]
    ours = [value for name, value in load_network(SPEC).state_dict().items() if "num_batches" not in name]
    assert len(ours) == 247
    assert all(torch.equal(a, b) for a, b in zip(ours, theirs, strict=True))


def test_the_network_is_ready_for_inference_only() -> None:
    network = load_network(SPEC)
    assert not network.training
    assert not any(parameter.requires_grad for parameter in network.parameters())


def without_bias(state: dict[str, Tensor]) -> None:
    del state["_fc.bias"]


def with_stranger(state: dict[str, Tensor]) -> None:
    state["_extra.weight"] = torch.ones(1)


def with_wrong_shape(state: dict[str, Tensor]) -> None:
    state["_fc.weight"] = state["_fc.weight"].t().contiguous()


def with_whole_numbers(state: dict[str, Tensor]) -> None:
    state["_fc.weight"] = state["_fc.weight"].int()


@pytest.mark.parametrize("change", [without_bias, with_stranger, with_wrong_shape, with_whole_numbers])
def test_weights_that_do_not_fit_are_refused(change: object, monkeypatch: pytest.MonkeyPatch) -> None:
    state = load_weights(SPEC.weights)
    change(state)  # type: ignore[operator]
    monkeypatch.setattr(networks, "load_weights", lambda _weights: state)
    with pytest.raises(JobFailure) as failure:
        load_network(SPEC)
    assert failure.value.error.trouble is Trouble.WEIGHTS_DAMAGED


def test_labels_that_do_not_fit_the_head_are_refused() -> None:
    with pytest.raises(JobFailure) as failure:
        load_network(replace(SPEC, labels=SPEC.labels[:-1]))
    assert failure.value.error.trouble is Trouble.WEIGHTS_DAMAGED
