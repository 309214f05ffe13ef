"""The scores by which all others are measured: reference.py MODEL LIST FILE.

timm's network in fp32 after torchvision's transforms on the whole picture as Pillow decodes it, one picture at a time.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from network import facts_of, timm_network
from PIL import Image
from torchvision.transforms import CenterCrop, Compose, InterpolationMode, Normalize, Resize, ToTensor


def main() -> None:
    model, listed, file = map(Path, sys.argv[1:])
    facts = facts_of(model)
    resize = Resize(facts["resize"], InterpolationMode(facts["interpolation"]))
    prepare = Compose([resize, CenterCrop(facts["crop"]), ToTensor(), Normalize(facts["mean"], facts["std"])])
    network = timm_network(model)
    rows = []
    with torch.inference_mode():
        for path in listed.read_text().splitlines():
            with Image.open(path) as picture:
                rows.append(network(prepare(picture.convert("RGB"))[None])[0])
    torch.save(torch.stack(rows), file)


if __name__ == "__main__":
    main()
