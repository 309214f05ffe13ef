import hashlib
import subprocess
import sys

import timm

from app.models.builtin import builtin_model
from app.models.weights import weights_path


def test_the_entry_tells_the_truth_about_its_file() -> None:
    weights = builtin_model().weights
    data = weights_path(weights).read_bytes()
    assert len(data) == weights.bytes
    assert hashlib.sha256(data).hexdigest() == weights.sha256


def test_preprocessing_is_the_one_timm_publishes_for_the_network() -> None:
    spec = builtin_model()
    published = timm.create_model(spec.architecture).pretrained_cfg
    assert spec.preprocess.mean == published["mean"]
    assert spec.preprocess.std == published["std"]
    assert spec.preprocess.interpolation == published["interpolation"]
    assert published["input_size"] == (3, spec.preprocess.crop, spec.preprocess.crop)
    assert round(spec.preprocess.crop / published["crop_pct"]) == spec.preprocess.resize


def test_every_output_has_a_label() -> None:
    assert len(builtin_model().labels) == 1000


def test_the_entry_imports_no_torch() -> None:
    code = "import sys, app.models.catalog as c; c.all_models(); assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
