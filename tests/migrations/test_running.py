import pytest
from sqlalchemy import inspect

from navigator.migrations import running

FIRST = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0001", None
def upgrade(): op.create_table("sample_first", sa.Column("id", sa.Integer, primary_key=True))
def downgrade(): op.drop_table("sample_first")
"""
BROKEN = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0002", "0001"
def upgrade():
    op.create_table("sample_second", sa.Column("id", sa.Integer, primary_key=True))
    raise RuntimeError("half done")
def downgrade(): pass
"""


def tables_of(engine):
    with engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def test_the_migrations_make_what_the_models_say(engine):
    assert running.current(engine) == running.newest()
    assert running.differences(engine) == []


def test_the_migrations_go_down_to_nothing_and_up_again(bare_engine):
    running.upgrade(bare_engine)
    made = tables_of(bare_engine)
    running.downgrade(bare_engine, "base")
    assert tables_of(bare_engine) == {"alembic_version"}
    assert running.current(bare_engine) is None
    running.upgrade(bare_engine)
    assert tables_of(bare_engine) == made


def test_a_migration_that_fails_leaves_nothing_of_itself(bare_engine, tmp_path):
    (tmp_path / "0001_first.py").write_text(FIRST)
    running.upgrade(bare_engine, versions=tmp_path)
    (tmp_path / "0002_broken.py").write_text(BROKEN)
    with pytest.raises(RuntimeError, match="half done"):
        running.upgrade(bare_engine, versions=tmp_path)
    assert running.current(bare_engine) == "0001"
    assert tables_of(bare_engine) == {"alembic_version", "sample_first"}


def test_a_draft_is_numbered_after_the_newest_migration(bare_engine, tmp_path):
    (tmp_path / "0001_first.py").write_text(FIRST)
    running.upgrade(bare_engine, versions=tmp_path)
    drafted = running.draft(bare_engine, "second_step", versions=tmp_path)
    assert drafted.name == "0002_second_step.py"
    assert running.newest(tmp_path) == "0002"
