import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from navigator.web.shortcuts import Shortcuts

pytestmark = pytest.mark.one_database

PAGE = "/fi/sample/counted?q=velat"
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.fixture
def browser(shell):
    shell.config["CONTENT_VERSION_SECONDS"] = 3600
    return shell.test_client(use_cookies=False)


@pytest.fixture
def whole_way(monkeypatch):
    """Count the requests that go the whole way."""
    requests = []
    real = Flask.wsgi_app

    def noted(self, environ, start_response):
        requests.append(environ["PATH_INFO"])
        return real(self, environ, start_response)

    monkeypatch.setattr(Flask, "wsgi_app", noted)
    return requests


@pytest.mark.parametrize("encoding", ["br", "gzip"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_short_way_answers_like_the_whole_way(browser, whole_way, encoding, method):
    headers = {"Accept-Encoding": encoding}
    browser.get(PAGE, headers=headers)
    shell_answers = []
    for _time in range(2):
        shell_answers.append(browser.open(PAGE, method=method, headers=headers))
    fresh = browser.open(PAGE + "&unknown=1", method=method, headers=headers)
    assert len(whole_way) == 2
    for answer in shell_answers:
        assert answer.status == fresh.status
        assert answer.data == fresh.data
        assert list(answer.headers) == list(fresh.headers)


def test_the_short_way_answers_304_like_the_whole_way(browser, whole_way):
    headers = {"Accept-Encoding": "br"}
    tag = browser.get(PAGE, headers=headers).headers["ETag"]
    asked = headers | {"If-None-Match": f'"other", W/{tag}'}
    short = browser.get(PAGE, headers=asked)
    whole = browser.get(PAGE + "&unknown=1", headers=asked)
    assert len(whole_way) == 2
    assert (short.status_code, short.data) == (whole.status_code, whole.data) == (304, b"")
    assert sorted(short.headers) == sorted(whole.headers)


@pytest.mark.parametrize(
    "difference",
    [
        {"headers": {"Cookie": "a=b"}},
        {"headers": {"Authorization": "Bearer x"}},
        {"headers": {"Accept-Encoding": "identity"}},
        {"headers": {"Host": "evil.example"}},
        {"query_string": "q=toimeentulo"},
        {"method": "POST"},
        {"method": "OPTIONS"},
    ],
)
def test_any_other_words_go_the_whole_way(browser, whole_way, difference):
    browser.get(PAGE, headers={"Accept-Encoding": "br"})
    headers = {"Accept-Encoding": "br"} | difference.pop("headers", {})
    method = difference.pop("method", "GET")
    path, query = PAGE.split("?")
    query = difference.pop("query_string", query)
    browser.open(path, method=method, headers=headers, query_string=query)
    assert len(whole_way) == 2


def test_a_page_that_is_old_goes_the_whole_way(browser, whole_way):
    headers = {"Accept-Encoding": "br"}
    with time_machine.travel(NOW, tick=False) as clock:
        browser.get(PAGE, headers=headers)
        clock.shift(59)
        browser.get(PAGE, headers=headers)
        assert len(whole_way) == 1
        clock.shift(1)
        browser.get(PAGE, headers=headers)
        assert len(whole_way) == 2


def test_a_page_that_changes_within_a_minute_goes_the_whole_way(browser, whole_way):
    headers = {"Accept-Encoding": "br"}
    with time_machine.travel(NOW, tick=False) as clock:
        path = f"/fi/sample/clock/{(NOW + timedelta(seconds=90)).isoformat()}"
        browser.get(path, headers=headers)
        clock.shift(30)
        browser.get(path, headers=headers)
        assert len(whole_way) == 1
        clock.shift(1)
        assert browser.get(path, headers=headers).headers["Cache-Control"] == "public, max-age=59"
        assert len(whole_way) == 2


def test_once_in_a_while_a_request_looks_whether_content_was_published(browser, shell, whole_way):
    headers = {"Accept-Encoding": "br"}
    browser.get(PAGE, headers=headers)
    shell.config["CONTENT_VERSION_SECONDS"] = 0
    browser.get(PAGE, headers=headers)
    assert len(whole_way) == 2


def test_the_short_way_is_logged_and_counted_like_the_whole_way(browser, shell, capsys):
    headers = {"Accept-Encoding": "br", "User-Agent": "Mozilla/5.0"}
    for _time in range(3):
        browser.get(PAGE, headers=headers)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    alike = [{name: line[name] for name in ("endpoint", "method", "status")} for line in lines]
    assert alike == [alike[0]] * 3
    assert len({line["request"] for line in lines}) == 3
    counts = shell.extensions["counts"]._take()
    assert list(counts.values()) == [3]


def test_the_memory_of_shortcuts_is_bounded(browser, shell, monkeypatch):
    monkeypatch.setattr("navigator.web.shortcuts.MOST", 2)
    shortcuts: Shortcuts = shell.extensions["shortcuts"]
    for number in range(5):
        browser.get(f"{PAGE}&x={number}", headers={"Accept-Encoding": "br"})
        assert len(shortcuts._known) <= 2
    browser.get(f"{PAGE}&x={'a' * 1000}", headers={"Accept-Encoding": "br"})
    assert not any("aaaa" in words[2] for words in shortcuts._known)


def test_headers_tell_of_the_page_that_is_sent_whoever_had_it_made_anew(browser):
    with time_machine.travel(NOW, tick=False) as clock:
        before = [browser.get(PAGE, headers={"Accept-Encoding": way}) for way in ("br", "gzip")]
        clock.shift(60)
        after = [browser.get(PAGE, headers={"Accept-Encoding": way}) for way in ("br", "gzip")]
    tags = [answer.headers["ETag"].strip('"').partition("-") for answer in before + after]
    assert [way for *_digest, way in tags] == ["br", "gz"] * 2
    assert [digest for digest, *_way in tags] == [tags[0][0]] * 2 + [tags[2][0]] * 2
    assert tags[0][0] != tags[2][0]
