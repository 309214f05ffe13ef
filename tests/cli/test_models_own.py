"""`whatsit models add`, `check`, `rename`, `export`, `import` and `remove`, as somebody uses them after a training."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
import torch
from PIL import Image
from torchvision import models, transforms

from app.cli.main import main
from app.models.own import fingerprints
from app.paths import user_places
from tests.zoo import keep_catalogue

Capture = pytest.CaptureFixture[str]
COLOURS = {"red": (220, 20, 30), "green": (10, 200, 40), "blue": (20, 40, 230)}


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a plain script leaves: a state dict, its labels, some pictures and what it printed of them."""
    folder = tmp_path_factory.mktemp("trained")
    torch.manual_seed(3)
    network = models.resnet18(num_classes=3).eval()
    steps = [transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor()]
    transform = transforms.Compose([*steps, transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])])
    pictures = {name: Image.new("RGB", (320, 240), colour) for name, colour in COLOURS.items()}
    for name, picture in pictures.items():
        picture.paste((128, 128, 0), (40, 20, 90, 200))
        picture.save(folder / f"{name}.png")
    with torch.no_grad():
        network.fc.weight.mul_(20)
        scores = network(torch.stack([transform(picture) for picture in pictures.values()])).softmax(1)
    rows = [
        f"{name}.png,{int(row.argmax())},{float(row.max()):.4f}" for name, row in zip(pictures, scores, strict=True)
    ]
    (folder / "said.csv").write_text("path,label,probability\n" + "\n".join(rows))
    (folder / "labels.txt").write_text("\n".join(COLOURS))
    torch.save({"epoch": 3, "model": network.state_dict(), "optimizer": {}}, folder / "best.pth")
    return folder


@pytest.fixture(autouse=True)
def few_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    """To compare with: deriving what all of them look like takes seconds."""
    monkeypatch.setattr(fingerprints, "_torchvision_families", lambda: {"resnet": ("resnet18", "resnet34")})
    keep_catalogue(())


def add(trained: Path, name: str = "Colours", *words: str) -> int:
    return main(["models", "add", str(trained / "best.pth"), "--name", name, *words])


def test_a_checkpoint_becomes_a_model_that_gives_the_scripts_scores(trained: Path, capsys: Capture) -> None:
    assert add(trained, "Colours", "--labels", str(trained / "labels.txt")) == 0
    assert "Colours is here: resnet18 of torchvision, 3 classes." in capsys.readouterr().out
    assert main(["classify", str(trained / "red.png"), "--model", "Colours", "--no-store", "--format", "jsonl"]) == 0
    row = json.loads(capsys.readouterr().out)
    _, label, probability = (trained / "said.csv").read_text().splitlines()[1].split(",")
    assert row["model"] == "mine/Colours"
    assert row["predictions"][0]["index"] == int(label)
    assert row["predictions"][0]["label"] == list(COLOURS)[int(label)]
    assert row["predictions"][0]["probability"] == pytest.approx(float(probability), abs=1e-4)
    assert main(["models", "check", "Colours", str(trained / "said.csv")]) == 0
    assert "It answers as expected: 3 of 3" in capsys.readouterr().out


def test_a_wrong_preprocessing_is_found_out_and_put_right(trained: Path, capsys: Capture) -> None:
    assert add(trained, "Wrong", "--preprocess", "mean=0/0/0, std=1/1/1") == 0
    said = str(trained / "two.csv")
    (trained / "two.csv").write_text("\n".join((trained / "said.csv").read_text().splitlines()[:2]))
    assert main(["models", "check", "mine/Wrong", said]) == 1
    assert "--apply makes it the model’s own." in capsys.readouterr().out
    assert main(["models", "check", "mine/Wrong", said, "--apply"]) == 0
    assert main(["models", "check", "mine/Wrong", said]) == 0


def test_a_model_without_labels_says_so(trained: Path, capsys: Capture) -> None:
    assert add(trained) == 0
    assert "3 of its classes have no label" in capsys.readouterr().out
    main(["models", "show", "Colours", "--labels"])
    assert "class 2" in capsys.readouterr().out


def test_a_model_is_listed_renamed_carried_and_removed(trained: Path, tmp_path: Path, capsys: Capture) -> None:
    add(trained)
    assert main(["models", "rename", "Colours", "Größe & Co"]) == 0
    assert main(["models", "export", "mine/Größe & Co", str(tmp_path / "a.whatsit-model")]) == 0
    capsys.readouterr()
    assert main(["models", "list", "--here"]) == 0
    assert "mine/Größe & Co" in capsys.readouterr().out
    assert main(["models", "import", str(tmp_path / "a.whatsit-model")]) == 3
    assert "Another model has this name" in capsys.readouterr().err
    assert main(["models", "remove", "mine/Größe & Co"]) == 0
    assert main(["models", "import", str(tmp_path / "a.whatsit-model"), "--name", "Again"]) == 0
    assert main(["models", "remove", "mine/Again"]) == 0
    assert not list((user_places().models / "mine").iterdir())
    assert main(["models", "remove", "mine/Again"]) == 3


def test_a_damaged_model_is_removed_by_the_name_of_its_folder(capsys: Capture) -> None:
    folder = user_places().models / "mine" / "broken"
    folder.mkdir(parents=True)
    assert main(["models", "remove", "mine/broken"]) == 0
    assert not folder.exists()
    assert main(["models", "remove", "mine/broken"]) == 3
    assert "no model of this name" in capsys.readouterr().err


class Code:
    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> object:
        return Path.touch, (self.marker,)


@pytest.mark.parametrize("end", ["pth", "pt", "bin", "ckpt", "safetensors", "whatsit-model"])
def test_a_file_that_would_run_code_is_refused_and_nothing_runs(end: str, tmp_path: Path, capsys: Capture) -> None:
    file, marker = tmp_path / f"evil.{end}", tmp_path / "ran"
    if end in ("pt", "bin"):
        torch.save({"model": Code(marker)}, file)
    else:
        file.write_bytes(pickle.dumps({"model": Code(marker)}))
    words = ["import", str(file)] if end == "whatsit-model" else ["add", str(file), "--name", "Evil"]
    assert main(["models", *words]) == 3
    assert not marker.exists()
    said = capsys.readouterr().err
    assert said.startswith("whatsit: ")
    assert "Traceback" not in said


def test_an_architecture_that_does_not_fit_is_told_tensor_by_tensor(trained: Path, capsys: Capture) -> None:
    assert add(trained, "X", "--arch", "resnet50") == 3
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "whatsit: The weights do not fit this architecture; name another (resnet50)."
    assert "  shape differs: layer1.0.conv1.weight: checkpoint (64, 64, 3, 3), network (64, 64, 1, 1)" in said


@pytest.mark.parametrize(
    "changes", ["crop=0", "mean=1/2", "std=a/b/c", "interpolation=magic", "resize=99999", "upside-down", "crop"]
)
def test_preprocessing_that_means_nothing_is_wrong_use(changes: str, trained: Path, capsys: Capture) -> None:
    assert add(trained, "X", "--preprocess", changes) == 2
    assert "--preprocess" in capsys.readouterr().err
