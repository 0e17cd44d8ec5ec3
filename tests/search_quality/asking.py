"""The search of the site on the real content, asked as a page of results asks it."""

from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from flask.cli import ScriptInfo
from sqlalchemy import select

from navigator.config import Settings
from navigator.directory.searching import build
from navigator.domain.models import Service
from navigator.extensions import db
from navigator.factory import create_app
from navigator.search import Reader, Snapshot, Tables
from navigator.search.following import table_rows
from tests.search_quality.figures import DEPTH, Outcome
from tests.search_quality.judged import Judged, Phrase


@dataclass(frozen=True)
class Search:
    """An index of the real content, with the tables of words."""

    snapshot: Snapshot
    tables: Tables
    slugs: dict[int, str]

    def outcome(self, judged: Judged) -> Outcome:
        """Ask what was judged."""
        found = self.snapshot.find(judged.query, judged.language, {}, self.tables, limit=DEPTH)
        return Outcome(judged, [self.slugs[row] for row in found.ids])

    def kinds(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the kinds of danger that are seen in a phrase."""
        return self.tables.kinds(phrase.text)


@contextmanager
def search() -> Iterator[Search]:
    """Load the real content into a folder that goes away, index it, and give the search."""
    with TemporaryDirectory(prefix="navigator-quality-") as folder:
        app = application_with_content(Path(folder))
        try:
            with app.app_context():
                yield search_of(app)
        finally:
            app.extensions["database"].dispose()


def application_with_content(folder: Path) -> Flask:
    """Make the application on an empty folder and load the real content."""
    app = create_app(
        Settings.from_environment({"NAVIGATOR_DATA": str(folder), "NAVIGATOR_LOG": "file"})
    )
    with redirect_stdout(StringIO()):
        for step in (["database", "upgrade"], ["content", "load"]):
            app.cli.main(step, obj=ScriptInfo(create_app=lambda: app), standalone_mode=False)
    return app


def search_of(app: Flask) -> Search:
    """Build the index of what the application holds and load it."""
    settings: Settings = app.config["SETTINGS"]
    build(settings)
    snapshot = Reader(settings.index).snapshot()
    with db.reading() as session:
        slugs = {row.id: row.slug for row in session.execute(select(Service.id, Service.slug))}
        return Search(snapshot, Tables(table_rows(session), snapshot.analyser), slugs)
