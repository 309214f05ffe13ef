"""Have Apple look at the disk image, and attach what it says, so that macOS opens it without a network.

    python packaging/macos/notarise.py dist/whatsit-0.1.0-macos-arm64.dmg

The environment holds a key of App Store Connect: WHATSIT_NOTARY_KEY (a file), WHATSIT_NOTARY_KEY_ID and
WHATSIT_NOTARY_ISSUER. Without all three nothing is sent.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SECRETS = ("WHATSIT_NOTARY_KEY", "WHATSIT_NOTARY_KEY_ID", "WHATSIT_NOTARY_ISSUER")


def main(words: list[str] | None = None) -> int:
    (image,) = map(Path, words if words is not None else sys.argv[1:])
    if missing := [name for name in SECRETS if not os.environ.get(name)]:
        print(f"notarise.py: the environment has no {', no '.join(missing)}.", file=sys.stderr)
        return 1
    for command in commands(image, os.environ):
        subprocess.run(command, check=True)
    return 0


def commands(image: Path, environment: Mapping[str, str]) -> list[list[str]]:
    """What is to be run, in order. `notarytool` ends with an error if Apple says no."""
    key, key_id, issuer = (environment[name] for name in SECRETS)
    return [
        ["xcrun", "notarytool", "submit", str(image), "--key", key, "--key-id", key_id, "--issuer", issuer, "--wait"],
        ["xcrun", "stapler", "staple", str(image)],
        ["xcrun", "stapler", "validate", str(image)],
        ["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", "--verbose", str(image)],
    ]


if __name__ == "__main__":
    sys.exit(main())
