"""What people report of listings: kept without a word about themselves."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from navigator.domain.site import Feedback

MOST_A_DAY = 20
"""Reports on one listing, or on the site, that a day can bring; a flood tells nothing more."""
MOST_A_DAY_IN_ALL = 500

PERSONAL = (
    re.compile(r"\b\d{6}\s?[-+A-FU-Y]\s?\d{3}[0-9A-Z]\b", re.IGNORECASE),  # identity code
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
)
"""Phone numbers stay: the right number of a service is what many reports are for."""
REMOVED = "[…]"


def without_personal_data(message: str) -> str:
    """Return the message without identity codes and e-mail addresses."""
    for pattern in PERSONAL:
        message = pattern.sub(REMOVED, message)
    return message


def is_flooded(session: Session, *, service_id: int | None, day: date) -> bool:
    """Tell whether a day has brought so many reports that more are not kept."""
    of_day = select(func.count(Feedback.id)).where(Feedback.received_on == day)
    about = (
        Feedback.service_id.is_(None) if service_id is None else Feedback.service_id == service_id
    )
    alike = session.scalar(of_day.where(about)) or 0
    return alike >= MOST_A_DAY or (session.scalar(of_day) or 0) >= MOST_A_DAY_IN_ALL


def is_sealed(session: Session, seal: str) -> bool:
    """Tell whether a report was already kept from the form with this seal."""
    return session.scalar(select(Feedback.id).where(Feedback.seal == seal)) is not None


def add_feedback(
    session: Session,
    *,
    service_id: int | None,
    kind: Any,
    message: str | None,
    language: str,
    day: date,
    seal: str,
) -> Feedback:
    """Add a report to the editors' queue. `seal`: of the form it was written in, used once."""
    report = Feedback(
        service_id=service_id,
        kind=kind,
        message=without_personal_data(message) if message else None,
        language=language,
        received_on=day,
        seal=seal,
    )
    session.add(report)
    return report


def open_feedback(session: Session) -> Sequence[Feedback]:
    """Return the reports that wait for an editor, the oldest first."""
    query = (
        select(Feedback)
        .where(Feedback.handled_on.is_(None))
        .options(joinedload(Feedback.service))
        .order_by(Feedback.received_on, Feedback.id)
    )
    return session.scalars(query).all()
