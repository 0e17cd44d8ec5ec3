"""Counts of use by day: how much, never by whom."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from navigator.domain.base import Base


class DailyCount(Base):
    """How often something happened on one day.

    Counterparts: none in PTV or HSDS. Source: counted here, without address, cookie or visitor
    number; what people search for is not kept.
    """

    __tablename__ = "daily_count"

    day: Mapped[date] = mapped_column(primary_key=True)
    """The day in Finland."""
    kind: Mapped[str] = mapped_column(primary_key=True)
    """What is counted: `page`, `topic`, `municipality`, `search` …"""
    key: Mapped[str] = mapped_column(primary_key=True)
    """Which of them: an endpoint, a slug. Never anything that a visitor typed."""
    count: Mapped[int]
    """Times, 1 or more."""
