"""What a deleted handover leaves behind in the database's files, and how it goes."""

import time

from sqlalchemy import Engine

from navigator.domain.database import writing
from navigator.handover.tables import handovers

TRIES, TRY_MILLISECONDS, SECONDS_BETWEEN_TRIES = 5, 500, 0.05
"""How often SQLite's log is emptied anew while somebody reads, and how long each try waits."""


def leave_no_trace(engine: Engine) -> bool:
    """Clear away what deleted rows left; False when readers were in the way, so try later.

    In SQLite they stand in the write-ahead log until it is emptied. In PostgreSQL they stand in
    the table until its room is given free.
    """
    if engine.dialect.name == "sqlite":
        return _empty_log(engine)
    with writing(engine).execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql(f"VACUUM {handovers.name}")
    return True


def _empty_log(engine: Engine) -> bool:
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={TRY_MILLISECONDS}")
        cursor.execute("PRAGMA query_only=OFF")
        for number in range(TRIES):
            time.sleep(SECONDS_BETWEEN_TRIES if number else 0)
            (is_busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not is_busy:
                break
        cursor.execute(f"PRAGMA busy_timeout={patience}")
        return not is_busy
    finally:
        connection.close()
