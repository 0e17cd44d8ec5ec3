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
            until = _when(opening.until, moment)
            return OpeningTag("open", _("Open now, until %(time)s", time=until))
        case "closed" if opening.next_open is not None:
            when = _when(opening.next_open, moment)
            return OpeningTag("closed", _("Closed, opens %(when)s", when=when))
        case state:
            words = {
                "closed": OpeningTag("closed", _("Closed")),
                "appointment": OpeningTag("plain", _("By appointment")),
                "holiday": OpeningTag("wait", _("May be closed today: public holiday")),
            }
            return words.get(state)


def _when(then: datetime | None, moment: datetime) -> str:
    """Name a coming instant as short as it can be understood."""
    if then is None:
        return ""
    time = time_text(then)
    today = moment.astimezone(HELSINKI).date()
    if then.date() == today or (then.hour == 0 and then.date() == today + timedelta(days=1)):
        return _("at %(time)s", time=time)
    if then.date() <= today + WEEK:
        names = get_day_names("abbreviated", locale=current_language())
        return _("on %(day)s at %(time)s", day=names[then.weekday()], time=time)
    return _("on %(date)s at %(time)s", date=f"{then.day}.{then.month}.", time=time)
