"""Random weights for the networks of the zoos, and a catalogue that knows their digests: no download is needed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor, nn

from app.cards import Card
from app.models import card_cache
from app.models.caches import checkpoint_folders
from app.paths import user_places

SPREAD = 3.0  # of the logits: weights as they are begun with would give each of 1,000 classes about 0.1 %


def keep_catalogue(cards: tuple[Card, ...]) -> None:
    """Let the program of this test, and its children, find these in its catalogue."""
    card_cache._write(user_places().cache / card_cache.FILE, card_cache._versions(), cards)
    card_cache._cards.cache_clear()


def with_random_weights(card: Card, picture: Path) -> tuple[Card, Tensor]:
    """Put a file of random weights where torch keeps that of a card.

    Returns:
        The card with the file's digest, and the logits (classes,) that plain torchvision computes for the picture.
    """
    from torchvision import models

    options: dict[str, Any] = {"init_weights": False} if card.architecture in ("googlenet", "inception_v3") else {}
    if card.architecture.startswith("vit_"):
        options = {"image_size": card.side}
    torch.manual_seed(5)
    network = models.get_model(card.architecture, weights=None, **options).eval()
    if "init_weights" in options:
        network.transform_input = True  # as torchvision does it when it has weights
    tag = card.key.partition(":")[2]
    transform = models.get_model_weights(card.architecture)[tag].transforms()
    batch = transform(Image.open(picture).convert("RGB"))[None]
    with torch.inference_mode():
        settle(network, batch)
        spread(network, batch)
        logits = network(batch)[0]
    assert card.file is not None
    path = checkpoint_folders()[0] / card.file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), path)
    digits = file_digest(path)[:8]
    return replace(card, file=replace(card.file, digits=digits)), logits


def settle(network: nn.Module, batch: Tensor) -> None:
    """Let the batch norms norm this picture, as after training: else values vanish on their way or grow.

    What all pictures have in common outweighs the rest, so that small differences stay small in networks that have not
    learnt it.
    """
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    for norm in norms:
        norm.train()
        norm.momentum = 1.0
        nn.init.constant_(norm.weight, 0.3)
        nn.init.constant_(norm.bias, 0.6)
    network(torch.cat([batch, batch.flip(-1)]))
    for norm in norms:
        norm.eval()


def spread(network: nn.Module, batch: Tensor) -> None:
    """Scale the last layer so that the classes differ."""
    last = [module for module in network.modules() if isinstance(module, nn.Linear | nn.Conv2d)][-1]
    last.weight.normal_()  # some begin with zeros
    if last.bias is not None:
        last.bias.zero_()
    last.weight.mul_(SPREAD / network(batch).std())


def file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def cards_of(cards: tuple[Card, ...], **wanted: Any) -> list[Card]:
    """Those whose attributes are these."""
    return [card for card in cards if all(getattr(card, name) == value for name, value in wanted.items())]
