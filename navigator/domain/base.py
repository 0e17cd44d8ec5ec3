"""What every table shares: the base class, column types, and the number that guards an edit."""

import enum
from datetime import UTC, datetime
from typing import Any, ClassVar, Literal

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr

Localised = dict[str, str]
"""A text by language code (`fi`, `sv`, `en`, `fi-simple`): it always knows its language."""

LocalisedLists = dict[str, list[str]]
"""Several short texts by language code."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, kept in UTC and read back with its zone on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse an instant without a zone, and turn it to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give the instant its zone back."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


def json_column() -> JSON:
    """Make a JSON type for which None is SQL's NULL. Plain JSON keeps the order of keys."""
    return JSON(none_as_null=True)


class Base(DeclarativeBase):
    """The parent of every table."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        Localised: json_column(),
        LocalisedLists: json_column(),
        list[str]: json_column(),
        dict[str, Any]: json_column(),
        datetime: UtcDateTime(),
        Literal: Enum(enum.Enum, native_enum=False, length=30),
        str: String(),
    }


class Versioned:
    """A row that editors change: two of them cannot overwrite each other unseen.

    `revision` counts the row's saves; SQLAlchemy refuses a save from an older number.
    `modified` is the instant of the last save, of the row or of what belongs to it.
    """

    revision: Mapped[int]
    modified: Mapped[datetime]

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Name the column that SQLAlchemy compares and raises."""
        return {"version_id_col": cls.revision}
