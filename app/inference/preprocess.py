"""What the network sees of a picture: torchvision's `Resize -> CenterCrop -> ToTensor -> Normalize`.

Where a `PreprocessSpec` says "squash" it is `Resize((side, side))`, as timm does it. `network_image` does it to the
last bit; `quick_image` resizes only what is kept, possibly of a JPEG that was decoded smaller. docs/performance.md has
what that changes.

`network_image` needs no torch, so that the window can show the crop; the steps on tensors import it when called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from app.images.picture import Picture
from app.images.strips import is_one_strip
from app.values import PreprocessSpec

if TYPE_CHECKING:
    from torch import Tensor

LONGEST_ASPECT = 16  # a picture longer than this many times its width is first cut to its middle


def network_image(picture: Picture, spec: PreprocessSpec) -> Image.Image:
    """The crop the network sees: RGB, `spec.crop` pixels square.

    The whole picture is resized and then cropped, as torchvision does it; resizing only the part that is kept would
    round differently. A picture longer than 16 times its width is cut to its middle before, because the centre crop
    throws the rest away and the resized whole would be huge (1 x 65,535 pixels would become 256 x 16.8 million).
    """
    picture = picture if spec.squash else _middle(picture)
    size = spec.resized_size(picture.width, picture.height)
    left, top = spec.crop_offset(*size)
    resized = picture.resized(size, Image.Resampling[spec.interpolation.upper()])
    return resized.crop((left, top, left + spec.crop, top + spec.crop))


def quick_image(picture: Picture, spec: PreprocessSpec) -> Image.Image:
    """What `network_image` gives, in one step where the crop lies inside the picture.

    One or two of 10,000 values differ by 1 or 2 of 255 then. A large picture, which is worked through in strips, goes
    the long way.
    """
    picture = picture if spec.squash else _middle(picture)
    size = picture.width, picture.height
    if not is_one_strip(size) or min(spec.resized_size(*size)) < spec.crop:
        return network_image(picture, spec)
    square, filter_ = (spec.crop, spec.crop), Image.Resampling[spec.interpolation.upper()]
    return picture.resized_part(spec.crop_box(*size), square, filter_)


def enough(spec: PreprocessSpec, width: int, height: int) -> tuple[int, int]:
    """The least width and height to which a JPEG of this size may be decoded for `quick_image`.

    Twice the size after resizing is Pillow's own choice for thumbnails (`reducing_gap` of 2): with less the largest
    differences of probabilities grow fourfold (docs/performance.md).
    """
    across, down = spec.resized_size(width, height)
    return 2 * across, 2 * down


def _middle(picture: Picture) -> Picture:
    """The picture, or its central part with an aspect of about 16; both ends lose the same, so the centre stays."""
    width, height = picture.width, picture.height
    most = LONGEST_ASPECT * min(width, height)
    if max(width, height) <= most:
        return picture
    across, down = (_cut(length, most) for length in (width, height))
    return picture.cropped((across, down, width - across, height - down))


def _cut(length: int, most: int) -> int:
    """What to take away at either end so that about `most` of `length` is left."""
    return max(length - most, 0) // 2


def pixels(image: Image.Image) -> Tensor:
    """An RGB picture (H x W) as a uint8 tensor (3, H, W), 0 to 255, whose channels lie together in memory."""
    import torch

    data = bytearray(image.tobytes())  # writable, as torch wants it
    return torch.frombuffer(data, dtype=torch.uint8).view(image.height, image.width, 3).permute(2, 0, 1)


def normalised(batch: Tensor, spec: PreprocessSpec) -> Tensor:
    """uint8 RGB (N, 3, H, W), 0 to 255, as float32 on the same device, in torchvision's order: / 255, - mean, / std.

    The layout in memory stays.
    """
    import torch

    batch = batch if spec.order == "rgb" else batch.flip(1)

    mean, std = (torch.tensor(values, device=batch.device).view(3, 1, 1) for values in (spec.mean, spec.std))
    return batch.to(torch.float32).div_(255).sub_(mean).div_(std)
