"""Which network the weights are of: by the names and shapes of all tensors but the head's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.models.old_names import todays_names
from app.models.own.contents import Shape
from app.models.own.fingerprints import ANY, Fingerprints, Shapes, installed_version, network_shapes
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.steps import JobFailure

LIBRARIES = ("torchvision", "timm")
_NEAREST = 5  # networks named where none fits
_FAMILIES_TRIED = 3  # of timm's, the likeliest, where none of the others fits
_ALIKE = 0.8  # of the likeness of a family that fits: others below it are not looked at
_MOST_LINES = 8  # of each way to differ
_LONGEST_LINE = 200  # characters
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A network that the weights may be of.

    Attributes:
        library: "torchvision" or "timm".
        architecture: the library's name for it.
        classes: outputs of its head with these weights; 0 where it does not fit.
        likeness: share of tensors, head excepted, whose name and shape agree; 1 where it fits.
    """

    library: str
    architecture: str
    classes: int
    likeness: float

    @property
    def fits(self) -> bool:
        """Whether every tensor has its place."""
        return self.classes > 0


@dataclass(frozen=True, slots=True)
class Recognition:
    """What came of recognising.

    Attributes:
        candidates: those that fit, likeliest first; else the nearest ones.
        is_certain: whether the first one is meant: it alone fits, or the checkpoint names it.
        is_named: whether the checkpoint names it.
    """

    candidates: tuple[Candidate, ...] = field(default=())
    is_certain: bool = False
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Comparing:
    """Progress: a network is built to be compared with.

    Attributes:
        network: its library and name.
        done, total: networks of this search so far, and in all.
    """

    network: str
    done: int
    total: int


def recognised(
    state: Shapes, cache: Path, named: tuple[str, ...] = (), is_timm: bool = False
) -> Generator[Comparing, None, Recognition]:
    """Compare the weights with the networks of torchvision, and where none fits with timm's if it is installed.

    Args:
        state: names and shapes of the tensors.
        cache: folder of what can be derived again.
        named: names that the checkpoint gives, likeliest first; with the library before a slash, or without.
        is_timm: whether timm is known to have made the network.

    Yields:
        Progress, where networks have to be built: the first time, and for each new version of a library.
    """
    fitting: list[Candidate] = []
    near: list[Candidate] = []
    for library in _order(is_timm):
        prints = Fingerprints(library, cache)
        found = yield from (_among_all if library == "torchvision" else _among_likely)(state, prints, named)
        fitting += [each for each in found if each.fits]
        near += found
        if fitting and not _names_another(fitting, named, library):
            break
    if not fitting:
        near.sort(key=lambda each: -each.likeness)
        return Recognition(tuple(near[:_NEAREST]))
    fitting.sort(key=lambda each: _unlikeliness(each, named))
    is_named = _rank(fitting[0], named) < len(named)
    return Recognition(tuple(fitting), is_named or len(fitting) == 1, is_named)


def _order(is_timm: bool) -> Iterator[str]:
    for library in reversed(LIBRARIES) if is_timm else LIBRARIES:
        if installed_version(library) is not None:
            yield library


def _names_another(fitting: list[Candidate], named: tuple[str, ...], library: str) -> bool:
    """Whether the checkpoint names networks, but none of those that fit, so that the other library may have it."""
    return bool(named) and library == "torchvision" and all(_rank(each, named) == len(named) for each in fitting)


def _among_all(
    state: Shapes, prints: Fingerprints, _named: tuple[str, ...]
) -> Generator[Comparing, None, list[Candidate]]:
    families = prints.families()
    total = sum(map(len, families.names.values()))
    done = 0
    for family, names in families.names.items():
        for name in prints.derive(family, names):
            yield Comparing(f"{prints.library}/{name}", done, total)
            done += 1
    return [
        compared(state, shapes, prints.library, name)
        for family in families.names
        for name, shapes in prints.known(family).items()
    ]


def _among_likely(
    state: Shapes, prints: Fingerprints, named: tuple[str, ...]
) -> Generator[Comparing, None, list[Candidate]]:
    """timm has more than a thousand networks: one of each family tells which families to look at."""
    families = prints.families().names
    by_name = {name: family for family, names in families.items() for name in names}
    meant = {name: by_name[name] for name in map(_plain_name, named) if name in by_name}
    for name, family in meant.items():
        yield from _built(prints, family, (name,))
        if (found := compared(state, prints.known(family)[name], prints.library, name)).fits:
            return [found]
    for done, (family, names) in enumerate(families.items()):
        for name in prints.derive(family, (min(names, key=len),)):
            yield Comparing(f"{prints.library}/{name}", done, len(families))
    return (yield from _of_likely_families(state, prints, families))


def _of_likely_families(
    state: Shapes, prints: Fingerprints, families: Mapping[str, tuple[str, ...]]
) -> Generator[Comparing, None, list[Candidate]]:
    """Families are much alike where one code builds on another: a fit in one does not end the search in its equals."""
    likeness = {family: _family_likeness(state, prints.known(family)) for family in families}
    found: list[Candidate] = []
    enough = 0.0
    for family in sorted(families, key=lambda family: -likeness[family])[:_FAMILIES_TRIED]:
        if likeness[family] < enough:
            break
        yield from _built(prints, family, families[family])
        found += [compared(state, shapes, prints.library, name) for name, shapes in prints.known(family).items()]
        if any(each.fits for each in found):
            enough = _ALIKE * likeness[family]
    return found


def _built(prints: Fingerprints, family: str, names: tuple[str, ...]) -> Generator[Comparing, None, None]:
    for done, name in enumerate(prints.derive(family, names)):
        yield Comparing(f"{prints.library}/{name}", done, len(names))


def _family_likeness(state: Shapes, known: Mapping[str, Shapes]) -> float:
    """How much of the names agree when numbers do not count, at best: depth and width differ within a family."""
    return max(
        (_overlap(Counter(map(_numberless, state)), Counter(map(_numberless, each))) for each in known.values()),
        default=0,
    )


def _overlap(ours: Counter[str], theirs: Counter[str]) -> float:
    """Of kinds of names that one of the two has, the share that both have."""
    union = ours.keys() | theirs.keys()
    return len(ours.keys() & theirs.keys()) / len(union) if union else 0.0


def _numberless(name: str) -> str:
    return _NUMBER.sub("#", name)


def compared(state: Shapes, network: Shapes, library: str, name: str) -> Candidate:
    """How far the weights agree with a network."""
    ours = todays_names(state, network.keys(), tuple)
    if not network:
        return Candidate(library, name, 0, 0.0)
    body = {each: shape for each, shape in network.items() if ANY not in shape}
    same = sum(ours.get(each) == shape for each, shape in body.items())
    union = len(body.keys() | (ours.keys() - network.keys()))
    classes = head_classes(ours, network) if ours.keys() == network.keys() and same == len(body) else 0
    likeness = same / union if union else 0.0
    return Candidate(library, name, classes, likeness if classes else min(likeness, 0.999))


def head_classes(state: Shapes, network: Shapes) -> int:
    """How many outputs the head has by its tensors; 0 where they do not agree or are not there."""
    found: set[int] = set()
    for name, shape in network.items():
        ours = state.get(name, ())
        if ANY not in shape:
            continue
        if len(ours) != len(shape) or any(b not in (a, ANY) for a, b in zip(ours, shape, strict=True)):
            return 0
        found |= {a for a, b in zip(ours, shape, strict=True) if b == ANY}
    return found.pop() if len(found) == 1 else 0


def _unlikeliness(candidate: Candidate, named: tuple[str, ...]) -> tuple[object, ...]:
    """Named first; then torchvision's, those not ported from elsewhere, and the plainest name."""
    name = candidate.architecture
    is_ported = name.startswith(("tf_", "legacy_", "gluon_", "ssl_", "swsl_", "tv_"))
    return _rank(candidate, named), LIBRARIES.index(candidate.library), is_ported, len(name), name


def _rank(candidate: Candidate, named: tuple[str, ...]) -> int:
    """The place among the names that the checkpoint gives; as many as they are where it is none of them."""
    full = f"{candidate.library}/{candidate.architecture}"
    for rank, name in enumerate(map(_plain_name, named)):
        if name in (full, candidate.architecture):
            return rank
    return len(named)


def _plain_name(name: str) -> str:
    """Without timm's tag, and as the libraries spell it."""
    return name.partition(".")[0].replace("-", "_").lower()


def with_architecture(state: Shapes, library: str, architecture: str, side: int | None = None) -> Candidate:
    """The network that the user names, if the weights are of it.

    Raises:
        ModelRefused: NO_LIBRARY, NO_SUCH_NETWORK; MISFIT, with a line for each tensor that differs.
    """
    if installed_version(library) is None:
        raise ModelRefused(ModelTrouble.NO_LIBRARY, library)
    try:
        shapes = network_shapes(library, architecture, side)
    except JobFailure as failure:
        raise ModelRefused(ModelTrouble.NO_SUCH_NETWORK, architecture, failure.error.detail) from failure
    candidate = compared(state, shapes, library, architecture)
    if not candidate.fits:
        raise ModelRefused(ModelTrouble.MISFIT, architecture, lines=differences(state, shapes))
    return replace(candidate, likeness=1.0)


def differences(state: Shapes, network: Shapes) -> tuple[str, ...]:
    """How the weights differ from a network, a line for each tensor; few of each kind, and one line for the rest."""
    ours = todays_names(state, network.keys(), tuple)
    kinds = (
        [
            f"shape differs: {name}: checkpoint {shape_text(ours[name])}, network {shape_text(shape)}"
            for name, shape in network.items()
            if name in ours and not _is_alike(ours[name], shape)
        ],
        [f"missing: {name} {shape_text(shape)}" for name, shape in network.items() if name not in ours],
        [f"unexpected: {name} {shape_text(shape)}" for name, shape in ours.items() if name not in network],
    )
    shown = [line[:_LONGEST_LINE] for lines in kinds for line in lines[:_MOST_LINES]]
    rest = sum(map(len, kinds)) - len(shown)
    return (*shown, f"… {rest:,} more") if rest else tuple(shown)


def _is_alike(ours: Shape, theirs: Shape) -> bool:
    return len(ours) == len(theirs) and all(b in (a, ANY) for a, b in zip(ours, theirs, strict=True))


def shape_text(shape: Shape) -> str:
    """As in "(classes, 512)"."""
    return f"({', '.join('classes' if side == ANY else str(side) for side in shape)})"
