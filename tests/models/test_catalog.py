import pytest

from app.models.catalog import all_models, find_model
from app.steps import JobFailure, Trouble


def test_every_model_is_found_by_its_key_and_says_what_it_is() -> None:
    for model in all_models():
        assert find_model(model.key) == model
        assert model.title
        assert model.licence
        assert model.origin


def test_keys_are_unique() -> None:
    keys = [model.key for model in all_models()]
    assert len(set(keys)) == len(keys)


def test_an_unknown_key_names_those_that_exist() -> None:
    with pytest.raises(JobFailure) as failure:
        find_model("resnet9000")
    error = failure.value.error
    assert (error.trouble, error.subject) == (Trouble.NO_SUCH_MODEL, "resnet9000")
    assert "builtin" in error.detail
