"""Bring the schema up, down, and compare it with the models.

Commands import this module when they run: Alembic costs a worker a third of a second and 12 MB.
"""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.autogenerate.api import AutogenContext
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlalchemy.types import TypeDecorator

import navigator.domain.models  # noqa: F401 - so that every table is known to Base
from navigator.domain.base import Base
from navigator.domain.database import rebuilding
from navigator.handover.tables import metadata as handover_tables

FOLDER = Path(__file__).parent


def current(engine: Engine) -> str | None:
    """Return the number of the last migration done here, or None in an empty database."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest(versions: Path | None = None) -> str | None:
    """Return the number of the last migration there is."""
    return ScriptDirectory.from_config(_config(versions=versions)).get_current_head()


def upgrade(engine: Engine, revision: str = "head", *, versions: Path | None = None) -> None:
    """Bring the schema up to `revision`, in one transaction."""
    with rebuilding(engine) as connection:
        command.upgrade(_config(connection, versions), revision)


def downgrade(engine: Engine, revision: str = "-1", *, versions: Path | None = None) -> None:
    """Bring the schema down to `revision`, in one transaction."""
    with rebuilding(engine) as connection:
        command.downgrade(_config(connection, versions), revision)


def differences(engine: Engine) -> list[str]:
    """Say where the schema and the models disagree."""
    with engine.connect() as connection:
        found = MigrationContext.configure(connection, opts=comparison_options())
        return [repr(difference) for difference in compare_metadata(found, Base.metadata)]


def draft(engine: Engine, name: str, *, versions: Path | None = None) -> Path:
    """Write the next migration from the differences, to be read and completed by a person."""
    number = f"{int(newest(versions) or 0) + 1:04}"
    with rebuilding(engine) as connection:  # Alembic makes its own table at the first look
        config = _config(connection, versions)
        command.revision(config, name.replace("_", " "), autogenerate=True, rev_id=number)
    return next((versions or FOLDER / "versions").glob(f"{number}_*.py"))


def comparison_options() -> dict[str, Any]:
    """Say how migrations are written and how the schema is compared."""
    return {
        "target_metadata": Base.metadata,
        "render_as_batch": True,  # SQLite changes a column by rebuilding its table
        "render_item": _render_plain_types,
        "include_name": _is_ours,
    }


def _is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    """Leave out the tables of handovers, which on PostgreSQL stand beside ours."""
    return kind != "table" or name not in handover_tables.tables


def _config(connection: Connection | None = None, versions: Path | None = None) -> Config:
    """Make Alembic's settings; tests give `versions` of their own."""
    config = Config(attributes={"connection": connection})
    options = {
        "script_location": FOLDER,
        "version_locations": versions or FOLDER / "versions",
        "path_separator": "newline",
        "file_template": "%(rev)s_%(slug)s",
    }
    for name, value in options.items():
        config.set_main_option(name, str(value).replace("%", "%%"))
    return config


def _render_plain_types(kind: str, item: Any, _context: AutogenContext) -> str | bool:
    """Write our own column types as the database's, so that old migrations need no new code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False
