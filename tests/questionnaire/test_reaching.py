"""Whether and how a person can reach a service."""

from dataclasses import replace

import pytest

from navigator.questionnaire.facts import ChannelFacts
from navigator.questionnaire.person import (
    AT_HOME,
    FACE_TO_FACE,
    NO_BANK_ID,
    NO_CAR,
    NO_PHONE,
    Person,
    person_of,
)
from navigator.questionnaire.reaching import (
    contact_of,
    first_page,
    is_usable,
    own_channel,
    own_phone,
    own_writing,
)
from tests.questionnaire.conftest import CHAT, PHONE, answers, facts

VISIT = ChannelFacts("visit", "Esimerkkikatu 1, Kaavala", place="kaavala")
BANK = ChannelFacts("e_service", "https://asiointi.example.fi", needs_identification=True)
PAGE = ChannelFacts("web_page", "https://www.example.fi")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("phone", "03 819 4850", True),
        ("phone", "112", True),
        ("phone", "soita meille", False),
        ("sms", "+358 40 000000", True),
        ("email", "neuvonta@example.fi", True),
        ("email", "neuvonta", False),
        ("visit", "Esimerkkikatu 1", True),
        ("visit", " ", False),
        ("chat", "https://chat.example.fi", True),
        ("e_service", "http://chat.example.fi", False),
        ("pigeon", "Kaavala", False),
    ],
)
def test_a_contact_is_well_formed_or_not(kind, value, expected):
    assert ChannelFacts(kind, value).is_well_formed is expected


@pytest.mark.parametrize(
    ("channel", "wishes", "expected"),
    [
        (PHONE, set(), True),
        (PHONE, {NO_PHONE}, False),
        (CHAT, {NO_PHONE, NO_CAR, NO_BANK_ID}, True),
        (BANK, set(), True),
        (BANK, {NO_BANK_ID}, False),
        (VISIT, {NO_PHONE}, True),
        (VISIT, {NO_CAR}, True),
        (replace(VISIT, place="mallila"), {NO_CAR}, False),
        (replace(VISIT, place="mallila"), set(), True),
        (PAGE, set(), False),
        (replace(PHONE, for_everyone=False), set(), False),
        (replace(PHONE, value="ei numeroa"), set(), False),
        (replace(PHONE, municipalities=frozenset({"mallila"})), set(), False),
        (replace(PHONE, municipalities=frozenset({"kaavala"})), set(), True),
    ],
)
def test_a_person_can_use_a_channel_or_not(channel, wishes, expected):
    assert is_usable(channel, Person("kaavala", wishes=frozenset(wishes))) is expected


def test_a_local_channel_may_serve_somebody_whose_municipality_is_not_known():
    assert is_usable(replace(PHONE, municipalities=frozenset({"mallila"})), Person())


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        (set(), PHONE),
        ({FACE_TO_FACE}, VISIT),
        ({NO_PHONE}, VISIT),
        ({AT_HOME, NO_PHONE}, CHAT),
    ],
)
def test_the_channel_that_suits_best_comes_first(wishes, expected):
    service = facts("neuvonta", channels=(VISIT, CHAT, PHONE))
    person = Person("kaavala", wishes=frozenset(wishes))
    assert own_channel(service, person) == expected


def test_the_phone_of_ones_own_municipality_comes_before_another():
    own = ChannelFacts("phone", "03 111 111", municipalities=frozenset({"kaavala"}))
    other = ChannelFacts("phone", "03 222 222")
    service = facts("neuvonta", channels=(other, own))
    assert own_channel(service, Person("kaavala")) == own
    assert own_channel(service, Person("mallila")) == other


def test_a_service_without_a_contact_is_reached_through_its_fallback():
    neuvonta = facts("neuvonta")
    closed = facts("suljettu", channels=(), fallback="neuvonta")
    services = {"neuvonta": neuvonta, "suljettu": closed}
    found = contact_of(closed, Person("kaavala"), services)
    assert (found.service, found.channel) == ("neuvonta", PHONE)
    assert contact_of(neuvonta, Person("kaavala"), services).service == "neuvonta"


def test_a_fallback_that_does_not_serve_the_municipality_helps_nobody():
    local = facts("paikallinen", reach="local", municipalities=frozenset({"mallila"}))
    closed = facts("suljettu", channels=(), fallback="paikallinen")
    services = {"paikallinen": local}
    assert contact_of(closed, Person("mallila"), services).service == "paikallinen"
    assert contact_of(closed, Person("kaavala"), services) is None


def test_fallbacks_that_lead_in_a_circle_lead_nowhere():
    one = facts("yksi", channels=(), fallback="kaksi")
    two = facts("kaksi", channels=(), fallback="yksi")
    assert contact_of(one, Person(), {"yksi": one, "kaksi": two}) is None


@pytest.mark.parametrize(
    ("reach", "municipality", "expected"),
    [
        ("local", "mallila", True),
        ("local", "kaavala", False),
        ("local", None, True),
        ("county", "kaavala", True),
        ("county", "elsewhere", False),
        ("nationwide", "elsewhere", True),
    ],
)
def test_a_service_serves_a_municipality_or_not(reach, municipality, expected):
    service = facts("palvelu", reach=reach, municipalities=frozenset({"mallila"}))
    assert service.serves(municipality) is expected


def test_answers_say_where_a_person_lives_and_what_bars_them(questionnaire):
    given = answers(municipality="kaavala", age="adult", working="yes", contact="no-car not-sure")
    assert person_of(questionnaire, given) == Person(
        "kaavala", (18, 120), frozenset({"tyoton-tyonhakija"}), frozenset({"no-car"})
    )
    assert person_of(questionnaire, answers(municipality="not-sure", age="")) == Person()


FINNISH = replace(PHONE, languages=frozenset({"fi"}))
SWEDISH = ChannelFacts("phone", "03 333 333", languages=frozenset({"sv"}))


@pytest.mark.parametrize(
    ("language", "expected"), [("fi", FINNISH), ("sv", SWEDISH), ("en", FINNISH), (None, FINNISH)]
)
def test_the_line_in_ones_own_language_comes_first(language, expected):
    service = facts("puhelin", channels=(FINNISH, SWEDISH))
    assert own_channel(service, Person(language=language)) == expected


def test_in_danger_the_phone_comes_first_and_writing_is_known_too():
    service = facts("hatapuhelin", channels=(VISIT, CHAT, PHONE))
    person = Person("kaavala", wishes=frozenset({NO_PHONE, FACE_TO_FACE}))
    assert own_phone(service, person) == PHONE
    assert own_writing(service, person) == CHAT


def test_nobody_is_sent_to_a_place_of_another_service():
    closed = facts("suljettu", channels=(), fallback="neuvonta")
    services = {"neuvonta": facts("neuvonta", channels=(VISIT, CHAT))}
    person = Person("kaavala", wishes=frozenset({FACE_TO_FACE}))
    assert contact_of(closed, person, services).channel == CHAT
    services["neuvonta"] = facts("neuvonta", channels=(VISIT,))
    assert contact_of(closed, person, services) is None


def test_a_services_own_page_comes_before_another_service():
    bare = facts("suljettu", channels=(PAGE,), fallback="neuvonta")
    services = {"neuvonta": facts("neuvonta")}
    contact = contact_of(bare, Person(), services)
    assert contact.service == "neuvonta"
    assert first_page(bare, Person(), contact) == PAGE
    assert first_page(services["neuvonta"], Person(), contact) is None


@pytest.mark.parametrize(
    ("is_verified", "is_dated", "expected"),
    [(True, True, True), (False, True, False), (True, False, False)],
)
def test_a_checked_page_comes_before_an_old_number_of_another_matter(
    is_verified, is_dated, expected
):
    page = replace(PAGE, main=True, is_verified=is_verified)
    number = ChannelFacts("phone", "03 444 444", is_dated=is_dated)
    service = facts("neuvonta", channels=(page, number))
    contact = contact_of(service, Person(), {})
    assert contact.channel == number
    assert (first_page(service, Person(), contact) == page) is expected
