from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Blueprint, abort
from sqlalchemy import select, text

from navigator.domain.counts import DailyCount
from navigator.statistics import counting
from navigator.statistics.counting import count
from navigator.statistics.queries import add_counts, counts_for
from navigator.web.caching import public_page

TODAY = date(2026, 11, 24)
PERSON = {"User-Agent": "Mozilla/5.0"}


@pytest.fixture
def browser(app):
    bp = Blueprint("sample", __name__)

    @bp.get("/<lang:lang>/counted/<string:slug>")
    @public_page(query=["q"])
    def page(slug: str) -> str:
        if slug == "missing":
            abort(404)
        count("search", "without-result")
        return "page"

    app.register_blueprint(bp)
    with time_machine.travel(datetime(2026, 11, 24, 10, tzinfo=UTC), tick=False):
        yield app.test_client()


def counted(app, session):
    app.extensions["counts"].flush()
    session.rollback()
    rows = session.scalars(select(DailyCount)).all()
    counts = {(row.day, row.kind, row.key): row.count for row in rows}
    session.rollback()  # gives the turn to write back
    return counts


def test_a_page_view_counts_from_the_cache_as_from_the_view(app, browser, session):
    for _time in range(3):
        browser.get("/fi/counted/a?q=velat", headers=PERSON)
    assert counted(app, session) == {
        (TODAY, "page", "sample.page"): 3,
        (TODAY, "search", "without-result"): 3,
    }


def test_workers_add_to_the_same_row(app, browser, session):
    for _worker in range(2):
        browser.get("/fi/counted/a", headers=PERSON)
        counts = counted(app, session)
    assert counts[TODAY, "page", "sample.page"] == 2


@pytest.mark.one_database
@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Googlebot/2.1"},
        {"User-Agent": "bingbot"},
        {"User-Agent": ""},
        {"User-Agent": "Mozilla/5.0", "Sec-Purpose": "prefetch;prerender"},
    ],
)
def test_robots_and_pages_fetched_ahead_are_not_counted(app, browser, session, headers):
    browser.get("/fi/counted/a", headers=headers)
    assert counted(app, session) == {}


@pytest.mark.one_database
def test_what_nobody_saw_is_not_counted(app, browser, session):
    browser.head("/fi/counted/a", headers=PERSON)
    browser.get("/fi/counted/missing", headers=PERSON)
    browser.get("/fi/nothing", headers=PERSON)
    browser.get("/assets/000000000000.css", headers=PERSON)
    assert counted(app, session) == {}


@pytest.mark.one_database
def test_s43_nothing_of_a_visitor_is_in_the_database(app, browser, session, tmp_path):
    browser.get(
        "/fi/counted/a?q=canarywords",
        headers=PERSON | {"Cookie": "x=canarycookie"},
        environ_overrides={"REMOTE_ADDR": "192.0.2.77"},
    )
    assert counted(app, session)
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("navigator.db*"))
    kept += b"".join(file.read_bytes() for file in tmp_path.rglob("*.db*"))
    assert kept
    assert not any(word in kept for word in (b"canarywords", b"canarycookie", b"192.0.2.77"))


def test_counts_that_cannot_be_written_wait_for_the_next_time(app, browser, session):
    browser.get("/fi/counted/a", headers=PERSON)
    session.execute(text("ALTER TABLE daily_count RENAME TO away"))
    session.commit()
    app.extensions["counts"].flush()
    session.execute(text("ALTER TABLE away RENAME TO daily_count"))
    session.commit()
    assert counted(app, session)[TODAY, "page", "sample.page"] == 1


@pytest.mark.one_database
def test_counts_are_written_down_by_themselves(app, browser, session, monkeypatch):
    monkeypatch.setattr(counting, "FLUSH_SECONDS", 0.01)
    browser.get("/fi/counted/a", headers=PERSON)
    app.extensions["counts"]._timer.join(timeout=10)
    session.rollback()
    assert session.scalars(select(DailyCount.count)).all() == [1, 1]


@pytest.mark.one_database
def test_the_memory_of_counts_is_bounded(app, monkeypatch):
    monkeypatch.setattr(counting, "MOST_KEYS", 2)
    buffer = counting.CountBuffer(app)
    for key in ("a", "b", "c", "a"):
        buffer.add(TODAY, "page", key)
    assert dict(buffer._take()) == {(TODAY, "page", "a"): 2, (TODAY, "page", "b"): 1}


def test_s47_counts_under_ten_are_not_told(session):
    yesterday = TODAY - timedelta(days=1)
    add_counts(
        session,
        {
            (yesterday, "topic", "money"): 6,
            (TODAY, "topic", "money"): 4,
            (TODAY, "topic", "violence"): 9,
            (TODAY, "page", "directory.home"): 50,
            (TODAY - timedelta(days=2), "topic", "violence"): 50,
        },
    )
    session.commit()
    found = counts_for(session, "topic", first=yesterday, last=TODAY)
    assert found == {"money": 10, "violence": None}
