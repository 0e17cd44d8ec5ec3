"""Opening hours: what people write, and what follows from it at a moment.

`Hours` is the value, kept as JSON in one column. Everything else here is a pure function of it:
`opening_at` (open now, opens next), `week_of` and `describe` (what a page shows), `schema_org`.
Absent hours are unknown; nothing is ever guessed. The rules: docs/decisions/0005-opening-hours.md.
"""

from navigator.domain.hours.display import (
    DayGroup,
    DayRow,
    Description,
    ExceptionDates,
    SeasonWeek,
    describe,
    format_time,
    week_of,
)
from navigator.domain.hours.model import (
    WEEKDAYS,
    ExceptionHours,
    Hours,
    Interval,
    Season,
    Span,
    WeeklyHours,
)
from navigator.domain.hours.opening import HELSINKI, Opening, opening_at
from navigator.domain.hours.public_holidays import holiday_on
from navigator.domain.hours.schema_org import schema_org

__all__ = [
    "HELSINKI",
    "WEEKDAYS",
    "DayGroup",
    "DayRow",
    "Description",
    "ExceptionDates",
    "ExceptionHours",
    "Hours",
    "Interval",
    "Opening",
    "Season",
    "SeasonWeek",
    "Span",
    "WeeklyHours",
    "describe",
    "format_time",
    "holiday_on",
    "opening_at",
    "schema_org",
    "week_of",
]
