"""Words that people use for what the listings say otherwise, and words of danger."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from navigator.domain.base import Base, Versioned


class SynonymList(Versioned, Base):
    """Everyday words of one theme in one language, with the listings' words for them.

    Counterpart: none in PTV or HSDS.
    """

    __tablename__ = "synonym_list"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    language: Mapped[str]
    content: Mapped[dict[str, Any]]
    """As in the content file: entries of keys, what they mean, what must come first for them."""


class DangerKind(Versioned, Base):
    """One kind of danger: the words that speak of it, and the services that help at once."""

    __tablename__ = "danger_kind"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    """The gravest is 1: its help stands first."""
    content: Mapped[dict[str, Any]]
    """As in the content file: help, phrases and harmless phrases by language."""
