from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.guide.content import guide
from navigator.guide.cookie import IDLE, MOST_OPTIONS, WHOLE, Kept, opened, sealed

SECRET = bytes(range(32))
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEPT = Kept(NOON, (1, 2, 65535), counted=True)

many = st.lists(st.integers(0, 65535), max_size=MOST_OPTIONS, unique=True)


@given(many, st.booleans())
def test_what_is_sealed_can_be_opened(numbers, counted):
    kept = Kept(NOON, tuple(numbers), counted)
    assert opened(sealed(kept, SECRET, NOON), SECRET, NOON) == kept


@given(many)
def test_s45_the_cookie_has_one_length(numbers):
    value = sealed(Kept(NOON, tuple(numbers)), SECRET, NOON)
    assert len(value) == len(sealed(Kept(NOON, ()), SECRET, NOON))
    assert value != sealed(Kept(NOON, tuple(numbers)), SECRET, NOON)


@given(st.integers(0, 219), st.integers(1, 255))
def test_one_changed_byte_makes_it_unreadable(place, change):
    raw = bytearray(urlsafe_b64decode(sealed(KEPT, SECRET, NOON)))
    raw[place] ^= change
    assert opened(urlsafe_b64encode(raw).decode(), SECRET, NOON) is None


@given(st.text(max_size=400))
def test_anything_else_is_unreadable_and_no_error(value):
    assert opened(value, SECRET, NOON) is None


def test_another_secret_does_not_open_it():
    assert opened(sealed(KEPT, SECRET, NOON), bytes(32), NOON) is None


@pytest.mark.parametrize(
    ("later", "readable"),
    [(IDLE, True), (IDLE + timedelta(seconds=1), False), (timedelta(days=1), False)],
)
def test_an_hour_without_an_answer_ends_it(later, readable):
    assert (opened(sealed(KEPT, SECRET, NOON), SECRET, NOON + later) is not None) is readable


@pytest.mark.parametrize(("more", "readable"), [(0, True), (1, False)])
def test_four_hours_end_it_however_busy_one_was(more, readable):
    last = NOON + WHOLE
    value = sealed(KEPT, SECRET, last - timedelta(minutes=1))
    assert (opened(value, SECRET, last + timedelta(seconds=more)) is not None) is readable


def test_what_was_begun_before_midnight_goes_on_after_it():
    evening = datetime(2026, 11, 24, 23, 50, tzinfo=UTC)
    kept = Kept(evening, (7,))
    value = sealed(kept, SECRET, evening)
    assert opened(value, SECRET, evening + timedelta(minutes=20)) == kept


def test_there_is_room_for_every_option_of_the_real_questionnaire(site):
    with site.app_context():
        questions = guide().questionnaire.questions
    assert 30 <= sum(len(question.options) for question in questions) <= MOST_OPTIONS
