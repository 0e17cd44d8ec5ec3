"""`flask statistics …`: counts of use, none small enough to tell of one person."""

from datetime import date, datetime, timedelta

import click
from flask.cli import AppGroup

from navigator.domain.hours import HELSINKI
from navigator.extensions import db
from navigator.statistics.queries import counts_for
from navigator.statistics.vain import searched_in_vain

KINDS = (
    "page",
    "service",
    "topic",
    "municipality",
    "search without result",
    "need met",
    "need unmet",
)

statistics = AppGroup("statistics")


@statistics.command("list")
@click.option("--days", type=click.IntRange(1, 3650), default=30, show_default=True)
def list_statistics(days: int) -> None:
    """Show what was used in the last DAYS days; a count under ten is not told."""
    last: date = datetime.now(HELSINKI).date()
    first = last - timedelta(days=days - 1)
    with db.reading() as session:
        for kind in KINDS:
            counts = counts_for(session, kind, first=first, last=last)
            click.echo(f"{kind}:")
            for key, number in counts.items():
                click.echo(f"  {key}: {'under 10' if number is None else number}")
        click.echo("words that found nothing on five days or more:")
        for row in searched_in_vain(session):
            click.echo(f"  {row.text} ({row.language}, {row.days} days)")
    click.echo(f"From {first} to {last}.")
