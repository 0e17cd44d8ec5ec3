import json

import pytest

from tests.directory.county import MOMENT, OFFICE_HOURS
from tests.factories import text


@pytest.fixture
def data(page):
    """Return a function that reads the data block of a page."""

    def read(path):
        blocks = page(path).soup.select("script[type='application/ld+json']")
        assert len(blocks) == 1
        return {item["@type"]: item for item in json.loads(blocks[0].string)}

    return read


def test_a_service_describes_itself_to_search_engines(county, data):
    service = county.service("full", languages=["fi", "sv"])
    visit = county.channel("full/visit", "visit", place=county.place(), hours_data=OFFICE_HOURS)
    county.reach(service, visit)
    county.publish()
    found = data("/sv/services/full")
    assert set(found) == {"GovernmentService", "BreadcrumbList"}
    described = found["GovernmentService"]
    assert described["@context"] == "https://schema.org"
    assert described["name"] == "full (sv)"
    assert described["inLanguage"] == "sv"
    assert described["url"] == "http://127.0.0.1:8000/sv/services/full"
    assert described["provider"]["@type"] == "GovernmentOrganization"
    assert described["provider"]["name"] == "esimerkkialue (sv)"
    phone, place = described["availableChannel"]
    assert phone["servicePhone"]["telephone"] == "012 345 6789"
    assert phone["availableLanguage"] == ["fi", "sv"]
    assert place["serviceLocation"]["address"] == "Esimerkkikatu 1, Lahti"
    assert place["hoursAvailable"]


def test_the_way_to_a_service_is_told_to_search_engines(county, data):
    county.service("full")
    county.publish()
    steps = data("/en/services/full")["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"]) for step in steps] == [
        (1, "Home"),
        (2, "debts (en)"),
        (3, "full (en)"),
    ]
    assert steps[1]["item"] == "http://127.0.0.1:8000/en/topics/debts"


@pytest.mark.parametrize(
    ("given", "area"),
    [
        ({"reach": "nationwide"}, {"@type": "Country", "name": "Finland"}),
        ({"reach": "county"}, {"@type": "AdministrativeArea", "name": "Päijät-Häme"}),
    ],
)
@pytest.mark.one_database
def test_the_area_is_told_as_wide_as_it_is(county, data, given, area):
    county.service("wide", **given)
    county.publish()
    assert data("/en/services/wide")["GovernmentService"]["areaServed"] == area


@pytest.mark.one_database
def test_a_local_service_names_its_towns(county, data):
    county.service("local", reach="local", municipalities=[county.near])
    county.publish()
    area = data("/en/services/local")["GovernmentService"]["areaServed"]
    assert area == [{"@type": "City", "name": "lahti (en)"}]


@pytest.mark.parametrize(
    "hostile",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]><b>&lt;&amp;\"'\\u2028\u2028",
        "\u202e{{ 7 * 7 }} ${7*7}",
    ],
)
def test_s33_no_text_breaks_out_of_the_data_or_the_page(county, data, client, hostile):
    words = text(hostile)
    place = county.place(street=hostile, directions=words, accessibility=words)
    service = county.service(
        "hostile",
        name=words,
        summary=words,
        description=words,
        audience=words,
        how_to_start=words,
        steps={"en": [hostile]},
        next=words,
        bring=words,
        price_text=words,
        organiser=county.organisation("hostile", name=words, description=words),
        fact=county.fact("text", doubt=words, publisher=hostile),
    )
    county.reach(service, county.channel("hostile/visit", "visit", name=words, place=place))
    county.notice("hostile", title=words, text=words, services=[service], site=True)
    county.publish()
    found = data("/en/services/hostile")["GovernmentService"]
    assert found["name"] == f"{hostile} (en)"
    for path in ("/en/services/hostile", "/en/organisations/hostile", "/en/services", "/en/"):
        body = client.get(path).text
        assert "<script>alert" not in body
        assert "49" not in body.replace("49", "", 0) or "{{ 7 * 7 }}" in body


@pytest.mark.one_database
def test_s34_markdown_of_a_text_makes_no_html_and_no_script(county, page):
    corpus = "[x](javascript:alert(1)) <img src=x onerror=alert(1)> ![p](http://x.example/p.png)"
    county.service("marked", description={"en": f"{corpus}\n\n**Strong** [out](https://x.example)"})
    county.publish()
    found = page("/en/services/marked")
    assert not found.main.select("img")
    assert not [href for href in found.hrefs("main a") if "javascript" in href]
    assert "<img src=x" in found.words()
    link = found.soup.select_one("main a[href='https://x.example']")
    assert set(link["rel"]) == {"noopener", "noreferrer"}


@pytest.mark.one_database
def test_a_service_that_has_ended_has_no_data(county, client):
    county.service("ended", state="withdrawn", modified=MOMENT)
    county.publish()
    assert "ld+json" not in client.get("/en/services/ended").text
