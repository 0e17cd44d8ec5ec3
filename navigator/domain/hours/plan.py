"""Which hours are in force on a date: exception > public holiday > season > ordinary week."""

from dataclasses import dataclass
from datetime import date

from navigator.domain.hours.model import Hours, Span
from navigator.domain.hours.public_holidays import holiday_on
from navigator.domain.hours.values import DAY

ALL_DAY = (Span(0, DAY),)


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What is open on one date."""

    spans: tuple[Span, ...] | None
    """None: not known."""
    name: dict[str, str] | None = None
    """Name of the exception or the public holiday."""
    is_exception: bool = False
    is_doubtful: bool = False
    """A public holiday about which the hours say nothing: the spans may be closed."""


def plan_on(hours: Hours, day: date) -> DayPlan:
    """Return what is open on `day`. Spans belong to the day they begin on."""
    if (exception := hours.exception_on(day)) is not None:
        return DayPlan(exception.spans, exception.name or holiday_on(day), is_exception=True)
    holiday = holiday_on(day)
    if hours.always:
        return DayPlan(ALL_DAY, holiday)
    if holiday and hours.holidays == "closed":
        return DayPlan((), holiday)
    table = hours.table_on(day)
    spans = None if table is None else table[day.weekday()]
    return DayPlan(
        spans, holiday, is_doubtful=bool(spans and holiday and hours.holidays == "unknown")
    )


def is_doubtful_holiday(hours: Hours, day: date) -> bool:
    """Tell whether `day` is a public holiday about which the hours say nothing."""
    if hours.always or hours.holidays != "unknown" or holiday_on(day) is None:
        return False
    return hours.exception_on(day) is None
