"""No page asks the database more often because there is more in it."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from navigator.domain.models import TextPage
from tests.directory.county import MOMENT
from tests.factories import text

PATHS = [
    "/fi/",
    "/fi/services",
    "/fi/services?q=service&topic=debts&municipality=lahti&open=now",
    "/fi/services/main",
    "/fi/services/gone",
    "/fi/topics/debts",
    "/fi/municipalities/lahti",
    "/fi/organisations/esimerkkialue",
    "/fi/quality",
    "/fi/help-now",
    "/fi/easy",
    "/fi/list?" + "&".join(f"s=n-{number}" for number in range(8)),
    "/sitemap.xml",
]
FEW, MANY = 8, 200


@contextmanager
def statements(app):
    """Note what the database is asked."""
    asked = []
    engine = app.extensions["database"]

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith(("PRAGMA", "BEGIN", "SET ", "SHOW ")):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def grow(county, first, last):
    """Add services that show up on every page, each with everything that a page may ask for."""
    for number in range(first, last):
        slug = f"n-{number}"
        local = {"reach": "local", "municipalities": [county.near, county.far]}
        service = county.service(slug, **(local if number % 2 else {}), summary=text("A service"))
        visit = county.channel(f"{slug}/visit", "visit", place=county.house, languages=["sv"])
        county.reach(service, visit)
        county.gap(slug, municipalities=["lahti"])
        county.notice(slug, services=[county.main], topics=[county.debts], site=True)
        if number < 60:
            county.reach(county.main, county.channel(f"extra/{slug}", fact=county.fact()))
    slugs = [f"n-{number}" for number in range(last)]
    county.main.related = county.gone.replaced_by = slugs
    county.state.help_now = {
        "title": text("Help"),
        "lead": text("Call"),
        "groups": [{"heading": text("Group"), "services": slugs}],
    }
    county.publish()


def ask(app, client):
    """Return how often each page asks."""
    app.extensions["pages"].clear()
    app.extensions["shortcuts"]._known.clear()
    asked = {}
    for path in PATHS:
        client.get(path)  # what is read once in a worker's life is read now
        app.extensions["pages"].clear()
        app.extensions["shortcuts"]._known.clear()
        with statements(app) as found:
            assert client.get(path).status_code in {200, 410}
        asked[path] = len(found)
    return asked


def test_the_number_of_queries_does_not_grow_with_the_number_of_services(county, app, client):
    county.house = county.place()
    easy = {"easy_title": "Selkokieli", "easy": []}
    county.add(TextPage(slug="easy", content=easy, modified=MOMENT))
    county.main, county.gone = county.service("main"), county.service("gone", state="withdrawn")
    grow(county, 0, FEW)
    few = ask(app, client)
    grow(county, FEW, MANY)
    many = ask(app, client)
    assert many == few
    assert max(many.values()) <= 30


@pytest.mark.one_database
def test_a_page_from_the_cache_asks_nothing_but_the_version(county, app, client):
    county.publish()
    client.get("/fi/services/guidance")
    with statements(app) as asked:
        client.get("/fi/services/guidance")
    assert len(asked) <= 1
    app.config["CONTENT_VERSION_SECONDS"] = 60
    with statements(app) as asked:
        client.get("/fi/services/guidance")
    assert asked == []
