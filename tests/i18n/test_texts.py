import pytest
from markupsafe import Markup

from navigator.i18n.languages import use_easy_finnish
from navigator.i18n.texts import localised, ltr, plain

pytestmark = pytest.mark.one_database

TEXT = {"fi": "Neuvola", "sv": "Rådgivning"}


def test_a_text_is_shown_in_the_language_of_the_page(on_page):
    on_page("sv")
    assert localised(TEXT) == "Rådgivning"


def test_a_fallback_says_which_language_it_is(on_page):
    on_page("en")
    assert localised(TEXT) == '<span lang="fi" dir="ltr">Neuvola</span>'
    assert localised({"ar": "مرحبا"}) == '<span lang="ar" dir="rtl">مرحبا</span>'
    assert localised({"fi": "", "sv": "Råd"}) == '<span lang="sv" dir="ltr">Råd</span>'
    assert plain(TEXT) == "Neuvola"


def test_easy_finnish_comes_first_on_its_page_and_finnish_after_it(on_page):
    on_page("fi")
    use_easy_finnish()
    assert localised(TEXT | {"fi-simple": "Vauvan lääkäri"}) == "Vauvan lääkäri"
    assert localised(TEXT) == '<span lang="fi" dir="ltr">Neuvola</span>'


def test_texts_are_escaped_and_safe_html_is_not(on_page):
    on_page("fi")
    assert localised({"fi": "<b>"}) == "&lt;b&gt;"
    assert localised({"sv": "<b>"}) == '<span lang="sv" dir="ltr">&lt;b&gt;</span>'
    assert localised("<b>") == "&lt;b&gt;"
    assert localised(Markup("<b>")) == "<b>"
    assert ltr("<b>") == '<bdi dir="ltr">&lt;b&gt;</bdi>'


@pytest.mark.parametrize("nothing", [None, "", {}, {"fi": ""}])
def test_no_text_is_nothing(on_page, nothing):
    on_page("fi")
    assert localised(nothing) == ""
    assert plain(nothing) == ""
