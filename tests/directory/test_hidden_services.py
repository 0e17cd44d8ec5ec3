"""S04: every door to a service that is not public is closed, whatever it is called by."""

from datetime import timedelta

import pytest
import time_machine

from navigator.domain.models import FormerSlug, Producer
from navigator.domain.service import EasyText
from tests.directory.county import ALWAYS, MOMENT, TODAY
from tests.factories import text

CANARY = "kanarianlintu"
HIDDEN = [
    {"state": "draft"},
    {"state": "in_review"},
    {"state": "published", "public_from": TODAY + timedelta(days=1)},
    {"state": "published", "public_from": None},
]
ENDED = [
    {"state": "withdrawn"},
    {"state": "published", "public_until": TODAY - timedelta(days=1)},
]
NAMES = ["draft", "in review", "tomorrow", "undated", "withdrawn", "over"]


@pytest.fixture(params=[*HIDDEN, *ENDED], ids=NAMES)
def hidden(request, county):
    """A service that nobody may see, to which everything that can lead leads."""
    words = text(CANARY)
    service = county.service(
        CANARY,
        name=words,
        summary=words,
        description=words,
        also_known_as={"fi": [CANARY]},
        fact=county.fact("text", publisher=CANARY),
        reach="local",
        municipalities=[county.near],
        **request.param,
    )
    visit = county.channel(f"{CANARY}/visit", "visit", place=county.place(), name=words)
    county.reach(service, visit)
    service.former_slugs.append(FormerSlug(slug="old-name"))
    service.easy = EasyText(state="published", name=CANARY, text=[CANARY], steps=[CANARY])
    service.producers.append(
        Producer(organisation_id=county.organiser.id, provision="own", position=0)
    )
    county.gap(CANARY, municipalities=["lahti"], ask=CANARY)
    county.service("beside", related=[CANARY], replaced_by=[CANARY], fallback=CANARY)
    county.service("gone", state="withdrawn", replaced_by=[CANARY], fallback=CANARY)
    county.debts.fallback = CANARY
    county.organiser.fallback = CANARY
    county.state.settings = county.state.settings | {"fallback": CANARY}
    county.state.help_now = {
        "title": text("Help"),
        "lead": text("Call"),
        "groups": [{"heading": text("Group"), "services": [CANARY, "beside"]}],
    }
    county.publish()


DOORS = [
    "",
    "services",
    f"services?q={CANARY}",
    f"services?q={CANARY[:6]}",
    "services?municipality=lahti&topic=debts",
    "services?provider=esimerkkialue",
    f"services/{CANARY}/feedback",
    "services/beside",
    "services/gone",
    "topics/debts",
    "municipalities/lahti",
    "organisations/esimerkkialue",
    "help-now",
    "easy",
    f"easy/{CANARY}",
    f"list?s={CANARY}&s=beside",
    "quality",
]


def of_a_draft(request):
    return request.node.callspec.params["hidden"] in HIDDEN


def test_s04_no_page_tells_of_a_service_that_is_not_public(hidden, client):
    told = []
    for door in DOORS:
        for language in ("fi", "sv", "en"):
            answer = client.get(f"/{language}/{door}", follow_redirects=True)
            told += [answer.request.path] if CANARY in _without_own_address(answer, door) else []
    told += [p for p in ("/sitemap.xml", "/robots.txt") if CANARY in client.get(p).text]
    assert told == []


def _without_own_address(answer, door):
    """Return the page without what the visitor typed: it comes back in the search field only."""
    typed = [CANARY, CANARY[:6]] if "q=" in door or CANARY in door else []
    body = answer.text
    if typed and answer.status_code == 200 and "services?q=" in door:
        return body.partition('<ol class="service-cards"')[2].partition("</ol>")[0]
    if typed and answer.status_code == 404:
        return body.partition("<main")[2].partition("</main>")[0].partition("<form")[0]
    if door.startswith("list"):
        return body.partition("<main")[2].partition("</main>")[0]
    return body


def test_s04_a_service_that_was_never_public_is_not_there(hidden, client, request):
    expected = 404 if of_a_draft(request) else 410
    assert client.get(f"/fi/services/{CANARY}").status_code == expected
    assert client.get(f"/fi/services/{CANARY}/feedback").status_code == 404
    assert client.get(f"/fi/easy/{CANARY}").status_code == 404


def test_s04_the_old_name_of_a_draft_does_not_tell_its_new_one(hidden, client, request):
    answer = client.get("/fi/services/old-name")
    assert answer.status_code == (404 if of_a_draft(request) else 301)


def test_s04_the_plain_search_hides_it_too(hidden, app, client, monkeypatch):
    monkeypatch.setattr("navigator.directory.searching._Repair.start", lambda _self: None)
    app.config["SETTINGS"].index.joinpath("current").unlink()
    app.extensions["search"]._looked = None
    answer = client.get(f"/fi/services?q={CANARY}")
    assert "service-cards" not in answer.text
    assert "beside" in client.get("/fi/services?q=beside").text


def test_s05_what_editors_note_for_themselves_is_on_no_page(county, client):
    county.service("noted", number=None)
    county.gap("noted", "phone", ask=CANARY, municipalities=["lahti"])
    county.service("sourced").fact.citations[0].source.note = CANARY
    county.publish()
    pages = ("services/noted", "services/sourced", "municipalities/lahti", "quality", "services")
    assert not [path for path in pages if CANARY in client.get(f"/fi/{path}").text]


def test_an_easy_text_that_is_not_ready_is_not_shown(county, client):
    service = county.service("plain")
    service.easy = EasyText(state="draft", name=CANARY, text=[CANARY], steps=[])
    county.publish()
    assert client.get("/fi/easy/plain").status_code == 404
    for path in ("/fi/easy", "/fi/services/plain", f"/fi/services?q={CANARY[:-1]}"):
        assert f"{CANARY}<" not in client.get(path).text
    assert "/fi/easy/plain" not in client.get("/fi/services/plain").text


@pytest.mark.one_database
def test_a_page_of_results_is_not_kept_over_midnight(county, client):
    county.service("office", hours=ALWAYS)
    county.publish()
    with time_machine.travel(MOMENT.replace(hour=23, minute=59, second=40), tick=False):
        answer = client.get("/en/services")
    assert answer.headers["Cache-Control"] == "public, max-age=20"
