"""Open now, opens next: ordinary days, holidays, nights, seasons and the nights clocks change."""

from datetime import UTC, datetime

import pytest

from navigator.domain.hours import HELSINKI, Hours, Opening, opening_at

OFFICE = {"days": "mon-fri", "from": "08:00", "to": "16:00"}
NIGHT = {"days": "mon-sun", "from": "20:00", "to": "08:00"}


def at(text, fold=0):
    """Return a moment by the wall clock of Helsinki, `2026-11-24 09:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI, fold=fold)


def opening(text, fold=0, **hours):
    return opening_at(Hours.from_json(hours), at(text, fold))


def test_absent_hours_are_unknown():
    assert opening_at(None, at("2026-11-24 12:00")) == Opening("unknown")


def test_a_note_alone_is_unknown():
    assert opening("2026-11-24 12:00", note={"fi": "Kysy."}) == Opening("unknown")


def test_by_appointment_is_neither_open_nor_closed():
    assert opening("2026-11-24 12:00", appointment=True) == Opening("appointment")


def test_day_and_night_includes_public_holidays():
    assert opening("2026-12-24 03:00", always=True) == Opening("open", always=True)


def test_an_exception_closes_even_day_and_night():
    hours = {"always": True, "exceptions": [{"from": "2026-12-24", "closed": True}]}
    before = opening("2026-12-23 12:00", **hours)
    assert (before.state, before.until) == ("open", at("2026-12-24 00:00"))
    closed = opening("2026-12-24 12:00", **hours)
    assert (closed.state, closed.next_open) == ("closed", at("2026-12-25 00:00"))


def test_an_open_office_tells_when_it_closes():
    found = opening("2026-11-24 09:30", weekly=[OFFICE])
    end = at("2026-11-24 16:00")
    assert found == Opening("open", until=end, changes_at=end)


def test_the_first_minute_is_open_and_the_last_moment_is_closed():
    assert opening("2026-11-24 08:00", weekly=[OFFICE]).state == "open"
    assert opening("2026-11-24 07:59:59", weekly=[OFFICE]).state == "closed"
    assert opening("2026-11-24 15:59:59", weekly=[OFFICE]).state == "open"
    assert opening("2026-11-24 16:00", weekly=[OFFICE]).state == "closed"


def test_a_closed_office_tells_when_it_opens_next():
    found = opening("2026-11-27 17:00", weekly=[OFFICE])  # a Friday
    assert (found.state, found.next_open) == ("closed", at("2026-11-30 08:00"))
    assert found.changes_at == at("2026-11-28 00:00")


def test_hours_that_touch_are_one_run():
    halves = [OFFICE | {"to": "12:00"}, OFFICE | {"from": "12:00"}]
    assert opening("2026-11-24 09:00", weekly=halves).until == at("2026-11-24 16:00")


def test_open_all_week_without_saying_always_has_no_end():
    whole = {"days": "mon-sun", "from": "00:00", "to": "24:00"}
    found = opening("2026-11-10 09:00", weekly=[whole], holidays="open")
    assert found == Opening("open", changes_at=at("2026-11-11 00:00"))


def test_any_time_zone_may_ask():
    moment = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
    assert opening_at(Hours.from_json({"weekly": [OFFICE]}), moment).state == "open"


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        opening_at(None, datetime(2026, 11, 24))  # noqa: DTZ001


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",
        "2026-01-06",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-06-19",
        "2026-12-24",
        "2026-12-25",
        "2025-12-26",
    ],
)
def test_a_public_holiday_is_in_doubt_closed_or_open_as_the_hours_say(day):
    noon = f"{day} 12:00"
    assert opening(noon, weekly=[OFFICE]).state == "holiday"
    assert opening(noon, weekly=[OFFICE], holidays="closed").state == "closed"
    assert opening(noon, weekly=[OFFICE], holidays="open").state == "open"


def test_an_exception_wins_over_a_holiday():
    hours = {
        "weekly": [OFFICE],
        "holidays": "closed",
        "exceptions": [{"from": "2026-12-24", "intervals": [{"from": "10:00", "to": "12:00"}]}],
    }
    assert opening("2026-12-24 11:00", **hours).until == at("2026-12-24 12:00")
    assert opening("2026-12-24 13:00", **hours).next_open == at("2026-12-28 08:00")


def test_a_holiday_in_doubt_is_so_from_midnight_until_its_usual_hours_are_over():
    assert opening("2026-12-24 00:00", weekly=[OFFICE]).state == "holiday"
    assert opening("2026-12-24 15:59", weekly=[OFFICE]).changes_at == at("2026-12-24 16:00")
    assert opening("2026-12-24 16:00", weekly=[OFFICE]).state == "closed"


def test_a_holiday_that_is_closed_every_week_is_not_in_doubt():
    assert opening("2026-12-06 12:00", weekly=[OFFICE]).state == "closed"  # a Sunday


def test_next_open_skips_days_in_doubt():
    found = opening("2026-12-23 17:00", weekly=[OFFICE])
    assert found.next_open == at("2026-12-28 08:00")


def test_a_night_into_a_closed_holiday_runs_to_its_end():
    found = opening("2026-12-24 02:00", weekly=[NIGHT], holidays="closed")
    assert (found.state, found.until) == ("open", at("2026-12-24 08:00"))
    assert opening("2026-12-24 21:00", weekly=[NIGHT], holidays="closed").state == "closed"
    assert opening("2026-12-25 02:00", weekly=[NIGHT], holidays="closed").state == "closed"


def test_a_night_into_a_holiday_in_doubt_is_in_doubt_from_midnight():
    evening = opening("2026-12-23 21:00", weekly=[NIGHT])
    assert (evening.state, evening.until) == ("open", at("2026-12-24 00:00"))
    assert opening("2026-12-24 02:00", weekly=[NIGHT]).state == "holiday"


def test_the_night_after_a_holiday_in_doubt_is_in_doubt_until_it_ends():
    assert opening("2026-12-27 02:00", weekly=[NIGHT]).state == "holiday"
    assert opening("2026-12-27 08:00", weekly=[NIGHT]).state == "closed"


def test_a_night_runs_into_a_closed_exception_and_stops_there():
    hours = {"weekly": [NIGHT], "exceptions": [{"from": "2026-11-25", "closed": True}]}
    assert opening("2026-11-25 07:00", **hours).until == at("2026-11-25 08:00")
    assert opening("2026-11-25 09:00", **hours).next_open == at("2026-11-26 20:00")


def test_hours_over_a_weekend_give_way_to_an_exception_inside():
    duty = {"days": ["fri"], "from": "18:00", "to": "06:00", "to_day": "mon"}
    assert opening("2026-11-28 12:00", weekly=[duty]).until == at("2026-11-30 06:00")
    hours = {"weekly": [duty], "exceptions": [{"from": "2026-11-29", "closed": True}]}
    assert opening("2026-11-28 12:00", **hours).until == at("2026-11-29 00:00")
    assert opening("2026-11-29 12:00", **hours).next_open == at("2026-11-30 00:00")


def test_midnight_written_as_24_or_00_is_the_same():
    for end in ("24:00", "00:00"):
        evening = OFFICE | {"from": "18:00", "to": end}
        assert opening("2026-11-24 23:00", weekly=[evening]).until == at("2026-11-25 00:00")


def test_a_season_replaces_the_ordinary_week_on_its_dates_only():
    season = {
        "from": "2026-06-01",
        "to": "2026-08-31",
        "weekly": [{"days": ["mon"], "from": "10:00", "to": "12:00"}],
    }
    hours = {"weekly": [OFFICE], "seasons": [season]}
    assert opening("2026-05-29 09:00", **hours).state == "open"
    assert opening("2026-06-01 09:00", **hours).next_open == at("2026-06-01 10:00")
    assert opening("2026-08-31 13:00", **hours).next_open == at("2026-09-01 08:00")


def test_outside_a_season_without_an_ordinary_week_is_unknown():
    season = {"from": "2026-06-01", "to": "2026-08-31", "weekly": [OFFICE]}
    found = opening("2026-09-01 09:00", seasons=[season])
    assert found == Opening("unknown", changes_at=at("2026-09-02 00:00"))
    assert opening("2026-09-01 09:00", seasons=[season], weekly=[]).state == "closed"


def test_next_open_looks_two_weeks_ahead_and_no_further():
    late = {"weekly": [], "exceptions": [{"from": "2026-11-24", "intervals": [OFFICE_TIMES]}]}
    assert opening("2026-11-10 08:00", **late).next_open == at("2026-11-24 08:00")
    assert opening("2026-11-10 07:59", **late).next_open is None


OFFICE_TIMES = {"from": "08:00", "to": "16:00"}


def test_the_night_that_loses_an_hour_still_ends_by_the_wall_clock():
    night = [NIGHT | {"to": "05:00"}]
    found = opening("2026-03-28 23:00", weekly=night)
    assert found.until == at("2026-03-29 05:00")
    assert (
        found.until.astimezone(UTC) - at("2026-03-28 20:00").astimezone(UTC)
    ).seconds == 8 * 3600


def test_a_time_that_the_clocks_skip_is_the_moment_they_skip():
    skipped = [NIGHT | {"to": "03:30"}]
    assert opening("2026-03-29 02:59", weekly=skipped).until == at("2026-03-29 04:00")
    begins = [OFFICE | {"days": "mon-sun", "from": "03:30"}]
    assert opening("2026-03-29 02:59", weekly=begins).next_open == at("2026-03-29 04:00")


def test_hours_that_the_clocks_skip_whole_are_none():
    skipped = [OFFICE | {"days": "mon-sun", "from": "03:00", "to": "03:30"}]
    assert opening("2026-03-29 02:59", weekly=skipped).next_open == at("2026-03-30 03:00")


def test_the_night_that_gains_an_hour_is_one_hour_longer():
    night = [NIGHT | {"to": "05:00"}]
    for fold in (0, 1):
        found = opening("2026-10-25 03:30", fold, weekly=night)
        assert (found.state, found.until) == ("open", at("2026-10-25 05:00"))


def test_a_time_that_the_clocks_show_twice_is_the_first():
    twice = [NIGHT | {"to": "03:30"}]
    assert opening("2026-10-25 03:15", 0, weekly=twice).state == "open"
    assert opening("2026-10-25 03:15", 1, weekly=twice).state == "closed"


def test_a_leap_day_is_a_day_like_others():
    tuesday = [OFFICE | {"days": ["tue"]}]
    assert opening("2028-02-28 12:00", weekly=tuesday).next_open == at("2028-02-29 08:00")
    assert opening("2028-02-29 12:00", weekly=tuesday).state == "open"
