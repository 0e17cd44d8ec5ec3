"""Which services answer a need of a person."""

from dataclasses import replace

import pytest

from navigator.questionnaire.facts import ChannelFacts
from navigator.questionnaire.matching import match, matches_of
from navigator.questionnaire.person import FACE_TO_FACE, INTERPRETER, NO_PHONE, Person
from tests.questionnaire.conftest import CHAT, PHONE, facts

UNEMPLOYED = frozenset({"tyoton-tyonhakija"})
WORKSHOP = facts(
    "tyopaja",
    "work",
    reach="local",
    municipalities=frozenset({"mallila"}),
    conditions=UNEMPLOYED,
    ages=(16, 28),
)
FITTING = Person("mallila", (18, 29))


@pytest.mark.parametrize(
    ("person", "excluded", "near_miss"),
    [
        (FITTING, set(), None),
        (Person(), set(), None),
        (replace(FITTING, ages=(30, 64)), {"age"}, "age"),
        (replace(FITTING, ages=(0, 15)), {"age"}, "age"),
        (replace(FITTING, barred=UNEMPLOYED), {"tyoton-tyonhakija"}, "tyoton-tyonhakija"),
        (replace(FITTING, barred=UNEMPLOYED, ages=(65, 120)), {"tyoton-tyonhakija", "age"}, None),
        (replace(FITTING, municipality="kaavala"), {"municipality"}, None),
    ],
)
def test_a_service_fits_or_something_kept_it_out(person, excluded, near_miss):
    found = match(WORKSHOP, person)
    assert found.excluded_by == excluded
    assert found.fits is not bool(excluded)
    assert found.near_miss == near_miss


BEST = facts("a-paras", "work", horizon="now")


@pytest.mark.parametrize(
    ("worse", "wishes"),
    [
        (replace(BEST, referral_only=True), set()),
        (replace(BEST, needs=("other", "work")), set()),
        (replace(BEST, channels=()), set()),
        (replace(BEST, is_public_body=False), set()),
        (replace(BEST, horizon="soon"), set()),
        (replace(BEST, is_dated=True), set()),
        (replace(BEST, reach="nationwide"), set()),
        (BEST, {FACE_TO_FACE}),
        (BEST, {INTERPRETER}),
        (BEST, {NO_PHONE}),
    ],
)
def test_the_better_service_comes_first(worse, wishes):
    here = ChannelFacts("visit", "Esimerkkikatu 1", place="kaavala")
    better = replace(
        BEST, slug="z-parempi", languages=frozenset({"fi", "so"}), channels=(PHONE, CHAT, here)
    )
    person = Person("kaavala", wishes=frozenset(wishes))
    order = [found.service.slug for found in matches_of("work", person, [worse, better])]
    assert order == ["z-parempi", "a-paras"]


def test_equal_services_come_by_name_and_others_not_at_all():
    services = [replace(BEST, slug="b"), replace(BEST, slug="a"), facts("muu", "home")]
    found = matches_of("work", Person(), services)
    assert [one.service.slug for one in found] == ["a", "b"]
