"""The real content as visitors see it, loaded once for all tests that only read pages.

Beside it stand a few sample records for the kinds of page that the content has none of today: a
service that has ended, and one that is written in Finnish alone.
"""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.serving import WSGIRequestHandler, make_server

from navigator.config import Settings
from navigator.domain.models import Service, ServiceTopic, SiteState, Topic
from navigator.extensions import db
from navigator.factory import create_app
from navigator.importers.content.loading import load
from navigator.importers.content.reading import read
from navigator.migrations import running
from navigator.search import rebuild
from navigator.search.collect import documents

LANGUAGES = ("fi", "sv", "en")
ENDED, FINNISH_ALONE = "esimerkki-paattynyt", "esimerkki-vain-suomeksi"
PAGES = {
    "home": "",
    "results": "services",
    "results with limits": "services?q=velka&municipality=lahti&open=now",
    "a later page of results": "services?page=3&s=takuusaatio",
    "a page beyond the end": "services?page=99",
    "no results": "services?q=qqzzqq&municipality=padasjoki&topic=velat",
    "results about violence": "services?topic=vakivalta",
    "results for words of danger": "services?q=haluan+kuolla",
    "results in another language": "services?q=jag+har+skulder",
    "corrected results": "services?q=toimentulotuki",
    "search words": "search-words",
    "service": "services/sosiaalihuollon-ohjaus-ja-neuvonta",
    "service with local contacts": "services/sote-keskus",
    "service of the state": "services/kela-yleistuki",
    "service about violence": "services/nollalinja",
    "service in one language": f"services/{FINNISH_ALONE}",
    "service that has ended": f"services/{ENDED}",
    "topic": "topics/velat",
    "topic about violence": "topics/vakivalta",
    "situation": "situations/rahat-eivat-riita",
    "situation about violence": "situations/minua-lyodaan",
    "municipality": "municipalities/padasjoki",
    "organisation": "organisations/kela",
    "help now": "help-now",
    "about": "about",
    "accessibility": "accessibility",
    "privacy": "privacy",
    "hide visit": "hide-visit",
    "quality": "quality",
    "map of the questions": "questions/map",
    "feedback": "feedback",
    "feedback on a service": "services/takuusaatio/feedback",
    "feedback about violence": "services/nollalinja/feedback",
    "thanks": "feedback/thanks",
    "own list": "list?s=takuusaatio&s=talous-ja-velkaneuvonta",
    "empty own list": "list",
    "code": "handover",
    "not found": "services/ei-tallaista",
}
"""Every kind of page, by its address after the language."""
EASY_PAGES = {
    "easy front page": "/fi/easy",
    "easy service": "/fi/easy/sote-keskus",
    "easy service about violence": "/fi/easy/nollalinja",
    "easy text": "/fi/easy/accessibility",
    "easy crisis page": "/fi/easy/help-now",
    "easy situation": "/fi/easy/minua-lyodaan",
}
STATUSES = {"service that has ended": 410, "not found": 404}


def every_page() -> list[Any]:
    """Return (language, path, status) of every kind of page in every language, with its name."""
    pages = [
        pytest.param(
            language, f"/{language}/{path}", STATUSES.get(name, 200), id=f"{name}-{language}"
        )
        for name, path in PAGES.items()
        for language in LANGUAGES
    ]
    easy = [pytest.param("fi-simple", path, 200, id=name) for name, path in EASY_PAGES.items()]
    return pages + easy


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Load the real content into a database of its own and index it."""
    folder = tmp_path_factory.mktemp("site")
    settings = Settings.from_environment({"NAVIGATOR_DATA": str(folder), "NAVIGATOR_LOG": "file"})
    app = create_app(settings)
    running.upgrade(app.extensions["database"])
    with app.app_context():
        with db.writing() as session:
            now = datetime.now(UTC)
            load(session, read(settings.content), digest="", now=now, reason="For tests.")
            _add_samples(session, now)
        with db.reading() as session:
            version = session.get_one(SiteState, 1).content_version
            rebuild(settings.index, documents(session, now.date()), version)
    yield app
    app.extensions["handovers"].close()
    app.extensions["database"].dispose()


def _add_samples(session: Session, now: datetime) -> None:
    """Add the kinds of service that the content has none of."""
    like = session.query(Service).filter_by(slug="talous-ja-velkaneuvonta").one()
    same = {"organiser_id": like.organiser_id, "fact_id": like.fact_id, "modified": now}
    words: dict[str, Any] = {
        "summary": {"fi": "Esimerkki tiivistelmästä."},
        "audience": {"fi": "Esimerkki siitä, kenelle."},
        "how_to_start": {"fi": "Esimerkki siitä, miten alkuun."},
        "description": {"fi": "Esimerkki kuvauksesta."},
        "steps": {"fi": ["Ensimmäinen askel.", "Toinen askel."]},
        "price_text": {"fi": "Esimerkki hinnasta."},
    }
    kinds = {"price_kind": "varies", "reach": "county", "urgency": "ordinary", "horizon": "now"}
    lists: dict[str, Any] = {"languages": ["fi"], "needs": [], "related": [], "researched": []}
    for slug, state, instead in (
        (ENDED, "withdrawn", ["talous-ja-velkaneuvonta"]),
        (FINNISH_ALONE, "published", []),
    ):
        service = Service(
            slug=slug,
            state=state,
            name={"fi": f"Esimerkki {slug}"},
            public_from=now.date(),
            quick_exit=False,
            replaced_by=instead,
            **(same | words | kinds | lists),
        )
        topic = session.query(Topic).filter_by(slug="velat").one()
        service.topic_links.append(ServiceTopic(topic_id=topic.id, position=0))
        session.add(service)


class _Silent(WSGIRequestHandler):
    """Writes no line for each request."""

    def log(self, *_args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site_address(site: Flask) -> Iterator[str]:
    """Serve the site to real browsers, and return its address."""
    server = make_server("127.0.0.1", 0, site, threaded=True, request_handler=_Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
