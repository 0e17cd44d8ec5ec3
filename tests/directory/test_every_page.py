import re

import pytest
from bs4 import BeautifulSoup

from tests.pages import read_page, words_of
from tests.real_site import LANGUAGES, PAGES, every_page
from tests.web.test_headers import HEADERS


@pytest.fixture(scope="module")
def answers(site):
    """Ask for every page once."""
    browser = site.test_client()
    return {page.values[1]: browser.get(page.values[1]) for page in every_page()}


@pytest.mark.parametrize(("language", "path", "status"), every_page())
def test_a_page_is_sound_and_in_its_language(answers, language, path, status):
    answer = answers[path]
    assert answer.status_code == status
    page = read_page(answer.text)
    assert page.soup.html["lang"] == language
    assert page.soup.html["dir"] == "ltr"
    assert page.h1
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(("language", "path", "status"), every_page())
def test_s22_s24_a_page_carries_the_security_headers_and_no_cookie(answers, language, path, status):
    headers = answers[path].headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "Set-Cookie" not in headers


def test_every_title_differs_and_begins_with_the_page(answers):
    titles = {}
    for path, answer in answers.items():
        title = words_of(BeautifulSoup(answer.text, "html.parser").title)
        assert re.fullmatch(r".+ – (Palvelut Päijät-Hämeessä|.+)", title)
        titles.setdefault(title, set()).add(path.replace("list?", "list").partition("list")[0])
    assert [paths for paths in titles.values() if len(paths) > 1] == []


@pytest.mark.parametrize("path", PAGES.values())
def test_a_page_leads_to_itself_in_the_other_languages(answers, path):
    soup = BeautifulSoup(answers[f"/fi/{path}"].text, "html.parser")
    links = {link["lang"]: link["href"] for link in soup.select(".languages a")[:3]}
    assert links == {language: f"/{language}/{path}" for language in LANGUAGES}
    current = soup.select_one(".languages a[aria-current=true]")
    assert current["lang"] == "fi"
