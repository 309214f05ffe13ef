import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.models.builtin import builtin_model
from app.models.record import LARGEST, RecordError, read_record, record_of, spec_in
from app.values import ClassLabel, ModelSpec, WeightsFile

WEIGHTS = WeightsFile("", "lynx.safetensors", "a5" * 32, 12, Path("/models/lynx.safetensors"))
OWN = replace(
    builtin_model(),
    key="mine/cats",
    title="Cats & <b>dogs</b>",
    weights=WEIGHTS,
    labels=(ClassLabel("lynx"), ClassLabel("puma", ("puma", "cougar"), "n02125311"), ClassLabel("class 2")),
    licence="",
    library="torchvision",
    multi_label=True,
)


@pytest.mark.parametrize("spec", [OWN, replace(builtin_model(), weights=WEIGHTS)], ids=["own labels", "known labels"])
def test_a_record_read_again_is_the_same_model(spec: ModelSpec, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(json.dumps(record_of(spec)), encoding="utf-8")
    assert spec_in(read_record(path)) == spec
    assert ("tench" in path.read_text()) is False


def changed(**changes: Any) -> Any:
    return {**record_of(OWN), **changes}


STEP = record_of(OWN)["preprocess"]


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {},
        changed(format=2),
        changed(key=7),
        changed(title="x" * 20_000),
        changed(architecture="a\0b"),
        changed(library="os"),
        changed(multi_label=1),
        changed(labels=[]),
        changed(labels="../../etc/passwd"),
        changed(labels=["a", 7]),
        changed(labels=[{"name": "a", "synonyms": "b"}]),
        changed(labels=[{"synonyms": []}]),
        changed(preprocess=None),
        *(changed(preprocess={**STEP, "resize": value}) for value in (0, -1, 10**9, 224.5, True, "256")),
        changed(preprocess={**STEP, "interpolation": "__class__"}),
        changed(preprocess={**STEP, "mean": [0.5, 0.5]}),
        changed(preprocess={**STEP, "mean": [0.5, 0.5, math.inf]}),
        changed(preprocess={**STEP, "std": [0.5, 0.5, 0]}),
        changed(preprocess={**STEP, "order": "gbr"}),
        changed(weights={**record_of(OWN)["weights"], "sha256": "no digest"}),
        changed(weights={**record_of(OWN)["weights"], "bytes": 0}),
    ],
)
def test_what_tells_of_no_model_is_refused_with_the_reason(record: object) -> None:
    with pytest.raises(RecordError) as failure:
        spec_in(record)
    assert len(str(failure.value)) > 10


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b" " * (LARGEST + 1)])
def test_a_file_that_is_no_record_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_bytes(data)
    with pytest.raises(RecordError):
        read_record(path)
