"""Open now, opens next: the hours at one moment, by the wall clock of Europe/Helsinki."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from navigator.domain.hours.model import Hours
from navigator.domain.hours.plan import is_doubtful_holiday, plan_on
from navigator.domain.hours.values import DAY

HELSINKI = ZoneInfo("Europe/Helsinki")
DAYS_AHEAD = 14
ONE_DAY = timedelta(days=1)

State = Literal["open", "closed", "appointment", "holiday", "unknown"]


@dataclass(frozen=True, slots=True)
class Opening:
    """What the hours say about one moment. All times are in Europe/Helsinki."""

    state: State
    """`holiday`: a public holiday about which the hours say nothing, so it may be closed."""
    until: datetime | None = None
    """When open: the end of it. None: not within two weeks."""
    next_open: datetime | None = None
    """When not open: the next time it is known to open, within two weeks."""
    always: bool = False
    changes_at: datetime | None = None
    """The answer holds until then, at most until midnight. None: it needs no clock."""


class Period(NamedTuple):
    """A span as two instants in UTC. Doubtful: it may be closed for a public holiday."""

    start: datetime
    end: datetime
    is_doubtful: bool


def opening_at(hours: Hours | None, moment: datetime) -> Opening:
    """Tell what `hours` say about `moment`, an aware datetime."""
    if moment.tzinfo is None:
        raise ValueError("the moment needs a time zone")
    if hours is None or (hours.is_silent and not hours.appointment):
        return Opening("unknown")
    if hours.appointment:
        return Opening("appointment")
    if hours.always and not hours.exceptions:
        return Opening("open", always=True)
    return _opening_at(hours, moment.astimezone(UTC), moment.astimezone(HELSINKI).date())


def _opening_at(hours: Hours, now: datetime, today: date) -> Opening:
    yesterday = today - ONE_DAY
    near = [*periods_of(hours, yesterday), *periods_of(hours, today)]
    changes_at = _local(_next_change(near, now, today))
    if ends := [p.end for p in near if p.start <= now < p.end and not p.is_doubtful]:
        until = _end_of_run(hours, max(ends), yesterday)
        return Opening("open", until and _local(until), None, hours.always, changes_at)
    state = _state_when_not_open(hours, near, now, today)
    opens = None if state == "unknown" else _next_open(hours, now, today)
    return Opening(state, None, opens and _local(opens), hours.always, changes_at)


def _state_when_not_open(hours: Hours, near: list[Period], now: datetime, today: date) -> State:
    """Tell a doubtful holiday, known to be closed and not known from one another.

    A holiday is in doubt from its midnight until the last of its usual hours has passed.
    """
    holiday = is_doubtful_holiday(hours, today)
    if any(p.is_doubtful and p.end > now and (holiday or p.start <= now) for p in near):
        return "holiday"
    return "unknown" if plan_on(hours, today).spans is None else "closed"


def periods_of(hours: Hours, day: date) -> Iterator[Period]:
    """Yield what begins on `day`, in order; a span that the clocks skip whole is none."""
    for start, end, is_doubtful in _certain_and_doubtful(hours, day):
        period = Period(instant(day, start), instant(day, end), is_doubtful)
        if period.start < period.end:
            yield period


def _certain_and_doubtful(hours: Hours, day: date) -> Iterator[tuple[int, int, bool]]:
    """Yield the spans of `day` in minutes; a night into a holiday in doubt is cut at midnight."""
    plan = plan_on(hours, day)
    for start, end in plan.spans or ():
        if end > DAY and not plan.is_exception and is_doubtful_holiday(hours, day + ONE_DAY):
            yield start, DAY, plan.is_doubtful
            yield DAY, end, True
        else:
            yield start, end, plan.is_doubtful


def instant(day: date, minutes: int) -> datetime:
    """Return the instant, in UTC, at which the wall clock first shows `minutes` after midnight.

    A time that the clocks skip in spring is the moment they skip; one that they show twice in
    autumn is the first.
    """
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    found = wall.replace(tzinfo=HELSINKI).astimezone(UTC)
    if found.astimezone(HELSINKI).replace(tzinfo=None) != wall:
        return found.replace(minute=0)  # clocks go forward at 01:00 UTC
    return found


def _end_of_run(hours: Hours, end: datetime, day: date) -> datetime | None:
    """Return when the run of hours that reaches `end` breaks; None: not within two weeks."""
    for _ in range(DAYS_AHEAD + 2):
        if instant(day, 0) > end:
            return end
        for period in periods_of(hours, day):
            if period.start <= end < period.end and not period.is_doubtful:
                end = period.end
        day += ONE_DAY
    return None


def _next_open(hours: Hours, now: datetime, day: date) -> datetime | None:
    """Return when it is next known to open, within two weeks."""
    latest = now + timedelta(days=DAYS_AHEAD)
    for _ in range(DAYS_AHEAD + 1):
        for period in periods_of(hours, day):
            if now < period.start <= latest and not period.is_doubtful:
                return period.start
        day += ONE_DAY
    return None


def _next_change(near: list[Period], now: datetime, today: date) -> datetime:
    """Return the first moment after `now` at which something begins or ends, or midnight."""
    edges = [edge for period in near for edge in (period.start, period.end) if edge > now]
    return min([instant(today + ONE_DAY, 0), *edges])


def _local(moment: datetime) -> datetime:
    return moment.astimezone(HELSINKI)
