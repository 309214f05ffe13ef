"""Files of weights are read as data, and whatever is wrong with one is a sentence."""

from __future__ import annotations

import argparse
import os
import pickle
import random
import subprocess
import sys
import tarfile
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save, save_file

from app.models.own.checkpoint import states_in
from app.models.own.contents import TensorPlace
from app.models.own.loading import read_state, require_weights
from app.models.own.reading import open_weights
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.models.own.wording import WORDS, refusal_sentence

from .checkpoints import (
    Net,
    Other,
    Runs,
    archive,
    checkpoint_of,
    safetensors,
    saved,
    small_state,
    state_pickle,
    tensor,
    text,
)

ENDINGS = ("pth", "pt", "bin", "ckpt", "safetensors")
BITS_FLIPPED = 300  # of promise P15's thousand, for each format


def written(tmp_path: Path, data: bytes, ending: str = "pth") -> Path:
    path = tmp_path / f"weights.{ending}"
    path.write_bytes(data)
    return path


def read(path: Path) -> dict[str, torch.Tensor]:
    """All that adding does with a file, as far as reading it goes."""
    contents = open_weights(path)
    state = contents.content if isinstance(contents.content, dict) else {}
    places = {str(name): place for name, place in state.items() if isinstance(place, TensorPlace)}
    if not places:
        raise ModelRefused(ModelTrouble.NO_WEIGHTS, path.name)
    require_weights(places, path, contents.bytes)
    return dict(read_state(places, path))


def refused(path: Path) -> ModelRefused:
    with pytest.raises(ModelRefused) as caught:
        read(path)
    sentence = refusal_sentence(caught.value)
    assert sentence.endswith(").")
    assert "weights_only" not in sentence
    return caught.value


# --- what is accepted ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "data",
    [
        saved(small_state()),
        saved(small_state(), protocol=4),
        saved(small_state(), legacy=True),
        save(dict(small_state())),
    ],
    ids=["zip", "zip, protocol 4", "legacy", "safetensors"],
)
def test_the_content_decides_and_not_the_ending(tmp_path: Path, data: bytes, ending: str) -> None:
    tensors = read(written(tmp_path, data, ending))
    assert {name: each.tolist() for name, each in tensors.items()} == {
        name: each.tolist() for name, each in small_state().items()
    }


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64])
def test_other_precisions_become_single(tmp_path: Path, dtype: torch.dtype) -> None:
    value = torch.tensor([0.5, -2.0], dtype=dtype)
    for data in (saved({"a.b": value}), saved({"a.b": value}, legacy=True), save({"a.b": value})):
        found = read(written(tmp_path, data))["a.b"]
        assert (found.dtype, found.tolist()) == (torch.float32, [0.5, -2.0])


@pytest.mark.parametrize("legacy", [False, True])
def test_views_parts_and_parameters_are_what_they_were(tmp_path: Path, legacy: bool) -> None:
    whole = torch.arange(12.0).view(3, 4)
    state = {
        "a.turned": whole.t(),
        "a.part": whole[1:, 1:3],
        "a.parameter": torch.nn.Parameter(torch.ones(2)),
        "a.mask": torch.tensor([True, False]),
        "a.empty": torch.zeros(0, 3),
    }
    tensors = read(written(tmp_path, saved(state, legacy=legacy)))
    assert {name: each.tolist() for name, each in tensors.items()} == {n: t.tolist() for n, t in state.items()}
    assert all(each.is_contiguous() for each in tensors.values())


def test_what_lies_beside_is_read_as_data_and_nothing_of_it_is_made(tmp_path: Path) -> None:
    beside = {
        "args": argparse.Namespace(arch="resnet18", lr=0.1),
        "best": np.float64(0.5),
        "path": Path("a/b"),
        "epoch": 3,
        "classes": ["a", "b"],
        "big": 10**30,
    }
    content = open_weights(written(tmp_path, saved({"model": small_state(), **beside}))).content
    assert isinstance(content, dict)
    assert content["args"] == {"arch": "resnet18", "lr": 0.1}
    assert (content["epoch"], content["classes"], content["best"], content["big"]) == (3, ["a", "b"], None, None)


def test_only_what_is_wanted_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, saved({"model": {"a.b": torch.ones(2)}, "optimizer": {"m": torch.full((2,), torch.nan)}}))
    content: Any = open_weights(path).content
    assert dict(read_state(content["model"], path))["a.b"].tolist() == [1, 1]


def test_archives_without_checksums_are_accepted(tmp_path: Path) -> None:
    torch.serialization.set_crc32_options(False)
    try:
        data = saved(small_state())
    finally:
        torch.serialization.set_crc32_options(True)
    assert read(written(tmp_path, data))["b.count"].item() == 7


def test_reading_needs_no_torch(tmp_path: Path) -> None:
    path = written(tmp_path, saved({"model": small_state()}))
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from pathlib import Path; from app.models.own.reading import open_weights\n"
        "print(len(open_weights(Path(sys.argv[1])).content['model']))"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", code, path], cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "3", done.stderr


# --- programs ------------------------------------------------------------------------------------------------------


def malicious(marker: Path) -> dict[str, bytes]:
    """The same program in every container that torch, or a careless reader, would open."""
    plain = pickle.dumps({"a.weight": Runs(marker)}, 2)
    module = b"(" + text("module") + b"cos\nsystem\n" + text("a") + text("") + text("") + b"tQ"
    return {
        "zip": saved({"state_dict": {"a.weight": torch.ones(2)}, "note": Runs(marker)}),
        "zip, protocol 4": saved({"a.weight": Runs(marker)}, protocol=4),
        "legacy": saved({"a.weight": Runs(marker)}, legacy=True),
        "bare pickle": plain,
        "bare pickle, protocol 5": pickle.dumps(Runs(marker), 5),
        "bare pickle, protocol 0": pickle.dumps(Runs(marker), 0),
        "eval": checkpoint_of(b"\x80\x02cbuiltins\neval\n" + text("1+1") + b"\x85R."),
        "getattr": checkpoint_of(b"\x80\x02cbuiltins\ngetattr\nctorch\nload\n" + text("__init__") + b"\x86R."),
        "torch.load within": checkpoint_of(b"\x80\x02ctorch\nload\n" + text("x") + b"\x85R."),
        "torch.hub": checkpoint_of(b"\x80\x02ctorch.hub\nload\n" + text("x") + b"\x85R."),
        "torch's own list": checkpoint_of(b"\x80\x02ctorch.serialization\nadd_safe_globals\n]\x85R."),
        "numpy.load": checkpoint_of(b"\x80\x02cnumpy\nload\n" + text("x") + b"\x85R."),
        "dotted name": checkpoint_of(b"\x80\x04\x8c\x05torch\x8c\x10load.__globals__\x93."),
        "extension": checkpoint_of(b"\x80\x02\x82\x01."),
        "old class": checkpoint_of(b"\x80\x02(" + text("x") + b"ios\nsystem\n."),
        "module as storage": checkpoint_of(b"\x80\x02" + module + b"."),
        "behind an archive": checkpoint_of(b"\x80\x02}.", data__0=plain) + plain,
    }


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", malicious(Path("x")))
def test_a_program_is_refused_and_does_not_run(tmp_path: Path, name: str, ending: str) -> None:
    marker = tmp_path / "ran"
    trouble = refused(written(tmp_path, malicious(marker)[name], ending)).trouble
    assert not marker.exists()
    assert trouble in (ModelTrouble.CODE, ModelTrouble.DAMAGED, ModelTrouble.NOT_WEIGHTS, ModelTrouble.NO_WEIGHTS)


def test_the_program_would_run_elsewhere(tmp_path: Path) -> None:
    pickle.loads(malicious(tmp_path / "ran")["bare pickle"])
    assert (tmp_path / "ran").exists()


def test_a_whole_network_is_refused_with_the_lines_that_save_its_weights(tmp_path: Path) -> None:
    refusal = refused(written(tmp_path, saved(torch.nn.Linear(3, 2))))
    assert refusal.trouble is ModelTrouble.PICKLED_NETWORK
    assert any("save_file" in line for line in refusal.lines)
    assert refused(written(tmp_path, saved(Net(), legacy=True))).trouble in (
        ModelTrouble.PICKLED_NETWORK,
        ModelTrouble.DAMAGED,
    )
    assert refused(written(tmp_path, saved({"state": Other()}))).trouble is ModelTrouble.CODE


def test_the_lines_do_what_they_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    network = torch.nn.Linear(3, 2)
    torch.save(network, 'we"ird name.pth')
    refusal = refused(tmp_path / 'we"ird name.pth')
    exec("\n".join(refusal.lines), {})
    assert torch.equal(read(tmp_path / 'we"ird name.safetensors')["weight"], network.weight)


def test_torchscript_is_refused(tmp_path: Path) -> None:
    program = archive({"x/data.pkl": b"\x80\x02}.", "x/constants.pkl": b"\x80\x02).", "x/code/__torch__.py": b"pass"})
    refusal = refused(written(tmp_path, program, "pt"))
    assert refusal.trouble is ModelTrouble.TORCHSCRIPT
    assert any("torch.jit.load" in line for line in refusal.lines)


@pytest.mark.filterwarnings("ignore:.torch.jit.:DeprecationWarning", "ignore:.torch.jit.:FutureWarning")
def test_torchscript_is_no_archive_to_be_unpacked(tmp_path: Path) -> None:
    """Its code is compressed."""
    torch.jit.script(torch.nn.Linear(3, 2)).save(tmp_path / "a.pt")
    assert refused(tmp_path / "a.pt").trouble is ModelTrouble.TORCHSCRIPT


def test_exported_programs_are_refused(tmp_path: Path) -> None:
    entries = {"x/archive_format": b"pt2", "x/models/model.json": b"{}", "x/data/weights/model.pt": b""}
    refusal = refused(written(tmp_path, archive(entries), "pt2"))
    assert refusal.trouble is ModelTrouble.EXPORTED
    assert any("torch.export.load" in line for line in refusal.lines)


# --- damage and bombs ----------------------------------------------------------------------------------------------

NUMBERS = bytes(24)
ENTRY = {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}
GOOD = {"a.weight": ENTRY}


def other_files() -> dict[str, bytes]:
    return {
        "empty": b"",
        "zeros": bytes(1000),
        "web page": b"<!doctype html><title>404</title>",
        "git lfs": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
        "keras": b"\x89HDF\r\n\x1a\n" + bytes(100),
        "text": b"hello",
        "ordinary zip": archive({"cat.jpg": b"abc"}),
    }


def damaged_archives() -> dict[str, bytes]:
    whole = saved(small_state())
    state = state_pickle(tensor((2, 3), (3, 1)))
    return {
        "cut in half": whole[: len(whole) // 2],
        "last byte gone": whole[:-1],
        "only the start": whole[:40],
        "legacy cut": saved(small_state(), legacy=True)[:-5],
        "legacy without numbers": saved(small_state(), legacy=True)[:300],
        "deflated bomb": archive({"x/data.pkl": bytes(5_000_000), "x/data/0": b""}, zipfile.ZIP_DEFLATED),
        "bzip2": archive({"x/data.pkl": bytes(5_000)}, zipfile.ZIP_BZIP2),
        "two pickles": archive({"x/data.pkl": b"\x80\x02}.", "y/data.pkl": b"\x80\x02}."}),
        "big endian": checkpoint_of(state, data__0=NUMBERS, byteorder=b"big"),
        "storage too small": checkpoint_of(state, data__0=NUMBERS[:-1]),
    }


def damaged_pickles() -> dict[str, bytes]:
    reduced = b"ccollections\nOrderedDict\nh\x00\x85R0"
    retyped = b"ctorch._tensor\n_rebuild_from_type_v2\nq\x000"
    doubling = b"".join(b"(" + (b"h" + bytes([i])) * 9 + b"lq" + bytes([i + 1]) for i in range(60))
    return {
        "negative shape": state_pickle(tensor((-2, 3), (3, 1))),
        "negative stride": state_pickle(tensor((2, 3), (-3, 1))),
        "negative offset": state_pickle(tensor((2, 3), (3, 1), -4)),
        "offset beyond": state_pickle(tensor((2, 3), (3, 1), 1)),
        "huge shape": state_pickle(tensor((1 << 62, 1 << 62), (1, 1))),
        "product overflows": state_pickle(tensor((1 << 33, 1 << 33), (0, 0))),
        "expanded": state_pickle(tensor((1000, 1000), (0, 0))),
        "no storage": state_pickle(b"ctorch._utils\n_rebuild_tensor_v2\n(NK\x00K\x02\x85K\x01\x85\x89}tR"),
        "missing storage": state_pickle(tensor((2, 3), (3, 1), key="9")),
        "key as path": state_pickle(tensor((2, 3), (3, 1), key="../../etc/passwd")),
        "too few arguments": state_pickle(b"ctorch._utils\n_rebuild_tensor_v2\n)R"),
        "storage is a text": b"\x80\x02" + text("a") + b"Q.",
        "bytearray bomb": b"\x80\x02cbuiltins\nbytearray\n\x8a\x06\x00\x00\x00\x00\x00\x10\x85R.",
        "tensor class bomb": b"\x80\x02ctorch\nFloatTensor\n\x8a\x06\x00\x00\x00\x00\x00\x10\x85R.",
        "stack underflow": b"\x80\x02R.",
        "no stop": b"\x80\x02}",
        "mark only": b"\x80\x02(.",
        "unknown opcode": b"\x80\x02\xff.",
        "text beyond the end": b"\x80\x02X\xff\xff\xff\x7fabc.",
        "memo of gigabytes": b"\x80\x02}r\xff\xff\xff\x7f.",
        "laughs": b"\x80\x02]q\x00" + doubling + b".",
        "key that takes for ever to hash": b"\x80\x02}N\x85" + b"2\x86" * 60 + b"Ns.",
        "contains itself": b"\x80\x02}q\x00" + text("a") + b"h\x00s.",
        "retyped for ever": b"\x80\x02" + retyped + b"h\x00" + b"h\x00N" * 5000 + b")" + b"\x87" * 5000 + b"R.",
        "endless": b"\x80\x02" + b"N0" * 2_000_000 + b".",
        "again and again": b"\x80\x02]q\x00(" + b"N" * 3000 + b"e" + reduced * 3000 + b".",
    }


def damaged_safetensors() -> dict[str, bytes]:
    def changed(**fields: object) -> bytes:
        return safetensors({"a.weight": {**ENTRY, **fields}}, NUMBERS)

    entry = str(ENTRY).replace("'", '"').encode()
    return {
        "header too long": safetensors(GOOD, NUMBERS, length=1 << 62),
        "header of gigabytes": safetensors(b"{" + b" " * 100, length=99_000_000),
        "header cut": safetensors(GOOD)[:20],
        "header is a list": safetensors([1]),
        "header is deep": safetensors(b'{"a":' + b"[" * 100_000),
        "header is bytes": safetensors(b"{\xff\xfe}"),
        "header is a huge number": safetensors(b'{"a":' + b"9" * 100_000 + b"}"),
        "negative side": changed(shape=[-2, 3]),
        "side is a text": changed(shape=["2", 3]),
        "side is a fraction": changed(shape=[2.0, 3]),
        "side is huge": changed(shape=[1 << 63, 0]),
        "many sides": changed(shape=[1] * 1000),
        "shape and bytes disagree": changed(shape=[2, 4]),
        "offsets beyond": changed(data_offsets=[0, 1 << 40], shape=[1 << 38]),
        "offsets turned": changed(data_offsets=[24, 0]),
        "offsets negative": changed(data_offsets=[-24, 0]),
        "type is a list": changed(dtype=["F32"]),
        "no entry": safetensors({"a.weight": 3}, NUMBERS),
        "overlap": safetensors({**GOOD, "b.weight": ENTRY}, NUMBERS),
        "twice": safetensors(b'{"a":' + entry + b',"a":' + entry + b"}", NUMBERS),
    }


@cache
def hostile() -> dict[str, bytes]:
    pickles = {name: checkpoint_of(data, data__0=NUMBERS) for name, data in damaged_pickles().items()}
    return {**other_files(), **damaged_archives(), **pickles, **damaged_safetensors()}


@pytest.mark.parametrize("name", hostile())
def test_what_is_wrong_is_a_sentence(tmp_path: Path, name: str) -> None:
    expected = ModelTrouble.NOT_WEIGHTS if name in other_files() else ModelTrouble.DAMAGED
    others = (ModelTrouble.COMPRESSED, ModelTrouble.NO_WEIGHTS, ModelTrouble.CODE, ModelTrouble.NOT_WEIGHTS)
    refusal = refused(written(tmp_path, hostile()[name]))
    assert refusal.trouble in (expected, *others)
    assert ("steps" in refusal.detail) is (name in ("endless", "again and again"))  # which work for ever


def odd_tensors() -> dict[str, object]:
    nan = torch.ones(4)
    nan[2] = torch.nan
    return {
        "nan": nan,
        "infinite": torch.tensor([1.0, -torch.inf]),
        "too large for single": torch.tensor([1e300], dtype=torch.float64),
        "sparse": torch.ones(2, 2).to_sparse(),
        "meta": torch.empty(2, device="meta"),
        "complex": torch.ones(2, dtype=torch.complex64),
        "expanded": torch.ones(1).expand(1_000_000),
    }


@pytest.mark.parametrize("name", list(odd_tensors()))
def test_only_dense_finite_numbers_are_weights(tmp_path: Path, name: str) -> None:
    refusal = refused(written(tmp_path, saved({"a.weight": odd_tensors()[name], "b.weight": torch.ones(2)})))
    assert refusal.trouble in (ModelTrouble.NOT_DENSE, ModelTrouble.NOT_FINITE, ModelTrouble.DAMAGED)
    if refusal.trouble is not ModelTrouble.DAMAGED:
        assert "a.weight" in refusal.detail


def test_types_that_are_no_weights_in_safetensors(tmp_path: Path) -> None:
    save_file({"a.weight": torch.ones(2).to(torch.float8_e4m3fn)}, tmp_path / "x.safetensors")
    assert refused(tmp_path / "x.safetensors").trouble is ModelTrouble.NOT_DENSE


def test_many_tensors_of_the_same_numbers_are_no_amplifier(tmp_path: Path) -> None:
    one = torch.ones(100_000)
    path = written(tmp_path, saved({f"{number}.weight": one for number in range(100)}))
    assert refused(path).trouble is ModelTrouble.DAMAGED


def test_more_than_the_memory_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.models.own.loading.free_memory", lambda: 10)
    refusal = refused(written(tmp_path, saved(small_state())))
    assert refusal.trouble is ModelTrouble.NO_MEMORY


def test_two_entries_of_one_name(tmp_path: Path) -> None:
    one = archive({"x/data.pkl": b"\x80\x02}.", "x/data.pkm": b"\x80\x02}."})
    written(tmp_path, one.replace(b"data.pkm", b"data.pkl"))
    assert refused(tmp_path / "weights.pth").trouble is ModelTrouble.DAMAGED


def test_entries_that_lie_in_each_other(tmp_path: Path) -> None:
    """As in zip bombs without compression: many entries of the directory name the same bytes."""
    both = b"\x80\x02}" + b"".join(text(f"{key}.w") + tensor((2, 3), (3, 1), key=key) + b"s" for key in "01") + b"."
    good = checkpoint_of(both, data__0=NUMBERS, data__1=NUMBERS)
    assert len(read(written(tmp_path, good))) == 2
    forged = bytearray(good)
    first, second = (forged.rindex(b"x/data/" + key) - 46 for key in (b"0", b"1"))  # in the directory
    forged[second + 42 : second + 46] = forged[first + 42 : first + 46]
    refusal = refused(written(tmp_path, bytes(forged)))
    assert (refusal.trouble, refusal.detail) == (ModelTrouble.DAMAGED, "it claims to hold more than it does")


@pytest.mark.parametrize("name", ["endless", "again and again"])
def test_a_pickle_that_works_for_ever_is_stopped(name: str, tmp_path: Path) -> None:
    assert "steps" in refused(written(tmp_path, hostile()[name])).detail


@pytest.mark.parametrize("before", [0, 1, 2])
def test_each_pickle_of_an_old_file_has_no_more_steps_than_it_needs(before: int, tmp_path: Path) -> None:
    """Five of them, each with as many as a network needs, would take five times as long."""
    magic, version, machine = (
        b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.",
        b"M\xe9\x03.",
        b"}" + text("little_endian") + b"\x88s.",
    )
    parts = [version, machine, b"}.", b"]."]
    parts[before if before < 2 else 3] = b"N0" * 300_000 + parts[before if before < 2 else 3]
    data = magic + b"".join(b"\x80\x02" + part for part in parts)
    assert "steps" in refused(written(tmp_path, data)).detail


def test_every_flipped_bit_of_the_numbers_in_an_archive_is_seen(tmp_path: Path) -> None:
    data = saved({"a.weight": torch.arange(1000.0)})
    start = data.index(torch.arange(1000.0).numpy().tobytes())
    random_bits = random.Random(15)
    for _ in range(BITS_FLIPPED):
        damaged = bytearray(data)
        damaged[start + random_bits.randrange(4000)] ^= 1 << random_bits.randrange(8)
        assert refused(written(tmp_path, bytes(damaged))).trouble is ModelTrouble.DAMAGED


def test_a_directory_of_a_million_entries_is_not_read(tmp_path: Path) -> None:
    data = archive({f"x/data/{number}": b"" for number in range(80_000)})
    assert refused(written(tmp_path, data)).trouble is ModelTrouble.DAMAGED


def test_tar_archives_of_the_first_versions_are_named(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x.pth", "w") as whole:
        whole.add(__file__, "storages")
    assert "tar" in refused(tmp_path / "x.pth").detail


@pytest.mark.parametrize("data", [saved(small_state()), save(dict(small_state()))], ids=["zip", "safetensors"])
def test_flipped_bits_end_in_weights_or_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    """Not all can be seen: a flipped bit of a weight in safetensors is another weight. None ends in anything else."""
    random_bits = random.Random(14)
    for _ in range(BITS_FLIPPED):
        bit = random_bits.randrange(len(data) * 8)
        damaged = bytearray(data)
        damaged[bit // 8] ^= 1 << bit % 8
        with suppress(ModelRefused):
            read(written(tmp_path, bytes(damaged)))


def test_cuts_anywhere_end_in_a_sentence(tmp_path: Path) -> None:
    for data in (saved(small_state()), saved(small_state(), legacy=True), save(dict(small_state()))):
        for length in range(0, len(data) - 1, 7):
            refused(written(tmp_path, data[:length]))


def test_no_file_a_folder_and_a_pipe(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.pth").trouble is ModelTrouble.NO_FILE
    assert refused(tmp_path).trouble is ModelTrouble.UNREADABLE
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.pth")
        assert refused(tmp_path / "pipe.pth").trouble is ModelTrouble.UNREADABLE


def test_every_trouble_has_words() -> None:
    assert set(WORDS) == set(ModelTrouble)


def test_no_state_dict_has_more_tensors_than_any_network(tmp_path: Path) -> None:
    """Each is compared with the tensors of a thousand networks."""
    entry = {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}
    path = written(tmp_path, safetensors({f"a.{number}": entry for number in range(20_001)}))
    with pytest.raises(ModelRefused) as caught:
        states_in(open_weights(path))
    assert caught.value.detail == "it claims to have 20,001 tensors"
