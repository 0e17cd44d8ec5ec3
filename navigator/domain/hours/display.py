"""Hours as a page shows them: a dated week, the week in as few lines as it needs. Data, no text."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal

from navigator.domain.hours.model import WEEKDAYS, Hours, Span, WeekTable
from navigator.domain.hours.plan import DayPlan, plan_on
from navigator.domain.hours.values import DAY, Weekday

SEPARATORS = {"en": ":"}
"""Between hours and minutes. Finnish and Swedish, as written in Finland: a full stop."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One date of a week."""

    date: date
    intervals: tuple[Span, ...]
    state: Literal["open", "closed", "holiday", "unknown", "appointment"]
    """`holiday`: the intervals are the usual ones, but a public holiday may close it."""
    name: dict[str, str] | None = None
    """Name of the exception or public holiday."""

    @property
    def closed(self) -> bool:
        """Tell whether it is known to be closed all day."""
        return self.state == "closed"


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Consecutive weekdays with the same intervals; none means closed."""

    first: Weekday
    last: Weekday
    intervals: tuple[Span, ...]

    @property
    def closed(self) -> bool:
        """Tell whether it is closed on these days."""
        return not self.intervals


@dataclass(frozen=True, slots=True)
class SeasonWeek:
    """A dated week, both dates included."""

    first: date
    last: date
    name: dict[str, str] | None
    week: tuple[DayGroup, ...]


@dataclass(frozen=True, slots=True)
class ExceptionDates:
    """Dates that differ from the week, both included; no intervals means closed."""

    first: date
    last: date
    name: dict[str, str] | None
    intervals: tuple[Span, ...]

    @property
    def closed(self) -> bool:
        """Tell whether it is closed on these dates."""
        return not self.intervals


@dataclass(frozen=True, slots=True)
class Description:
    """Everything the hours say, in the order a page says it."""

    always: bool
    appointment: bool
    week: tuple[DayGroup, ...]
    """All seven days. Empty: the ordinary week is not known."""
    seasons: tuple[SeasonWeek, ...]
    exceptions: tuple[ExceptionDates, ...]
    holidays: Literal["closed", "open", "unknown"]
    note: dict[str, str] | None


def week_of(hours: Hours | None, day: date) -> list[DayRow]:
    """Return the week of `day`, Monday first, with its exceptions and public holidays."""
    monday = day - timedelta(days=day.weekday())
    return [_row(hours, monday + timedelta(days=number)) for number in range(7)]


def _row(hours: Hours | None, day: date) -> DayRow:
    if hours is None or hours.appointment:
        return DayRow(day, (), "unknown" if hours is None else "appointment")
    plan = plan_on(hours, day)
    return DayRow(day, plan.spans or (), _state_of(plan), plan.name)


def _state_of(plan: DayPlan) -> Literal["open", "closed", "holiday", "unknown"]:
    if plan.spans is None:
        return "unknown"
    if plan.is_doubtful:
        return "holiday"
    return "open" if plan.spans else "closed"


def describe(hours: Hours, *, today: date | None = None) -> Description:
    """Return what the hours say; seasons and exceptions that ended before `today` are left out."""
    hours = hours.dates_after(today) if today else hours
    return Description(
        always=hours.always,
        appointment=hours.appointment,
        week=() if hours.table is None else groups_of(hours.table),
        seasons=tuple(
            SeasonWeek(season.first, season.last, season.name, groups_of(season.table))
            for season in sorted(hours.seasons, key=lambda season: season.first)
        ),
        exceptions=tuple(
            ExceptionDates(item.first, item.until, item.name, item.spans)
            for item in sorted(hours.exceptions, key=lambda item: item.first)
        ),
        holidays=hours.holidays,
        note=hours.note,
    )


def groups_of(table: WeekTable) -> tuple[DayGroup, ...]:
    """Join consecutive weekdays with the same intervals."""
    groups: list[DayGroup] = []
    for day, spans in zip(WEEKDAYS, table, strict=True):
        if groups and groups[-1].intervals == spans:
            groups[-1] = DayGroup(groups[-1].first, day, spans)
        else:
            groups.append(DayGroup(day, day, spans))
    return tuple(groups)


def format_time(value: int | time, language: str) -> str:
    """Write a time of day, or minutes from midnight, as `language` does: 8.00, 8:00.

    The end of the day is 24.00; minutes beyond it are the next day's time.
    """
    minutes = value if isinstance(value, int) else value.hour * 60 + value.minute
    hour, minute = divmod(minutes if minutes <= DAY else minutes - DAY, 60)
    return f"{hour}{SEPARATORS.get(language, '.')}{minute:02}"
