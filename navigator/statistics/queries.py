"""Counts in the database: adding to them, and reading them so that no one can be told apart."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from navigator.domain.counts import DailyCount

SMALLEST_SHOWN = 10


def add_counts(session: Session, counts: Mapping[tuple[date, str, str], int]) -> None:
    """Add to what is counted already, in one order of rows: so workers never block each other."""
    insert = insert_of(session)
    adding = insert(DailyCount)
    query = adding.on_conflict_do_update(
        index_elements=["day", "kind", "key"],
        set_={"count": DailyCount.count + adding.excluded.count},
    )
    rows = [
        {"day": day, "kind": kind, "key": key, "count": number}
        for (day, kind, key), number in sorted(counts.items())
    ]
    session.execute(query, rows)


def counts_for(session: Session, kind: str, *, first: date, last: date) -> dict[str, int | None]:
    """Return how often each key of a kind was counted from `first` to `last`, by key.

    None stands for fewer than ten: so few could be somebody.
    """
    total = func.sum(DailyCount.count)
    query = (
        select(DailyCount.key, total)
        .where(DailyCount.kind == kind, DailyCount.day.between(first, last))
        .group_by(DailyCount.key)
        .order_by(DailyCount.key)
    )
    return {
        key: int(number) if number >= SMALLEST_SHOWN else None
        for key, number in session.execute(query)
    }


def insert_of(session: Session) -> Any:
    """Return the insert that can meet an existing row, in the words of this database."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.insert if is_sqlite else postgresql.insert
