"""Sites to measure: the real content, and beside it so many made-up services."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from flask import Flask
from flask.cli import ScriptInfo
from sqlalchemy import Engine

from navigator.config import Settings
from navigator.extensions import db
from navigator.factory import create_app
from tests.bench.services import add_services

DATABASE = "navigator.db"


@dataclass(frozen=True)
class Site:
    """A data folder that the product can be started on."""

    size: int
    """Made-up services."""
    folder: Path
    generation: float
    """Seconds for writing the services into the database."""
    build: float
    """Seconds for building the index of all services."""
    load: float
    """Seconds for a worker to load the index."""

    @property
    def environment(self) -> dict[str, str]:
        """Return the settings of the site."""
        return environment_of(self.folder)

    def application(self) -> Flask:
        """Return the product on this site, in this process."""
        return application_on(self.folder)


def environment_of(folder: Path) -> dict[str, str]:
    """Return the settings of the product on `folder`; its log lines go to a file there."""
    return {"NAVIGATOR_DATA": str(folder), "NAVIGATOR_LOG": "file"}


def application_on(folder: Path) -> Flask:
    """Make the application on `folder`."""
    return create_app(Settings.from_environment(environment_of(folder)))


def sites(folder: Path, sizes: Sequence[int]) -> Iterator[Site]:
    """Make a site of each size, smallest first; each goes on from the one before."""
    before, made = folder / "content", 0
    _load_real_content(before)
    for size in sorted(sizes):
        here = folder / str(size)
        here.mkdir()
        shutil.copy(before / DATABASE, here / DATABASE)
        started = time.perf_counter()
        _add_services(here, made + 1, size)
        generation = time.perf_counter() - started
        yield Site(size, here, generation, **_indexed(here))
        before, made = here, size


def _load_real_content(folder: Path) -> None:
    """Make a database with the real municipalities, topics, organisations and services."""
    app = application_on(folder)
    with redirect_stdout(StringIO()):
        for step in (["database", "upgrade"], ["content", "load"]):
            app.cli.main(step, obj=ScriptInfo(create_app=lambda: app), standalone_mode=False)
    _close(app)


def _add_services(folder: Path, first: int, last: int) -> None:
    """Write the services of these numbers into the database in `folder`."""
    app = application_on(folder)
    with app.app_context(), db.writing() as session:
        add_services(session, first, last)
    _close(app)


def _close(app: Flask) -> None:
    """Let go of the database: the last connection moves the newest pages into its one file."""
    engine: Engine = app.extensions["database"]
    engine.dispose()


def _indexed(folder: Path) -> Mapping[str, float]:
    """Build and load the index in a process of its own, which remembers no words of another."""
    command = [sys.executable, "-m", "tests.bench.indexing", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    times: dict[str, float] = json.loads(done.stdout)
    return times
