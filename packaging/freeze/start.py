"""Where the frozen program begins."""

import os
import sys

from app.cli.main import main

if sys.platform == "linux" and not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
    os.environ["LC_CTYPE"] = "C.UTF-8"  # as Python itself does (PEP 538), but not when it is frozen

sys.exit(main())
