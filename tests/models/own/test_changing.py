"""How a kept model takes its pictures can be changed, and nothing else changes with it."""

from __future__ import annotations

import json
from dataclasses import replace

from app.models.own.changing import change_preprocess
from app.models.own.kept import find_own_model
from app.models.own.trouble import ModelTrouble
from app.paths import Places

from .driving import kept, refused


def test_the_new_way_is_kept_and_all_else_stays(places: Places) -> None:
    model = kept(places.models)
    record = json.loads((model.folder / "model.json").read_text(encoding="utf-8"))
    squashed = replace(model.spec.preprocess, resize=224, squash=True, order="bgr")
    changed = change_preprocess(places.models, "Pets", squashed)
    assert changed.spec.preprocess == squashed
    assert find_own_model(places.models, "pets").spec == changed.spec
    after = json.loads((model.folder / "model.json").read_text(encoding="utf-8"))
    assert {name: value for name, value in after.items() if record[name] != value}.keys() == {"preprocess"}


def test_a_way_that_nothing_can_be_prepared_in_is_refused(places: Places) -> None:
    model = kept(places.models)
    before = (model.folder / "model.json").read_bytes()
    bad = replace(model.spec.preprocess, crop=300)
    assert refused(change_preprocess, places.models, "Pets", bad).trouble is ModelTrouble.BAD_PREPROCESSING
    assert refused(change_preprocess, places.models, "x", model.spec.preprocess).trouble is ModelTrouble.NO_SUCH_MODEL
    assert (model.folder / "model.json").read_bytes() == before
