"""What is published leaves nobody empty-handed, or is not published."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.domain.errors import NavigatorError
from navigator.domain.models import QuestionnairePart
from navigator.guide.content import read_guide
from navigator.questionnaire.proof.guard import refusals
from navigator.questionnaire.proof.situations import Ground


class LeavesEmptyHanded(NavigatorError):
    """Somebody would find no help any more. `failures`: who, and where, as an editor says it."""

    def __init__(self, failures: Sequence[str]) -> None:
        super().__init__(f"{len(failures)} ways to end without help")
        self.failures = tuple(failures)


def refuse_to_leave_anyone(after: Session, before: Session, day: date) -> None:
    """Raise LeavesEmptyHanded if what `after` is about to commit leaves somebody without help.

    `before` sees what is published now: what fails there already is no reason to refuse.
    """
    new = _ground(after, day)
    if new and (found := refusals(new, lambda: _ground(before, day))):
        raise LeavesEmptyHanded(found)


def _ground(session: Session, day: date) -> Ground | None:
    """Return what the proof stands on; None where there are no questions yet."""
    if session.scalar(select(QuestionnairePart.slug).limit(1)) is None:
        return None
    guide = read_guide(session, day)
    return Ground(guide.questionnaire, guide.services)
