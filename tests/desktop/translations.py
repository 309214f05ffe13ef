"""The script beside the translations, which is no part of the program."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

SCRIPT = Path(__file__).resolve().parents[2] / "resources" / "translations" / "update.py"


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_translations", SCRIPT)
    if spec is None or spec.loader is None:
        raise ImportError(str(SCRIPT))
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


update = _loaded()
