"""How a model of the user's own takes its pictures: as the checkpoint says, else as its network usually does."""

from __future__ import annotations

from dataclasses import asdict, replace

from app.models.card_cache import library_cards
from app.models.own.hints import Hints
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.models.record import RecordError, preprocess_in
from app.values import PreprocessSpec

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)
USUAL = PreprocessSpec(256, 224, "bilinear", IMAGENET_MEAN, IMAGENET_STD)
_FIRST = ":IMAGENET1K_V1"  # torchvision's first recipe, which nearly every training script follows


def usual_preprocess(library: str, architecture: str) -> PreprocessSpec:
    """The evaluation preprocessing that a library states for a network, else the one of ImageNet.

    Imports the libraries, for seconds, where they were not asked before.

    Raises:
        JobFailure: a library is broken.
    """
    base = (library, architecture.partition(".")[0])  # timm's cards name their networks with the tag of their weights
    cards = [card for card in library_cards() if (card.library, card.architecture.partition(".")[0]) == base]
    cards.sort(key=lambda card: (card.architecture != architecture, not card.key.endswith(_FIRST), not card.is_default))
    return cards[0].preprocess if cards else USUAL


def hinted(usual: PreprocessSpec, hints: Hints) -> PreprocessSpec:
    """The usual preprocessing with what a checkpoint says of its own."""
    crop = hints.crop or usual.crop
    resize = hints.resize or int(crop / (hints.crop_ratio or usual.crop / usual.resize))
    return replace(
        usual,
        crop=crop,
        resize=max(resize, crop),
        interpolation=hints.interpolation or usual.interpolation,
        mean=hints.mean or usual.mean,
        std=hints.std if hints.std and all(hints.std) else usual.std,
        squash=usual.squash if hints.squash is None else hints.squash,
    )


def require_sound(spec: PreprocessSpec) -> None:
    """Raises ModelRefused (BAD_PREPROCESSING) where no picture could be prepared like this."""
    if spec.crop > spec.resize:
        raise _bad(f"the crop, {spec.crop}, is larger than {spec.resize}, to which the picture is resized")
    try:
        preprocess_in(asdict(spec))
    except RecordError as error:
        raise _bad(str(error)) from error


def _bad(detail: str) -> ModelRefused:
    return ModelRefused(ModelTrouble.BAD_PREPROCESSING, detail=detail)
