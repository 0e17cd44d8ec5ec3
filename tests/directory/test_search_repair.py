"""The index is missing or broken: visitors notice little, and it is built anew."""

import shutil
import threading
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from navigator.directory import searching
from navigator.domain.counts import DailyCount
from navigator.domain.models import OutboxLine, VainSearch
from navigator.search import Reader
from tests import factories
from tests.directory.county import County

pytestmark = pytest.mark.one_database


def delete(index):
    shutil.rmtree(index)


def cut(index):
    for file in index.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def flip_a_byte(index):
    newest = sorted((index / "generations").iterdir())[-1]
    for file in newest.iterdir():
        if file.is_file() and file.stat().st_size > 10:
            content = bytearray(file.read_bytes())
            content[5] ^= 0xFF
            file.write_bytes(bytes(content))


def lose_the_pointer(index):
    (index / "current").unlink()


def put_a_folder_in_its_place(index):
    shutil.rmtree(index)
    (index / "current").mkdir(parents=True)


DAMAGE = [delete, cut, flip_a_byte, lose_the_pointer, put_a_folder_in_its_place]


@pytest.fixture
def repairs(monkeypatch):
    """Let repairs wait to be run, and return what was asked for."""
    started = []
    threads = SimpleNamespace(Thread=lambda **given: Waiting(started, given))
    monkeypatch.setattr(searching, "threading", threads)
    return started


class Waiting:
    """A thread that runs when it is told to."""

    def __init__(self, started, given):
        self.started, self.given = started, given

    def start(self):
        self.started.append(lambda: self.given["target"](*self.given["args"]))

    def join(self, _timeout):
        """End at once: nothing was begun."""


@pytest.fixture
def damaged(county: County, request, app):
    """A county whose index was damaged after it was built."""
    county.service("velkaneuvonta", name={"fi": "Velkaneuvonta"})
    county.service("draft", state="draft", name={"fi": "Velkaluonnos"})
    county.service("ended", state="withdrawn", name={"fi": "Velkaloppu"})
    county.service("flat", topics=[county.housing], name={"fi": "Velka-asunto"})
    county.publish()
    index = app.config["SETTINGS"].index
    request.param(index)
    app.extensions["search"] = Reader(index)
    return index


@pytest.mark.parametrize("damaged", DAMAGE, indirect=True, ids=lambda way: way.__name__)
def test_f07_without_the_index_a_plain_search_answers(damaged, repairs, page):
    found = page("/fi/services?q=velka")
    assert found.hrefs(".service-card__name a") == [
        "/fi/services/flat",
        "/fi/services/velkaneuvonta",
    ]
    narrowed = page("/fi/services?q=velka&topic=housing&provider=esimerkkialue")
    assert narrowed.hrefs(".service-card__name a") == ["/fi/services/flat"]
    assert not found.soup.select(".facets")


@pytest.mark.parametrize("damaged", DAMAGE[:3], indirect=True, ids=lambda way: way.__name__)
def test_f07_the_index_is_built_anew_beside_the_requests(damaged, repairs, app, page):
    page("/fi/services?q=velka")
    page("/fi/services?q=another")
    assert len(repairs) == 1
    repairs[0]()
    app.extensions["search"] = Reader(damaged)
    found = page("/fi/services?q=velkaneuvontaa").hrefs(".service-card__name a")
    assert found[0] == "/fi/services/velkaneuvonta"


@pytest.mark.parametrize("damaged", [delete], indirect=True)
def test_a_repair_that_is_not_needed_or_cannot_be_done_hurts_nobody(
    damaged, repairs, app, page, monkeypatch
):
    page("/fi/services?q=velka")
    monkeypatch.setattr(searching, "REBUILD", ("false",))
    repairs[0]()
    assert page("/fi/services?q=velkan").h1
    assert not (damaged / "current").exists()


@pytest.mark.parametrize("damaged", [delete], indirect=True)
def test_f09_an_index_that_cannot_follow_the_content_any_more_is_not_asked(
    damaged, county, repairs, page
):
    county.publish()
    assert page("/fi/services?topic=housing").soup.select(".facets")
    county.state.content_version += 1
    county.session.add(OutboxLine(id=7, content_version=9, at=factories.NOW))
    county.session.commit()
    assert not page("/fi/services?topic=debts").soup.select(".facets")
    assert len(repairs) == 1


@pytest.mark.parametrize("damaged", [delete], indirect=True)
def test_limits_that_the_plain_search_cannot_hold_are_not_pretended(damaged, repairs, page):
    found = page("/en/services?q=velka&language=sv&open=now&topic=debts&topic=housing")
    assert len(found.hrefs(".service-card__name a")) == 2
    assert "These limits do not work right now: Swedish, Open now." in found.words()
    assert [words.partition(" – ")[0] for words in found.all_words(".chips__chip")] == [
        "debts (en)",
        "housing (en)",
    ]


@pytest.mark.parametrize("damaged", [delete], indirect=True)
def test_a_plain_search_that_finds_nothing_is_not_in_vain(damaged, repairs, client, app, session):
    client.get("/fi/services?q=velkaneuvonnasta", headers={"User-Agent": "Mozilla/5.0"})
    app.extensions["counts"].flush()
    session.rollback()
    assert session.scalars(select(VainSearch)).all() == []
    assert "search without result" not in session.scalars(select(DailyCount.kind)).all()


def test_threads_that_repair_do_not_keep_the_process_alive(county, client, app):
    county.publish()
    delete(app.config["SETTINGS"].index)
    app.extensions["search"] = Reader(app.config["SETTINGS"].index)
    before = set(threading.enumerate())
    client.get("/fi/services?q=velka")
    new = [thread for thread in threading.enumerate() if thread not in before]
    assert all(thread.daemon for thread in new)
    new = [thread for thread in new if not isinstance(thread, threading.Timer)]
    assert new
    for thread in new:
        thread.join(timeout=30)
