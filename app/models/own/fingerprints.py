"""What the networks of the libraries look like from outside: names and shapes of their tensors, derived once and kept.

Deriving means building each network without its weights, some tenths of a second each; torch and the libraries are
imported only then. What is kept is one file of JSON for each family (a module of the library) and version.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.files.ordinary import open_ordinary
from app.files.whole_file import whole_binary_file
from app.models.own.contents import Shape
from app.steps import JobFailure

logger = logging.getLogger(__name__)

CLASSES = 1009  # outputs that the head is built with: a prime number that is no side of any other tensor
ANY = -1  # in a shape: as many as there are classes
_FORMAT = 1
_MOST_BYTES = 32 << 20  # of a kept file; the largest family takes 4 MB

Shapes = Mapping[str, Shape]


@dataclass(frozen=True, slots=True)
class Families:
    """The networks of a library in groups that are built from the same code.

    Attributes:
        library: "torchvision" or "timm".
        names: of the networks, by family.
    """

    library: str
    names: Mapping[str, tuple[str, ...]]


def installed_version(library: str) -> str | None:
    """The version of a library; None where it is not installed."""
    with suppress(PackageNotFoundError):
        return version(library)
    return None


class Fingerprints:
    """Names and shapes of the tensors of a library's networks.

    Attributes:
        library: "torchvision" or "timm".
    """

    def __init__(self, library: str, folder: Path) -> None:
        """`folder` is where they are kept; one that cannot be written to only costs time."""
        self.library = library
        self._folder = folder / "networks" / f"{library}-{installed_version(library)}"
        self._known: dict[str, dict[str, Shapes]] = {}

    def families(self) -> Families:
        """The families; imports the library only where they are not kept.

        Raises:
            JobFailure: the library cannot be imported.
        """
        kept = self._read("families")
        if isinstance(kept, dict):
            names = {
                str(family): tuple(map(str, each)) for family, each in kept.items() if isinstance(each, list) and each
            }
        else:
            names = _torchvision_families() if self.library == "torchvision" else _timm_families()
            self._write("families", {family: list(each) for family, each in names.items()})
        return Families(self.library, names)

    def known(self, family: str) -> dict[str, Shapes]:
        """What was derived already of a family, by name of the network."""
        if family not in self._known:
            kept = self._read(f"family-{family}")
            self._known[family] = dict(_parsed(kept)) if isinstance(kept, dict) else {}
        return self._known[family]

    def derive(self, family: str, names: Iterable[str]) -> Iterator[str]:
        """Derive those that are not known yet; yields the name of each before it is built.

        A network that cannot be built is known as one without tensors, which fits nothing.
        """
        known = self.known(family)
        missing = [name for name in names if name not in known]
        for name in missing:
            yield name
            known[name] = self._shapes(name)
        if missing:
            self._write(
                f"family-{family}", {name: {each: list(s) for each, s in known[name].items()} for name in known}
            )

    def _shapes(self, name: str) -> Shapes:
        try:
            return network_shapes(self.library, name)
        except (JobFailure, RuntimeError, ValueError, TypeError, AttributeError, ImportError, KeyError) as error:
            logger.info("%s/%s cannot be built: %s", self.library, name, error)
            return {}

    def _read(self, name: str) -> object:
        with suppress(OSError, ValueError, RecursionError):
            with open_ordinary(self._folder / f"{name}.json") as file:
                kept = json.loads(file.read(_MOST_BYTES))
            if isinstance(kept, dict) and kept.get("format") == _FORMAT:
                return kept.get("content")
        return None

    def _write(self, name: str, content: object) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with whole_binary_file(self._folder / f"{name}.json") as file:
                file.write(json.dumps({"format": _FORMAT, "content": content}, separators=(",", ":")).encode())
        except OSError as error:
            logger.info("what the networks look like could not be kept: %s", error)


def network_shapes(library: str, architecture: str, side: int | None = None) -> Shapes:
    """Names and shapes of a network's tensors; `ANY` stands where they depend on the number of classes.

    Args:
        library, architecture, side: as `networks.empty_network` takes them.

    Raises:
        JobFailure: there is no such network, or the library cannot be imported.
    """
    import torch

    from app.models.networks import empty_network

    try:
        with torch.device("meta"):  # some networks cannot be built there, but where one can it is ten times as quick
            network = empty_network(library, architecture, CLASSES, side)
    except (RuntimeError, NotImplementedError, ValueError, TypeError):
        network = empty_network(library, architecture, CLASSES, side)
    state = network.state_dict()
    return {name: tuple(ANY if length == CLASSES else length for length in each.shape) for name, each in state.items()}


def _parsed(kept: Mapping[str, object]) -> Iterator[tuple[str, Shapes]]:
    for name, shapes in kept.items():
        if isinstance(shapes, dict):
            yield name, {each: tuple(shape) for each, shape in shapes.items() if isinstance(shape, list)}


def _torchvision_families() -> dict[str, tuple[str, ...]]:
    from app.models.torchvision_networks import import_torchvision

    models = import_torchvision().models
    names = models.list_models(module=models)
    return _grouped((models.get_model_builder(name).__module__.rpartition(".")[2], name) for name in names)


def _timm_families() -> dict[str, tuple[str, ...]]:
    from app.models.timm_networks import import_timm

    timm = import_timm()
    return {module: tuple(names) for module in timm.list_modules() if (names := timm.list_models(module=module))}


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for family, name in pairs:
        groups[family] = (*groups.get(family, ()), name)
    return groups
