from pathlib import Path

import pytest
import timm
from torchvision.models import ResNet50_Weights

from app.models import labels
from app.models.labels import read_labels
from app.steps import JobFailure, Trouble


def timm_list(name: str) -> list[str]:
    return (Path(timm.__file__).parent / "data" / "_info" / name).read_text(encoding="utf-8").splitlines()


def test_names_are_torchvisions() -> None:
    assert [label.name for label in read_labels("imagenet1k")] == ResNet50_Weights.IMAGENET1K_V2.meta["categories"]


def test_wordnet_ids_are_the_class_list_and_unique() -> None:
    ids = [label.wordnet_id for label in read_labels("imagenet1k")]
    assert ids == timm_list("imagenet_synsets.txt")
    assert len(set(ids)) == 1000


def test_synonyms_are_wordnets() -> None:
    lemmas = dict(line.split("\t", 1) for line in timm_list("imagenet_synset_to_lemma.txt"))
    for label in read_labels("imagenet1k"):
        assert list(label.synonyms) == lemmas[label.wordnet_id].split(", ")


def test_names_and_synonyms_stand_in_the_same_row() -> None:
    """Two lists of one thousand could be shifted against each other; the names would then be no synonyms."""
    strangers = {label.name for label in read_labels("imagenet1k") if label.name not in label.synonyms}
    assert strangers == {"crane bird", "maillot tank suit"}  # names that torchvision tells apart from their twins


def test_names_are_unique_and_clean() -> None:
    names = [label.name for label in read_labels("imagenet1k")]
    assert len(set(names)) == 1000
    assert all(name and name == name.strip() and name.isprintable() for name in names)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A label file named "own" in a folder of resources of its own."""
    monkeypatch.setattr(labels, "resources", lambda: tmp_path)
    (tmp_path / "labels").mkdir()
    return tmp_path / "labels" / "own.tsv"


def trouble_of(name: str) -> Trouble:
    with pytest.raises(JobFailure) as failure:
        read_labels.__wrapped__(name)
    return failure.value.error.trouble


def test_no_label_file_is_a_sentence(table: Path) -> None:
    assert trouble_of(table.stem) is Trouble.WEIGHTS_MISSING


@pytest.mark.parametrize("content", [b"head\nn1\tcat\n", b"head\nn1\tcat\tcat\tdog\n", b"head\n\xff\xfe\tcat\tcat\n"])
def test_a_damaged_label_file_is_a_sentence(table: Path, content: bytes) -> None:
    table.write_bytes(content)
    assert trouble_of(table.stem) is Trouble.WEIGHTS_DAMAGED
