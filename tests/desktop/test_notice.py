"""What a notice offers."""

from __future__ import annotations

import pytest

from app.desktop.notice import Offer, way_out
from app.steps import Trouble


@pytest.mark.parametrize("trouble", list(Trouble))
def test_another_device_is_offered_only_where_it_helps_and_can_be_chosen(trouble: Trouble) -> None:
    is_of_device = trouble is Trouble.DEVICE_UNAVAILABLE
    assert (way_out(trouble, is_device_fixed=False) is Offer.AUTOMATIC) == is_of_device
    assert way_out(trouble, is_device_fixed=True) is Offer.TRY_AGAIN
