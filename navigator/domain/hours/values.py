"""The parts hours are written with: clock times, weekdays, dates, spans of a day, short texts."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, NamedTuple, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainSerializer

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
DAY = 24 * 60
WEEK = 7 * DAY
LANGUAGES = frozenset({"fi", "sv", "en", "fi-simple"})


class Value(BaseModel):
    """A part of the hours: never changed, and an unknown field is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True)


class Span(NamedTuple):
    """A stretch of one day, in minutes from its midnight by the wall clock.

    `end` is past 24 h (1440) when the stretch runs into the next day; it is then still the
    day on which it begins that it belongs to.
    """

    start: int
    end: int


def span_between(start: int, end: int) -> Span:
    """Return the span from `start` to `end`, which is on the next day unless it is later."""
    return Span(start, end if end > start else end + DAY)


def overlap_of(spans: list[tuple[int, int]]) -> int | None:
    """Return where the first two of the spans overlap, or None when none do."""
    reached = -1
    for start, end in sorted(spans):
        if start < reached:
            return start
        reached = max(reached, end)
    return None


def written_time(minutes: int) -> str:
    """Write minutes from midnight as hours are stored: `08:00`, at most `24:00`."""
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}"


def _read_time(value: Any) -> int:
    found = re.fullmatch(r"([01]\d|2[0-4]):([0-5]\d)", str(value), re.ASCII)
    minutes = int(found[1]) * 60 + int(found[2]) if found else DAY + 1
    if not isinstance(value, str) or minutes > DAY:
        raise ValueError(f'expected a time in quotes such as "08:00" or "16:30", found {value!r}')
    return minutes


def _before_midnight(minutes: int) -> int:
    if minutes == DAY:
        raise ValueError('expected a time from "00:00" to "23:59", found "24:00"')
    return minutes


def _read_date(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return date.fromisoformat(value)
    except ValueError:
        pass  # such as 30 February: the sentence below says what was expected
    raise ValueError(f"expected a date such as 2026-12-24, found {value!r}")


def _has_known_languages(texts: dict[str, str]) -> dict[str, str]:
    if not texts or not texts.keys() <= LANGUAGES:
        raise ValueError("expected texts under fi, sv and en")
    if not all(text.strip() for text in texts.values()):
        raise ValueError("expected a text, found an empty one")
    return texts


def _weekdays_between(text: str) -> list[Weekday]:
    """Return the days that `mon-fri` or `mon` names; `fri-mon` goes over the weekend."""
    first, dash, last = text.strip().lower().partition("-")
    if first not in WEEKDAYS or (last if dash else first) not in WEEKDAYS:
        raise ValueError(f"expected {', '.join(WEEKDAYS)} or mon-fri, found {text!r}")
    start = WEEKDAYS.index(first)
    length = (WEEKDAYS.index(last) - start) % 7 if dash else 0
    return [WEEKDAYS[(start + step) % 7] for step in range(length + 1)]


def weekdays_of(days: str | tuple[Weekday, ...]) -> tuple[Weekday, ...]:
    """Return the days that were written, Monday first."""
    named = _weekdays_between(days) if isinstance(days, str) else days
    return tuple(day for day in WEEKDAYS if day in named)


def _read_days(value: Any) -> str | tuple[Weekday, ...]:
    """Keep a range as a range and a list as a list, so that files come out as they went in."""
    if isinstance(value, str):
        named = _weekdays_between(value)
        return f"{named[0]}-{named[-1]}" if len(named) > 1 else named[0]
    if not isinstance(value, list | tuple) or not value:
        raise ValueError(f"expected a list such as [mon, tue] or a range, found {value!r}")
    days = [day for item in value for day in _weekdays_between(str(item))]
    if len(set(days)) < len(days):
        raise ValueError("expected each day once")
    return weekdays_of(tuple(days))


_Time = Annotated[int, BeforeValidator(_read_time), PlainSerializer(written_time, return_type=str)]
StartTime = Annotated[_Time, AfterValidator(_before_midnight)]
"""Minutes from midnight, written "00:00" to "23:59"."""
EndTime = _Time
"""Minutes from midnight, written "00:00" to "24:00"."""
Day = Annotated[date, BeforeValidator(_read_date)]
Days = Annotated[str | tuple[Weekday, ...], BeforeValidator(_read_days)]
Texts = Annotated[dict[str, str], AfterValidator(_has_known_languages)]
