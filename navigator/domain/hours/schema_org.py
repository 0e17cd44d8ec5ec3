"""Hours in schema.org's words, for the JSON-LD of a page."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from navigator.domain.hours.model import Hours, Span, WeekTable
from navigator.domain.hours.values import DAY, written_time

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CLOSED = {"opens": "00:00", "closes": "00:00"}


def schema_org(hours: Hours | None, *, today: date | None = None) -> list[dict[str, Any]]:
    """Return the hours as OpeningHoursSpecification objects; none when they are not known.

    Closed is `opens` = `closes` = 00:00, all day is 00:00 to 23:59, and a `closes` before `opens`
    is on the next day. Dates before `today` are left out.
    """
    if hours is None or hours.appointment:
        return []
    hours = hours.dates_after(today) if today else hours
    found = [*_ordinary(hours), *_seasonal(hours)]
    if hours.holidays == "closed":
        found.append({"dayOfWeek": ["https://schema.org/PublicHolidays"], **CLOSED})
    found.extend(_exceptional(hours))
    return [{"@type": "OpeningHoursSpecification", **item} for item in found]


def _ordinary(hours: Hours) -> Iterable[dict[str, Any]]:
    if hours.always:
        return _weekly(((Span(0, DAY),),) * 7)
    return _weekly(hours.table) if hours.table else []


def _seasonal(hours: Hours) -> Iterator[dict[str, Any]]:
    """Yield each season's week; its closed days are said, for they replace the ordinary week."""
    for season in hours.seasons:
        dates = _dates(season.first, season.last)
        yield from ({**item, **dates} for item in _weekly(season.table))
        if closed := [day for day in range(7) if not season.table[day]]:
            yield {"dayOfWeek": _days(closed), **CLOSED, **dates}


def _exceptional(hours: Hours) -> Iterator[dict[str, Any]]:
    for item in hours.exceptions:
        dates = _dates(item.first, item.until)
        times = [_times(span) for span in item.spans] or [CLOSED]
        yield from ({**opening, **dates} for opening in times)


def _weekly(table: WeekTable) -> Iterator[dict[str, Any]]:
    """Yield one object for each span, with all the weekdays that have it."""
    for span in sorted({span for row in table for span in row}):
        yield {
            "dayOfWeek": _days(day for day, row in enumerate(table) if span in row),
            **_times(span),
        }


def _times(span: Span) -> dict[str, str]:
    end = span.end - 1 if span.end - span.start == DAY else span.end
    return {"opens": written_time(span.start), "closes": written_time(end % DAY)}


def _days(days: Iterable[int]) -> list[str]:
    return [f"https://schema.org/{NAMES[day]}" for day in days]


def _dates(first: date, last: date) -> dict[str, str]:
    return {"validFrom": first.isoformat(), "validThrough": last.isoformat()}
