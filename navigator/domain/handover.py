"""The audit of handovers: each was made, opened, answered or taken back by some account."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from navigator.domain.base import Base

AUDIT_KEPT = timedelta(days=730)
"""So that misuse which is noticed late can be traced; the database refuses to delete sooner."""


class HandoverAudit(Base):
    """One thing that happened to a handover. It is never changed, and deleted after two years.

    Counterparts: none in PTV or HSDS. No code, no text and no address of a resident stands here.
    """

    __tablename__ = "handover_audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account: Mapped[str]
    """Of the professional; empty for what a resident did."""
    organisation: Mapped[str]
    outcome: Mapped[str]
    """As in `navigator.handover.summary.Outcome`."""
    mark: Mapped[str]
    """Eight letters that tell handovers apart, and lead to none."""


def has_old_audit(session: Session, *, now: datetime) -> bool:
    """Tell whether lines of the audit are over: the first line is the oldest."""
    first = session.scalar(select(HandoverAudit.at).order_by(HandoverAudit.id).limit(1))
    return first is not None and first <= now - AUDIT_KEPT


def forget_old_audit(session: Session, *, now: datetime) -> None:
    """Delete the lines of the audit that are over."""
    session.execute(delete(HandoverAudit).where(HandoverAudit.at <= now - AUDIT_KEPT))
