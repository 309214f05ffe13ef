"""The models as the window speaks of them."""

from __future__ import annotations

import pytest

from app.desktop.known_models import class_names, known_model, known_models, title_of
from app.models.catalog import all_models
from app.steps import JobFailure, Trouble


def test_they_are_those_of_the_catalogue() -> None:
    assert known_models() == all_models()
    assert known_model("builtin") == all_models()[0]
    assert title_of("builtin") == all_models()[0].title


def test_a_model_that_does_not_exist_is_called_by_its_key() -> None:
    assert known_model("gone") is None
    assert title_of("gone") == "gone"


def test_a_catalogue_that_cannot_be_read_has_no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_name: str) -> None:
        raise JobFailure(Trouble.WEIGHTS_DAMAGED, "imagenet1k.tsv")

    monkeypatch.setattr("app.models.builtin.read_labels", damaged)
    assert known_models() == ()
    assert title_of("builtin") == "builtin"
    assert class_names() == ()
