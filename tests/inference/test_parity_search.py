"""A model is compared with what its training script said, and the setting that the script used is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image
from skimage import data

from app.images.decode import open_picture
from app.inference.pairs import Pair, as_probabilities, class_index, read_pairs
from app.inference.parity import CLOSE, MOST_TRIED, Parity, Trying, changes, find_parity, measured
from app.inference.preprocess import network_image, normalised, pixels
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.values import ClassLabel, Failed, ImageRef, Limits, ModelSpec, PreprocessSpec, WeightsFile

OWN = PreprocessSpec(256, 224, "bilinear", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
SPEC = ModelSpec(
    key="mine/Pets",
    title="Pets",
    architecture="resnet18",
    weights=WeightsFile("", "x", "", 0),
    preprocess=OWN,
    labels=tuple(map(ClassLabel, ("cat", "dog", "bird", "Fish"))),
    licence="",
    origin="",
    library="torchvision",
)


def classify(image: Image.Image, setting: PreprocessSpec) -> Sequence[float] | None:
    """A network so small that it takes no time: it sees edges, colours and brightness."""
    if setting.crop > 320:
        return None
    picture = normalised(pixels(image)[None], setting)
    where = torch.nn.functional.adaptive_avg_pool2d(picture, 4).flatten()
    edges = (picture[..., 1:] - picture[..., :-1]).abs().mean((0, 2, 3)) * 4
    weights = torch.randn(4, 51, generator=torch.Generator().manual_seed(1)) / 2
    return (weights @ torch.cat([where, edges]).tanh()).double().softmax(0).tolist()  # type: ignore[no-any-return]


def said(path: Path, setting: PreprocessSpec) -> tuple[float, ...]:
    """What a script with this setting prints."""
    with open_picture(ImageRef(path), Limits()) as picture:
        assert not isinstance(picture, Failed)
        found = classify(network_image(picture, setting), setting)
    assert found is not None
    return tuple(round(score, 4) for score in found)


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """Small networks are quicker without the threads of torch, which wait for each other on a busy machine."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def photographs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("photographs")
    for name in ("chelsea", "astronaut", "coffee"):
        Image.fromarray(getattr(data, name)()).reduce(2).save(folder / f"{name}.png")
    return sorted(folder.iterdir())


def outcome(pairs: Sequence[Pair], spec: ModelSpec = SPEC) -> Parity:
    steps = find_parity(pairs, spec, classify)
    while True:
        try:
            assert isinstance(next(steps), Trying)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def pairs_of(paths: list[Path], setting: PreprocessSpec) -> list[Pair]:
    scores = [said(path, setting) for path in paths]
    return [Pair(path, row.index(max(row)), max(row), row) for path, row in zip(paths, scores, strict=True)]


def test_a_model_that_agrees_is_proved_at_once(photographs: list[Path]) -> None:
    parity = outcome(pairs_of(photographs, OWN))
    assert (parity.is_proved, parity.has_remedy, parity.tried) == (True, False, 1)
    assert (parity.before.pairs, parity.before.same) == (3, 3)
    assert parity.before.difference is not None
    assert parity.before.difference < 1e-4


@pytest.mark.parametrize(
    "changed",
    [
        {"squash": True, "resize": 224},
        {"resize": 224},
        {"resize": 235},
        {"mean": (0.5, 0.5, 0.5), "std": (0.5, 0.5, 0.5)},
        {"mean": (0.0, 0.0, 0.0), "std": (1.0, 1.0, 1.0)},
        {"mean": (0.0, 0.0, 0.0), "std": (1 / 255, 1 / 255, 1 / 255)},
        {"order": "bgr"},
        {"order": "bgr", "mean": OWN.mean[::-1], "std": OWN.std[::-1]},
        {"interpolation": "nearest"},
        {"interpolation": "bicubic"},
        {"crop": 299, "resize": 341},
        {"squash": True, "resize": 224, "mean": (0.5, 0.5, 0.5), "std": (0.5, 0.5, 0.5)},
        {"resize": 248, "interpolation": "bicubic", "mean": (0.5, 0.5, 0.5), "std": (0.5, 0.5, 0.5)},
        {"order": "bgr", "squash": True, "resize": 256, "crop": 256},
    ],
    ids=str,
)
def test_the_setting_of_the_script_is_found(changed: dict[str, object], photographs: list[Path]) -> None:
    script = replace(OWN, **changed)  # type: ignore[arg-type]
    parity = outcome(pairs_of(photographs, script))
    assert not parity.is_proved
    assert parity.has_remedy
    assert parity.best.difference is not None
    assert parity.best.difference < CLOSE < (parity.before.difference or 0)
    assert parity.preprocess == script
    assert set(changes(OWN, parity.preprocess)) == set(changes(OWN, script))
    assert parity.tried <= MOST_TRIED


def test_where_nothing_agrees_that_is_said(photographs: list[Path]) -> None:
    parity = outcome([Pair(path, 3, 0.123) for path in photographs])
    assert not parity.has_remedy
    assert parity.tried <= MOST_TRIED
    assert parity.best.cost <= parity.before.cost


def test_labels_alone_can_be_compared(photographs: list[Path]) -> None:
    pairs = [Pair(pair.path, pair.expected) for pair in pairs_of(photographs, OWN)]
    assert outcome(pairs).is_proved
    assert outcome(pairs).before.difference is None
    others = [replace(pair, expected=(pair.expected + 1) % 4) for pair in pairs]
    assert outcome(others).before.same == 0


def test_a_multi_label_model_has_to_be_surer_than_not(photographs: list[Path]) -> None:
    spec = replace(SPEC, multi_label=True)

    def half(_image: Image.Image, _setting: PreprocessSpec) -> Sequence[float]:
        return (0.9, 0.6, 0.4, 0.1)

    agreement = measured([Pair(photographs[0], index) for index in range(4)], spec, half)
    assert agreement is not None
    assert agreement.same == 2


def test_pictures_that_cannot_be_decoded_are_told_and_count_nowhere(photographs: list[Path], tmp_path: Path) -> None:
    pairs = [*pairs_of(photographs, OWN), Pair(tmp_path / "gone.png", 0)]
    parity = outcome(pairs)
    assert parity.is_proved
    assert [failed.ref.path.name for failed in parity.failed] == ["gone.png"]
    alone = outcome(pairs[-1:])
    assert (alone.is_proved, alone.has_remedy, alone.before.pairs) == (False, False, 0)


def test_whoever_stops_gets_no_answer(photographs: list[Path]) -> None:
    steps = find_parity(pairs_of(photographs, replace(OWN, order="bgr")), SPEC, classify)
    next(steps)
    steps.close()


# --- pairs from a table --------------------------------------------------------------------------------------------


def table(tmp_path: Path, text: str) -> Path:
    (tmp_path / "pairs.csv").write_text(text, encoding="utf-8")
    return tmp_path / "pairs.csv"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("path,label\na.png,dog\n", Pair(Path("a.png"), 1)),
        ("a.png,dog\n", Pair(Path("a.png"), 1)),
        ("a.png;DOG;0,5\n".replace(",", "."), Pair(Path("a.png"), 1, 0.5)),
        ("label,probability,file\nfish,93.5%,a.png\n", Pair(Path("a.png"), 3, 0.935)),
        ("image\tclass\tscore\na.png\t2\t93.5\n", Pair(Path("a.png"), 2, 0.935)),
        ("path,dog,cat,Fish,bird\na.png,0.7,0.1,0.1,0.1\n", Pair(Path("a.png"), 1, 0.7, (0.1, 0.7, 0.1, 0.1))),
        ("path,0,1,2,3\na.png,10,70,10,10\n", Pair(Path("a.png"), 1, 0.7, (0.1, 0.7, 0.1, 0.1))),
        ("\ufeffpath,label\r\n\r\na.png,dog\r\n", Pair(Path("a.png"), 1)),
    ],
)
def test_tables_of_pairs(text: str, expected: Pair, tmp_path: Path) -> None:
    (pair,) = read_pairs(table(tmp_path, text), SPEC)
    assert pair == replace(expected, path=tmp_path / "a.png")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "path,label\n",
        "path,label\na.png,horse\n",
        "path,label\na.png\n",
        "path\na.png\n",
        "path,label,probability\na.png,dog,much\n",
        "path,label,probability\na.png,dog,nan\n",
        "path,cat,dog\na.png,0.5,0.5\n",
        "a.png,4\n",
        "a.png,dog\n" * 10_001,
        "a.png,dog,150%\n",
        "a.png,dog,101\n",
        "a.png,dog,-0.1\n",
    ],
)
def test_tables_that_cannot_be_meant(text: str, tmp_path: Path) -> None:
    with pytest.raises(ModelRefused) as caught:
        read_pairs(table(tmp_path, text), SPEC)
    assert caught.value.trouble is ModelTrouble.BAD_PAIRS


def test_scores_are_probabilities_per_cent_or_logits() -> None:
    assert as_probabilities((0.25, 0.75), False) == (0.25, 0.75)
    assert as_probabilities((25, 75), False) == (0.25, 0.75)
    assert as_probabilities((0.9, 0.9), True) == (0.9, 0.9)
    assert as_probabilities((0.0, 1000.0), False) == (0.0, 1.0)
    assert as_probabilities((-1e9, 1e9), True) == (pytest.approx(0), pytest.approx(1))


def test_a_label_is_a_name_before_it_is_a_number() -> None:
    spec = replace(SPEC, labels=tuple(map(ClassLabel, ("1", "0"))))
    assert (class_index("0", spec), class_index("1", spec), class_index("2", spec)) == (1, 0, None)
    cases = replace(spec, labels=(ClassLabel("Polish"), ClassLabel("polish")))
    assert [class_index(label, cases) for label in ("Polish", "polish", "POLISH")] == [0, 1, 0]
