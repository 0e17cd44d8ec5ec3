"""Topics in residents' words, conditions in one wording, and code lists of others."""

from sqlalchemy import Column, ForeignKey, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from navigator.domain.base import Base, Localised, LocalisedLists, Versioned


class Vocabulary(Versioned, Base):
    """A code list published by somebody else, such as PTV's service classes."""

    __tablename__ = "vocabulary"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Localised]

    terms: Mapped[list["Term"]] = relationship(
        order_by="Term.position", cascade="all, delete-orphan", back_populates="vocabulary"
    )


class Term(Base):
    """One term of a code list. Its identity is the URI.

    Counterparts: PTV Finto item; HSDS `taxonomy_term`.
    """

    __tablename__ = "term"
    __table_args__ = (UniqueConstraint("vocabulary_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vocabulary_id: Mapped[int] = mapped_column(ForeignKey("vocabulary.id", ondelete="CASCADE"))
    code: Mapped[str]
    uri: Mapped[str] = mapped_column(unique=True)
    parent: Mapped[str | None]
    """Code of the broader term in the same list."""
    name: Mapped[Localised]
    position: Mapped[int]

    vocabulary: Mapped[Vocabulary] = relationship(back_populates="terms")


topic_term = Table(
    "topic_term",
    Base.metadata,
    Column("topic_id", ForeignKey("topic.id", ondelete="CASCADE"), primary_key=True),
    Column("term_id", ForeignKey("term.id"), primary_key=True, index=True),
)


class Topic(Versioned, Base):
    """A subject in residents' words, mapped to PTV's service classes."""

    __tablename__ = "topic"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    name: Mapped[Localised]
    hint: Mapped[Localised]
    """What is inside, in a few words."""
    text: Mapped[Localised]
    """What help there is and where to begin."""
    also_known_as: Mapped[LocalisedLists | None]
    quick_exit: Mapped[bool]
    front: Mapped[bool]
    """Stands among the first tiles of the front page."""
    fallback: Mapped[str]
    """Slug of the service to call when nothing else is found."""

    terms: Mapped[list[Term]] = relationship(secondary=topic_term, order_by=Term.position)


class Condition(Versioned, Base):
    """A condition that services set, in one wording for all of them."""

    __tablename__ = "condition"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    text: Mapped[Localised]
