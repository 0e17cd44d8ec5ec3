"""Install what the tests need beside Python: a browser, PostgreSQL and Finnish morphology.

`python -m tests.system_packages` installs what is missing when it may, and otherwise says in a
sentence what to install. It never lets a test be skipped for the lack of a package.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from navigator.system_packages import FINNISH, install, may_install, missing

PRESENT: dict[str, Callable[[], object]] = {
    "chromium": lambda: shutil.which("chromium"),
    "postgresql": lambda: list(Path("/usr/lib/postgresql").glob("*/bin/initdb")),
} | FINNISH


def main() -> None:
    """Install the missing packages, or say which they are."""
    packages = missing(PRESENT)
    if not packages:
        return
    if not may_install():
        sys.exit(f"The tests need more: run `sudo apt install {' '.join(packages)}`, then again.")
    print(f"Installing {', '.join(packages)}.", flush=True)  # noqa: T201
    install(packages)


if __name__ == "__main__":
    main()
