import json
from xml.etree import ElementTree

import pytest
from sqlalchemy import text

from navigator.domain.database import Busy

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def addresses(client):
    root = ElementTree.fromstring(client.get("/sitemap.xml").data)
    return {
        url.find(f"{SITEMAP}loc").text: {
            link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")
        }
        for url in root
    }


def test_the_sitemap_names_each_page_in_each_language_with_the_others(county, client):
    county.service("shown")
    county.service("draft", state="draft")
    county.publish()
    found = addresses(client)
    languages = ("fi", "sv", "en")
    for path in ("", "services", "services/shown", "topics/debts", "municipalities/lahti"):
        others = {each: f"http://127.0.0.1:8000/{each}/{path}" for each in languages}
        assert all(found[address] == others for address in others.values())
    assert not any("draft" in address or "/list" in address for address in found)


@pytest.mark.one_database
def test_the_sitemap_tells_when_a_service_changed(county, client):
    county.publish()
    assert "<lastmod>2026-11-24T10:00:00Z</lastmod>" in client.get("/sitemap.xml").text


def test_every_page_of_the_sitemap_is_there_and_names_itself(site):
    """A third of the addresses in each language: all paths, and all languages."""
    browser = site.test_client()
    found = list(addresses(browser))
    assert len(found) > 600
    wrong = []
    for number, address in enumerate(found):
        if number % 3 != number // 3 % 3:
            continue
        path = address.removeprefix("http://127.0.0.1:8000")
        answer = browser.get(path)
        canonical = f'<link rel="canonical" href="{address}">'
        if answer.status_code != 200 or canonical not in answer.text:
            wrong.append((path, answer.status_code))
    assert wrong == []


@pytest.mark.one_database
def test_robots_are_told_of_the_sitemap_and_kept_from_trying_every_search(county, client):
    answer = client.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    lines = answer.text.splitlines()
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in lines
    assert {"Disallow: /fi/services?", "Disallow: /sv/list"} <= set(lines)
    assert "Disallow: /" not in lines


def test_s61_health_and_readiness_are_told(county, client):
    county.publish()
    health, ready = client.get("/healthz"), client.get("/readyz")
    assert (health.status_code, ready.status_code) == (200, 200)
    assert json.loads(ready.text) == {"status": "ok", "content_version": 2}
    assert health.headers["Cache-Control"] == ready.headers["Cache-Control"] == "no-store"


def test_s61_a_service_without_content_is_not_ready(client):
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert json.loads(answer.text)["content"] == "missing"


@pytest.mark.one_database
def test_f05_without_its_database_the_service_lives_but_is_not_ready(county, client):
    county.publish()
    client.get("/fi/services/guidance")
    county.session.execute(text("ALTER TABLE site_state RENAME TO away"))
    county.session.commit()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
    assert client.get("/fi/services/guidance").status_code == 200  # from the cache


@pytest.mark.one_database
def test_f03_a_busy_database_says_so_and_when_to_come_back(county, client, monkeypatch):
    def busy(*_args, **_given):
        raise Busy("held")

    county.publish()
    monkeypatch.setattr("navigator.directory.queries.service_by_slug", busy)
    answer = client.get("/fi/services/guidance")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert 'href="tel:112"' in answer.text


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("sv-FI, fi;q=0.8", "sv"),
        ("en-GB, en", "en"),
        ("de, fr", "fi"),
        ("", "fi"),
        ("x" * 4000, "fi"),
        ("//evil.example, ../../en", "fi"),
    ],
)
@pytest.mark.one_database
def test_the_front_door_leads_to_the_visitors_language(client, accepted, language):
    answer = client.get("/", headers={"Accept-Language": accepted})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/{language}/")
    assert "Accept-Language" in answer.headers["Vary"]
    assert "Set-Cookie" not in answer.headers
