"""`flask search …`: build the index anew, check it, and ask it from a terminal."""

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select

from navigator.config import Settings
from navigator.domain.hours import HELSINKI
from navigator.domain.models import Service, SiteState
from navigator.domain.text import LANGUAGES, in_language
from navigator.extensions import db
from navigator.search import Found, IndexUnavailable, Reader, Snapshot, Tables, built_on

search = AppGroup("search")


@search.command("rebuild")
@click.option("--if-stale", is_flag=True, help="Only if the index is not of today's content.")
def rebuild_index(*, if_stale: bool) -> None:
    """Build the index anew from the services that are public today."""
    settings: Settings = current_app.config["SETTINGS"]
    with db.reading() as session:
        version = session.scalar(select(SiteState.content_version)) or 0
    if if_stale and _is_current(settings.index, version, datetime.now(HELSINKI).date()):
        click.echo("Search: the index is up to date.")
        return
    number = _build(settings)
    click.echo(f"Search: indexed {number} services of content version {version}.")


def _build(settings: Settings) -> int:
    from navigator.directory.searching import build
    from navigator.search.collect import documents

    with db.reading() as session:
        if next(documents(session, datetime.now(HELSINKI).date()), None) is None:
            raise click.ClickException("no public services, so the old index was kept")
    try:
        return build(settings)
    except IndexUnavailable as error:
        raise click.ClickException(str(error)) from error


def _is_current(index: Path, version: int, today: date) -> bool:
    """Tell whether the index is whole, and of this content as it is public today."""
    try:
        Reader(index).snapshot(version)
    except IndexUnavailable:
        return False
    return built_on(index) == today


@search.command("check")
@click.option("--no-repair", is_flag=True, help="Only tell; fail when there is a difference.")
def check_index(*, no_repair: bool) -> None:
    """Compare every document of the index with the database, and build it anew if they differ."""
    settings: Settings = current_app.config["SETTINGS"]
    differences = _differences(settings.index)
    if not differences:
        click.echo("Search: the index says what the database says.")
        return
    click.echo("\n".join(differences))
    if no_repair:
        raise click.ClickException(f"{len(differences)} differences; nothing was repaired")
    click.echo(f"Search: built anew with {_build(settings)} services.")


def _differences(index: Path) -> list[str]:
    """Say in words what the index has otherwise than the database."""
    from navigator.search.following import compare

    try:
        snapshot = Reader(index).snapshot()
    except IndexUnavailable as error:
        return [f"{error}"]
    with db.reading() as session:
        version = session.scalar(select(SiteState.content_version)) or 0
        found = compare(session, snapshot, datetime.now(HELSINKI).date())
    known = snapshot.digests()
    return [
        *(
            [f"index of version {snapshot.version}, database {version}"]
            if snapshot.version != version
            else []
        ),
        *(
            f"{document.slug}: {'changed' if document.id in known else 'missing'} in the index"
            for document in found.changed
        ),
        *(f"service {row}: in the index, but not public" for row in sorted(found.gone)),
    ]


@search.command("query")
@click.argument("text")
@click.option("--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True)
@click.option("--municipality", multiple=True, help="Only what serves it, by slug; may repeat.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@click.option("--exact", is_flag=True, help="Correct no slips.")
@click.option("--json", "as_json", is_flag=True, help="Write the answer for programs.")
def ask_index(
    *,
    text: str,
    language: str,
    municipality: Collection[str],
    limit: int,
    exact: bool,
    as_json: bool,
) -> None:
    """Show what a search for TEXT finds, best first, and why."""
    from navigator.search.following import table_rows
    from navigator.search.voting import vote

    settings: Settings = current_app.config["SETTINGS"]
    try:
        snapshot = Reader(settings.index).snapshot()
    except IndexUnavailable as error:
        raise click.ClickException(f"{error}: run `flask search rebuild`") from error
    with db.reading() as session:
        tables = Tables(table_rows(session), snapshot.analyser)
    filters = {"municipality": municipality} if municipality else {}
    found = snapshot.find(text, language, filters, tables, limit=limit, exact=exact)
    answer = {
        "total": found.total,
        "words": list(found.query.words) if found.query else [],
        "corrected": dict(found.query.corrected) if found.query else {},
        "language": vote(text, snapshot.lexicons, language, tables),
        "danger": list(tables.kinds(text)),
        "pinned": list(tables.pinned(text)),
        "results": _results(snapshot, found, language),
    }
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1) if as_json else _for_people(answer))


def _results(snapshot: Snapshot, found: Found, language: str) -> list[dict[str, Any]]:
    """Return each result with its score and the terms that it has, the weightiest first."""
    names = _names(found.ids, language)
    results = []
    for row, (slug, name) in zip(found.ids, names, strict=True):
        terms = snapshot.terms_of(row, language, found.query) if found.query else {}
        matched = [
            {"term": term, "score": round(score, 3), "why": found.query.reasons[term]}
            for term, score in sorted(terms.items(), key=lambda item: -item[1])
            if found.query
        ]
        score = round(found.scores[row], 3)
        results.append({"slug": slug, "name": name, "score": score, "matched": matched})
    return results


def _names(ids: Sequence[int], language: str) -> list[tuple[str, str]]:
    """Return the slug and the name of each service, in the order of `ids`."""
    with db.reading() as session:
        query = select(Service.id, Service.slug, Service.name).where(Service.id.in_(ids))
        rows = {row.id: row for row in session.execute(query)}
    return [
        (rows[i].slug, text.text if (text := in_language(rows[i].name, language)) else "")
        if i in rows
        else (f"service {i}", "")
        for i in ids
    ]


def _for_people(answer: dict[str, Any]) -> str:
    lines = [f"{answer['total']} services for: {' '.join(answer['words'])}"]
    lines += [f"{word} was read as {other}" for word, other in answer["corrected"].items()]
    if answer["pinned"]:
        lines.append(f"Help first: {', '.join(answer['pinned'])} ({', '.join(answer['danger'])})")
    for result in answer["results"]:
        why = ", ".join(f"{m['term']} {m['score']}" for m in result["matched"][:4])
        lines.append(f"{result['score']:8.3f}  {result['slug']:<40} {result['name']}  [{why}]")
    return "\n".join(lines)


@search.command("lemmas")
@click.option("--write", is_flag=True, help="Write the tables beside the analyser.")
def tables_of_words(*, write: bool) -> None:
    """Make the tables of Finnish words and of Swedish forms from today's content."""
    from navigator.search.analysis import swedish, table
    from navigator.search.analysis.finnish import finnish
    from navigator.search.analysis.swedish_forms import table_of_forms
    from navigator.search.following import written_words

    if finnish().name == table.NAME:
        raise click.ClickException("the tables are made on a machine with libvoikko")
    with db.reading() as session:
        words = written_words(session, datetime.now(HELSINKI).date())
    if not all(words.values()):
        raise click.ClickException("no public services, so the tables were kept")
    finnish_words = {word: finnish().word(word) for word in words["fi"]}
    for path, text in (
        (table.SHIPPED, table.table_of(finnish_words)),
        (swedish.SHIPPED, table_of_forms(words["sv"])),
    ):
        if write:
            path.write_text(text, "utf-8")
        click.echo(f"{path.name}: {len(text.splitlines())} words, {len(text.encode())} bytes.")
