"""The site as a whole: its state and settings, its history, and what people report."""

from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from navigator.domain.base import Base
from navigator.domain.service import Service


class SiteState(Base):
    """The single row (id 1) that every worker watches."""

    __tablename__ = "site_state"

    id: Mapped[int] = mapped_column(primary_key=True)
    content_version: Mapped[int]
    """Raised by each publish; pages and the index are made for one version."""
    content_digest: Mapped[str | None]
    """SHA-256 of the content files last loaded, so that nothing is loaded twice."""
    settings: Mapped[dict[str, Any]]
    """`content/site.yaml`: name, fallback, urgent services, review days."""
    help_now: Mapped[dict[str, Any]]
    """`content/help-now.yaml`: groups of crisis services."""


class ContentFile(Base):
    """A content file as it was last loaded or written: the base of a three-way comparison."""

    __tablename__ = "content_file"

    kind: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    """The file, comments and all."""
    data: Mapped[dict[str, Any]]
    """What it said, validated."""


class Revision(Base):
    """One change of one record: who, when, what and why. Rows are only added."""

    __tablename__ = "revision"
    __table_args__ = (Index("ix_revision_record", "kind", "slug", "number", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    """Kind of record, as the folder in `content/`."""
    slug: Mapped[str]
    number: Mapped[int]
    """1 is the creation."""
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    """A role or an account, never a person's name."""
    reason: Mapped[str]
    changes: Mapped[dict[str, Any]]
    """Field → [before, after]."""
    data: Mapped[dict[str, Any]]
    """The whole record after the change."""


FeedbackKind = Literal[
    "nobody-answers", "wrong-contact", "wrong-hours", "ended", "unclear", "other"
]


class Feedback(Base):
    """What somebody reported of a listing or of the site. Nothing about the person."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    """None: about the site."""
    kind: Mapped[FeedbackKind]
    message: Mapped[str | None]
    language: Mapped[str]
    received_on: Mapped[date]
    """A day, not an instant: less to connect with a person."""
    handled_on: Mapped[date | None]
    seal: Mapped[str | None] = mapped_column(unique=True)
    """SHA-256 of the form's seal: a form counts once. It is random, and tells nothing of who."""

    service: Mapped[Service | None] = relationship()
