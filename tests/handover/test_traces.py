"""What is deleted leaves the files too, though somebody reads at that moment."""

import pytest
from sqlalchemy import event, select

from navigator.domain.database import writing
from navigator.handover import traces
from navigator.handover.tables import attempts, engine_of_store, metadata, prepare
from navigator.handover.tries import AN_ACCOUNT, count_try


@pytest.fixture
def engine(database_url, tmp_path):
    engine = engine_of_store(database_url, tmp_path)
    prepare(engine)
    yield engine
    with writing(engine).begin() as connection:
        metadata.drop_all(connection)
    engine.dispose()


def write(engine):
    with writing(engine).begin() as connection:
        count_try(connection, AN_ACCOUNT, "sample", 1)


@pytest.mark.one_database
def test_the_log_is_emptied_as_soon_as_the_readers_are_gone(engine, tmp_path, monkeypatch):
    monkeypatch.setattr(traces, "TRY_MILLISECONDS", 1)
    log = tmp_path / "handover" / "handover.db-wal"
    write(engine)
    reader = engine.connect()
    reader.execute(select(attempts)).all()
    write(engine)
    waits = []

    def wait(seconds):
        waits.append(seconds)
        if len(waits) == traces.TRIES - 1:
            reader.close()

    monkeypatch.setattr(traces.time, "sleep", wait)
    assert traces.leave_no_trace(engine)
    assert log.stat().st_size == 0
    assert len(waits) == traces.TRIES - 1


@pytest.mark.one_database
def test_a_reader_who_stays_is_told_and_waits_are_as_long_as_before(engine, monkeypatch):
    monkeypatch.setattr(traces, "TRY_MILLISECONDS", 1)
    write(engine)
    with engine.connect() as reader:
        reader.execute(select(attempts)).all()
        write(engine)
        assert not traces.leave_no_trace(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 15_000
    assert traces.leave_no_trace(engine)


def test_the_room_of_deleted_rows_is_given_free(engine):
    said = []
    event.listen(engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    assert traces.leave_no_trace(engine)
    if engine.dialect.name == "postgresql":
        assert said == ["VACUUM handover"]
    write(engine)  # and whoever writes next has a transaction again
    with engine.connect() as connection:
        assert connection.execute(select(attempts.c.number)).all() == [(1,)]
