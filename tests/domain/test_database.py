import os
import signal
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.orm.exc import StaleDataError

from navigator.domain.database import (
    Busy,
    UnfitDatabase,
    engine_for,
    rebuilding,
    refuse_old_sqlite,
    take_turn,
    writing,
)


class Base(DeclarativeBase):
    pass


class Counter(Base):
    __tablename__ = "sample_counter"
    id: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]
    revision: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": revision}


@pytest.fixture
def engine(bare_engine):
    """A database with one counter at nought."""
    with Session(writing(bare_engine)) as session, session.begin():
        Base.metadata.create_all(session.connection())
        session.add(Counter(id=1, count=0))
    return bare_engine


def count_of(engine):
    with engine.connect() as connection:
        return connection.scalar(text("SELECT count FROM sample_counter"))


def save_once_more(engine):
    """Raise the counter as an editor would: read it, change it, try again when told it is stale."""
    while True:
        with Session(writing(engine)) as session:
            session.get_one(Counter, 1).count += 1
            try:
                session.commit()
            except StaleDataError:
                continue
            return


def test_writers_at_once_lose_nothing(engine):
    with ThreadPoolExecutor(8) as editors:
        list(editors.map(lambda _: [save_once_more(engine) for _ in range(5)], range(8)))
    assert count_of(engine) == 40


def test_writers_in_two_processes_lose_nothing(engine):
    code = (
        "import sys; from pathlib import Path\n"
        "from navigator.domain.database import engine_for\n"
        "from tests.domain.test_database import save_once_more\n"
        "engine = engine_for(sys.argv[1], Path(sys.argv[2]))\n"
        "for _ in range(20): save_once_more(engine)\n"
    )
    url = engine.url.render_as_string(hide_password=False)
    folder = Path(engine.url.database).parent if engine.dialect.name == "sqlite" else Path("/tmp")
    command = [sys.executable, "-c", code, url, str(folder)]
    editors = [subprocess.Popen(command) for _ in range(2)]
    assert [editor.wait(timeout=60) for editor in editors] == [0, 0]
    assert count_of(engine) == 40


def test_a_reader_cannot_write(engine):
    with pytest.raises(DBAPIError, match=r"readonly|read-only"), engine.begin() as connection:
        connection.execute(text("UPDATE sample_counter SET count = 7"))
    assert count_of(engine) == 0


def test_a_connection_that_has_written_cannot_write_as_a_reader(engine):
    save_once_more(engine)
    with pytest.raises(DBAPIError, match=r"readonly|read-only"), engine.begin() as connection:
        connection.execute(text("UPDATE sample_counter SET count = 7"))
    assert count_of(engine) == 1


def test_a_reader_sees_one_moment_while_others_write(engine):
    with engine.connect() as reader:
        before = reader.scalar(text("SELECT count FROM sample_counter"))
        save_once_more(engine)
        assert reader.scalar(text("SELECT count FROM sample_counter")) == before
    assert count_of(engine) == before + 1


@pytest.mark.one_database
def test_readers_and_writers_begin_in_their_own_ways(engine):
    said = []
    event.listen(engine, "before_cursor_execute", lambda *call: said.append(call[2]))
    with engine.connect() as connection:
        connection.begin()
    with writing(engine).connect() as connection:
        connection.begin()
    assert said == ["PRAGMA query_only=ON", "BEGIN", "PRAGMA query_only=OFF", "BEGIN IMMEDIATE"]


@pytest.mark.one_database
def test_a_writer_takes_one_turn_for_all_its_transactions(engine):
    with writing(engine).connect() as connection:
        for _ in range(2):
            with connection.begin():
                connection.execute(text("UPDATE sample_counter SET count = count + 1"))
    assert count_of(engine) == 2


@pytest.mark.one_database
def test_a_turn_ends_with_the_transaction_that_failed(engine, tmp_path):
    with pytest.raises(ZeroDivisionError), writing(engine).begin():
        1 / 0  # noqa: B018
    os.close(take_turn(tmp_path / "writing.lock", seconds=0))


@pytest.mark.one_database
def test_a_turn_ends_with_a_connection_that_broke(engine, tmp_path):
    with writing(engine).connect() as connection:
        connection.begin()
        connection.invalidate()
        os.close(take_turn(tmp_path / "writing.lock", seconds=0))


def test_a_writer_whose_turn_does_not_come_is_told_so(tmp_path):
    turn = take_turn(tmp_path / "gate")
    with pytest.raises(Busy):
        take_turn(tmp_path / "gate", seconds=0.02)
    os.close(turn)
    os.close(take_turn(tmp_path / "gate", seconds=0))


def test_the_turn_comes_back_when_its_process_dies(tmp_path):
    code = (
        "import sys, time; from pathlib import Path\n"
        "from navigator.domain.database import take_turn\n"
        "take_turn(Path(sys.argv[1])); print('taken', flush=True); time.sleep(60)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "gate")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"taken\n"
        with pytest.raises(Busy):
            take_turn(tmp_path / "gate", seconds=0)
        holder.send_signal(signal.SIGKILL)
    os.close(take_turn(tmp_path / "gate", seconds=0))


@pytest.mark.one_database("postgresql")
def test_a_row_held_by_another_is_busy(engine):
    update = text("UPDATE sample_counter SET count = 7")
    with writing(engine).begin() as first, pytest.raises(Busy), writing(engine).begin() as second:
        first.execute(update)
        second.execute(text("SET LOCAL lock_timeout = '20ms'"))
        second.execute(update)


@pytest.mark.one_database("postgresql")
def test_postgresql_gives_up_before_a_visitor_does(engine):
    with engine.connect() as connection:
        names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
        shown = [connection.scalar(text(f"SHOW {name}")) for name in names]
    assert shown == ["15s", "10s", "30s"]


@pytest.mark.one_database
def test_sqlite_keeps_what_it_acknowledged_and_follows_references(engine):
    with engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    assert found == ["wal", 2, 1, 1]


@pytest.mark.one_database
def test_only_the_owner_can_read_the_database(engine, tmp_path):
    save_once_more(engine)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert {"bare.db", "writing.lock"} <= modes.keys()
    assert set(modes.values()) == {0o600}


def test_an_sqlite_that_can_corrupt_the_database_is_refused():
    refuse_old_sqlite((3, 51, 3))
    with pytest.raises(UnfitDatabase, match=r"SQLite 3\.51\.2 .* 3\.51\.3 or newer"):
        refuse_old_sqlite((3, 51, 2))


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://localhost/x"])
def test_a_database_that_would_lose_data_is_refused(url, tmp_path):
    with pytest.raises(UnfitDatabase):
        engine_for(url, tmp_path)


def test_rebuilding_leaves_nothing_of_what_failed(engine):
    with pytest.raises(ZeroDivisionError), rebuilding(engine) as connection:
        connection.execute(text("CREATE TABLE sample_half (id INTEGER)"))
        connection.execute(text("DELETE FROM sample_counter"))
        1 / 0  # noqa: B018
    assert count_of(engine) == 0
    with pytest.raises(DBAPIError), engine.connect() as connection:
        connection.execute(text("SELECT * FROM sample_half"))


@pytest.mark.one_database
def test_rebuilding_refuses_to_leave_broken_references(engine):
    with pytest.raises(UnfitDatabase), rebuilding(engine) as connection:
        connection.execute(
            text("CREATE TABLE sample_child (parent INTEGER REFERENCES sample_counter (id))")
        )
        connection.execute(text("INSERT INTO sample_child VALUES (99)"))


@pytest.mark.one_database
def test_references_are_followed_again_after_rebuilding(engine):
    with rebuilding(engine):
        pass
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
