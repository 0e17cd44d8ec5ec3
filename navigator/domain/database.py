"""The engine: writers take turns, readers see one snapshot, and nothing acknowledged is lost.

SQLite (the default) and PostgreSQL (by setting) behave alike: an engine reads, and the database
itself refuses a write, until `writing(engine)` says otherwise.
"""

import fcntl
import json
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL, ExceptionContext

from navigator.domain.errors import NavigatorError

OLDEST_SQLITE = (3, 51, 3)  # before it a checkpoint meeting a commit could corrupt the file
TURN_SECONDS = 10.0  # how long a writer waits for the one before it

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cache_size=-16000",  # kB
    "temp_store=MEMORY",
    "journal_size_limit=67108864",  # bytes
    "mmap_size=0",
)
POSTGRESQL_OPTIONS = (
    "-c statement_timeout=15s -c lock_timeout=10s"
    " -c idle_in_transaction_session_timeout=30s -c timezone=UTC"
)
REPEATABLE_READ = 3  # as psycopg's IsolationLevel, which an installation on SQLite may not have
# lock not available, deadlock, could not serialise, statement timeout, too many connections
POSTGRESQL_BUSY = frozenset({"55P03", "40P01", "40001", "57014", "53300"})


class Busy(NavigatorError):
    """The database was held by others for longer than a visitor can wait. Try again shortly."""

    retry_after = 5  # seconds


class UnfitDatabase(NavigatorError):
    """The database that the settings name cannot be used safely."""


def engine_for(url: str, data: Path) -> Engine:
    """Make the engine of the database at `url`; locks and files of our own go to `data`."""
    address = make_url(url)
    match address.get_backend_name():
        case "sqlite":
            engine = _sqlite_engine(address, data)
        case "postgresql" | "postgres":
            engine = _postgresql_engine(address)
        case other:
            raise UnfitDatabase(f"the database must be sqlite or postgresql, not {other}")
    event.listen(engine, "handle_error", _say_busy)
    return engine


def writing(engine: Engine) -> Engine:
    """Return `engine` as writers use it: each transaction takes its turn before it begins."""
    return engine.execution_options(writes=True)


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """Open one transaction that may rebuild tables: whole, or nothing of it.

    SQLite changes a column by copying the table and dropping the old one, which would follow
    foreign keys into other tables; so they are off meanwhile, and all are checked before the end.
    """
    with writing(engine).connect() as connection:
        _set_foreign_keys(connection, on=False)
        try:
            with connection.begin():
                _allow_time(connection)
                yield connection
                _refuse_broken_references(connection)
        finally:
            _set_foreign_keys(connection, on=True)


def take_turn(gate: Path, seconds: float = TURN_SECONDS) -> int:
    """Wait for the turn to write and return the lock's file descriptor: closing it ends the turn.

    The lock belongs to the open file, so the death of the process gives it back too.
    """
    descriptor = os.open(gate, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    deadline = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                os.close(descriptor)
                raise Busy(f"no turn to write in {seconds:g} s") from None
            time.sleep(random.uniform(0.002, 0.004))  # noqa: S311 - no secret, only spread
        else:
            return descriptor


def _sqlite_engine(address: URL, data: Path) -> Engine:
    """Make an engine on a SQLite file, which is created readable to its owner alone."""
    refuse_old_sqlite(sqlite.sqlite_version_info)
    if not address.database or address.database == ":memory:":
        raise UnfitDatabase("a database in memory would be lost; give sqlite:///<a file>")
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = Path(address.database)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    engine = create_engine(
        address.set(drivername="sqlite"),
        module=sqlite,
        connect_args={"timeout": 15},
        json_serializer=write_json,
    )
    _take_turns(engine, data / "writing.lock")
    return engine


def refuse_old_sqlite(version: tuple[int, ...]) -> None:
    """Raise if this SQLite could damage the database."""
    if version < OLDEST_SQLITE:
        found, oldest = (".".join(map(str, numbers)) for numbers in (version, OLDEST_SQLITE))
        raise UnfitDatabase(
            f"SQLite {found} can corrupt the database: {oldest} or newer is needed"
            " (the wheel of pysqlite3 brings one)"
        )


def _take_turns(engine: Engine, gate: Path) -> None:
    """Let one connection of all processes write at a time, and the others only read."""

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver
        for setting in PRAGMAS:
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        if writes and "turn" not in connection.info:
            connection.info["turn"] = take_turn(gate)
        connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "checkin")
    @event.listens_for(engine, "invalidate")
    def _leave(_connection: Any, record: Any, _error: BaseException | None = None) -> None:
        if (turn := record.info.pop("turn", None)) is not None:
            os.close(turn)


def _postgresql_engine(address: URL) -> Engine:
    """Make an engine on PostgreSQL that gives up rather than lets a visitor hang."""
    engine = create_engine(
        address.set(drivername="postgresql+psycopg"),
        connect_args={"options": POSTGRESQL_OPTIONS, "connect_timeout": 5},
        pool_pre_ping=True,
        json_serializer=write_json,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        driver: Any = connection.connection.dbapi_connection
        driver.read_only = not writes  # psycopg says so in the BEGIN of the first statement
        driver.isolation_level = None if writes else REPEATABLE_READ

    return engine


def write_json(value: Any) -> str:
    """Write a value as JSON with its letters as they are, so that `LIKE` finds an ä."""
    return json.dumps(value, ensure_ascii=False)


def _say_busy(context: ExceptionContext) -> Busy | None:
    """Turn each driver's way of saying "held by others" into `Busy`."""
    error = context.original_exception
    locked = getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    if locked or getattr(error, "sqlstate", None) in POSTGRESQL_BUSY:
        return Busy(str(error))
    return None


def _set_foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch SQLite's foreign keys, which works only outside a transaction."""
    if connection.dialect.name == "sqlite" and connection.connection.dbapi_connection:
        connection.connection.dbapi_connection.cursor().execute(
            f"PRAGMA foreign_keys={'ON' if on else 'OFF'}"
        )


def _allow_time(connection: Connection) -> None:
    """Lift PostgreSQL's time-out of a statement for this transaction."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")


def _refuse_broken_references(connection: Connection) -> None:
    """Raise if a row refers to a row that is not there."""
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise UnfitDatabase(f"rows left without the row they refer to: {broken[:5]}")
