"""Front page, topics, municipalities, organisations, crisis numbers, quality and easy Finnish."""

from datetime import timedelta

import pytest

from navigator.directory.search_figures import search_figures
from navigator.domain.models import EasyText
from tests.directory.county import ALWAYS, TODAY
from tests.factories import text
from tests.pages import read_page, words_of


@pytest.mark.one_database
def test_the_front_page_leads_to_search_topics_municipalities_and_a_person(county, page):
    county.topic("rare", position=3, front=False)
    county.notice("news", site=True)
    county.notice("not-here", topics=[county.debts])
    county.publish()
    found = page("/en/")
    links = found.hrefs("main a")
    assert {"tel:112", "tel:116117"} <= set(found.hrefs(".urgent-strip a"))
    assert found.soup.select_one("main form[role=search]")["method"] == "get"
    assert found.hrefs(".tiles a") == ["/en/topics/debts", "/en/topics/housing"]
    assert "/en/topics/rare" in links
    assert {"/en/municipalities/lahti", "/en/municipalities/heinola", "/en/help-now"} <= set(links)
    assert "tel:0120000000" in links
    assert found.all_words(".notice__title") == ["Notice news (en)"]


def test_a_topic_groups_services_by_when_they_help(county, page):
    for slug, horizon in (("later", "long"), ("week", "soon"), ("at-once", "now")):
        county.service(slug, horizon=horizon)
    county.service("elsewhere", topics=[county.housing], horizon="now")
    county.guidance.horizon = "long"
    county.publish()
    found = page("/en/topics/debts")
    groups = {
        section["aria-labelledby"]: [words_of(name) for name in section.select("h3")]
        for section in found.main.select("section[aria-labelledby]")
    }
    assert list(groups.items())[:3] == [
        ("now", ["at-once (en)"]),
        ("soon", ["week (en)"]),
        ("long", ["guidance (en)", "later (en)"]),
    ]
    assert "/en/services?topic=debts&municipality=heinola" in found.hrefs("main a")


@pytest.mark.one_database
def test_a_topic_shows_its_own_services_first_and_leads_to_the_rest(county, page):
    for number in range(9):
        county.service(f"a-{number}", topics=[county.housing, county.debts], number=None)
    county.service("z-own", number=None)
    county.publish()
    found = page("/en/topics/debts")
    names = found.all_words("section[aria-labelledby=soon] h3")
    assert len(names) == 8
    assert names[:2] == ["guidance (en)", "z-own (en)"]
    assert "/en/services?topic=debts" in found.hrefs("main section a")


@pytest.mark.one_database
def test_a_municipality_tells_what_is_near_remote_and_missing(county, page):
    near = county.service("near", reach="local", municipalities=[county.near])
    visited = county.service("visited", topics=[county.housing])
    county.reach(visited, county.channel("visited/house", "visit", place=county.place()))
    county.service("other", reach="local", municipalities=[county.far])
    county.gap("near", "hours", municipalities=["lahti"])
    county.gap("other", "phone", municipalities=["heinola"])
    county.publish()
    found = page("/en/municipalities/lahti")
    shown = found.all_words("section[aria-labelledby=near] h3")
    assert sorted(shown) == ["near (en)", "visited (en)"]
    table = {
        words_of(row.th): [words_of(cell) for cell in row.select("td")]
        for row in found.soup.select("section[aria-labelledby=topics] tbody tr")
    }
    assert table == {"debts (en)": ["1", "1"], "housing (en)": ["1", "–"]}
    missing = found.words("section[aria-labelledby=missing]")
    assert "near (en)" in missing
    assert "other (en)" not in missing
    assert "tel:0120000000" in found.hrefs("section[aria-labelledby=missing] a")
    assert near.id


@pytest.mark.one_database
def test_the_numbers_of_a_municipality_are_those_of_its_search(county, page):
    county.service("near", reach="local", municipalities=[county.near])
    county.service("wide", reach="nationwide")
    county.service("other", reach="local", municipalities=[county.far])
    county.publish()
    for slug in ("lahti", "heinola"):
        row = page(f"/en/municipalities/{slug}").soup.select_one("tbody tr")
        told = sum(int(words_of(cell).replace("–", "0")) for cell in row.select("td"))
        found = page(f"/en/services?topic=debts&municipality={slug}").words("#results")
        assert found.startswith(f"{told} ")


@pytest.mark.one_database
def test_a_municipality_with_nothing_of_its_own_says_so(county, page):
    county.publish()
    found = page("/en/municipalities/heinola")
    assert not found.soup.select(".service-cards")
    assert found.words("section[aria-labelledby=near] p")


def test_an_organisation_shows_what_it_organises_and_produces(county, page):
    parent = county.organisation("parent", kind="state")
    child = county.organisation(
        "child", parent=parent, municipalities=[county.near], url="https://x.example/"
    )
    county.service("own", organiser=child)
    county.service("draft", organiser=child, state="draft")
    county.publish()
    found = page("/en/organisations/child")
    assert found.hrefs(".service-cards h3 a") == ["/en/services/own"]
    links = found.hrefs("main a")
    assert {"/en/organisations/parent", "/en/municipalities/lahti", "https://x.example/"} <= set(
        links
    )
    assert "/en/organisations/child" in page("/en/organisations/parent").hrefs("main a")


@pytest.mark.one_database
def test_crisis_numbers_are_large_links_with_their_hours(county, page):
    county.service("line", number="012 111", hours=ALWAYS)
    web = county.service("web", number=None)
    url = {"fi": "https://x.example/fi", "en": "https://x.example/en"}
    county.reach(web, county.channel("web/page", "web_page", url=url), main=True)
    group = {"heading": text("Danger"), "services": ["line", "gone", "web"]}
    county.state.help_now = {"title": text("Help"), "lead": text("Call"), "groups": [group]}
    county.publish()
    found = page("/en/help-now")
    assert found.hrefs(".crisis__number") == ["tel:012111", "https://x.example/en"]
    assert "24 h" in found.all_words(".crisis__hours")


@pytest.mark.one_database
def test_crisis_numbers_are_those_of_the_pages_language(county, page):
    line = county.service("line", number=None)
    for place, (language, number) in enumerate((("fi", "012 111"), ("sv", "012 222"))):
        phone = county.channel(f"line/{language}", number=number, languages=[language])
        county.reach(line, phone, main=place == 0)
    group = {"heading": text("Danger"), "services": ["line"]}
    county.state.help_now = {"title": text("Help"), "lead": text("Call"), "groups": [group]}
    county.publish()
    for language, number in (("fi", "012111"), ("sv", "012222"), ("en", "012111")):
        assert page(f"/{language}/help-now").hrefs(".crisis__number") == [f"tel:{number}"]


@pytest.mark.one_database
def test_the_figures_of_quality_are_counted_from_the_data(county, page):
    county.service("one", fact=county.fact("price", state="unverified"))
    county.service("two", fact=county.fact("price", read=TODAY - timedelta(days=200)))
    county.service("draft", state="draft")
    county.gap("one", "phone", municipalities=["lahti"])
    county.publish()
    found = page("/en/quality")
    rows = {
        words_of(row.th): [words_of(cell) for cell in row.select("td")]
        for row in found.soup.select("[aria-labelledby=facts-table] tbody tr")
    }
    verified, unverified, dated, conflicting, due, review = rows["Prices"]
    assert (verified, unverified, dated, conflicting) == ("1", "1", "0", "0")
    assert (due, review) == ("1", "90 days")
    total = [sum(int(row[at]) for name, row in rows.items() if name != "Total") for at in range(5)]
    assert rows["Total"][:5] == [str(number) for number in total]
    assert "3 services" in found.words(".lead")


@pytest.mark.one_database
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_about_quality_tells_how_well_the_search_finds(county, page, language):
    county.publish()
    table = page(f"/{language}/quality").soup.select_one("[aria-labelledby=searches-table]")
    numbers = [int(words_of(row.td)) for row in table.select("tbody tr")]
    assert sum(numbers[:-1]) == numbers[-1] == search_figures()["all"]["queries"]


def test_easy_finnish_stands_under_finnish_alone(county, client, page):
    service = county.service("plain")
    service.easy = EasyText(state="published", name="Helppo", text=["Teksti."], steps=["Soita."])
    county.publish()
    found = page("/fi/easy/plain")
    assert found.soup.html["lang"] == "fi-simple"
    assert found.h1 == "Helppo"
    assert "tel:0123456789" in found.hrefs("main a")
    assert "/fi/services/plain" in found.hrefs("main a")
    for language in ("sv", "en"):
        answer = client.get(f"/{language}/easy/plain")
        assert (answer.status_code, answer.headers["Location"]) == (302, "/fi/easy/plain")
        answer = client.get(f"/{language}/easy")
        assert (answer.status_code, answer.headers["Location"]) == (302, "/fi/easy")
    assert "/fi/easy/plain" in page("/en/services/plain").hrefs("main a")


@pytest.mark.one_database
def test_every_real_situation_and_topic_leads_to_services_that_are_there(site):
    client = site.test_client()
    sitemap = client.get("/sitemap.xml").text
    paths = {
        line.split("http://127.0.0.1:8000")[1].split("<")[0]
        for line in sitemap.splitlines()
        if "<loc>" in line and ("/fi/topics/" in line or "/fi/situations/" in line)
    }
    assert len(paths) >= 25
    poor = [
        path
        for path in sorted(paths)
        if not read_page(client.get(path).text).soup.select("main a[href^='/fi/services/']")
    ]
    assert poor == []
