"""Install what the tests need beside Python: a browser, PostgreSQL and Finnish morphology.

`python -m tests.system_packages` installs what is missing when it may, and otherwise says in a
sentence what to install. It never lets a test be skipped for the lack of a package.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from ctypes.util import find_library
from pathlib import Path

PRESENT: dict[str, Callable[[], object]] = {
    "chromium": lambda: shutil.which("chromium"),
    "postgresql": lambda: list(Path("/usr/lib/postgresql").glob("*/bin/initdb")),
    "libvoikko1": lambda: find_library("voikko"),
    "voikko-fi": lambda: list(Path("/usr").glob("*/voikko/*")),
}


def main() -> None:
    """Install the missing packages, or say which they are."""
    missing = [package for package, is_present in PRESENT.items() if not is_present()]
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"The tests need more: run `sudo apt install {' '.join(missing)}`, then again.")
    print(f"Installing {', '.join(missing)}.", flush=True)  # noqa: T201
    install(missing)


def install(packages: list[str]) -> None:
    """Install Debian packages without a question."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "--quiet=2", *command], env=environment, check=True)


if __name__ == "__main__":
    main()
