"""Hours as data for pages and for schema.org."""

from datetime import date, time

import pytest

from navigator.domain.hours import (
    DayGroup,
    Hours,
    Span,
    describe,
    format_time,
    holiday_on,
    schema_org,
    week_of,
)

OFFICE = {"days": "mon-fri", "from": "08:00", "to": "16:00"}
CHRISTMAS = date(2026, 12, 24)  # a Thursday


def hours(**data):
    return Hours.from_json(data)


def test_a_week_begins_on_monday_and_has_its_exceptions_and_holidays():
    joulu = {"fi": "Esimerkkijoulu"}
    rows = week_of(
        hours(
            weekly=[OFFICE],
            exceptions=[{"from": "2026-12-24", "closed": True, "name": joulu}],
        ),
        CHRISTMAS,
    )
    assert [row.date.day for row in rows] == [21, 22, 23, 24, 25, 26, 27]
    assert [row.state for row in rows] == ["open"] * 3 + ["closed", "holiday", "closed", "closed"]
    assert rows[0].intervals == rows[4].intervals == (Span(480, 960),)
    assert rows[3].name == joulu
    assert rows[3].closed
    assert rows[4].name["fi"] == "Joulupäivä"
    assert not rows[4].closed


def test_a_week_of_unknown_hours_says_so_and_not_closed():
    assert {row.state for row in week_of(None, CHRISTMAS)} == {"unknown"}
    assert {row.state for row in week_of(hours(note={"fi": "x"}), CHRISTMAS)} == {"unknown"}
    assert {row.state for row in week_of(hours(appointment=True), CHRISTMAS)} == {"appointment"}


def test_holidays_have_names_in_three_languages():
    assert holiday_on(date(2026, 6, 19)) == {
        "fi": "Juhannusaatto",
        "sv": "Midsommarafton",
        "en": "Midsummer Eve",
    }
    assert holiday_on(date(2026, 6, 18)) is None


def test_equal_days_in_a_row_are_one_line():
    short_wednesday = [
        OFFICE | {"days": ["mon", "tue", "thu", "fri"]},
        {"days": ["wed"], "from": "08:00", "to": "12:00"},
    ]
    assert describe(hours(weekly=short_wednesday)).week == (
        DayGroup("mon", "tue", (Span(480, 960),)),
        DayGroup("wed", "wed", (Span(480, 720),)),
        DayGroup("thu", "fri", (Span(480, 960),)),
        DayGroup("sat", "sun", ()),
    )


def test_an_unknown_week_has_no_lines():
    season = {"from": "2026-06-01", "to": "2026-08-31", "weekly": [OFFICE]}
    found = describe(hours(seasons=[season]))
    assert found.week == ()
    assert [group.closed for group in found.seasons[0].week] == [False, True]


def test_seasons_and_exceptions_that_are_over_are_left_out_and_the_rest_is_in_order():
    def days(*dates):
        return [{"from": day, "closed": True} for day in dates]

    found = describe(
        hours(weekly=[OFFICE], exceptions=days("2026-12-31", "2026-01-02", "2026-12-24")),
        today=CHRISTMAS,
    )
    assert [item.first for item in found.exceptions] == [CHRISTMAS, date(2026, 12, 31)]
    assert found.exceptions[0].closed


@pytest.mark.parametrize(
    ("value", "language", "written"),
    [
        (480, "fi", "8.00"),
        (480, "sv", "8.00"),
        (480, "en", "8:00"),
        (480, "fi-simple", "8.00"),
        (time(16, 30), "fi", "16.30"),
        (0, "en", "0:00"),
        (1440, "fi", "24.00"),
        (1680, "fi", "4.00"),
    ],
)
def test_times_are_written_as_the_language_writes_them(value, language, written):
    assert format_time(value, language) == written


def specification(**parts):
    return {"@type": "OpeningHoursSpecification", **parts}


def days(*names):
    return [f"https://schema.org/{name}" for name in names]


def test_schema_org_joins_the_days_of_equal_hours():
    assert schema_org(hours(weekly=[OFFICE], holidays="closed")) == [
        specification(
            dayOfWeek=days("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
            opens="08:00",
            closes="16:00",
        ),
        specification(dayOfWeek=days("PublicHolidays"), opens="00:00", closes="00:00"),
    ]


def test_schema_org_writes_nights_midnight_and_whole_days():
    def times(start, end):
        [found] = schema_org(hours(weekly=[{"days": ["mon"], "from": start, "to": end}]))
        return found["opens"], found["closes"]

    assert times("22:00", "04:00") == ("22:00", "04:00")
    assert times("18:00", "24:00") == ("18:00", "00:00")
    assert times("00:00", "24:00") == ("00:00", "23:59")
    assert times("08:00", "08:00") == ("08:00", "07:59")


def test_schema_org_dates_seasons_with_their_closed_days_and_exceptions():
    season = {
        "from": "2026-06-01",
        "to": "2026-08-31",
        "weekly": [OFFICE | {"days": "mon-sat"}],
    }
    found = schema_org(
        hours(weekly=[], seasons=[season], exceptions=[{"from": "2026-12-24", "closed": True}])
    )
    assert found[1] == specification(
        dayOfWeek=days("Sunday"),
        opens="00:00",
        closes="00:00",
        validFrom="2026-06-01",
        validThrough="2026-08-31",
    )
    assert found[2] == specification(
        opens="00:00", closes="00:00", validFrom="2026-12-24", validThrough="2026-12-24"
    )


def test_schema_org_says_nothing_of_hours_that_are_not_known():
    assert schema_org(None) == schema_org(hours(appointment=True)) == []
    assert len(schema_org(hours(always=True))[0]["dayOfWeek"]) == 7
