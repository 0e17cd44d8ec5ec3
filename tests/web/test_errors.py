import json
import re

import html5lib
import pytest

from navigator import errors
from navigator.domain.errors import NavigatorError

pytestmark = pytest.mark.one_database

STATUSES = [400, 403, 404, 405, 410, 413, 418, 429, 500, 503]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("status", STATUSES)
def test_an_error_is_a_page_in_the_language_of_its_address(browser, status, language):
    answer = browser.get(f"/{language}/sample/error/{status}")
    assert answer.status_code == status
    assert f'<html lang="{language}"' in answer.text
    parser = html5lib.HTMLParser()
    parser.parse(answer.text)
    assert not parser.errors
    assert 'role="search"' in answer.text
    assert 'href="tel:112"' in answer.text
    assert 'href="tel:116117"' in answer.text
    assert f'href="/{language}/help-now"' in answer.text
    assert re.search(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", answer.text)
    assert '<meta name="robots" content="noindex">' in answer.text
    assert "canonical" not in answer.text


def test_the_title_of_an_error_begins_with_the_word(browser):
    found = [
        re.search("<title>(.*?) –", browser.get(f"/{language}/nothing").text)[1]
        for language in ("fi", "sv", "en")
    ]
    assert found == [
        "Virhe: Sivua ei löytynyt",
        "Fel: Vi hittade inte sidan",
        "Error: We did not find the page",
    ]


def test_every_status_has_its_own_words(app):
    with app.test_request_context("/fi/"):
        told = [errors.explanation_of(status) for status in errors.EXPLANATIONS]
    assert len({words.title for words in told}) == len(told)
    assert len({words.advice for words in told}) == len(told)


def test_an_unknown_language_is_not_found_in_the_language_of_the_visitor(browser):
    answer = browser.get("/de/services", headers={"Accept-Language": "sv, fi;q=0.5"})
    assert answer.status_code == 404
    assert '<html lang="sv"' in answer.text
    assert "Accept-Language" in answer.headers["Vary"]


def test_a_wrong_method_says_which_ones_work(browser):
    answer = browser.delete("/fi/sample/form")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_s36_a_form_beyond_the_limit_is_refused_as_too_large(browser):
    headers = {"Sec-Fetch-Site": "same-origin"}
    answer = browser.post("/fi/sample/form", data={"text": "a" * 300_000}, headers=headers)
    assert answer.status_code == 413
    assert browser.post("/fi/sample/form", data={"text": "a"}, headers=headers).status_code == 200


def test_a_form_of_too_many_parts_is_refused_as_too_large(browser):
    parts = {f"field-{number}": "a" for number in range(201)}
    answer = browser.post(
        "/fi/sample/form",
        data=parts,
        content_type="multipart/form-data",
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status_code == 413


def test_a_busy_database_says_when_to_come_back(browser):
    browser.post("/fi/sample/busy")
    answer = browser.get("/fi/sample/busy")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0


def test_a_fact_that_no_page_explains_is_an_error_of_ours(shell):
    class Odd(NavigatorError):
        pass

    def odd():
        raise Odd("inner words")

    shell.add_url_rule("/fi/odd", view_func=odd)
    answer = shell.test_client().get("/fi/odd")
    assert answer.status_code == 500
    assert "inner words" not in answer.text


@pytest.mark.parametrize(
    ("path", "status"), [("/api/nothing", 404), ("/api/sample/broken", 500), ("/api/%ff", 400)]
)
def test_programs_get_problem_json(browser, shell, path, status):
    shell.config["PROPAGATE_EXCEPTIONS"] = False
    answer = browser.get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    problem = json.loads(answer.text)
    assert set(problem) == {"type", "title", "status", "detail", "request"}
    assert problem["status"] == status
    assert "own words" not in answer.text


def test_an_error_page_that_breaks_itself_still_says_whom_to_call(shell, monkeypatch):
    monkeypatch.setattr(errors, "render_template", lambda *_args, **_values: 1 / 0)
    answer = shell.test_client().get("/fi/nothing")
    assert answer.status_code == 404
    assert 'href="tel:112"' in answer.text
    parser = html5lib.HTMLParser()
    parser.parse(answer.text)
    assert not parser.errors
