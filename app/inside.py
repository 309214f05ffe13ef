"""What is inside a model, as frozen values.

Only the standard library, `values` and `cards` are imported here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.cards import Card
from app.values import ClassLabel


@dataclass(frozen=True, slots=True)
class Part:
    """A module of a network, with the modules in it.

    One that is used in several places stands where it is met first, and so do parameters that modules share.

    Attributes:
        name: in the module that holds it; "" of the network itself.
        kind: the name of its class, such as "Conv2d".
        shape: of the tensor that it put out last, of the first one where it puts out several; the first axis is that of
            the pictures, of which there is one. None where it was not called, or not known.
        calls: how often it was called for one picture; 0 also where its weights were used by the module around it.
        own_parameters: that it holds itself.
        own_macs: multiplications, each with its addition, in convolutions and matrix products that it does itself for
            one picture.
        parameters, macs: the same with all modules below it.
        parts: the modules in it, in their order.
    """

    name: str
    kind: str
    shape: tuple[int, ...] | None
    calls: int
    own_parameters: int
    own_macs: int
    parameters: int
    macs: int
    parts: tuple[Part, ...] = field(repr=False)

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Part]]:
        """It and all below it, each with how deep it lies, in the order in which a tree is read."""
        yield depth, self
        for part in self.parts:
            yield from part.walk(depth + 1)


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The modules of a network.

    Attributes:
        network: the network itself, and in it all others.
        trouble: why shapes and computing are not known, in the library's own words; "" where they are.
    """

    network: Part
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """A model, described.

    Attributes:
        card: what its source says of it.
        labels: one per output of the network, in order.
        multi_label: as in `ModelSpec`.
        path: where its file lies on this computer; None if it does not.
        sha256: of that file as it was proved; "" while nobody did.
        notes: the user's, about a model of their own.
    """

    card: Card
    labels: tuple[ClassLabel, ...] = field(repr=False)
    multi_label: bool = False
    path: Path | None = None
    sha256: str = ""
    notes: str = ""


def found_labels(labels: tuple[ClassLabel, ...], words: str) -> list[int]:
    """The places of the labels with all these words in a name, a synonym or the WordNet number, in any case."""
    wanted = words.casefold().split()
    return [place for place, label in enumerate(labels) if all(word in _searched(label) for word in wanted)]


def _searched(label: ClassLabel) -> str:
    return "\n".join((label.name, *label.synonyms, label.wordnet_id)).casefold()
