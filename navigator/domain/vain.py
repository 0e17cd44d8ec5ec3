"""Searches that found nothing: what several days ask for, and never what one person asked."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from navigator.domain.base import Base


class VainSearch(Base):
    """Words that found nothing, told apart by a keyed hash until five different days asked them.

    Counterparts: none in PTV or HSDS. Nothing tells who searched, when in the day, or from where.
    """

    __tablename__ = "vain_search"

    seal: Mapped[str] = mapped_column(primary_key=True)
    """HMAC-SHA256 of the language and the words in one form, with the site's secret key."""
    days: Mapped[int]
    """Different days on which they were searched for."""
    last_day: Mapped[date]
    text: Mapped[str | None]
    """The words, taken on the fifth day; None before."""
    language: Mapped[str]
