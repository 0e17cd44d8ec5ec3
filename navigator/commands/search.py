"""`flask search …`: build the index anew, and ask it from a terminal."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select

from navigator.config import Settings
from navigator.domain.hours import HELSINKI
from navigator.domain.models import Service, SiteState
from navigator.domain.text import LANGUAGES, in_language
from navigator.extensions import db
from navigator.search import Found, IndexUnavailable, Reader, built_on

search = AppGroup("search", help="The search index.")


@search.command("rebuild")
@click.option("--if-stale", is_flag=True, help="Only if the index is not of today's content.")
def rebuild_index(*, if_stale: bool) -> None:
    """Build the index anew from the services that are public today."""
    from navigator.search import rebuild
    from navigator.search.collect import documents

    settings: Settings = current_app.config["SETTINGS"]
    today = datetime.now(HELSINKI).date()
    with db.reading() as session:
        version = session.scalar(select(SiteState.content_version)) or 0
        if if_stale and _is_current(settings.index, version, today):
            click.echo("Search: the index is up to date.")
            return
        found = list(documents(session, today))
    if not found:
        raise click.ClickException("no public services, so the old index was kept")
    try:
        number = rebuild(settings.index, found, version)
    except IndexUnavailable as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Search: indexed {number} services of content version {version}.")


def _is_current(index: Path, version: int, today: date) -> bool:
    """Tell whether the index is whole, and of this content as it is public today."""
    try:
        Reader(index).snapshot(version)
    except IndexUnavailable:
        return False
    return built_on(index) == today


@search.command("query")
@click.argument("text")
@click.option("--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Write the answer for programs.")
def ask_index(text: str, language: str, limit: int, as_json: bool) -> None:
    """Show what a search for TEXT finds, best first."""
    settings: Settings = current_app.config["SETTINGS"]
    try:
        found = Reader(settings.index).snapshot().find(text, language, {}, limit=limit)
    except IndexUnavailable as error:
        raise click.ClickException(f"{error}: run `flask search rebuild`") from error
    names = _names(found.ids, language)
    click.echo(_for_programs(found, names) if as_json else _for_people(found, names))


def _names(ids: Sequence[int], language: str) -> list[tuple[str, str]]:
    """Return the slug and the name of each service, in the order of `ids`."""
    with db.reading() as session:
        query = select(Service.id, Service.slug, Service.name).where(Service.id.in_(ids))
        rows = {row.id: row for row in session.execute(query)}
    known = (rows[number] for number in ids if number in rows)
    return [
        (row.slug, text.text if (text := in_language(row.name, language)) else "") for row in known
    ]


def _for_people(found: Found, names: Sequence[tuple[str, str]]) -> str:
    corrected = [f"{word} was read as {other}" for word, other in found.corrected.items()]
    lines = [f"{slug:<40} {name}" for slug, name in names]
    return "\n".join([f"{found.total} services for: {' '.join(found.words)}", *corrected, *lines])


def _for_programs(found: Found, names: Sequence[tuple[str, str]]) -> str:
    results = [{"slug": slug, "name": name} for slug, name in names]
    answer = {
        "total": found.total,
        "words": found.words,
        "corrected": found.corrected,
        "results": results,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)
