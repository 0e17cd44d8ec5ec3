"""A publish shows in the search of every worker by itself, without an index built anew."""

import fcntl
import time
from contextlib import ExitStack
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup

from navigator.domain.outbox import tell_index
from tests.bench.servers import serving
from tests.directory.county import MOMENT, County

MOST_LOOKS, SECONDS_BETWEEN = 100, 0.1
SEARCH, OTHER = "/fi/services?q=kirpputori", "esimerkkitori"


@pytest.fixture
def county(app, session):
    county = County(app, session)
    county.service(OTHER, name={"fi": "Esimerkkitori"})
    county.publish()
    return county


@pytest.fixture
def workers(county, settings):
    """Two servers of one worker each, while nobody can build an index."""
    environment = {
        "NAVIGATOR_DATA": str(settings.data),
        "NAVIGATOR_DATABASE_URL": settings.database_url,
        "NAVIGATOR_LOG": "file",
        "WEB_CONCURRENCY": "1",
    }
    with ExitStack() as stack:
        lock = stack.enter_context((settings.index / "building.lock").open("w"))
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield [stack.enter_context(serving("app:app", SEARCH, environment)) for _ in range(2)]


def found_by(worker):
    """Return the services that a search finds, and whether it counts by facets, as the index."""
    with urlopen(f"http://127.0.0.1:{worker.port}{SEARCH}") as answer:
        page = BeautifulSoup(answer.read(), "html.parser")
    names = [link["href"].rpartition("/")[2] for link in page.select(".service-card__name a")]
    return names, bool(page.select(".facets"))


def look_until(worker, expected):
    """Look until the worker's index finds what is expected; it has a few seconds for it."""
    for _look in range(MOST_LOOKS):
        if found_by(worker) == (expected, True):
            return
        time.sleep(SECONDS_BETWEEN)
    raise AssertionError(f"{found_by(worker)} after {MOST_LOOKS} looks, not {expected}")


def publish(county, slug):
    county.state.content_version += 1
    tell_index(county.session, [slug], MOMENT)
    county.session.commit()


def test_every_worker_finds_what_was_published_and_loses_what_was_withdrawn(county, workers):
    for worker in workers:
        look_until(worker, [OTHER])
    new = county.service("kirpputori", name={"fi": "Kirpputori"})
    publish(county, "kirpputori")
    for worker in workers:
        look_until(worker, ["kirpputori", OTHER])
    new.state = "withdrawn"
    publish(county, "kirpputori")
    for worker in workers:
        look_until(worker, [OTHER])
