"""What torch's CPU build needs to load and run a network, in place of PyInstaller's own hook, which takes everything.

Its Python lies in the archive of the program; as files lie only those modules whose source torch itself reads when it
is imported: settings that are declared in comments, and functions that are compiled from their text.
"""

import re
from pathlib import Path

from PyInstaller.utils.hooks import collect_dynamic_libs, collect_submodules, get_module_file_attribute

READS_ITSELF = re.compile(
    r"^_?install_config_module\(|@(torch\.(jit|_jit_internal)\.)?_overload(_method)?\b|boolean_dispatch\(", re.MULTILINE
)
OF_TESTS = re.compile(r"lib(torchbind_test|jitbackend_test|backend_with_compiler|aoti_custom_ops)\b")

root = Path(get_module_file_attribute("torch")).parent
sources = [
    path
    for path in root.rglob("*.py")
    if "testing" not in path.parts and READS_ITSELF.search(path.read_text(encoding="utf-8"))
]

module_collection_mode = "pyz"
libraries = collect_dynamic_libs("torch", search_patterns=["lib/*.so*", "lib/*.dylib", "lib/*.dll"])
binaries = [library for library in libraries if not OF_TESTS.search(library[0])]
datas = [(str(path), str(Path("torch", path.parent.relative_to(root)))) for path in sources]
datas += [(str(path), "torch/bin") for path in root.glob("bin/torch_shm_manager*")]  # its import asks for it
hiddenimports = collect_submodules("torch._dynamo.polyfills")
