"""The heat maps: of every family of networks, and where they should lie."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image
from skimage import data
from torch import Tensor, nn

from app.inference import explain as module
from app.inference.arithmetic import EXACT
from app.inference.classifier import Classifier
from app.inference.decoding import Decoded
from app.inference.devices import CPU
from app.inference.explain import heat_map
from app.inference.preprocess import normalised, pixels
from app.models.builtin import builtin_model
from app.models.networks import load_network
from app.steps import HeatMap, JobFailure, Trouble
from app.values import Device, DeviceState, Failed, ImageRef, PreprocessSpec, Reason

SPEC = builtin_model()
CHIP = Device("cpu:0", "A chip", DeviceState.USABLE)  # torch takes it for the CPU; we take it for an accelerator
REF = ImageRef(Path("a.png"))
FAMILIES = (
    "alexnet",
    "convnext_tiny",
    "densenet121",
    "efficientnet_b0",
    "googlenet",
    "inception_v3",
    "maxvit_t",
    "mobilenet_v3_small",
    "regnet_y_400mf",
    "resnet18",
    "shufflenet_v2_x0_5",
    "squeezenet1_1",
    "swin_t",
)
OF_TIMM = (
    "levit_128s",  # tokens, of which the mean is taken
    "mixer_s32_224",  # whose tokens change places with channels
    "pit_ti_224",  # a class token
    "test_convnext",
    "test_vit",
    "xcit_nano_12_p16_224",  # a class token that comes in at the end
)
MORE_OF_TIMM = (
    "cait_xxs24_224",
    "coat_tiny",
    "crossvit_tiny_240",
    "efficientformer_l1",
    "gcvit_xxtiny",
    "hiera_tiny_224",
    "mobilevit_xxs",
    "mvitv2_tiny",
    "resnet50_clip",  # pools by attention
    "swin_tiny_patch4_window7_224",  # height and width before the channels
    "tnt_s_legacy_patch16_224",
    "volo_d1_224",
    "vit_base_patch16_224",
)


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    """As the engine sets it on a small machine."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def explained(network: nn.Module, image: Image.Image, index: int | None = None, device: Device = CPU) -> HeatMap:
    preprocess = PreprocessSpec(image.width, image.width, "bicubic", (0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
    classifier = Classifier(network.eval().requires_grad_(False), replace(SPEC, preprocess=preprocess), device, EXACT)
    return heat_map(classifier, Decoded(REF, image, 2 * image.width, image.height, 0.0), index)


def noise(side: int) -> Image.Image:
    generator = torch.Generator().manual_seed(1)
    return Image.frombytes(
        "RGB", (side, side), bytes(torch.randint(256, (3 * side * side,), generator=generator).tolist())
    )


def rows(heat: HeatMap) -> Tensor:
    return torch.tensor(list(heat.relevance)).view(heat.side, heat.side)


def share(heat: HeatMap, box: tuple[int, int, int, int]) -> float:
    """Of the whole map, what lies inside left, top, right, bottom."""
    left, top, right, bottom = box
    return float(rows(heat)[top:bottom, left:right].sum() / rows(heat).sum())


# --- every family -----------------------------------------------------------------------------------------------------


def with_a_head(network: nn.Module) -> nn.Module:
    """Some begin with a head of zeros, for which no place has a say."""
    for layer in network.modules():
        if isinstance(layer, nn.Linear) and not bool(layer.weight.any()):
            nn.init.normal_(layer.weight)
    return network


def of_torchvision(name: str) -> tuple[nn.Module, int]:
    import torchvision

    torch.manual_seed(0)
    side = 299 if name == "inception_v3" else 256 if name.startswith("swin_v2") else 224
    with warnings.catch_warnings(action="ignore", category=FutureWarning):  # about how two of them begin
        return with_a_head(torchvision.models.get_model(name, weights=None)), side


def of_timm(name: str) -> tuple[nn.Module, int]:
    import timm

    torch.manual_seed(0)
    network = timm.create_model(name, pretrained=False)
    return with_a_head(network), network.pretrained_cfg["input_size"][-1]


def check_that_it_is_explained(network: nn.Module, side: int) -> None:
    """Without a trace in the network, and after the engine has used it in its own way."""
    network.eval().requires_grad_(False)
    with torch.inference_mode():
        network(torch.zeros(1, 3, side, side))
    heat = explained(network, noise(side))
    assert len(heat.relevance) == side * side
    assert heat.has_any or any(explained(network, noise(side), index).has_any for index in range(9))
    assert not any(layer._forward_hooks for layer in network.modules())
    assert not any(value.requires_grad or value.grad is not None for value in network.parameters())


@pytest.mark.parametrize("name", FAMILIES)
def test_a_network_of_each_family_is_explained(name: str) -> None:
    check_that_it_is_explained(*of_torchvision(name))


def test_a_small_vision_transformer_of_torchvision_is_explained() -> None:
    from torchvision.models import VisionTransformer

    torch.manual_seed(0)
    check_that_it_is_explained(with_a_head(VisionTransformer(64, 16, 2, 2, 32, 64)), 64)


@pytest.mark.parametrize("name", OF_TIMM)
def test_networks_of_timm_are_explained(name: str) -> None:
    check_that_it_is_explained(*of_timm(name))


def torchvision_names() -> list[str]:
    import torchvision

    return sorted(set(torchvision.models.list_models(module=torchvision.models)) - set(FAMILIES))


@pytest.mark.long  # two minutes, and for the largest three gigabytes
@pytest.mark.slow
@pytest.mark.parametrize("name", torchvision_names())
def test_each_other_network_of_torchvision_is_explained(name: str) -> None:
    check_that_it_is_explained(*of_torchvision(name))


@pytest.mark.long  # a second or two each
@pytest.mark.slow
@pytest.mark.parametrize("name", MORE_OF_TIMM)
def test_more_networks_of_timm_are_explained(name: str) -> None:
    check_that_it_is_explained(*of_timm(name))


# --- where it lies ----------------------------------------------------------------------------------------------------


class Quadrants(nn.Module):
    """A class for the light in each quadrant, by a linear layer over all places as VGG and AlexNet have it."""

    def __init__(self) -> None:
        super().__init__()
        self.light = nn.Conv2d(3, 2, 8, stride=8, bias=False)
        self.light.weight.data.fill_(1 / 192)
        self.activation = nn.ReLU(inplace=True)
        self.head = nn.Linear(2 * 16, 4, bias=False)
        weights = torch.zeros(4, 2, 4, 4)
        for quadrant in range(4):
            top, left = divmod(quadrant, 2)
            weights[quadrant, :, 2 * top : 2 * top + 2, 2 * left : 2 * left + 2] = 1
        self.head.weight.data.copy_(weights.flatten(1))

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.activation(self.light(x)).flatten(1))


class Tokens(nn.Module):
    """A class token that looks at all others in its last attention; the class is the light of whom it looks at.

    It is drawn to red. `is_late` lets the tokens go on through a layer that has no say any more.
    """

    def __init__(self, is_late: bool) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, 3, 8, stride=8, bias=False)
        self.patches.weight.data.copy_(torch.eye(3).view(3, 3, 1, 1).expand(3, 3, 8, 8) / 64)
        self.values = nn.Linear(3, 3, bias=False)
        self.late = nn.Linear(3, 3, bias=False) if is_late else nn.Identity()
        self.dropout = nn.Dropout(0.5)
        self.head = nn.Linear(3, 4, bias=False)
        for layer in (self.values, self.late, self.head):
            if isinstance(layer, nn.Linear):
                nn.init.eye_(layer.weight)

    def forward(self, x: Tensor) -> Tensor:
        tokens = self.patches(x).flatten(2).transpose(1, 2)
        tokens = self.values(torch.cat([torch.zeros_like(tokens[:, :1]), tokens], 1))
        drawn = self.dropout((8 * tokens[:, :, 0]).softmax(1))
        met = (drawn[:, :, None] * tokens).sum(1, keepdim=True)
        return self.head(self.late(torch.cat([met, tokens[:, 1:]], 1))[:, 0])


def lit(*boxes: tuple[int, int, int, int], colour: str = "white") -> Image.Image:
    image = Image.new("RGB", (32, 32), "grey")
    for box in boxes:
        image.paste(colour, box)
    return image


LEFT_TOP, RIGHT_BOTTOM = (0, 0, 16, 16), (16, 16, 32, 32)


def test_a_map_lies_on_the_quadrant_that_decides() -> None:
    image = lit(LEFT_TOP, RIGHT_BOTTOM)
    assert share(explained(Quadrants(), image, 0), LEFT_TOP) > 0.8
    assert share(explained(Quadrants(), image, 3), RIGHT_BOTTOM) > 0.8


def test_without_a_class_the_likeliest_is_explained() -> None:
    heat = explained(Quadrants(), lit(RIGHT_BOTTOM))
    assert (heat.index, heat.label) == (3, SPEC.labels[3].name)


@pytest.mark.parametrize("is_late", [False, True])
def test_a_map_lies_on_the_tokens_that_the_class_token_met(is_late: bool) -> None:
    heat = explained(Tokens(is_late), lit(RIGHT_BOTTOM, colour="red"), 0)
    assert share(heat, (14, 14, 32, 32)) > 0.9


def test_what_speaks_against_a_class_is_no_colour() -> None:
    network = Quadrants()
    network.head.weight.data.mul_(-1)
    heat = explained(network, lit(LEFT_TOP), 0)
    assert heat.relevance == bytes(32 * 32)
    assert not heat.has_any


def test_a_network_without_places_has_no_map() -> None:
    heat = explained(nn.Sequential(nn.Flatten(), nn.Linear(3 * 32 * 32, 4)), lit(LEFT_TOP))
    assert heat.relevance == b""
    assert not heat.has_any


def test_the_map_knows_its_picture_and_what_the_network_saw() -> None:
    image = lit(LEFT_TOP)
    heat = explained(Quadrants(), image)
    assert (heat.ref, heat.width, heat.height, heat.side) == (REF, 64, 32, 32)
    assert heat.box == (16, 0, 48, 32)
    assert heat.seen == image.tobytes()


@pytest.fixture(scope="module")
def builtin() -> Classifier:
    return Classifier(load_network(SPEC), SPEC, CPU, EXACT)


def crop(picture: Image.Image) -> Decoded:
    size = SPEC.preprocess.resized_size(*picture.size)
    left, top = SPEC.preprocess.crop_offset(*size)
    side = SPEC.preprocess.crop
    image = picture.convert("RGB").resize(size, Image.Resampling.BICUBIC).crop((left, top, left + side, top + side))
    return Decoded(REF, image, *picture.size, 0.0)


def test_the_built_in_model_sees_the_coffee_in_its_cup(builtin: Classifier) -> None:
    """The cup stands in the middle of the crop; around it are the table and a spoon."""
    heat = heat_map(builtin, crop(Image.fromarray(data.coffee())))
    assert "espresso" in heat.label or "cup" in heat.label
    assert share(heat, (16, 22, 202, 196)) > 0.8


def test_the_built_in_model_sees_the_cat_and_not_the_sofa(builtin: Classifier) -> None:
    """The cat is made small and put into a corner of a plain picture: then there is a box in which it is."""
    picture = Image.new("RGB", (448, 448), "#808080")
    picture.paste(Image.fromarray(data.chelsea()).resize((225, 150)), (200, 260))
    heat = heat_map(builtin, crop(picture), 282)
    left, top, right, bottom = (round(place * 256 / 448 - 16) for place in (200, 260, 425, 410))
    assert share(heat, (left - 16, top - 16, right + 16, bottom + 16)) > 0.8


def test_the_map_is_what_each_place_adds_to_the_logit(builtin: Classifier) -> None:
    """CAM by hand: the last feature map, weighed as the linear layer weighs its means."""
    picture = crop(Image.fromarray(data.coffee()))
    network = builtin.placed()
    batch = normalised(pixels(picture.image)[None], SPEC.preprocess)
    kept: list[Tensor] = []
    hook = network.act2.register_forward_hook(lambda _module, _inputs, output: kept.append(output))
    with torch.inference_mode():
        logits = network(batch)
    hook.remove()
    index = int(logits.argmax())
    places = torch.einsum("chw,c->hw", kept[0][0], network.classifier.weight[index]) / 49
    assert float(places.sum() + network.classifier.bias[index]) == pytest.approx(float(logits[0, index]), rel=1e-4)
    expected = module._bytes(module._enlarged(places, 224))
    found = heat_map(builtin, picture, index).relevance
    assert max(abs(a - b) for a, b in zip(expected, found, strict=True)) <= 1


# --- what may go wrong ------------------------------------------------------------------------------------------------


class Failing(nn.Module):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def forward(self, x: Tensor) -> Tensor:
        raise self.error


@pytest.mark.usefixtures("caplog")  # it is logged
@pytest.mark.parametrize("error", [torch.OutOfMemoryError("CUDA out of memory"), MemoryError()])
@pytest.mark.parametrize("device", [CPU, CHIP])
def test_a_lack_of_memory_is_a_reason(error: Exception, device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    released: list[Device] = []
    monkeypatch.setattr(module, "release_memory", released.append)
    failed = explained(Failing(error), lit(), device=device)
    assert isinstance(failed, Failed)
    assert (failed.ref, failed.reason) == (REF, Reason.OUT_OF_MEMORY)
    assert released == [device]


@pytest.mark.usefixtures("caplog")  # it is logged
def test_a_lost_device_ends_the_job() -> None:
    with pytest.raises(JobFailure) as failure:
        explained(Failing(torch.AcceleratorError("CUDA error: unspecified launch failure")), lit(), device=CHIP)
    assert failure.value.error.trouble is Trouble.DEVICE_LOST


def test_an_error_on_the_cpu_is_no_lost_device() -> None:
    with pytest.raises(RuntimeError, match="shapes do not fit"):
        explained(Failing(RuntimeError("shapes do not fit")), lit())


def test_logits_that_are_no_numbers_are_no_scores() -> None:
    network = Quadrants()
    network.head.weight.data.fill_(float("nan"))
    failed = explained(network, lit())
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.NO_SCORES


def test_a_failed_pass_leaves_no_hooks() -> None:
    network = nn.Sequential(Quadrants(), Failing(RuntimeError("no")))
    with pytest.raises(RuntimeError):
        explained(network, lit())
    assert not any(layer._forward_hooks for layer in network.modules())


@pytest.mark.parametrize(
    ("shape", "places"),
    [
        ((1, 8, 7, 7), (7, 7, 8)),
        ((1, 7, 7, 8), (7, 7, 8)),
        ((1, 49, 8), (7, 7, 8)),
        ((1, 50, 8), (7, 7, 8)),
        ((1, 49 + 5, 8), (7, 7, 8)),
        ((1, 8, 1, 1), None),
        ((1, 1, 8), None),
        ((1, 48, 8), None),  # no square and a few more
        ((1, 3, 49, 64), None),  # a head's queries
        ((16, 8, 7, 7), None),  # windows
        ((16, 49, 8), None),
        ((1, 8), None),
    ],
)
def test_places_are_known_by_their_shape(shape: tuple[int, ...], places: tuple[int, ...] | None) -> None:
    grid = module._grid(torch.zeros(shape))
    assert (None if grid is None else tuple(grid.shape)) == places


def test_nothing_of_a_map_stays_in_memory(builtin: Classifier) -> None:
    picture = crop(Image.fromarray(data.coffee()))

    def tensors() -> int:
        gc.collect()
        return sum(issubclass(type(each), Tensor) for each in gc.get_objects())

    heat_map(builtin, picture)
    before = tensors()
    for _ in range(3):
        heat_map(builtin, picture)
    assert tensors() == before
