"""Migrated, empty databases for tests, made once and handed out clean."""

import shutil
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

from sqlalchemy import Connection, Engine, MetaData, Table, insert, make_url, select, text

from navigator.domain.database import engine_for, writing
from navigator.migrations import running

LEAVE_US_ALONE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
"""What a thread of the test before still asks would deadlock with emptying."""


class EmptySchema(Protocol):
    """A schema at the newest migration."""

    def fresh(self, folder: Path) -> str:
        """Return the address of such a database with no rows but those of the migrations."""


class SqliteSchema:
    """A SQLite file, copied for each test."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "navigator.db"
        engine = engine_for(f"sqlite:///{self.file}", folder)
        running.upgrade(engine)
        engine.dispose()  # the last connection moves the WAL into the file

    def fresh(self, folder: Path) -> str:
        """Copy the file into `folder`."""
        return f"sqlite:///{shutil.copy(self.file, folder / self.file.name)}"


class PostgresqlSchema:
    """A PostgreSQL database, emptied for each test."""

    def __init__(self, server: str, folder: Path) -> None:
        self.url = create_bare(server, folder)
        self.engine = engine_for(self.url, folder)
        running.upgrade(self.engine)
        self.tables = _tables(self.engine)
        with self.engine.connect() as connection:
            self.rows = {table: _rows(connection, table) for table in self.tables}
        self.engine.dispose()

    def fresh(self, folder: Path) -> str:
        """Take away what the test before wrote."""
        with writing(self.engine).begin() as connection:
            connection.execute(text(LEAVE_US_ALONE))
            names = ", ".join(f'"{table.name}"' for table in self.tables)
            connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
            for table in self.tables:
                if rows := self.rows[table]:
                    connection.execute(insert(table), rows)
        return self.url


def create_bare(server: str, folder: Path) -> str:
    """Create a PostgreSQL database that holds nothing, and return its address."""
    name = f"test_{uuid4().hex}"
    engine = engine_for(server, folder)
    with writing(engine).execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _tables(engine: Engine) -> list[Table]:
    """Read the tables as the database has them, parents first."""
    found = MetaData()
    with engine.connect() as connection:
        found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    """Read a table as an insert takes it."""
    return [dict(row) for row in connection.execute(select(table)).mappings()]
