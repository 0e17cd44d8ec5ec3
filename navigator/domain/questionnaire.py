"""The questionnaire, kept as its content files say it."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from navigator.domain.base import Base, Versioned


class QuestionnairePart(Versioned, Base):
    """One part of the questionnaire: its questions, needs, rules or phrases.

    Counterpart: none in PTV or HSDS.
    """

    __tablename__ = "questionnaire_part"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    content: Mapped[dict[str, Any]]
    """As in the content file."""
