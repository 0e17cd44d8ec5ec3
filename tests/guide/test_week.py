from datetime import date

import pytest
from flask import g

from navigator.domain.hours import Hours
from navigator.guide.week import coming_week

pytestmark = pytest.mark.one_database

TUESDAY = date(2026, 11, 24)
OFFICE = {"days": "mon-fri", "from": "09:00", "to": "15:00"}


def closed(first, last):
    return [{"from": first, "to": last, "closed": True}]


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({"always": True}, "Auki ympäri vuorokauden"),
        ({"appointment": True}, "Ajanvarauksella"),
        ({"weekly": [OFFICE]}, "ma–pe 9.00–15.00"),
        ({"weekly": [OFFICE | {"days": ["mon", "wed"]}]}, "ma 9.00–15.00, ke 9.00–15.00"),
        (
            {"weekly": [OFFICE], "exceptions": closed("2026-11-27", "2026-11-27")},
            "ma–to 9.00–15.00",
        ),
        (
            {"weekly": [OFFICE], "exceptions": closed("2026-12-01", "2026-12-01")},
            "ma–pe 9.00–15.00",
        ),
        ({"weekly": [OFFICE], "exceptions": closed("2026-11-20", "2026-12-20")}, "Suljettu"),
    ],
)
def test_the_coming_seven_days_are_told_in_few_words(app, hours, words):
    with app.test_request_context("/fi/questions/plan"):
        g.language = "fi"
        assert coming_week(Hours.model_validate(hours), TUESDAY) == words
