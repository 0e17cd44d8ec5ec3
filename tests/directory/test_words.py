"""No page of one language holds sentences of another without saying so."""

import re

import pytest
from babel.support import Translations
from bs4 import BeautifulSoup, Comment
from flask_babel import get_babel, get_locale

from navigator.i18n import catalogues
from tests.pages import words_of
from tests.real_site import every_page

SAID = re.compile(r"\b(the|you|your|with|this|that|from|please|what|where)\b", re.IGNORECASE)
FINNISH = re.compile(r"\b(ja|tai|sinun|sinulla|että|mutta|kun|jos|voit|soita)\b", re.IGNORECASE)
SWEDISH = re.compile(r"\b(och|eller|att|inte|när|kan|ring|för|på|av)\b", re.IGNORECASE)
FOREIGN = {"fi": [SAID, SWEDISH], "sv": [SAID, FINNISH], "en": [FINNISH, SWEDISH]}


@pytest.fixture(scope="module")
def asked(site):
    """Render every page anew, and note which sentences were asked of the catalogues."""
    sentences = {"fi": {}, "sv": {}}
    original, original_plural = Translations.ugettext, Translations.ungettext

    def noted(self, message):
        return note(self, message, original(self, message), message in self._catalog)

    def noted_plural(self, one, many, number):
        return note(self, one, original_plural(self, one, many, number), (one, 0) in self._catalog)

    def note(self, message, words, is_known):
        language = get_locale().language
        if language in sentences:
            sentences[language][message] = is_known
        return words

    site.extensions["pages"].clear()
    site.extensions["shortcuts"]._known.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Translations, "ugettext", noted)
        patch.setattr(Translations, "ungettext", noted_plural)
        for page in every_page():
            site.test_client().get(page.values[1])
    return sentences


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_sentence_that_a_page_asks_for_is_in_the_catalogue(asked, language):
    assert len(asked[language]) > 150
    assert [
        message for message, is_known in asked[language].items() if message and not is_known
    ] == []


def test_the_catalogues_hold_every_sentence_of_the_code(site):
    with site.app_context():
        assert get_babel().default_locale
    found = catalogues.collect()
    assert [
        line for language in ("fi", "sv") for line in catalogues.problems(language, found)
    ] == []


@pytest.mark.parametrize(
    ("language", "path"),
    [pytest.param(*page.values[:2], id=page.id) for page in every_page()],
)
def test_a_page_has_no_sentence_of_another_language(site, language, path):
    soup = BeautifulSoup(site.test_client().get(path).text, "html.parser")
    own = language.partition("-")[0]
    odd = [
        text.strip()
        for text in soup.body.find_all(string=True)
        if not isinstance(text, Comment)
        and text.find_parent("script") is None
        and text.find_parent(lang=True)["lang"].partition("-")[0] == own
        and text.find_parent("a", href=re.compile("^http")) is None  # the name of another page
        and any(len(set(map(str.lower, words.findall(text)))) > 1 for words in FOREIGN[own])
    ]
    assert odd == []


def test_the_check_for_other_languages_finds_what_it_looks_for():
    assert len(set(SAID.findall("Call with your bank codes"))) > 1
    assert len(set(SWEDISH.findall("Ring när du kan"))) > 1
    assert len(set(FINNISH.findall("Soita, jos voit"))) > 1


def test_the_names_of_languages_are_in_themselves(site):
    soup = BeautifulSoup(site.test_client().get("/sv/").text, "html.parser")
    links = [(link["lang"], words_of(link)) for link in soup.select(".languages a")]
    assert links == [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English"), ("fi", "Selkokieli")]
