"""`flask feedback …`: the editors' queue, until they have a desk."""

from datetime import datetime

import click
from flask.cli import AppGroup

from navigator.domain.feedback import open_feedback
from navigator.domain.hours import HELSINKI
from navigator.domain.models import Feedback
from navigator.extensions import db

feedback = AppGroup("feedback")


@feedback.command("list")
def list_feedback() -> None:
    """List the reports that wait for an editor, the oldest first."""
    with db.reading() as session:
        reports = open_feedback(session)
        for report in reports:
            about = report.service.slug if report.service else "the site"
            click.echo(f"{report.id}  {report.received_on}  {report.kind}  {about}")
            for line in _lines(report.message or ""):
                click.echo(f"    [{report.language}] {line}")
    click.echo(f"{len(reports)} waiting.")


def _lines(message: str) -> list[str]:
    """Return the lines of a message without what a terminal would obey."""
    return [
        "".join(sign if sign.isprintable() else " " for sign in line)
        for line in message.splitlines()
        if line.strip()
    ]


@feedback.command("done")
@click.argument("number", type=int)
def finish_feedback(number: int) -> None:
    """Mark report NUMBER as handled."""
    with db.writing() as session:
        report = session.get(Feedback, number)
        if report is None or report.handled_on is not None:
            raise click.ClickException(f"no report {number} is waiting")
        report.handled_on = datetime.now(HELSINKI).date()
    click.echo(f"Report {number} is handled.")
