"""Where the frozen program begins."""

import os
import sys

from app.cli.main import main

LOADER = "LD_LIBRARY_PATH"

if sys.platform == "linux":
    # PyInstaller has pointed the system's loader at the program's own libraries, which by now has taken note. What the
    # window opens would inherit that: a browser or a viewer would load our libraries, and fail where its own differ.
    if former := os.environ.pop(f"{LOADER}_ORIG", ""):
        os.environ[LOADER] = former
    else:
        os.environ.pop(LOADER, None)
    if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        os.environ["LC_CTYPE"] = "C.UTF-8"  # as Python itself does (PEP 538), but not when it is frozen

sys.exit(main())
