import html5lib
import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.one_database


@pytest.fixture
def soup(browser):
    return lambda path: BeautifulSoup(browser.get(path).text, "html5lib")


@pytest.mark.parametrize("path", ["/fi/sample/counted?q=%22%3E", "/sv/sample/easy", "/en/"])
def test_a_page_is_valid_and_has_one_h1_in_its_main(browser, soup, path):
    parser = html5lib.HTMLParser()
    parser.parse(browser.get(path).text)
    assert not parser.errors
    page = soup(path)
    assert len(page.select("h1")) == len(page.select("main h1")) == 1
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_the_other_languages_are_the_same_page_with_the_same_query(soup):
    page = soup("/fi/sample/counted?topic=b&q=a%20%26&topic=c&unknown=1")
    links = {tag["hreflang"]: tag["href"] for tag in page.select("header nav a")}
    assert links == {
        "fi": "/fi/sample/counted?q=a+%26&topic=b&topic=c",
        "sv": "/sv/sample/counted?q=a+%26&topic=b&topic=c",
        "en": "/en/sample/counted?q=a+%26&topic=b&topic=c",
        "fi-simple": "/fi/easy",
    }
    assert [tag["lang"] for tag in page.select("header nav [aria-current]")] == ["fi"]


def test_search_engines_learn_the_page_in_each_language_under_the_public_address(soup):
    page = soup("/sv/sample/counted?q=a")
    assert page.select_one("[rel=canonical]")["href"] == "http://127.0.0.1:8000/sv/sample/counted"
    alternates = {tag["hreflang"]: tag["href"] for tag in page.select("[rel=alternate]")}
    assert alternates == {
        language: f"http://127.0.0.1:8000/{language}/sample/counted"
        for language in ("fi", "sv", "en")
    }


def test_a_page_in_easy_finnish_says_so(soup):
    page = soup("/fi/sample/easy")
    assert page.html["lang"] == "fi-simple"
    current = page.select("header nav [aria-current]")
    assert [tag["hreflang"] for tag in current] == ["fi-simple"]


def test_s23_a_page_has_no_inline_style_script_or_handler(soup):
    page = soup("/fi/sample/counted")
    assert not page.select("style, [style], script:not([src])")
    assert not [name for tag in page.select("*") for name in tag.attrs if name.startswith("on")]


def test_the_footer_says_that_there_is_one_cookie_at_most(soup):
    assert "Ei evästeitä, paitsi yksi" in soup("/fi/sample/counted").footer.text
    assert "Inga kakor, utom en" in soup("/sv/sample/counted").footer.text
