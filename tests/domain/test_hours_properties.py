"""The hours against a second, plain model that marks every minute by hand."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from navigator.domain.hours import HELSINKI, WEEKDAYS, Hours, holiday_on, opening_at

ONE_DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
TWO_WEEKS = 14 * 1440
CLOSED, UNKNOWN, DOUBTFUL, OPEN = range(4)  # the higher wins a minute that two claim
HOLIDAYS = ("closed", "open", "unknown")
STATES = ("closed", "unknown", "holiday", "open")

times = st.one_of(
    st.sampled_from(["00:00", "03:00", "03:30", "04:00", "08:00", "16:00", "22:00"]),
    st.integers(0, 1439).map(lambda n: f"{n // 60:02}:{n % 60:02}"),
)
intervals = st.fixed_dictionaries({"from": times, "to": st.just("24:00") | times})
entries = st.builds(
    lambda part, days: part | {"days": days},
    intervals,
    st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True),
)
weekends = st.builds(
    lambda part, day, to_day: part | {"days": [day], "to_day": to_day},
    intervals,
    st.sampled_from(WEEKDAYS),
    st.sampled_from(WEEKDAYS),
)
weeks = st.lists(entries | weekends, max_size=2)
days = st.sampled_from(
    [
        date(2026, 3, 28),
        date(2026, 3, 29),
        date(2026, 10, 24),
        date(2026, 10, 25),
        date(2026, 12, 5),
        date(2026, 12, 23),
        date(2026, 12, 24),
        date(2028, 2, 28),
        date(2026, 6, 18),
    ]
)


@st.composite
def cases(draw):
    """Draw hours and a moment, their dates all within a few days of one another."""
    anchor = draw(days)
    near = st.integers(-2, 2).map(lambda step: anchor + step * ONE_DAY)

    def dated(length, **parts):
        first, rest = draw(near), draw(st.fixed_dictionaries(parts))
        last = first + draw(st.integers(0, length)) * ONE_DAY
        return rest | {"from": first.isoformat(), "to": last.isoformat()}

    data = draw(st.fixed_dictionaries({"holidays": st.sampled_from(HOLIDAYS), "weekly": weeks}))
    if draw(st.booleans()):
        parts = {"intervals": st.lists(intervals, min_size=1, max_size=2)}
        data["exceptions"] = [dated(3, **draw(st.sampled_from([parts, {"closed": st.just(True)}])))]
    if draw(st.integers(0, 3)) == 0:
        data["seasons"] = [dated(9, weekly=weeks)]
        if draw(st.booleans()):
            del data["weekly"]
    day, minute = draw(near), draw(st.integers(0, 1439))
    return data, datetime(day.year, day.month, day.day, tzinfo=UTC) + minute * MINUTE


def minutes(text):
    return int(text[:2]) * 60 + int(text[3:])


class MinuteModel:
    """Marks each minute of each date by the wall clock, as somebody with a pencil would."""

    def __init__(self, data, first, last):
        self.data, self.marks = data, {}
        day = first - 2 * ONE_DAY
        while day <= last + ONE_DAY:
            self.marks.setdefault(day, bytearray(1440))
            self._mark(day)
            day += ONE_DAY
        for day in self.marks:
            self._spread_doubt(day)

    def covering(self, field, day):
        for item in self.data.get(field, []):
            if item["from"] <= day.isoformat() <= item["to"]:
                return item
        return None

    def in_doubt(self, day):
        is_plain = self.data["holidays"] == "unknown" and not self.covering("exceptions", day)
        return is_plain and holiday_on(day) is not None

    def claim(self, day, minute, mark):
        day, minute = day + minute // 1440 * ONE_DAY, minute % 1440
        row = self.marks.setdefault(day, bytearray(1440))
        row[minute] = max(row[minute], mark)

    def _mark(self, day):
        if exception := self.covering("exceptions", day):
            for part in exception.get("intervals", []):
                self._stretch(day, part, certain=True)
            return
        if holiday_on(day) and self.data["holidays"] == "closed":
            return
        week = self.covering("seasons", day) or self.data
        if "weekly" not in week:
            for minute in range(1440):
                self.claim(day, minute, UNKNOWN)
        for entry in week.get("weekly", []):
            self._entry(day, entry)

    def _entry(self, day, entry):
        if "to_day" in entry and not self._is_one_night(entry):
            start = WEEKDAYS.index(entry["days"][0]) * 1440 + minutes(entry["from"])
            end = WEEKDAYS.index(entry["to_day"]) * 1440 + minutes(entry["to"])
            length = (end - start) % 10080 or 10080
            for minute in range(1440):
                if (day.weekday() * 1440 + minute - start) % 10080 < length:
                    self.claim(day, minute, DOUBTFUL if self.in_doubt(day) else OPEN)
        elif WEEKDAYS[day.weekday()] in entry["days"]:
            self._stretch(day, entry, certain=False)

    def _is_one_night(self, entry):
        first, last = WEEKDAYS.index(entry["days"][0]), WEEKDAYS.index(entry["to_day"])
        return (last - first) % 7 == 1 and minutes(entry["to"]) <= minutes(entry["from"])

    def _stretch(self, day, part, *, certain):
        start, end = minutes(part["from"]), minutes(part["to"])
        for minute in range(start, end if end > start else end + 1440):
            touched = (day, day + minute // 1440 * ONE_DAY)
            doubt = not certain and any(self.in_doubt(one) for one in touched)
            self.claim(day, minute, DOUBTFUL if doubt else OPEN)

    def _spread_doubt(self, day):
        """A holiday in doubt is so from midnight until its last usual minute."""
        row = self.marks[day]
        last = max((minute for minute in range(1440) if row[minute] == DOUBTFUL), default=-1)
        for minute in range(last if self.in_doubt(day) else -1):
            row[minute] = max(row[minute], DOUBTFUL)

    def timeline(self, moment, length):
        """Return the mark of each of the next minutes of real time."""
        return bytes(self._mark_at(moment + n * MINUTE) for n in range(length))

    def _mark_at(self, moment):
        wall = moment.astimezone(HELSINKI)
        # What begins or ends in the hour that is shown twice has done so the first time round.
        return self.marks[wall.date()][239 if wall.fold else wall.hour * 60 + wall.minute]


@settings(max_examples=150, deadline=None)
@given(cases())
def test_every_answer_agrees_with_marking_each_minute(case):
    data, moment = case
    try:
        hours = Hours.from_json(data)
    except ValidationError:
        assume(False)
    assume(not hours.is_silent)
    found = opening_at(hours, moment)
    wall = moment.astimezone(HELSINKI).date()
    line = MinuteModel(data, wall, wall + 17 * ONE_DAY).timeline(moment, TWO_WEEKS + 1)
    assert found.state == STATES[line[0]]
    if found.state == "open":
        check_until(found, moment, line)
    elif found.state != "unknown":
        opens = line.find(OPEN)
        expected = moment + opens * MINUTE if opens > 0 else None
        assert (found.next_open and found.next_open.astimezone(UTC)) == expected
    check_change(found, moment, line)


def check_until(found, moment, line):
    end = next((n for n, mark in enumerate(line) if mark != OPEN), None)
    if end is not None:
        assert found.until.astimezone(UTC) == moment + end * MINUTE
    else:
        assert found.until is None or found.until >= moment + len(line) * MINUTE


def check_change(found, moment, line):
    steps = int((found.changes_at - moment) / MINUTE)
    assert 0 < steps <= 25 * 60
    assert set(line[:steps]) == {line[0]}
