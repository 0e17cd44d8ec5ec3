"""Open now and opens next, in words."""

from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

from babel.dates import format_date

from navigator.domain.hours import HELSINKI, Hours, Opening, opening_at
from navigator.i18n.formats import time_text
from navigator.i18n.languages import current_language
from navigator.i18n.messages import gettext as _
from navigator.web.caching import live_until

WEEK = timedelta(days=6)
SHORT_DATES = {"fi": "d.M.", "sv": "d.M", "en": "d MMMM"}


class OpeningTag(NamedTuple):
    """A state for `macros/tag.html`: its kind, and its words in the language of the page."""

    kind: str
    text: str


def now() -> datetime:
    """Return this moment by the clock of Finland."""
    return datetime.now(HELSINKI)


def midnight_after(moment: datetime) -> datetime:
    """Return when the next day begins in Finland."""
    tomorrow = moment.astimezone(HELSINKI).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), HELSINKI)


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
        case "open":
            return OpeningTag("open", _closes(opening.until, moment))
        case "appointment":
            return OpeningTag("plain", _("By appointment"))
        case "holiday":
            return OpeningTag("wait", _("May be closed today: public holiday"))
        case "closed":
            return OpeningTag("closed", _opens(opening.next_open, moment))
        case _:
            return None


def _closes(then: datetime | None, moment: datetime) -> str:
    """Say until when it is open."""
    if then is None:
        return _("Open around the clock")
    day, hour = _day_and_time(then, moment)
    if day is None:
        return _("Open now, closes at %(time)s", time=hour)
    return _("Open now, closes on %(day)s at %(time)s", day=day, time=hour)


def _opens(then: datetime | None, moment: datetime) -> str:
    """Say when it opens next, if that is known."""
    if then is None:
        return _("Closed")
    day, hour = _day_and_time(then, moment)
    if day is None:
        return _("Closed, opens at %(time)s", time=hour)
    return _("Closed, opens on %(day)s at %(time)s", day=day, time=hour)


def _day_and_time(then: datetime, moment: datetime) -> tuple[str | None, str]:
    """Name a coming instant: no day when it is today, `ma` within a week, `7.12.` after it."""
    today = moment.astimezone(HELSINKI).date()
    if then.time() == time.min and then.date() == today + timedelta(days=1):
        return None, time_text("24:00")
    if then.date() == today:
        return None, time_text(then)
    language = current_language()
    pattern = "ccc" if then.date() <= today + WEEK else SHORT_DATES[language]
    return format_date(then, pattern, locale=language), time_text(then)
