"""The opening hours of the coming week, in as few words as a printed plan has room for."""

from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby

from babel.dates import format_date

from navigator.domain.hours import DayRow, Hours, week_of
from navigator.guide.blueprint import bp
from navigator.i18n.formats import time_range
from navigator.i18n.languages import current_language
from navigator.i18n.messages import gettext as _

DAYS = 7


@bp.app_template_filter("coming_week")
def coming_week(hours: Hours, day: date) -> str:
    """Say when it is open on the seven days from `day`, Monday first: `ma–pe 8.00–16.00`."""
    return _coming_week(hours, day, current_language())


@lru_cache(maxsize=2048)
def _coming_week(hours: Hours, day: date, _language: str) -> str:
    """Say it in the language of the page; the words stay the same all day."""
    if hours.always:
        return _("Open around the clock")
    if hours.appointment:
        return _("By appointment")
    rows = [*week_of(hours, day), *week_of(hours, day + timedelta(days=DAYS))]
    coming = [row for row in rows if day <= row.date < day + timedelta(days=DAYS)]
    coming.sort(key=lambda row: row.date.weekday())
    runs = [list(run) for _same, run in groupby(coming, key=_times)]
    open_runs = [run for run in runs if run[0].state != "closed"]
    return ", ".join(f"{_days(run)} {_times(run[0])}" for run in open_runs) or _("Closed")


def _times(row: DayRow) -> str:
    """Say the hours of one day."""
    if row.state == "unknown":
        return _("Not known")
    spans = ", ".join(time_range(span.start, span.end) for span in row.intervals)
    return _("%(hours)s (may be closed)", hours=spans) if row.state == "holiday" else spans


def _days(run: list[DayRow]) -> str:
    """Name the days of a run: `ti–pe`."""
    first, last = (
        format_date(row.date, "ccc", locale=current_language()) for row in (run[0], run[-1])
    )
    return first if first == last else f"{first}–{last}"
