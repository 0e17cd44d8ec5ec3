from datetime import date, timedelta

import pytest
import time_machine

from navigator.domain.models import Condition, Law, Producer, ServiceCondition
from tests.directory.county import ALWAYS, MOMENT, NUMBER, OFFICE_HOURS, TODAY
from tests.factories import text
from tests.pages import words_of


@pytest.fixture
def full(county):
    """A service of which everything is known."""
    service = county.service(
        "full",
        description=text("Two paragraphs."),
        steps={"fi": ["Ensin.", "Sitten."], "sv": ["Först.", "Sedan."], "en": ["First.", "Then."]},
        next=text("They ring back."),
        with_professional=text("Call together."),
        bring=text("Bring a paper."),
        price_kind="fee",
        price_text=text("Costs a sample."),
        age_from=18,
        age_to=29,
        languages=["fi", "sv"],
        remotely=True,
        referral_only=False,
        related=["guidance"],
    )
    condition = county.add(Condition(slug="sample", text=text("Sample condition"), modified=MOMENT))
    service.condition_links.append(ServiceCondition(condition_id=condition.id, position=0))
    service.laws.append(Law(position=0, name=text("Sample law"), finlex="https://finlex.fi/x"))
    producer = county.organisation("producer", kind="third_sector")
    service.producers.append(
        Producer(organisation_id=producer.id, provision="procured", position=0)
    )
    visit = county.channel("full/visit", "visit", place=county.place(), hours_data=OFFICE_HOURS)
    county.reach(service, visit)
    county.gap("full", "email")
    county.publish()
    return service


def test_a_service_tells_first_what_people_need_first(full, page):
    found = page("/en/services/full")
    order = [
        "full (en)",  # the name
        "What you get. (en)",
        f"Call {NUMBER}",
        "Open now, closes at 16:00",
        "You pay your operator’s normal rate for the call.",
        "For whom",
        "How to start",
        "What to do",
        "What happens next",
        "Contacts",
        "Opening hours",
        "What we do not know yet",
        "Who is responsible",
        "Where the facts come from",
        "Did you notice a mistake",
        "Related services",
    ]
    words = found.words()
    assert [part for part in order if part not in words] == []
    places = [words.find(part) for part in order]
    assert places == sorted(places)


def test_everything_known_of_a_service_is_on_its_page(full, page):
    words = page("/en/services/full").words()
    for known in (
        "Two paragraphs. (en)",
        "They ring back. (en)",
        "Call together. (en)",
        "Bring a paper. (en)",
        "Costs a sample. (en)",
        "18–29 years",
        "Finnish, Swedish",
        "You can use it from home, by phone or online.",
        "You do not need a referral.",
        "Sample condition (en)",
        "Sample law (en)",
        "producer (en)",
        "Esimerkkikatu 1, Lahti",
        "First.",
        "Then.",
    ):
        assert known in words


def test_the_main_action_is_one_button_that_calls(full, page):
    buttons = page("/sv/services/full").soup.select("main a.button:not(.button--second)")
    assert [(button["href"], words_of(button)) for button in buttons] == [
        ("tel:0123456789", f"Ring {NUMBER}")
    ]


@pytest.mark.parametrize(
    ("given", "href", "words"),
    [
        (
            {"kind": "e_service", "url": {"fi": "https://x.example/fi"}},
            "https://x.example/fi",
            "Open: other/x",
        ),
        ({"kind": "email", "email": "sample@x.example"}, "mailto:sample@x.example", "e-mail"),
        (
            {"kind": "chat", "url": {"en": "https://x.example"}},
            "https://x.example",
            "Open: other/x",
        ),
        ({"kind": "sms", "number": "12345"}, "sms:12345", "text message"),
    ],
)
@pytest.mark.one_database
def test_the_main_action_says_what_it_does(county, page, given, href, words):
    service = county.service("other", number=None)
    county.reach(service, county.channel("other/x", **given), main=True)
    county.publish()
    button = page("/en/services/other").soup.select_one("main a.button")
    assert button["href"] == href
    assert words in words_of(button)


@pytest.mark.parametrize(
    ("moment", "language", "words"),
    [
        ("2026-11-24T08:59", "fi", "Suljettu, avautuu klo 9.00"),
        ("2026-11-24T09:00", "fi", "Auki nyt, sulkeutuu klo 16.00"),
        ("2026-11-24T15:59", "en", "Open now, closes at 16:00"),
        ("2026-11-24T16:00", "en", "Closed, opens on Wed at 9:00"),
        ("2026-11-28T12:00", "sv", "Stängt, öppnar mån kl. 9.00"),
        ("2026-12-25T12:00", "en", "May be closed today: public holiday"),
    ],
)
@pytest.mark.one_database
def test_open_now_and_opens_next_are_told_for_the_moment(full, client, moment, language, words):
    with time_machine.travel(f"{moment}+02:00", tick=False):
        found = client.get(f"/{language}/services/full").text
    assert words in " ".join(found.replace("\xa0", " ").split())


@pytest.mark.one_database
def test_a_page_in_the_cache_changes_when_the_service_opens(full, client):
    with time_machine.travel("2026-11-24T08:59:30+02:00", tick=False) as clock:
        first = client.get("/en/services/full")
        assert "Closed, opens at 9:00" in first.text
        assert first.headers["Cache-Control"] == "public, max-age=30"
        clock.shift(30)
        assert "Open now, closes at 16:00" in client.get("/en/services/full").text


@pytest.mark.one_database
def test_hours_that_nobody_knows_are_never_guessed(county, page):
    county.service("quiet", hours=None)
    county.publish()
    found = page("/en/services/quiet")
    assert not found.soup.select("main .row .tag")
    assert "We do not know the exact opening hours." in found.words()


@pytest.mark.one_database
def test_a_line_that_always_answers_says_so(county, page):
    county.service("always", hours=ALWAYS)
    county.publish()
    assert "Open around the clock" in page("/en/services/always").words("main .row")


@pytest.mark.one_database
def test_the_week_marks_today_and_names_holidays(full, client):
    with time_machine.travel("2026-12-24T10:00+02:00", tick=False):
        found = client.get("/en/services/full").text
    assert found.count("hours-table__today") == 2  # the telephone and the place
    assert "(today)" in found
    assert "may be closed" in found


BACKUP = ".backup a[href^=tel]"
SURE = {"state": "verified"}


@pytest.mark.parametrize(
    ("given", "is_backed"),
    [
        (SURE, False),
        (SURE | {"read": TODAY - timedelta(days=90)}, False),
        (SURE | {"read": TODAY - timedelta(days=91)}, True),
        ({"state": "unverified"}, True),
        ({"state": "dated"}, True),
        ({"state": "conflicting", "doubt": text("Two numbers.")}, True),
    ],
)
def test_a_second_number_is_given_when_the_first_is_not_sure(county, page, given, is_backed):
    service = county.service("shaky", number=None)
    phone = county.channel("shaky/phone", fact=county.fact(**given))
    county.reach(service, phone, main=True)
    county.publish()
    found = page("/fi/services/shaky")
    assert found.hrefs(BACKUP) == (["tel:0120000000"] if is_backed else [])
    assert found.hrefs("main a.button")[0] == "tel:0123456789"  # nothing vanishes by itself


@pytest.mark.one_database
def test_a_service_without_a_contact_says_where_to_start(county, page):
    county.service("silent", number=None)
    county.publish()
    found = page("/en/services/silent")
    assert "We do not know how to reach this service itself." in found.words(".backup")
    assert found.hrefs(BACKUP) == ["tel:0120000000"]


@pytest.mark.one_database
def test_the_fallback_is_that_of_the_service_then_its_organiser_then_the_site(county, page):
    for slug in ("of-service", "of-organiser"):
        county.service(slug, number={"of-service": "0121", "of-organiser": "0122"}[slug])
    other = county.organisation("other", fallback="of-organiser")
    county.service("first", number=None, organiser=other, fallback="of-service")
    county.service("second", number=None, organiser=other)
    county.service("third", number=None)
    county.publish()
    found = [page(f"/fi/services/{slug}").hrefs(BACKUP) for slug in ("first", "second", "third")]
    assert found == [["tel:0121"], ["tel:0122"], ["tel:0120000000"]]


@pytest.mark.one_database
def test_nobody_is_sent_from_the_guidance_to_itself(county, page):
    county.guidance.channel_links[0].channel.fact.state = "unverified"
    county.publish()
    assert not page("/fi/services/guidance").soup.select(".backup")


@pytest.mark.one_database
def test_each_fact_shows_its_source_its_dates_and_its_doubt(county, page):
    service = county.service("doubted", number=None)
    fact = county.fact(
        state="conflicting",
        doubt=text("Two numbers are told."),
        publisher="Sample gazette",
        dated=date(2025, 3, 1),
        read=date(2026, 11, 20),
    )
    county.reach(service, county.channel("doubted/phone", fact=fact), main=True)
    county.publish()
    words = page("/en/services/doubted").words(".card")
    assert "Source: Sample gazette, 1 March 2025." in words
    assert "Read 20 November 2026." in words
    assert "Sources disagree. Two numbers are told. (en)" in words
    sources = page("/en/services/doubted").all_words("section[aria-labelledby=sources] ul li")
    assert "Sample gazette: 1 March 2025 (read 20 November 2026)" in sources
    assert "Sample publisher: page without a date (read 24 November 2026)" in sources


@pytest.mark.one_database
def test_a_fact_that_waits_for_a_check_is_marked(county, page):
    service = county.service("old", number=None)
    fact = county.fact(read=TODAY - timedelta(days=200))
    county.reach(service, county.channel("old/phone", fact=fact), main=True)
    county.publish()
    assert "Waiting for a new check" in page("/en/services/old").words(".card")
    assert "Waiting for a new check" not in page("/en/services/guidance").words()


def test_a_service_without_this_language_is_shown_in_another_and_says_so(county, page):
    county.service("one", name={"fi": "Yksi"}, summary={"sv": "Ett"}, steps={"fi": ["Astu."]})
    county.publish()
    found = page("/en/services/one")
    assert found.words("h1 [lang=fi]") == "Yksi"
    assert found.words(".lead [lang=sv]") == "Ett"
    assert found.words(".steps [lang=fi]") == "Astu."
    assert not page("/fi/services/one").soup.select("h1 [lang]")


def test_related_services_are_those_that_are_public(county, page):
    county.service("draft", state="draft")
    county.service("main", related=["draft", "guidance", "gone-away"])
    county.publish()
    related = page("/en/services/main").section("Related services")
    assert [a["href"] for a in related.select("h3 a")] == ["/en/services/guidance"]


@pytest.mark.one_database
def test_notices_of_the_service_and_of_its_topic_are_shown_in_their_time(county, page):
    service = county.service("main", related=[])
    county.notice("own", services=[service])
    county.notice("topic", topics=[county.debts])
    county.notice("other", topics=[county.housing])
    county.notice("site", site=True)
    county.notice("past", services=[service], shown_until=TODAY - timedelta(days=1))
    county.notice("coming", services=[service], shown_from=TODAY + timedelta(days=1))
    county.publish()
    shown = page("/en/services/main").all_words(".notice__title")
    assert sorted(shown) == ["Notice own (en)", "Notice topic (en)"]
