"""Open pictures: from an `ImageRef` to a `Picture`, or to the reason why not."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager

from PIL import Image

from app.images.budget import Budget
from app.images.costs import cost, require_affordable, require_pixels
from app.images.decoders import embedded_preview, open_image
from app.images.diagnosis import Refusal, refusal_of_decoder, refusal_of_path
from app.images.files import open_file
from app.images.formats import HEAD_BYTES, RAW, Kind, sniff
from app.images.picture import Picture, upright_picture
from app.values import Failed, ImageRef, Limits, Reason, Stage

__all__ = ["Enough", "Picture", "open_picture"]

Enough = Callable[[int, int], tuple[int, int]]
"""From the width and height of a picture, as it is stored, to those that are enough of it, in pixels."""


@contextmanager
def open_picture(
    ref: ImageRef, limits: Limits, budget: Budget | None = None, *, enough: Enough | None = None
) -> Iterator[Picture | Failed]:
    """Decode a picture; the file and its share of the budget are held until the block ends.

    Args:
        ref: the picture.
        limits: the most pixels it may have.
        budget: the decoding memory shared with other threads; the call waits until there is room.
        enough: for those who will make the picture smaller: a JPEG may then be decoded at a half, a quarter or an
            eighth of its size, though not below this one, which is faster and changes its pixels a little.

    Never raises for anything that a file can cause.
    """
    with ExitStack() as held:
        try:
            outcome: Picture | Failed = _decoded(ref, limits, budget, enough, held)
        except Refusal as refusal:
            held.close()
            outcome = Failed(ref, refusal.stage, refusal.reason, refusal.detail)
        yield outcome


def _decoded(ref: ImageRef, limits: Limits, budget: Budget | None, enough: Enough | None, held: ExitStack) -> Picture:
    try:
        file = held.enter_context(open_file(ref))
        head = file.read(HEAD_BYTES)
    except (OSError, ValueError) as error:
        raise refusal_of_path(error, Stage.READ) from error
    kind = _supported(head, ref)
    try:
        turned = 0
        if kind is RAW:
            kind, file, turned = embedded_preview(file)
        image = held.enter_context(open_image(kind, file, limits))
        require_affordable(cost(image, kind, file), math.prod(image.size), kind, limits)
        full_size = _drafted(image, enough) if enough is not None else None
        if budget is not None:
            held.enter_context(budget.claim(cost(image, kind, file, full_size)))
        image.load()
        require_pixels(image.size, limits)
        return upright_picture(image, _orientation(image) or turned or 1, full_size)
    except (Refusal, CancelledError):  # a budget may say that nobody waits for the picture any more
        raise
    except Exception as error:  # decoders raise whatever they like
        raise refusal_of_decoder(error, kind, file) from error


def _supported(head: bytes, ref: ImageRef) -> Kind:
    if not head:
        raise Refusal(Stage.READ, Reason.EMPTY)
    kind = sniff(head, ref.path.suffix.lower())
    if kind is None or not kind.picture:
        raise Refusal(Stage.DECODE, Reason.NOT_A_PICTURE, kind.name if kind else "")
    if not kind.supported:
        hint = "; the extra whatsit[raw] reads it" if kind is RAW else ""
        raise Refusal(Stage.DECODE, Reason.UNSUPPORTED, kind.name + hint)
    return kind


def _drafted(image: Image.Image, enough: Enough) -> tuple[int, int] | None:
    """Let the decoder of a JPEG leave out detail, as far as what is left is enough.

    Returns the full size if it will be decoded smaller.
    """
    full_size = image.size
    width, height = enough(*full_size)
    image.draft(None, (max(1, width), max(1, height)))
    return full_size if image.size != full_size else None


def _orientation(image: Image.Image) -> int | None:
    """The EXIF orientation, if there is one; EXIF data that cannot be read does not keep a picture from its answer."""
    try:
        found = image.getexif().get(274)
    except Exception:  # damaged EXIF data raises anything
        return None
    return found if isinstance(found, int) and 1 <= found <= 8 else None
