"""The audit of handovers: each was made, opened, answered or taken back by some account."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from navigator.domain.base import Base


class HandoverAudit(Base):
    """One thing that happened to a handover. The database refuses to change or delete a row.

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
