from datetime import UTC, date, datetime, time

import pytest

from navigator.i18n import formats

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fi", ("24.11.2026", "8.00–16.00", "24.11.2026 klo 12.05", "1\xa0234,5", "tiistai")),
        ("sv", ("24.11.2026", "8.00–16.00", "24.11.2026 kl. 12.05", "1\xa0234,5", "tisdag")),
        (
            "en",
            ("24 November 2026", "8:00–16:00", "24 November 2026 at 12:05", "1,234.5", "Tuesday"),
        ),
    ],
)
def test_each_language_writes_in_its_own_way(on_page, language, written):
    day, hours, moment, number, weekday = written
    on_page(language)
    instant = datetime(2026, 11, 24, 10, 5, tzinfo=UTC)
    assert formats.day_text(date(2026, 11, 24)) == day
    assert formats.time_range(time(8), "16:00") == hours
    assert formats.moment_text(instant) == moment
    assert formats.number_text(1234.5) == number
    assert formats.number_text(1234) == number[:5]
    assert formats.number_text(999) == "999"
    assert formats.weekday(instant.date()) == formats.weekday(1) == weekday


@pytest.mark.parametrize(
    ("language", "exact", "whole"), [("fi", "95,8\xa0%", "100\xa0%"), ("en", "95.8%", "100%")]
)
def test_shares_are_percents_with_one_decimal_at_most(on_page, language, exact, whole):
    on_page(language)
    assert formats.percent_text(0.95804) == exact
    assert formats.percent_text(0.9996) == whole


def test_an_instant_is_shown_in_finnish_time_winter_and_summer(on_page):
    on_page("fi")
    assert formats.day_text(datetime(2026, 1, 31, 22, 30, tzinfo=UTC)) == "1.2.2026"
    assert formats.time_text(datetime(2026, 7, 1, 21, 0, tzinfo=UTC)) == "0.00"


def test_times_may_be_minutes_and_midnight_may_end_a_day(on_page):
    on_page("fi")
    assert formats.time_text(8 * 60 + 30) == "8.30"
    assert formats.time_range("18:00", "24:00") == "18.00–24.00"


def test_days_may_be_text_and_carry_their_date_for_programs(on_page):
    on_page("en")
    assert formats.day_text("2026-05-01") == "1 May 2026"
    assert formats.date_tag(date(2026, 5, 1)) == '<time datetime="2026-05-01">1 May 2026</time>'


def test_templates_have_the_filters(app):
    expected = {"date", "date_tag", "time", "time_range", "moment", "number", "percent", "weekday"}
    assert expected <= set(app.jinja_env.filters)
