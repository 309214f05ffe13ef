"""What a catalogue says of a model before it is on this computer.

Only the standard library and `values` are imported here.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.values import ModelSpec, PreprocessSpec


@dataclass(frozen=True, slots=True)
class Published:
    """A file of weights as its source publishes it.

    Attributes:
        name: of the file.
        address: the https address of the file; "" where it lies in a repository.
        repository: of the Hugging Face hub, such as "timm/resnet50.a1_in1k", or "".
        digits: the first digits of its SHA-256, in hexadecimal, as far as the catalogue knows them; a hub tells them.
        bytes: about how large it is; None where the source does not say so before it is asked.
    """

    name: str
    address: str = ""
    repository: str = ""
    digits: str = ""
    bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A model that can be had. What its source does not state is None or "".

    Attributes:
        key: as in `ModelSpec`.
        title: as in `ModelSpec`.
        library, architecture: as in `ModelSpec`.
        is_default: whether the library takes these weights when none are named.
        file: the weights; None where no source has them: they came with the program, or are the user's own.
        preprocess: as in `ModelSpec`.
        label_set: the name of its set of labels.
        classes: how many there are.
        parameters: of the network.
        gflops: billions of multiplications and additions of one pass, as the source counts them.
        top1, top5: per cent of ImageNet's validation pictures whose class is the first answer, or one of five.
        licence: of the weights, in the source's words: an SPDX identifier or an address.
        paper: its address.
        year: of the paper.
        origin: where the weights come from, in one sentence.
    """

    key: str
    title: str
    library: str
    architecture: str
    is_default: bool
    file: Published | None
    preprocess: PreprocessSpec
    label_set: str
    classes: int
    parameters: int | None = None
    gflops: float | None = None
    top1: float | None = None
    top5: float | None = None
    licence: str = ""
    paper: str = ""
    year: int | None = None
    origin: str = ""

    @property
    def side(self) -> int:
        """Pixels of either side of what the network sees."""
        return self.preprocess.crop


def card_of(spec: ModelSpec) -> Card:
    """What is known of a model that no catalogue has, such as one of the user's own."""
    return Card(
        key=spec.key,
        title=spec.title,
        library=spec.library,
        architecture=spec.architecture,
        is_default=False,
        file=None,
        preprocess=spec.preprocess,
        label_set="",
        classes=len(spec.labels),
        licence=spec.licence,
        origin=spec.origin,
    )
