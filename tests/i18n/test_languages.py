import pytest
from flask import Blueprint, g, url_for

from navigator.i18n.languages import direction

pytestmark = pytest.mark.one_database


@pytest.fixture
def browser(app):
    bp = Blueprint("words", __name__)

    @bp.get("/<lang:lang>/words/<string:slug>")
    def words(slug: str) -> str:
        return (
            f"{g.language} {url_for('.words', slug=slug)} {url_for('.words', slug='b', lang='sv')}"
        )

    app.register_blueprint(bp)
    return app.test_client()


def test_the_address_names_the_language_and_links_keep_it(browser):
    assert browser.get("/en/words/a").text == "en /en/words/a /sv/words/b"
    assert browser.get("/sv/words/a").text == "sv /sv/words/a /sv/words/b"


@pytest.mark.parametrize("language", ["de", "FI", "fi-simple", "fin"])
def test_another_language_is_no_address(browser, language):
    assert browser.get(f"/{language}/words/a").status_code == 404


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (None, "fi"),
        ("sv-FI,sv;q=0.9,fi;q=0.8", "sv"),
        ("en-US,en;q=0.5", "en"),
        ("de,fr;q=0.5", "fi"),
        ("fi;q=0.2,en;q=0.7", "en"),
        ("*", "fi"),
        ("nonsense;;;q=x", "fi"),
        ("sv;q=0", "fi"),
    ],
)
def test_f40_the_front_door_leads_to_the_language_of_the_browser_without_a_cookie(
    browser, asked, given
):
    answer = browser.get("/", headers={"Accept-Language": asked} if asked else {})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/{given}/")
    assert "Accept-Language" in answer.headers["Vary"]
    assert "Set-Cookie" not in answer.headers


def test_a_page_with_its_language_in_the_address_does_not_vary_by_browser(browser):
    answer = browser.get("/en/words/a", headers={"Accept-Language": "sv"})
    assert answer.text.startswith("en ")
    assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_writing_directions_are_known():
    assert [direction(code) for code in ("fi", "ar", "fi-simple", "ckb-IQ")] == [
        "ltr",
        "rtl",
        "ltr",
        "rtl",
    ]
