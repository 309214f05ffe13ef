"""The class labels that came with the program."""

from __future__ import annotations

from functools import cache

from app.paths import resources
from app.steps import JobFailure, Trouble
from app.values import ClassLabel


@cache
def read_labels(name: str) -> tuple[ClassLabel, ...]:
    """The class labels of `resources/labels/<name>.tsv`, one per output of the network, in order.

    The file has a heading and the columns wordnet_id, label and synonyms (separated by "; "); see the README beside it.

    Raises:
        JobFailure: WEIGHTS_MISSING when the file cannot be read, WEIGHTS_DAMAGED when it is not such a table.
    """
    path = resources() / "labels" / f"{name}.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()[1:]
        return tuple(_label(*line.split("\t")) for line in lines)
    except OSError as error:
        raise JobFailure(Trouble.WEIGHTS_MISSING, path.name, error.strerror or "") from error
    except (TypeError, ValueError) as error:
        raise JobFailure(Trouble.WEIGHTS_DAMAGED, path.name, "it is not a table of labels") from error


def _label(wordnet_id: str, name: str, synonyms: str) -> ClassLabel:
    return ClassLabel(name, tuple(synonyms.split("; ")), wordnet_id)
