"""What the page of results makes of people's words: danger, slips, languages, searches in vain."""

import pytest
import time_machine
from sqlalchemy import select

from navigator.domain.models import DangerKind, Service, SynonymList, VainSearch
from navigator.statistics.vain import Asked, note
from tests import factories
from tests.directory.county import ALWAYS, MOMENT, TODAY

PERSON = {"User-Agent": "Mozilla/5.0"}


@pytest.fixture
def worded(county):
    """A county with a few everyday words, and words of danger."""
    county.service(
        "crisis", number="012 345 6780", hours=ALWAYS, name={"fi": "Kriisi", "sv": "Kris"}
    )
    county.service("shelter", number="012 345 6781", quick_exit=True, name={"fi": "Suoja"})
    county.service(
        "rent", name={"fi": "Vuokra-apu", "sv": "Hyreshjälp"}, summary={"fi": "Vuokra ja vuokraan."}
    )
    county.service(
        "near-rent",
        name={"fi": "Lähivuokra"},
        reach="local",
        municipalities=[county.far],
        topics=[county.housing],
    )
    kinds = {
        "suicide": {"help": ["crisis"], "phrases": {"fi": ["haluan kuolla"]}},
        "violence": {
            "help": ["shelter", "crisis"],
            "phrases": {"fi": ["puoliso lyö"]},
            "harmless": {"fi": ["puoliso lyö laudalta"]},
        },
    }
    for position, (slug, content) in enumerate(kinds.items(), 1):
        county.add(
            DangerKind(slug=slug, position=position, content=content, modified=factories.NOW)
        )
    words = {"entries": [{"keys": ["kämppä", "rästit"], "means": ["vuokra"], "top": ["rent"]}]}
    county.add(SynonymList(slug="fi-sample", language="fi", content=words, modified=factories.NOW))
    county.publish()
    return county


def numbers(found):
    return found.hrefs(".pinned__number")


def test_words_of_danger_bring_help_before_all_results(worded, page):
    found = page("/fi/services?q=haluan+vain+kuolla")
    assert numbers(found) == ["tel:0123456780"]
    assert found.main.select_one("h2")["id"] == "pinned"
    assert found.soup.select_one(".urgent-strip") is None


def test_help_stands_there_even_when_nothing_is_found_and_the_index_is_lost(worded, page, app):
    assert numbers(page("/en/services?q=haluan+kuolla&topic=housing"))
    (app.config["SETTINGS"].index / "current").unlink()
    app.extensions["search"]._looked = None
    assert numbers(page("/fi/services?q=kuolla+haluan"))


def test_a_danger_at_home_makes_the_page_safe_to_leave(worded, page, client):
    found = page("/fi/services?q=puolisoni+ly%C3%B6+minua")
    assert numbers(found) == ["tel:0123456781", "tel:0123456780"]
    assert found.soup.select(".quick-exit")
    assert client.get("/fi/services?q=puoliso+ly%C3%B6").headers["Cache-Control"] == "no-store"


def test_words_of_violence_make_the_page_safe_to_leave_when_no_help_is_public(worded, page, client):
    for service in worded.session.query(Service).where(Service.slug.in_(["shelter", "crisis"])):
        service.state = "withdrawn"
    worded.publish()
    found = page("/fi/services?q=puoliso+lyö")
    assert not numbers(found)
    assert found.soup.select(".quick-exit")
    assert client.get("/fi/services?q=puoliso+lyö").headers["Cache-Control"] == "no-store"


def test_a_search_that_speaks_of_any_danger_is_kept_by_nobody(worded, page, client):
    assert client.get("/fi/services?q=haluan+kuolla").headers["Cache-Control"] == "no-store"
    assert not page("/fi/services?q=haluan+kuolla").soup.select(".quick-exit")
    assert "public" in client.get("/fi/services?q=vuokra").headers["Cache-Control"]


def test_harmless_words_bring_the_usual_page(worded, page):
    found = page("/fi/services?q=puoliso+lyö+laudalta")
    assert not numbers(found)
    assert found.soup.select_one(".urgent-strip")


def test_an_everyday_word_finds_what_the_listing_calls_otherwise(worded, page):
    assert "/fi/services/rent" in page("/fi/services?q=kämppä").hrefs(".service-card__name a")


def test_a_slip_is_told_and_the_words_themselves_are_one_click_away(worded, page):
    found = page("/fi/services?q=vuokar")
    assert "vuokar" in found.words()
    exact = next(href for href in found.hrefs("main p a") if "exact=1" in href)
    again = page(exact)
    assert not again.hrefs(".service-card__name a")


def test_the_words_that_answer_are_marked(worded, page):
    found = page("/fi/services?q=vuokraa")
    marked = {mark.text for mark in found.main.select("mark")}
    assert {"Vuokra", "vuokraan"} <= marked


def test_a_part_of_a_swedish_compound_is_marked_as_the_index_read_it(county, page):
    county.service("office", name={"fi": "Esimerkki", "sv": "Socialtjänst"})
    county.service("other", name={"fi": "Toinen", "sv": "Social tjänst"})
    county.publish()
    found = page("/sv/services?q=tjänst")
    assert {mark.text for mark in found.main.select("mark")} == {"Socialtjänst", "tjänst"}


def test_results_in_another_language_are_a_block_of_their_own(worded, page):
    found = page("/fi/services?q=hyreshjälp")
    links = found.main.select('section[aria-labelledby="elsewhere"] a')
    assert links[0]["href"] == "/sv/services/rent"
    assert links[0].find_parent(attrs={"lang": "sv"})


def test_help_against_violence_in_another_language_makes_the_page_safe_to_leave(county, client):
    county.service("shelter", quick_exit=True, name={"fi": "Suoja", "sv": "Kvinnojour"})
    county.publish()
    assert client.get("/fi/services?q=kvinnojour").headers["Cache-Control"] == "no-store"


def test_the_block_in_another_language_holds_the_limits_too(worded, page):
    address = "/fi/services?q=hyreshjälp&open=now"
    assert page(address).main.select("#elsewhere")
    with time_machine.travel(MOMENT.replace(hour=22), tick=False):
        assert not page(address).main.select("#elsewhere")


def test_the_next_municipality_is_offered_only_with_what_it_has(worded, page):
    found = page("/fi/services?q=lähivuokra&municipality=lahti&topic=housing")
    links = found.hrefs("#results ~ ul a")
    assert "/fi/services?q=l%C3%A4hivuokra&municipality=heinola&topic=housing" in links


def test_words_that_people_use_are_listed_by_letter(worded, page):
    found = page("/fi/search-words?letter=k")
    assert "/fi/services?q=k%C3%A4mpp%C3%A4" in found.hrefs(".link-list a")
    assert page("/fi/search-words?letter=%C2%AB").h1
    assert page("/en/search-words").h1


def test_words_in_vain_are_kept_as_words_from_the_fifth_day_on(session):
    for day in range(1, 6):
        for _ in range(3):
            note(session, Asked("seal", "kirosana", "fi", TODAY.replace(day=day)))
        session.flush()
        row = session.scalars(select(VainSearch)).one()
        assert (row.days, row.text) == (day, "kirosana" if day == 5 else None)


def test_four_days_of_a_search_leave_no_word_anywhere(worded, client, app, session):
    for day in range(20, 24):
        with time_machine.travel(MOMENT.replace(day=day), tick=False):
            client.get("/fi/services?q=Salainen+huoli+qqx", headers=PERSON)
            app.extensions["counts"].flush()
    session.rollback()
    row = session.scalars(select(VainSearch)).one()
    assert (row.days, row.text, row.language) == (4, None, "fi")
    assert "salainen" not in repr([vars(found) for found in session.scalars(select(VainSearch))])


def test_a_robot_searches_in_vain_without_a_trace(worded, client, app, session):
    client.get("/fi/services?q=qqzzqq", headers={"User-Agent": "Examplebot/1"})
    app.extensions["counts"].flush()
    session.rollback()
    assert session.scalars(select(VainSearch)).all() == []


def test_words_with_a_digit_are_never_kept_as_words(session):
    for day in range(1, 8):
        note(session, Asked("seal", "010100-123a", "fi", TODAY.replace(day=day)))
        session.flush()
    row = session.scalars(select(VainSearch)).one()
    assert (row.days, row.text) == (7, None)
