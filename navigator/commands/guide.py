"""`flask guide …`: prove that the questionnaire leaves nobody empty-handed."""

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import click
from flask import current_app
from flask.cli import AppGroup

if TYPE_CHECKING:
    from navigator.config import Settings
    from navigator.guide.content import Guide
    from navigator.importers.content.reading import Reading
    from navigator.questionnaire.proof.report import Report

guide = AppGroup("guide")

PEOPLE = "questionnaire/people"
MOST_LISTED = 200
"""Failures that are named one by one."""


@guide.command("prove")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def prove_guide(*, as_json: bool) -> None:
    """Prove on the content files that every path leads to somebody who can be reached."""
    from navigator.questionnaire.proof.people import people_from
    from navigator.questionnaire.proof.report import prove
    from navigator.questionnaire.proof.situations import Ground

    started = perf_counter()
    reading = _read()
    loaded = _loaded(reading)
    people = (r.value.plain() for k, r in reading.checked.items() if k[0] == PEOPLE)
    report = prove(Ground(loaded.questionnaire, loaded.services), people_from(people))
    seconds = round(perf_counter() - started, 1)
    if as_json:
        click.echo(json.dumps({**report.data(), "seconds": seconds}, indent=2))
    else:
        _tell(report, seconds)
    if report.failures:
        raise click.ClickException(f"{len(report.failures)} failures in the questionnaire")


def _read() -> "Reading":
    """Read the content files, or end when they have mistakes."""
    from navigator.commands.content import today
    from navigator.importers.content.checking import check
    from navigator.importers.content.reading import read

    settings: Settings = current_app.config["SETTINGS"]
    reading = read(settings.content)
    if mistakes := check(reading, day=today()):
        raise click.ClickException(f"{len(mistakes)} mistakes: see flask content check")
    return reading


def _loaded(reading: "Reading") -> "Guide":
    """Load the content into a database of its own, and read it as the pages do."""
    from sqlalchemy.orm import Session

    from navigator.commands.content import today
    from navigator.domain.database import engine_for, writing
    from navigator.guide.content import read_guide
    from navigator.importers.content.loading import load
    from navigator.migrations.running import upgrade

    with TemporaryDirectory() as folder:
        engine = engine_for(f"sqlite:///{folder}/proof.db", Path(folder))
        upgrade(engine)
        with Session(writing(engine)) as session:
            load(session, reading, digest="", now=datetime.now(UTC), reason="To be proved.")
            found = read_guide(session, today())
        engine.dispose()
    return found


def _tell(report: "Report", seconds: float) -> None:
    """Say what was proved, in figures, and what was not, in sentences."""
    for failure in report.failures[:MOST_LISTED]:
        click.echo(failure, err=True)
    click.echo(
        f"{report.paths:,} paths in {report.routes} orders of questions, at most {report.longest}"
        f" questions, half of the paths at most {report.median_path:g};"
        f" half of the people at most {report.median_people:g}."
    )
    click.echo(
        f"{report.situations:,} situations × ways of contact in every municipality,"
        f" {report.contacts:,} contacts, {report.plans:,} whole plans, {report.people} people,"
        f" {report.languages} languages, {seconds} seconds."
    )
    for need, number in sorted(report.by_fallback.items(), key=lambda item: -item[1]):
        click.echo(f"  {need}: reachable only through a fallback in {number} cases")
    for hint in report.hints:
        click.echo(f"  {hint}")
    if not report.failures:
        click.echo("Nobody ends empty-handed.")
