import stat

import click
import pytest
from pysqlite3 import dbapi2 as sqlite

from navigator.commands.database import database
from navigator.extensions import db


@pytest.fixture
def database_url(bare_engine):
    """A database of the test's own, whose schema it may change."""
    return bare_engine.url.render_as_string(hide_password=False)


@pytest.fixture
def flask(app):
    """Run `flask …` and return what it said and its exit status."""

    def run(*arguments):
        done = app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])
        return done.output, done.exit_code

    return run


def test_a_second_upgrade_has_nothing_to_do(flask):
    assert flask("database", "upgrade")[0].startswith("Brought the database from nothing to ")
    assert flask("database", "upgrade")[0].startswith("The database is up to date")


def test_check_fails_on_a_schema_behind_its_migrations(flask):
    said, status = flask("database", "check")
    assert status == 1
    assert "run `flask database upgrade`" in said
    flask("database", "upgrade")
    assert flask("database", "check")[1] == 0


def test_a_migration_can_be_taken_back(flask):
    flask("database", "upgrade")
    assert flask("database", "downgrade", "base")[0].endswith(" to nothing.\n")


def test_nothing_can_be_taken_back_from_an_empty_database(flask):
    said, status = flask("database", "downgrade")
    assert status == 1
    assert "the database is empty" in said


@pytest.mark.one_database
def test_a_backup_is_a_whole_database_for_its_owner_alone(app, flask, tmp_path):
    flask("database", "upgrade")
    copy = tmp_path / "copy.db"
    said, status = flask("database", "backup", copy)
    assert (status, "checked" in said) == (0, True)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with app.app_context(), db.engine.connect() as connection:
        current = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    assert sqlite.connect(copy).execute("SELECT * FROM alembic_version").fetchall() == [(current,)]


@pytest.mark.one_database
def test_a_backup_overwrites_nothing(flask, tmp_path):
    copy = tmp_path / "copy.db"
    copy.write_text("precious")
    said, status = flask("database", "backup", copy)
    assert status == 1
    assert "exists already" in said
    assert copy.read_text() == "precious"


@pytest.mark.one_database("postgresql")
def test_postgresql_is_told_its_own_way_of_copying(flask, tmp_path):
    said, status = flask("database", "backup", tmp_path / "copy.db")
    assert status == 1
    assert "pg_dump" in said


def test_the_commands_are_registered(app):
    group = app.cli.commands["database"]
    with app.app_context():
        context = click.Context(group)
    assert group.list_commands(context) == database.list_commands(context)
    assert group.get_command(context, "upgrade") is database.commands["upgrade"]
