"""Hours as people write them and as the database keeps them."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from navigator.domain.hours.values import (
    DAY,
    WEEK,
    WEEKDAYS,
    Day,
    Days,
    EndTime,
    Span,
    StartTime,
    Texts,
    Value,
    Weekday,
    overlap_of,
    span_between,
    weekdays_of,
    written_time,
)

__all__ = [
    "WEEKDAYS",
    "ExceptionHours",
    "Hours",
    "Interval",
    "Season",
    "Span",
    "WeekTable",
    "WeeklyHours",
    "table_of",
]

WeekTable = tuple[tuple[Span, ...], ...]
"""The spans of each weekday, Monday first."""


class Interval(Value):
    """Open from one time to another of a dated day; `to` not after `from` is past midnight."""

    start: StartTime = Field(alias="from")
    end: EndTime = Field(alias="to")

    @property
    def span(self) -> Span:
        """The interval in minutes from the midnight that its day begins with."""
        return span_between(self.start, self.end)


class WeeklyHours(Value):
    """Open on some weekdays; `to` not after `from` is past midnight.

    Counterparts: PTV `openingHour` (`to_day`: `OverMidnight`), HSDS `schedule` with `byday`.
    """

    days: Days
    start: StartTime = Field(alias="from")
    end: EndTime = Field(alias="to")
    to_day: Weekday | None = None
    """The weekday of `to`, when the hours run over several days (fri 18:00 → mon 06:00)."""

    @model_validator(mode="after")
    def _ends_on_another_day(self) -> Self:
        if self.to_day is None:
            return self
        days = weekdays_of(self.days)
        if len(days) > 1:
            raise ValueError("expected one day in `days` beside `to_day`, the day it begins")
        if days[0] == self.to_day and self.end > self.start:
            raise ValueError("expected no `to_day`, for the hours end on the day they begin")
        return self

    def spans(self) -> list[tuple[int, Span]]:
        """Return (weekday, span), Monday 0; hours over several days are cut at each midnight."""
        days = [WEEKDAYS.index(day) for day in weekdays_of(self.days)]
        if self.to_day is None:
            return [(day, span_between(self.start, self.end)) for day in days]
        length = (WEEKDAYS.index(self.to_day) - days[0]) % 7 or 7
        if length == 1 and self.end <= self.start:
            return [(days[0], Span(self.start, self.end + DAY))]
        between = [((days[0] + step) % 7, Span(0, DAY)) for step in range(1, length)]
        last = [((days[0] + length) % 7, Span(0, self.end))] if self.end else []
        return [(days[0], Span(self.start, DAY)), *between, *last]


def table_of(weekly: Sequence[WeeklyHours]) -> WeekTable:
    """Return what is open on each weekday, in order of time."""
    spans = [pair for entry in weekly for pair in entry.spans()]
    return tuple(tuple(sorted(span for at, span in spans if at == day)) for day in range(7))


def _refuse_overlap(weekly: Sequence[WeeklyHours], field: str) -> None:
    """Raise when two of the hours cover the same minute of the week."""
    spans = [
        (day * DAY + span.start, day * DAY + span.end)
        for day, row in enumerate(table_of(weekly))
        for span in row
    ]
    from_sunday = [(0, end - WEEK) for _, end in spans if end > WEEK]
    minute = overlap_of(spans + from_sunday)
    if minute is not None:
        when = f"{WEEKDAYS[minute // DAY % 7]} at {written_time(minute % DAY)}"
        raise ValueError(f"expected hours in `{field}` that do not overlap, two are open {when}")


class Dated(Value):
    """Something that is true from one date to another, both included."""

    first: Day = Field(alias="from")

    @property
    def until(self) -> date:
        """The last of the dates."""
        raise NotImplementedError

    def covers(self, day: date) -> bool:
        """Tell whether `day` is one of the dates."""
        return self.first <= day <= self.until


class Season(Dated):
    """A week that takes the place of the ordinary week on its dates.

    Counterparts: PTV hours with `validFrom` and `validTo`, HSDS `valid_from` and `valid_to`.
    """

    last: Day = Field(alias="to")
    name: Texts | None = None
    weekly: tuple[WeeklyHours, ...]
    """Empty: closed for the season."""

    @property
    def until(self) -> date:
        """The last day of the season."""
        return self.last

    @model_validator(mode="after")
    def _fits(self) -> Self:
        _refuse_reversed(self)
        _refuse_overlap(self.weekly, "weekly")
        return self

    @cached_property
    def table(self) -> WeekTable:
        """What is open on each weekday of the season."""
        return table_of(self.weekly)


class ExceptionHours(Dated):
    """One date or a range that is closed, or open otherwise than the week says.

    Counterpart: PTV `Exceptional` hours.
    """

    last: Day | None = Field(default=None, alias="to")
    closed: bool = Field(default=False, strict=True)
    intervals: tuple[Interval, ...] | None = None
    name: Texts | None = None

    @property
    def until(self) -> date:
        """The last of the dates: the only one when no other was written."""
        return self.last or self.first

    @model_validator(mode="after")
    def _says_what_is_open(self) -> Self:
        _refuse_reversed(self)
        if self.closed == bool(self.intervals):
            raise ValueError("expected either `closed: true` or `intervals`")
        ends = [(span.start, span.end) for span in self.spans]
        next_day = [(s + DAY, e + DAY) for s, e in ends] if self.until > self.first else []
        if (minute := overlap_of(ends + next_day)) is not None:
            at = written_time(minute % DAY)
            raise ValueError(f"expected `intervals` that do not overlap, two are open at {at}")
        return self

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """What is open on each of the dates, in order of time."""
        return tuple(sorted(interval.span for interval in self.intervals or ()))


def _refuse_reversed(dated: Dated) -> None:
    if dated.until < dated.first:
        raise ValueError(f"expected `to` on or after `from`, {dated.first}; found {dated.until}")


def _refuse_shared_dates(items: Sequence[Dated], field: str) -> None:
    """Raise when two of the items claim the same date: which of them wins would be a guess."""
    ordered = sorted(items, key=lambda item: item.first)
    for before, after in pairwise(ordered):
        if after.first <= before.until:
            raise ValueError(f"expected one of `{field}` a date, two cover {after.first}")


class Hours(Value):
    """When a channel is open. Source: content files, editors, later PTV service hours.

    For a date an exception wins over a public holiday, that over a season, that over the week.
    """

    always: bool = Field(default=False, strict=True)
    """Day and night, public holidays included; exceptions may still close it."""
    appointment: bool = Field(default=False, strict=True)
    """Only by appointment: neither open nor closed."""
    weekly: tuple[WeeklyHours, ...] | None = None
    """The ordinary week. None: not known. Empty: closed outside seasons and exceptions."""
    seasons: tuple[Season, ...] = ()
    exceptions: tuple[ExceptionHours, ...] = ()
    holidays: Literal["closed", "open", "unknown"] = "unknown"
    """What Finnish public holidays without an exception are: closed, like the week, unknown."""
    note: Texts | None = None
    """Shown beside the hours."""

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        self._refuse_contradictions()
        _refuse_overlap(self.weekly or (), "weekly")
        _refuse_shared_dates(self.seasons, "seasons")
        _refuse_shared_dates(self.exceptions, "exceptions")
        return self

    def _refuse_contradictions(self) -> None:
        named = self.model_fields_set
        week = {"weekly", "seasons"} & named
        if self.always and (week or self.appointment or self.holidays == "closed"):
            raise ValueError(
                "expected `always` without weekly, seasons, appointment or `holidays: closed`"
            )
        if self.appointment and (week or {"exceptions", "holidays"} & named):
            raise ValueError("expected `appointment` alone or with a note")
        if self.is_silent and not self.appointment and self.note is None:
            raise ValueError("expected always, appointment, weekly, seasons, exceptions or note")

    @property
    def is_silent(self) -> bool:
        """Tell whether nothing here says when it is open: a note or an appointment alone."""
        return not (self.always or self.weekly is not None or self.seasons or self.exceptions)

    @cached_property
    def table(self) -> WeekTable | None:
        """What is open on each weekday of the ordinary week; None: not known."""
        return None if self.weekly is None else table_of(self.weekly)

    def exception_on(self, day: date) -> ExceptionHours | None:
        """Return the exception that covers `day`."""
        return next((item for item in self.exceptions if item.covers(day)), None)

    def table_on(self, day: date) -> WeekTable | None:
        """Return the week that is in force on `day`; None: not known."""
        season = next((item for item in self.seasons if item.covers(day)), None)
        return self.table if season is None else season.table

    def dates_after(self, day: date) -> "Hours":
        """Return the hours without the seasons and exceptions that ended before `day`."""
        yesterday = day - timedelta(days=1)
        kept = {
            "seasons": tuple(item for item in self.seasons if item.until > yesterday),
            "exceptions": tuple(item for item in self.exceptions if item.until > yesterday),
        }
        return self.model_copy(update=kept)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read hours from plain data: a content file or the database's JSON column."""
        return cls.model_validate(data)

    def to_json(self) -> dict[str, Any]:
        """Return plain data that `from_json` reads back; what is left at its default is left out.

        Shape: {"weekly": [{"days": ["mon"], "from": "08:00", "to": "16:00"}], …}.
        """
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
