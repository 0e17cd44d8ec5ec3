"""Debian packages that the program and its tests use beside Python."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from ctypes.util import find_library
from pathlib import Path

FINNISH: dict[str, Callable[[], object]] = {
    "libvoikko1": lambda: find_library("voikko"),
    "voikko-fi": lambda: list(Path("/usr").glob("*/voikko/*")),
}
"""What reads Finnish words. Package → tells whether it is here."""


def missing(packages: Mapping[str, Callable[[], object]]) -> list[str]:
    """Return those of `packages` that this machine lacks."""
    return [package for package, is_present in packages.items() if not is_present()]


def may_install() -> bool:
    """Tell whether this process may install packages: as root, where there is apt-get."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> None:
    """Install Debian packages without a question."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "--quiet=2", *command], env=environment, check=True)  # noqa: S603, S607
