"""What can classify. Nothing here imports torch unless a library has to be asked what networks it has."""

from __future__ import annotations

from app.cards import Card
from app.models.builtin import BUILTIN, builtin_card, builtin_model
from app.models.card_cache import library_cards
from app.models.own.kept import PREFIX, find_own_model, list_models
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.models.shelf import adopted, shelved_model, shelved_models
from app.paths import user_places
from app.steps import JobFailure, Trouble
from app.values import ModelSpec


def all_cards() -> tuple[Card, ...]:
    """Every model that can be had; may import torch and take seconds where the libraries were not asked before.

    Raises:
        JobFailure: LIBRARY_BROKEN.
    """
    return (builtin_card(), *library_cards())


def all_models() -> tuple[ModelSpec, ...]:
    """The models on this computer, in the order in which they are offered; imports no torch.

    Raises:
        JobFailure: a file that came with the program is missing or damaged.
    """
    own = (model.spec for model in list_models(user_places().models).models)
    return (builtin_model(), *shelved_models(), *own)


def known_here(key: str) -> ModelSpec | None:
    """The model of this very key if it is on this computer, or was; imports no torch.

    Raises:
        JobFailure: a file that came with the program is missing or damaged; MODEL_DAMAGED: the record of one of the
            user's own is.
    """
    if key.startswith(PREFIX):
        return _own_model(key)
    return builtin_model() if key == BUILTIN else shelved_model(key)


def _own_model(key: str) -> ModelSpec | None:
    try:
        return find_own_model(user_places().models, key).spec
    except ModelRefused as refused:
        if refused.trouble is ModelTrouble.NO_SUCH_MODEL:
            return None
        raise JobFailure(Trouble.MODEL_DAMAGED, key, refused.detail or refused.trouble.value) from refused


def find_model(key: str) -> ModelSpec:
    """The model that a key means, with its file; one that others downloaded is proved, which reads all of it.

    Args:
        key: as `find_card` takes it; "mine/NAME", or NAME alone where no other is called like this.

    Raises:
        JobFailure: NO_SUCH_MODEL; NOT_DOWNLOADED; MODEL_DAMAGED; LIBRARY_BROKEN or NO_TIMM.
    """
    known = known_here(key)
    if key.startswith(PREFIX):
        return _required(known, key)
    if known is not None and (known.weights.path is None or known.weights.path.is_file()):
        return known
    card = meant(key)
    if isinstance(card, ModelSpec):
        return card
    found = known_here(card.key) if card.key != key else None
    if found is None or found.weights.path is None or not found.weights.path.is_file():
        found = builtin_model() if card.file is None else adopted(card)
    if found is None:
        raise JobFailure(Trouble.NOT_DOWNLOADED, card.key)
    return found


def meant(key: str) -> Card | ModelSpec:
    """The card that a key means; one of the user's own models where no card is called like this.

    Raises:
        JobFailure: as `find_card`; MODEL_DAMAGED: the record of one of the user's own is.
    """
    if key.startswith(PREFIX):
        return _required(_own_model(key), key)
    try:
        return find_card(key)
    except JobFailure as failure:
        own = None if "/" in key else _own_model(f"{PREFIX}{key}")
        if own is None or failure.error.trouble is not Trouble.NO_SUCH_MODEL:
            raise
        return own


def _required(own: ModelSpec | None, key: str) -> ModelSpec:
    """One of the user's own; whether its file is there is seen when it is loaded."""
    if own is None:
        names = ", ".join(model.spec.key for model in list_models(user_places().models).models[:5])
        raise JobFailure(Trouble.NO_SUCH_MODEL, key, f"there is {names}" if names else "you have none of your own")
    return own


def find_card(key: str) -> Card:
    """The model that can be had and that a key means.

    Args:
        key: "builtin"; "torchvision/NAME:WEIGHTS" or "timm/NAME.TAG", where the library's own choice is meant without
            WEIGHTS or TAG; or such a name alone, looked for in torchvision and then in timm.

    Raises:
        JobFailure: NO_SUCH_MODEL, with those that are named alike; NO_TIMM; or as `all_cards`.
    """
    cards = all_cards()
    found = next((card for name in _full_names(key) for card in cards if _is_meant(card, name)), None)
    if found is None:
        raise _unknown(key, cards)
    return found


def _unknown(key: str, cards: tuple[Card, ...]) -> JobFailure:
    """Without timm it is not known which networks it would have."""
    if key.startswith("timm/") and not any(card.library == "timm" for card in cards):
        return JobFailure(Trouble.NO_TIMM, key)
    return JobFailure(Trouble.NO_SUCH_MODEL, key, _alike(key, cards))


def _full_names(key: str) -> tuple[str, ...]:
    """The keys that are tried in turn."""
    return (key,) if "/" in key or key == BUILTIN else (f"torchvision/{key}", f"timm/{key}")


def _is_meant(card: Card, name: str) -> bool:
    return name == card.key or (card.is_default and name == base_name(card.key))


def base_name(key: str) -> str:
    """A key without its weights or tag: "torchvision/resnet50" for "torchvision/resnet50:IMAGENET1K_V2"."""
    library, _, name = key.partition("/")
    return f"{library}/{name.partition(':' if library == 'torchvision' else '.')[0]}"


def _alike(key: str, cards: tuple[Card, ...]) -> str:
    name = base_name(key.lower() if "/" in key else f"torchvision/{key.lower()}").rpartition("/")[2]
    names = {base_name(card.key).rpartition("/")[2]: base_name(card.key) for card in reversed(cards) if card.file}
    import difflib  # late, as all that the start of the window can do without

    near = [names[each] for each in difflib.get_close_matches(name, names, n=3)]
    return f"did you mean {' or '.join(near)}?" if near else "whatsit models list shows those that there are"
