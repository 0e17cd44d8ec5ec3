"""Which documents are open at a moment, looked up once for each stretch of time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from navigator.domain.hours import Hours, opening_at


class Openings:
    """The hours of all documents, each different hours with the documents that have them."""

    def __init__(self, hours: Sequence[tuple[Hours, int]]) -> None:
        self._hours = hours
        self._known: tuple[datetime, datetime, int] | None = None

    def open_at(self, moment: datetime) -> int:
        """Return the set of documents that are known to be open at `moment`."""
        return self._at(moment)[2]

    def open_until(self, moment: datetime) -> datetime:
        """Return when that set is another one, or has to be looked at again."""
        return self._at(moment)[1]

    def _at(self, moment: datetime) -> tuple[datetime, datetime, int]:
        known = self._known
        if known is None or not known[0] <= moment < known[1]:
            known = self._known = self._look(moment)
        return known

    def _look(self, moment: datetime) -> tuple[datetime, datetime, int]:
        """Return the stretch of time in which the answer stays the same, and the set."""
        until, found = moment + timedelta(days=1), 0
        for hours, numbers in self._hours:
            opening = opening_at(hours, moment)
            if opening.state == "open":
                found |= numbers
            if opening.changes_at is not None:
                until = min(until, opening.changes_at)
        return moment, until, found
