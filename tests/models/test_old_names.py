"""Names of tensors as older versions wrote them become those of today."""

from app.models.old_names import todays_names


def test_what_old_versions_wrote_gets_the_names_of_today() -> None:
    old = {"features.denselayer1.norm.1.weight": 1, "features.denselayer1.conv.2.weight": 2, "other.norm.1.weight": 3}
    wanted = ["features.denselayer1.norm1.weight", "features.denselayer1.conv2.weight", "bn.num_batches_tracked"]
    assert todays_names(old, wanted, lambda: 0) == {
        "bn.num_batches_tracked": 0,
        "features.denselayer1.norm1.weight": 1,
        "features.denselayer1.conv2.weight": 2,
        "other.norm.1.weight": 3,
    }


def test_what_takes_no_part_in_answering_is_left_out_unless_it_is_wanted() -> None:
    old = {"aux1.conv.weight": 1, "AuxLogits.fc.bias": 2, "total_ops": 3, "layer1.total_params": 4, "fc.bias": 5}
    assert todays_names(old, ["fc.bias"], lambda: 0) == {"fc.bias": 5}
    assert todays_names(old, old.keys(), lambda: 0) == old
