import gzip
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import text

from navigator.domain.site import SiteState
from navigator.web.caching import KeptPage, PageCache, VersionWatch
from navigator.web.compression import Body

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def publish(session, version):
    state = session.get(SiteState, 1)
    if state is None:
        state = SiteState(id=1, content_version=0, settings={}, help_now={})
        session.add(state)
    state.content_version = version
    session.commit()


@pytest.mark.one_database
def test_a_page_is_made_once_for_each_known_query(browser, title):
    assert title(browser.get("/fi/sample/counted")) == "Made 1"
    assert title(browser.get("/fi/sample/counted?unknown=1&q=")) == "Made 1"
    assert title(browser.get("/fi/sample/counted?q=velat")) == "Made 2"
    assert title(browser.get("/fi/sample/counted?topic=a&q=velat&topic=b")) == "Made 3"
    assert title(browser.get("/fi/sample/counted?q=velat&topic=a&topic=b&x=y")) == "Made 3"
    assert title(browser.get("/sv/sample/counted")) == "Made 4"


@pytest.mark.one_database
def test_a_parameter_that_is_not_declared_never_reaches_the_page(browser):
    assert "poison" not in browser.get("/fi/sample/counted?q=velat&utm=poison&poison=1").text


def test_publishing_makes_pages_anew(browser, session, title):
    publish(session, 1)
    assert title(browser.get("/fi/sample/counted")) == "Made 1"
    assert title(browser.get("/fi/sample/counted")) == "Made 1"
    publish(session, 2)
    assert title(browser.get("/fi/sample/counted")) == "Made 2"


@pytest.mark.one_database
def test_a_page_is_made_anew_after_a_minute(browser, title):
    with time_machine.travel(NOON, tick=False) as clock:
        assert title(browser.get("/fi/sample/counted")) == "Made 1"
        clock.shift(59)
        assert title(browser.get("/fi/sample/counted")) == "Made 1"
        clock.shift(1)
        assert title(browser.get("/fi/sample/counted")) == "Made 2"


@pytest.mark.one_database
def test_a_page_about_the_clock_lives_until_the_moment_it_names(browser, title):
    path = f"/fi/sample/clock/{(NOON + timedelta(seconds=20)).isoformat()}"
    with time_machine.travel(NOON, tick=False) as clock:
        answer = browser.get(path)
        assert answer.headers["Cache-Control"] == "public, max-age=20"
        clock.shift(19)
        assert title(browser.get(path)) == "Made 1"
        clock.shift(1)
        assert title(browser.get(path)) == "Made 2"


@pytest.mark.one_database
def test_browsers_keep_a_public_page_for_a_minute_and_ask_with_its_tag(browser):
    first = browser.get("/fi/sample/counted")
    assert first.headers["Cache-Control"] == "public, max-age=60"
    assert "Accept-Encoding" in first.headers["Vary"]
    again = browser.get("/fi/sample/counted", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    other = browser.get("/fi/sample/counted", headers={"If-None-Match": '"other"'})
    assert other.status_code == 200


@pytest.mark.one_database
def test_tags_differ_by_packing_and_each_is_recognised(browser):
    tags = set()
    for encoding in ("br", "gzip", "identity"):
        headers = {"Accept-Encoding": encoding}
        answer = browser.get("/fi/sample/counted", headers=headers)
        tags.add(answer.headers["ETag"])
        headers["If-None-Match"] = f"W/{answer.headers['ETag']}"  # proxies weaken tags
        assert browser.get("/fi/sample/counted", headers=headers).status_code == 304
    assert len(tags) == 3
    assert all(tag.startswith('"') for tag in tags)


@pytest.mark.one_database
def test_head_answers_like_get_without_the_body(browser):
    head, get = browser.head("/fi/sample/counted"), browser.get("/fi/sample/counted")
    assert head.data == b""
    assert int(head.headers["Content-Length"]) == len(get.data)
    assert head.headers["ETag"] == get.headers["ETag"]


@pytest.mark.one_database
@pytest.mark.parametrize(
    "headers",
    [{"Authorization": "Bearer x"}, {"Cookie": "__Host-sessio=x"}, {"Cookie": "a=b; session=x"}],
)
def test_who_says_who_they_are_is_never_answered_from_the_cache_or_kept_in_it(
    shell, title, headers
):
    browser = shell.test_client(use_cookies=False)
    browser.get("/fi/sample/counted")
    personal = browser.get("/fi/sample/counted", headers=headers)
    assert title(personal) == "Made 2"
    assert personal.headers["Cache-Control"] == "no-store"
    assert "ETag" not in personal.headers
    assert title(browser.get("/fi/sample/counted")) == "Made 1"


@pytest.mark.one_database
def test_s27_a_page_that_must_not_be_kept_is_made_each_time(browser, title):
    assert title(browser.get("/fi/sample/secret")) == "Made 1"
    second = browser.get("/fi/sample/secret")
    assert title(second) == "Made 2"
    assert second.headers["Cache-Control"] == "no-store"
    assert "ETag" not in second.headers


@pytest.mark.one_database
def test_a_page_that_browsers_must_not_keep_is_made_once_and_kept_by_us_alone(browser, title):
    for _time in range(3):  # made, from the cache, by the short way
        answer = browser.get("/fi/sample/unseen", headers={"Accept-Encoding": "gzip"})
        page = gzip.decompress(answer.data).decode()
        assert "Made 1" in page
        assert answer.headers["Cache-Control"] == "no-store"
        assert "ETag" not in answer.headers


@pytest.mark.one_database
def test_f05_without_the_database_kept_pages_are_still_shown(browser, shell):
    with time_machine.travel(NOON, tick=False) as clock:
        assert browser.get("/fi/sample/busy").status_code == 200
        browser.post("/fi/sample/busy")
        clock.shift(3600)
        assert browser.get("/fi/sample/busy").status_code == 200
        assert browser.get("/sv/sample/busy").status_code == 503


def test_the_version_is_looked_at_once_a_second_and_outlives_the_database(shell, session):
    publish(session, 3)
    watch = VersionWatch()
    with shell.app_context():
        assert watch.current(seconds=60) == 3
        publish(session, 4)
        assert watch.current(seconds=60) == 3
        assert watch.current(seconds=0) == 4
        session.execute(text("ALTER TABLE site_state RENAME TO away"))
        session.commit()
        assert watch.current(seconds=0) == 4
        session.execute(text("ALTER TABLE away RENAME TO site_state"))
        session.commit()


def test_the_cache_stays_within_its_size_and_forgets_the_longest_unused():
    pages = [page_of(bytes([number]) * 100) for number in range(4)]
    cache = PageCache(limit=sum(page.body.cost for page in pages[:3]))
    for number, page in enumerate(pages[:3]):
        cache.put((str(number), ()), page)
    cache.get(("0", ()))
    cache.put(("3", ()), pages[3])
    assert [cache.get((str(number), ())) is not None for number in range(4)] == [1, 0, 1, 1]
    assert cache.size <= sum(page.body.cost for page in pages[:3])
    cache.put(("3", ()), pages[3])
    assert cache.size == sum(page.body.cost for page in (pages[0], pages[2], pages[3]))
    cache.clear()
    assert cache.size == 0


def page_of(content: bytes) -> KeptPage:
    return KeptPage(Body(content), {}, {}, version=1, expires=0, live_until=0)
