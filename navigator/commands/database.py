"""`flask database …`: bring the schema up and down, compare it with the models, copy it away."""

from pathlib import Path

import click
from flask.cli import AppGroup

from navigator.extensions import db

database = AppGroup("database")


@database.command("upgrade")
def upgrade_database() -> None:
    """Bring the schema up to the newest migration."""
    from navigator.migrations import running

    before, newest = running.current(db.engine), running.newest()
    if before == newest:
        click.echo(f"The database is up to date ({newest or 'no migrations yet'}).")
        return
    running.upgrade(db.engine)
    click.echo(f"Brought the database from {before or 'nothing'} to {newest}.")


@database.command("downgrade")
@click.argument("revision", default="-1")
def downgrade_database(revision: str) -> None:
    """Bring the schema down by one migration, or to REVISION ("base": to nothing)."""
    from navigator.migrations import running

    before = running.current(db.engine)
    if before is None:
        raise click.ClickException("the database is empty: there is nothing to take back")
    running.downgrade(db.engine, revision)
    click.echo(f"Took the database from {before} to {running.current(db.engine) or 'nothing'}.")


@database.command("check")
def check_database() -> None:
    """Fail unless the schema is at the newest migration and agrees with the models."""
    from navigator.migrations import running

    current, newest = running.current(db.engine), running.newest()
    if current != newest:
        raise click.ClickException(
            f"the database is at {current or 'nothing'}, the newest migration is {newest}:"
            " run `flask database upgrade`"
        )
    if differences := running.differences(db.engine):
        raise click.ClickException("\n".join(["schema and models disagree:", *differences]))
    click.echo(f"The schema at {current} and the models agree.")


@database.command("draft")
@click.argument("name")
def draft_migration(name: str) -> None:
    """Write the next migration, called NAME, from the differences. Read it before you use it."""
    from navigator.migrations import running

    click.echo(f"Wrote {running.draft(db.engine, name)}.")


@database.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
def backup_database(file: Path) -> None:
    """Copy the SQLite database to FILE while the service runs, and check the copy."""
    from navigator.domain.backup import BackupFailed, backup

    try:
        rows = backup(db.engine, file)
    except BackupFailed as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Copied the database to {file}: {rows} rows, checked.")
