"""What a notice offers."""

from __future__ import annotations

import pytest

from app.desktop.notice import Offer, trouble_notice, way_out
from app.steps import JobError, Trouble


@pytest.mark.parametrize("trouble", list(Trouble))
def test_another_device_is_offered_only_where_it_helps_and_can_be_chosen(trouble: Trouble) -> None:
    is_of_device = trouble is Trouble.DEVICE_UNAVAILABLE
    assert (way_out(trouble, is_device_fixed=False) is Offer.AUTOMATIC) == is_of_device
    assert way_out(trouble, is_device_fixed=True) is not Offer.AUTOMATIC


def test_trouble_with_a_model_leads_to_the_models() -> None:
    error = JobError(Trouble.NOT_DOWNLOADED, "timm/vit")
    notice = trouble_notice(error, "timm/vit", is_device_fixed=False)
    assert (notice.offer, notice.model) == (Offer.MODELS, "timm/vit")
    assert "timm/vit" in notice.words


def test_other_trouble_can_be_tried_again() -> None:
    notice = trouble_notice(JobError(Trouble.OUT_OF_MEMORY), "builtin", is_device_fixed=False)
    assert (notice.offer, notice.model) == (Offer.TRY_AGAIN, "")
