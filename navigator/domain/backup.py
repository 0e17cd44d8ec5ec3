"""Copy the database while the service runs, and prove that the copy is whole."""

import os
from contextlib import closing
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine

from navigator.domain.errors import NavigatorError


class BackupFailed(NavigatorError):
    """No copy was made, or the copy cannot be trusted."""


def backup(engine: Engine, file: Path) -> int:
    """Copy the SQLite database of `engine` to `file`, readable to its owner alone.

    Returns the number of rows in the copy. The copy is written beside `file` and takes its name
    only when it has been read through, so `file` is a whole copy or does not exist.
    """
    if engine.dialect.name != "sqlite":
        raise BackupFailed("this copies SQLite; copy PostgreSQL with pg_dump")
    if file.exists():
        raise BackupFailed(f"{file} exists already; nothing was overwritten")
    beside = file.with_name(f".{file.name}.part")
    beside.unlink(missing_ok=True)
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite.connect(engine.url.database)) as source:
        source.execute("VACUUM INTO ?", (str(beside),))
    rows = _rows_of_whole(beside)
    with beside.open("rb") as copy:
        os.fsync(copy.fileno())
    beside.rename(file)
    return rows


def _rows_of_whole(file: Path) -> int:
    """Count the rows of the database in `file`; raise unless it is whole."""
    with closing(sqlite.connect(file)) as copy:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise BackupFailed(f"the copy is damaged: {found}")
        tables = copy.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        counts = [_count(copy, name) for (name,) in tables]
    return sum(counts)


def _count(connection: sqlite.Connection, table: str) -> int:
    """Count the rows of a table, whose name comes from the schema itself."""
    quoted = table.replace('"', '""')
    query = f'SELECT count(*) FROM "{quoted}"'  # noqa: S608 - a name cannot be a parameter
    count: int = connection.execute(query).fetchone()[0]
    return count
