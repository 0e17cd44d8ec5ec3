"""Which browsers' forms are taken: those that say in any way that they come from our pages."""

import pytest

from tests.guide.visitor import Visitor

OURS, OTHER = "http://127.0.0.1:8000", "https://evil.example"
TAKEN = {
    "today's browsers": {"Sec-Fetch-Site": "same-origin", "Origin": OURS},
    "Safari before 16.4": {"Origin": OURS, "Referer": f"{OURS}/fi/questions/1"},
    "a proxy that cuts the referrer": {"Origin": OURS},
}
REFUSED = {
    "another site in today's browsers": {"Sec-Fetch-Site": "cross-site", "Origin": OTHER},
    "a sandboxed frame": {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
    "another site in Safari before 16.4": {"Origin": OTHER, "Referer": f"{OTHER}/"},
    "a frame of another site in it": {"Origin": "null"},
    "a neighbour of ours": {"Origin": "http://127.0.0.1:8001"},
    "what says nothing": {},
    "what names a page alone": {"Referer": f"{OURS}/fi/questions/1"},
}
FORMS = ("/fi/questions/1", "/fi/questions/erase", "/fi/handover", "/fi/handover/withdraw")


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("headers", TAKEN.values(), ids=TAKEN)
def test_s25_a_form_of_ours_is_taken_from_any_browser(clock, client, headers, path):
    assert client.post(path, headers=headers).status_code in {303, 422}


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("headers", REFUSED.values(), ids=REFUSED)
def test_s25_a_form_from_elsewhere_is_refused_by_any_browser(clock, client, headers, path):
    answer = client.post(path, headers=headers)
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/fi/questions/1", "/fi/handover", "/fi/questions/map"])
def test_a_page_tells_browsers_to_name_our_origin_to_us_and_to_nobody_else(visitor, path):
    """Under `no-referrer` a form would name the origin `null`, and older browsers be refused."""
    answer = visitor.client.get(path)
    assert answer.headers.getlist("Referrer-Policy") == ["same-origin"]


def test_an_older_browser_answers_every_question(clock, client, monkeypatch):
    monkeypatch.setattr("tests.guide.visitor.OWN", TAKEN["Safari before 16.4"])
    visitor = Visitor(client)
    assert visitor.answer_all().headers["Location"].startswith("/fi/questions/check")
