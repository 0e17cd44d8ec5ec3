"""Erasing and leaving overwrite the answers, and nothing of the visit may be kept by anyone."""

import re

import pytest

from navigator.guide.cookie import NAME
from tests.guide.visitor import OWN, Visitor, cookie_of


def test_the_first_answer_sets_the_one_cookie_and_reading_sets_none(visitor):
    for path in ("", "/1", "/check", "/plan", "/map"):
        assert "Set-Cookie" not in visitor.get(path).headers
    cookie = cookie_of(visitor.answer("urgent", "none"))
    value = cookie.pop("value")
    assert cookie == {"path": "/", "secure": "True", "httponly": "True", "samesite": "Strict"}
    assert re.fullmatch(r"[\w-]+={0,2}", value)


def test_s45_every_cookie_of_a_visit_has_one_length(visitor):
    answers = [
        visitor.answer("urgent", "none"),
        visitor.answer("whom", "me"),
        visitor.skip("municipality"),
        visitor.answer("age", "adult"),
        visitor.answer("themes", "work", "home"),
        visitor.get("/plan"),
        visitor.post("/erase"),
    ]
    assert len({len(cookie_of(answer)["value"]) for answer in answers}) == 1


@pytest.mark.parametrize(
    ("leave", "led_to"),
    [
        (lambda visitor: visitor.post("/erase"), "/fi/questions/erased"),
        (lambda visitor: visitor.get("/exit"), "https://example.org/weather"),
    ],
)
def test_s44_leaving_overwrites_the_answers_and_lets_the_cookie_end(visitor, leave, led_to):
    visitor.answer_all()
    before = visitor.cookie
    answer = leave(visitor)
    assert (answer.status_code, answer.headers["Location"]) == (303, led_to)
    cookie = cookie_of(answer)
    assert cookie["max-age"] == "5"
    assert len(cookie["value"]) == len(before)
    assert "Vastauksia ei ole vielä" in visitor.get("/check").text
    assert visitor.chosen("urgent") == []


def test_only_our_own_pages_may_send_answers_or_erase_them(visitor):
    visitor.answer("urgent", "none")
    for path in ("/1", "/2", "/erase"):
        answer = visitor.client.post(
            f"/fi/questions{path}", headers={"Sec-Fetch-Site": "cross-site"}
        )
        assert answer.status_code == 403
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_after_erasing_one_reads_that_the_answers_are_gone_and_how_to_go_on(
    clock, client, language
):
    visitor = Visitor(client, language)
    visitor.answer_all()
    visitor.post("/erase")
    client.delete_cookie(NAME)  # as the browser does after five seconds
    page = visitor.page("/erased")
    gone = {"fi": "Vastauksesi on poistettu", "sv": "Dina svar är borta"}
    assert page.h1 == gone.get(language, "Your answers are gone")
    ways_on = {f"/{language}/questions", f"/{language}/services", f"/{language}/help-now"}
    assert ways_on | {f"/{language}/handover"} <= set(page.hrefs("main a"))
    assert page.soup.select("main a[href^='tel:']")


def test_the_page_that_says_so_never_lies_to_a_new_visit(visitor):
    visitor.answer("urgent", "none")
    answer = visitor.get("/erased")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/fi/questions/check")


def test_erasing_in_easy_finnish_stays_there(visitor):
    assert visitor.post("/erase?easy=1").headers["Location"] == "/fi/questions/erased?easy=1"
    assert "/fi/questions?easy=1" in visitor.page("/erased?easy=1").hrefs("main a")


PRIVATE = [
    "",
    "/1",
    "/2?kept=1",
    "/5",
    "/0",
    "/check",
    "/plan",
    "/exit",
    "/erase",
    "/erased",
    "/nothing",
]


@pytest.mark.parametrize("path", PRIVATE)
def test_nobody_keeps_a_page_or_learns_that_it_was_read(visitor, path):
    visitor.answer("urgent", "danger")
    for answer in (visitor.get(path), visitor.post(path)):
        headers = answer.headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Robots-Tag"] == "noindex"
        assert "ETag" not in headers


def test_the_map_is_the_same_for_everyone_and_may_be_kept(visitor):
    visitor.answer("urgent", "danger")
    answer = visitor.get("/map")
    assert answer.headers["Cache-Control"].startswith("public")
    assert "X-Robots-Tag" not in answer.headers
    assert answer.text == visitor.client.get("/fi/questions/map", headers=OWN).text


def test_a_failure_is_kept_by_nobody_either(visitor, app, monkeypatch):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr("navigator.guide.views.current_visit", lambda: 1 / 0)
    answer = visitor.get("/1")
    assert answer.status_code == 500
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert visitor.client.get_cookie(NAME) is None
