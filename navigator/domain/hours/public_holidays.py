"""Finnish public holidays, the eves of Midsummer and Christmas included.

Source: the `holidays` library, category public; a year is looked up once.
"""

from datetime import date
from functools import lru_cache

NAMES_IN = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}


def holiday_on(day: date) -> dict[str, str] | None:
    """Return the names of the public holiday on `day`, or None when it is an ordinary day."""
    return _holidays_in(day.year).get(day)


@lru_cache(maxsize=32)
def _holidays_in(year: int) -> dict[date, dict[str, str]]:
    from holidays import country_holidays  # noqa: PLC0415 – slow to import, and often not needed

    names: dict[date, dict[str, str]] = {}
    for language, locale in NAMES_IN.items():
        for day, name in country_holidays("FI", years=year, language=locale).items():
            names.setdefault(day, {})[language] = name
    return names
