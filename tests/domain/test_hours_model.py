"""What people may write as hours, and the sentences that mistakes are answered with."""

import copy

import pytest
from pydantic import ValidationError

from navigator.domain.hours import Hours, Span

OFFICE = {"days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00", "to": "16:00"}
EVERYTHING = {
    "weekly": [
        {"days": "mon-thu", "from": "08:00", "to": "16:00"},
        {"days": ["fri"], "from": "18:00", "to": "06:00", "to_day": "mon"},
    ],
    "seasons": [
        {
            "from": "2026-06-01",
            "to": "2026-08-31",
            "name": {"fi": "Kesäaika", "sv": "Sommartid", "en": "Summer"},
            "weekly": [{"days": ["wed"], "from": "20:00", "to": "24:00"}],
        }
    ],
    "exceptions": [
        {"from": "2026-12-24", "to": "2026-12-26", "closed": True, "name": {"fi": "Joulu"}},
        {"from": "2026-12-31", "intervals": [{"from": "10:00", "to": "14:00"}]},
    ],
    "holidays": "closed",
    "note": {"fi": "Esimerkki", "sv": "Exempel", "en": "Example"},
}


def mistake(data):
    with pytest.raises(ValidationError) as found:
        Hours.from_json(data)
    [error] = found.value.errors()
    return ".".join(map(str, error["loc"])), error["msg"]


def test_what_was_written_comes_out_as_it_went_in():
    assert Hours.from_json(copy.deepcopy(EVERYTHING)).to_json() == EVERYTHING


@pytest.mark.parametrize(
    "data",
    [
        {"always": True},
        {"appointment": True},
        {"appointment": True, "note": {"fi": "Ajan saa puhelimitse."}},
        {"weekly": []},
        {"note": {"fi": "Vain teksti."}},
        {"always": True, "exceptions": [{"from": "2026-12-24", "closed": True}]},
    ],
)
def test_each_short_form_comes_out_as_it_went_in(data):
    assert Hours.from_json(data).to_json() == data


def test_hours_read_back_are_equal():
    hours = Hours.from_json(EVERYTHING)
    assert hours.table is not None
    assert Hours.from_json(hours.to_json()) == hours


def test_days_are_put_in_order_and_ranges_in_small_letters():
    hours = Hours.from_json(
        {
            "weekly": [
                {"days": ["fri", "mon"], "from": "08:00", "to": "09:00"},
                {"days": "Sat-Sun", "from": "08:00", "to": "09:00"},
            ]
        }
    )
    assert [entry["days"] for entry in hours.to_json()["weekly"]] == [["mon", "fri"], "sat-sun"]


def test_a_range_goes_over_the_weekend():
    hours = Hours.from_json({"weekly": [{"days": "sat-mon", "from": "08:00", "to": "09:00"}]})
    assert [bool(row) for row in hours.table] == [True, False, False, False, False, True, True]


def test_hours_over_several_days_are_cut_at_each_midnight():
    table = Hours.from_json(EVERYTHING).table
    assert table[4] == (Span(1080, 1440),)
    assert table[5] == table[6] == (Span(0, 1440),)
    assert table[0] == (Span(0, 360), Span(480, 960))


def test_hours_may_run_for_a_whole_week():
    week = {"days": ["mon"], "from": "08:00", "to": "08:00", "to_day": "mon"}
    table = Hours.from_json({"weekly": [week]}).table
    assert sum(end - start for row in table for start, end in row) == 7 * 1440


@pytest.mark.parametrize(
    "time", ["8:00", "08.00", "24:01", "25:00", "08:60", "", "klo 8", 480, None]
)
def test_a_bad_time_is_named_with_what_was_expected(time):
    where, why = mistake({"weekly": [OFFICE | {"to": time}]})
    assert where == "weekly.0.to"
    assert 'expected a time in quotes such as "08:00"' in why
    assert repr(time) in why


def test_hours_never_begin_at_24():
    where, why = mistake({"weekly": [OFFICE | {"from": "24:00"}]})
    assert where == "weekly.0.from"
    assert '"00:00" to "23:59"' in why


@pytest.mark.parametrize("day", ["2026-02-30", "24.12.2026", 20261224, "2026-12-24T10:00"])
def test_a_bad_date_is_named_with_what_was_expected(day):
    where, why = mistake({"exceptions": [{"from": day, "closed": True}]})
    assert where == "exceptions.0.from"
    assert "expected a date such as 2026-12-24" in why


@pytest.mark.parametrize("days", ["maanantai", "mon-", "mon-fri-sun", [], ["mon", "mo"], 1, None])
def test_a_bad_day_is_named_with_what_was_expected(days):
    where, why = mistake({"weekly": [OFFICE | {"days": days}]})
    assert where == "weekly.0.days"
    assert "expected" in why
    assert "mon" in why


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"weekly": [OFFICE], "always": True}, "", "expected `always` without weekly"),
        ({"always": True, "holidays": "closed"}, "", "expected `always` without"),
        ({"appointment": True, "weekly": [OFFICE]}, "", "`appointment` alone or with a note"),
        ({"appointment": True, "holidays": "open"}, "", "`appointment` alone or with a note"),
        ({}, "", "expected always, appointment, weekly"),
        ({"holidays": "open"}, "", "expected always, appointment, weekly"),
        (
            {"weekly": [OFFICE, OFFICE]},
            "",
            "`weekly` that do not overlap, two are open mon at 08:00",
        ),
        ({"weekly": [OFFICE | {"to_day": "mon"}]}, "weekly.0", "expected one day in `days`"),
        (
            {"weekly": [OFFICE | {"days": ["mon"], "to_day": "mon"}]},
            "weekly.0",
            "expected no `to_day`",
        ),
        (
            {"exceptions": [{"from": "2026-12-26", "to": "2026-12-24", "closed": True}]},
            "exceptions.0",
            "expected `to` on or after `from`, 2026-12-26; found 2026-12-24",
        ),
        (
            {"seasons": [{"from": "2026-08-31", "to": "2026-06-01", "weekly": []}]},
            "seasons.0",
            "expected `to` on or after `from`",
        ),
        ({"exceptions": [{"from": "2026-12-24"}]}, "exceptions.0", "either `closed: true` or"),
        (
            {
                "exceptions": [
                    {"from": "2026-12-20", "to": "2026-12-26", "closed": True},
                    {"from": "2026-12-24", "closed": True},
                ]
            },
            "",
            "expected one of `exceptions` a date, two cover 2026-12-24",
        ),
        ({"weekly": [], "note": {"de": "x"}}, "note", "expected texts under fi, sv and en"),
        ({"weekly": [], "note": {"fi": " "}}, "note", "found an empty one"),
    ],
)
def test_a_mistake_is_named_with_what_was_expected(data, field, sentence):
    where, why = mistake(data)
    assert where == field
    assert sentence in why


def test_a_sunday_night_must_not_run_into_monday_morning():
    night = {"days": ["sun"], "from": "22:00", "to": "06:00"}
    morning = {"days": ["mon"], "from": "05:00", "to": "09:00"}
    assert "two are open mon at 05:00" in mistake({"weekly": [night, morning]})[1]


def test_nights_of_an_exception_must_not_run_into_each_other():
    nights = [{"from": "20:00", "to": "08:00"}, {"from": "07:00", "to": "09:00"}]
    two_days = {"from": "2026-12-24", "to": "2026-12-25", "intervals": nights}
    assert "two are open at 07:00" in mistake({"exceptions": [two_days]})[1]
    one_day = {"from": "2026-12-24", "intervals": nights}
    assert Hours.from_json({"exceptions": [one_day]}).exceptions[0].spans[0] == Span(420, 540)


def test_an_unknown_field_is_a_mistake_where_it_stands():
    assert mistake({"weekly": [OFFICE | {"opens": "08:00"}]})[0] == "weekly.0.opens"


def test_truths_are_written_as_truths():
    assert mistake({"always": "yes"})[0] == "always"
