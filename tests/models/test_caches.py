"""The folders of both hubs are those of their own libraries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.models.caches import checkpoint_folders, hub_folders

VARIABLES = ("TORCH_HOME", "HF_HOME", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "XDG_CACHE_HOME")
THEIRS = """
import importlib, json, os, sys, torch.hub, huggingface_hub.constants as constants
usual = dict(os.environ)
for named in json.load(sys.stdin):
    os.environ.clear()
    os.environ.update(usual | named)
    print(torch.hub.get_dir())
    print(importlib.reload(constants).HF_HUB_CACHE)
"""
NAMED = [
    {},
    {"XDG_CACHE_HOME": "/a/cache"},
    {"TORCH_HOME": "/a/torch", "HF_HOME": "~/hf"},
    {"TORCH_HOME": "~/torch", "HF_HOME": "/a", "HF_HUB_CACHE": "$HOME/b"},
    {"HUGGINGFACE_HUB_CACHE": "~/old", "XDG_CACHE_HOME": "~/cache"},
]


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.slow  # imports torch
def test_the_folders_are_those_of_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = subprocess.run(
        [sys.executable, "-c", THEIRS], input=json.dumps(NAMED), capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for named, torch, hub in zip(NAMED, theirs[::2], theirs[1::2], strict=True):
        with monkeypatch.context() as patch:
            for name, value in named.items():
                patch.setenv(name, value)
            assert (checkpoint_folders(), hub_folders()) == ((Path(torch, "checkpoints"),), (Path(hub),)), named


def test_the_folders_follow_the_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path.home()
    assert checkpoint_folders() == (home / ".cache/torch/hub/checkpoints",)
    assert hub_folders() == (home / ".cache/huggingface/hub",)
    monkeypatch.setenv("XDG_CACHE_HOME", "/a/cache")
    assert checkpoint_folders() == (Path("/a/cache/torch/hub/checkpoints"),)
    assert hub_folders() == (Path("/a/cache/huggingface/hub"),)
    monkeypatch.setenv("TORCH_HOME", "~/torch")
    monkeypatch.setenv("HF_HOME", "$HOME/hf")
    assert checkpoint_folders() == (home / "torch/hub/checkpoints",)
    assert hub_folders() == (home / "hf/hub",)
    monkeypatch.setenv("HF_HUB_CACHE", "/a/hub")
    assert hub_folders() == (Path("/a/hub"),)


def test_one_folder_for_all_is_written_to_and_the_usual_ones_are_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = checkpoint_folders(), hub_folders()
    monkeypatch.setenv("WHATSIT_HOME", str(tmp_path))
    assert checkpoint_folders() == (tmp_path / "cache/torch/hub/checkpoints", *usual[0])
    assert hub_folders() == (tmp_path / "cache/huggingface/hub", *usual[1])
    assert list(tmp_path.iterdir()) == []


def test_without_a_home_there_is_no_such_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    for folder in (*checkpoint_folders(), *hub_folders()):
        assert folder.is_relative_to(os.devnull)
