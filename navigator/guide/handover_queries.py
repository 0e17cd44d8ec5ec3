"""What the handover asks the database."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.domain.base import Localised
from navigator.domain.models import Service, TextPage

CONSENT = "consent"
"""Slug of the text that residents agree to."""


def service_names(
    session: Session, day: date, slugs: Sequence[str] | None = None
) -> dict[str, Localised]:
    """Return the names of public services by slug: of these alone, in their order, or of all."""
    query = select(Service.slug, Service.name).where(Service.public_on(day)).order_by(Service.slug)
    if slugs is not None:
        query = query.where(Service.slug.in_(slugs))
    names = {row.slug: row.name for row in session.execute(query)}
    return names if slugs is None else {slug: names[slug] for slug in slugs if slug in names}


def consent_text(session: Session) -> TextPage | None:
    """Return the text that residents agree to, if it is there."""
    return session.scalar(select(TextPage).where(TextPage.slug == CONSENT))
