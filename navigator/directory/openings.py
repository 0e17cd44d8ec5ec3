"""Open now and opens next, in words."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from babel.dates import get_day_names

from navigator.domain.hours import HELSINKI, Hours, Opening, opening_at
from navigator.i18n.formats import time_text
from navigator.i18n.languages import current_language
from navigator.i18n.messages import gettext as _
from navigator.web.caching import live_until

WEEK = timedelta(days=6)


class OpeningTag(NamedTuple):
    """A state for `macros/tag.html`: its kind, and its words in the language of the page."""

    kind: str
    text: str


def now() -> datetime:
    """Return this moment by the clock of Finland."""
    return datetime.now(HELSINKI)


def opening_tag(data: dict[str, Any] | None, moment: datetime) -> OpeningTag | None:
    """Say what hours (as kept in the database) mean at `moment`; None when they are not known.

    The page is then known to change when the answer does.
    """
    if data is None:
        return None
    opening = opening_at(Hours.model_validate(data), moment)
    live_until(opening.changes_at)
    return _in_words(opening, moment)


def _in_words(opening: Opening, moment: datetime) -> OpeningTag | None:
    match opening.state:
        case "open" if opening.until is None:
            return OpeningTag("open", _("Open around the clock"))
        case "open":
            return OpeningTag("open", _closes(opening.until, moment))
        case "appointment":
            return OpeningTag("plain", _("By appointment"))
        case "holiday":
            return OpeningTag("wait", _("May be closed today: public holiday"))
        case "closed" if opening.next_open is None:
            return OpeningTag("closed", _("Closed"))
        case "closed":
            return OpeningTag("closed", _opens(opening.next_open, moment))
        case _:
            return None


def _closes(then: datetime, moment: datetime) -> str:
    """Say until when it is open."""
    day, time = _day_and_time(then, moment)
    if day is None:
        return _("Open now, closes at %(time)s", time=time)
    return _("Open now, closes on %(day)s at %(time)s", day=day, time=time)


def _opens(then: datetime, moment: datetime) -> str:
    """Say when it opens next."""
    day, time = _day_and_time(then, moment)
    if day is None:
        return _("Closed, opens at %(time)s", time=time)
    return _("Closed, opens on %(day)s at %(time)s", day=day, time=time)


def _day_and_time(then: datetime, moment: datetime) -> tuple[str | None, str]:
    """Name a coming instant: no day when it is today, `ma` within a week, `7.12.` later."""
    today = moment.astimezone(HELSINKI).date()
    if then.time() == MIDNIGHT and then.date() == today + ONE_DAY:
        return None, time_text(MINUTES_OF_A_DAY)
    if then.date() == today:
        return None, time_text(then)
    if then.date() <= today + WEEK:
        return weekday_short(then), time_text(then)
    return short_day(then), time_text(then)
