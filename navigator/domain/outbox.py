"""What the index has to take in: one line a change, written with the change itself."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from navigator.domain.base import Base
from navigator.domain.site import SiteState


class OutboxLine(Base):
    """One change that the index follows. Lines are only added, and dropped when they are old."""

    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_slug: Mapped[str | None]
    """The service that changed; None: something that many services show, so all of them."""
    content_version: Mapped[int]
    """The content version that the change made."""
    at: Mapped[datetime]


def tell_index(session: Session, services: Iterable[str | None], now: datetime) -> None:
    """Add a line for each changed service, by slug, in the transaction of the change.

    None stands for everything. Call it after the content version was raised: whoever raised it has
    the row until the end, so lines are numbered in the order in which they can be seen.
    """
    session.flush()
    version = session.get_one(SiteState, 1).content_version
    for slug in dict.fromkeys(services):
        session.add(OutboxLine(service_slug=slug, content_version=version, at=now))


def last_line(session: Session) -> int:
    """Return the number of the last line; 0 when there is none."""
    return session.scalar(select(func.max(OutboxLine.id))) or 0


def lines_after(session: Session, position: int) -> list[str | None]:
    """Return what changed after a line, each service once, in the order of the first change."""
    query = select(OutboxLine.service_slug).where(OutboxLine.id > position).order_by(OutboxLine.id)
    return list(dict.fromkeys(session.scalars(query)))


def drop_lines_before(session: Session, moment: datetime) -> None:
    """Forget old lines; an index that is older has to be built anew."""
    newest = select(func.max(OutboxLine.id)).scalar_subquery()
    session.execute(delete(OutboxLine).where(OutboxLine.at < moment, OutboxLine.id < newest))
