"""Dates, times and numbers as each language writes them."""

from datetime import date, datetime, time

from babel.dates import get_day_names, get_month_names
from babel.numbers import format_decimal, format_percent
from flask import Flask
from markupsafe import Markup

from navigator.domain.hours import HELSINKI, format_time
from navigator.i18n.languages import current_language

JOINED = {"fi": "{day} klo {time}", "sv": "{day} kl. {time}", "en": "{day} at {time}"}
UNSEPARATED = 1000  # the first number with a separator


def init_app(app: Flask) -> None:
    """Give templates a filter for each of these."""
    app.add_template_filter(day_text, "date")
    app.add_template_filter(date_tag)
    app.add_template_filter(time_text, "time")
    app.add_template_filter(time_range)
    app.add_template_filter(moment_text, "moment")
    app.add_template_filter(number_text, "number")
    app.add_template_filter(percent_text, "percent")
    app.add_template_filter(weekday)


def day_text(value: date | datetime | str) -> str:
    """Write a day: 24.11.2026, or 24 November 2026 in English. Takes ISO text too."""
    day = _day(value)
    if current_language() == "en":
        return f"{day.day} {get_month_names('wide', locale='en')[day.month]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"


def date_tag(value: date | datetime | str) -> Markup:
    """Write a day as `day_text` does, readable for programs too."""
    return Markup('<time datetime="{}">{}</time>').format(_day(value), day_text(value))


def time_text(value: int | time | datetime | str) -> str:
    """Write a time of day: 8.00, or 8:00 in English.

    Takes minutes from midnight as opening hours do, and HH:MM, which may be 24:00.
    """
    if isinstance(value, str):
        hour, minute = value.split(":")[:2]
        value = int(hour) * 60 + int(minute)
    elif isinstance(value, datetime):
        value = _in_helsinki(value).time()
    return format_time(value, current_language())


def time_range(start: int | time | datetime | str, end: int | time | datetime | str) -> str:
    """Write a span of a day: 8.00–16.00."""
    return f"{time_text(start)}–{time_text(end)}"


def moment_text(value: datetime) -> str:
    """Write a day and a time: 24.11.2026 klo 8.00."""
    return JOINED[current_language()].format(day=day_text(value), time=time_text(value))


def number_text(value: float) -> str:
    """Write a number with the language's own separators: 1 234,5."""
    if isinstance(value, int) and 0 <= value < UNSEPARATED:
        return str(value)  # the same in every language; a list of results has a hundred of them
    return format_decimal(value, locale=current_language())


def percent_text(share: float) -> str:
    """Write a share from 0 to 1 as the language writes percents: 95,8 %."""
    locale = current_language()
    return format_percent(round(share, 3), locale=locale, decimal_quantization=False)


def weekday(value: int | date) -> str:
    """Name a day of the week, 0 for Monday: maanantai, måndag, Monday."""
    number = value if isinstance(value, int) else value.weekday()
    return str(get_day_names("wide", "stand-alone", current_language())[number])


def _day(value: date | datetime | str) -> date:
    """Return the day in Finland that `value` stands for."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return _in_helsinki(value).date() if isinstance(value, datetime) else value


def _in_helsinki(value: datetime) -> datetime:
    """Turn a moment to Finnish time; one without a zone is Finnish already."""
    return value.astimezone(HELSINKI) if value.tzinfo else value
