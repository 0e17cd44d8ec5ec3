from datetime import UTC, datetime, timedelta

import pytest

from navigator.guide.kept import Shelf, filled, opening, parts_of
from navigator.web.caching import live_until

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def shelf(app):
    with app.test_request_context("/fi/questions"):
        yield Shelf()


def test_openings_are_filled_for_one_page_and_stay_open_in_what_is_kept():
    parts = parts_of(f"<p>{opening('word one')}</p><b>{opening('two')}</b>")
    assert filled(parts, {"word one": "yes"}) == "<p>yes</p><b></b>"
    assert filled(parts, {"two": "no"}) == "<p></p><b>no</b>"
    assert "yes" not in "".join(parts)


def test_a_value_is_made_once_and_again_when_it_would_be_false(shelf):
    made = []

    def make():
        made.append(len(made))
        live_until(NOW + HOUR)
        return len(made)

    assert [shelf.kept("key", make, NOW + step) for step in (0 * HOUR, HOUR / 2)] == [1, 1]
    assert shelf.kept("key", make, NOW + HOUR) == 2
    assert shelf.kept("key", make, NOW) == 3  # a clock that was set back


def test_what_no_template_made_is_escaped():
    assert filled(parts_of(f"<p>{opening('word')}</p>"), {"word": "<b>"}) == "<p>&lt;b&gt;</p>"


@pytest.mark.parametrize("is_made_before", [False, True])
def test_what_is_made_of_a_kept_value_is_true_no_longer_than_it(shelf, is_made_before):
    def page():
        return shelf.kept("inner", lambda: live_until(NOW + HOUR) or "open", NOW)

    if is_made_before:
        page()
    assert shelf.kept("outer", page, NOW) == "open"
    assert shelf.kept("outer", lambda: "shut", NOW + HOUR) == "shut"
