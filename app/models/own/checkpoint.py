"""Finds the weights in a checkpoint, whatever they were wrapped in, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.models.own.contents import Contents, TensorPlace
from app.models.own.trouble import ModelRefused, ModelTrouble

_PLAIN = ("state_dict", "model_state_dict", "model", "net", "network", "weights", "params", "classifier", "backbone")
_AVERAGED = (
    "model_ema",
    "state_dict_ema",
    "ema_state_dict",
    "ema",
    "model_ema_state_dict",
    "ema_model",
    "swa_model",
    "params_ema",
)
# What wrappers put before every name: data parallel, torch.compile, Lightning and its like.
_PREFIXES = ("module", "_orig_mod", "model", "net", "network", "backbone", "model_ema", "ema_model", "classifier")
_MOST_OF_THEM = 0.8  # of the names; a loss or a metric may have tensors of its own beside the network
_MOST_TENSORS = 20_000  # of a state dict; the deepest network has 4,000, and each is compared with a thousand others
_DEEPEST = 3  # wrappings within wrappings
_NO_WEIGHTS = ("n_averaged",)  # counted by torch.optim.swa_utils.AveragedModel


@dataclass(frozen=True, slots=True)
class State:
    """A state dict of a checkpoint.

    Attributes:
        place: where in the checkpoint it stood: "model_ema", "checkpoint.state_dict"; "" for the whole of it.
        is_average: whether it is the moving average of the weights.
        tensors: by the names that the network has for them.
        left_out: names that were taken for something else's.
    """

    place: str
    is_average: bool
    tensors: Mapping[str, TensorPlace] = field(repr=False)
    left_out: tuple[str, ...] = ()


def states_in(contents: Contents) -> tuple[State, ...]:
    """The state dicts of a checkpoint, the one to take first: an average of the weights is what is to be used.

    Raises:
        ModelRefused: NO_WEIGHTS; DAMAGED where they are more than any network has.
    """
    states = list(_states(contents.content, "", False, 0))
    if not states:
        raise ModelRefused(ModelTrouble.NO_WEIGHTS, contents.path.name)
    largest = max(len(state.tensors) for state in states)
    if largest > _MOST_TENSORS:
        detail = f"it claims to have {largest:,} tensors"
        raise ModelRefused(ModelTrouble.DAMAGED, contents.path.name, detail)
    whole = [state for state in states if 2 * len(state.tensors) >= largest]
    return tuple(sorted(whole, key=lambda state: not state.is_average))


def _states(value: object, place: str, is_average: bool, depth: int) -> Iterator[State]:
    if not isinstance(value, dict) or depth > _DEEPEST:
        return
    tensors = {name: each for name, each in value.items() if isinstance(name, str) and isinstance(each, TensorPlace)}
    if _is_state(tensors):
        yield _unwrapped(place, is_average, tensors)
        return
    for name in (*_PLAIN, *_AVERAGED):
        inner = f"{place}.{name}" if place else name
        yield from _states(value.get(name), inner, is_average or name in _AVERAGED, depth + 1)


def _is_state(tensors: Mapping[str, TensorPlace]) -> bool:
    """Names of weights have a dot, unless the network is a single layer."""
    return any("." in name for name in tensors) or {"weight", "bias"} <= tensors.keys()


def _unwrapped(place: str, is_average: bool, tensors: dict[str, TensorPlace]) -> State:
    state = State(place, is_average, {name: each for name, each in tensors.items() if name not in _NO_WEIGHTS})
    while prefix := _prefix(state.tensors):
        kept = {name.removeprefix(prefix): each for name, each in state.tensors.items() if name.startswith(prefix)}
        others = tuple(name for name in state.tensors if not name.startswith(prefix))
        state = State(place, is_average, kept, state.left_out + others)
    return state


def _prefix(tensors: Mapping[str, TensorPlace]) -> str:
    """What nearly all names begin with and no network has: "module."; or ""."""
    for prefix in (f"{name}." for name in _PREFIXES):
        count = sum(name.startswith(prefix) for name in tensors)
        if count == len(tensors) or count >= _MOST_OF_THEM * len(tensors) > 0:
            return prefix
    return ""
