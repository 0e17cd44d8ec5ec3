"""The history of records: every change is kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from navigator.domain.site import Revision


def record_revision(
    session: Session,
    key: tuple[str, str],
    *,
    data: dict[str, Any],
    changes: dict[str, Any],
    made_at: datetime,
    made_by: str,
    reason: str,
) -> Revision:
    """Add a revision of the record that `key` (kind, slug) names.

    `data`: the whole record after the change. `changes`: field → [before, after].
    `made_by`: a role or an account, never a person's name.
    """
    kind, slug = key
    newest = session.scalar(
        select(func.max(Revision.number)).where(Revision.kind == kind, Revision.slug == slug)
    )
    revision = Revision(
        kind=kind,
        slug=slug,
        number=(newest or 0) + 1,
        made_at=made_at,
        made_by=made_by,
        reason=reason,
        changes=changes,
        data=data,
    )
    session.add(revision)
    return revision
