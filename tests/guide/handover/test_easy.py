"""Sharing in easy Finnish: the pages stay in it, and the whole text stays within reach."""

import pytest

from tests.pages import read_page


@pytest.fixture
def easy(resident):
    """Return a function that sends a form of the handover in easy Finnish."""
    return lambda path, **fields: read_page(resident.post(f"{path}?easy=1", **fields).text)


@pytest.mark.parametrize("path", ["", "/share"])
def test_a_page_leads_to_easy_finnish_on_the_spot(resident, path):
    page = read_page(resident.get(path).text)
    assert page.soup.html["lang"] == "fi"
    assert page.soup.select_one("main details summary").text == "Lue tämä selkokielellä"
    easy = read_page(resident.get(f"{path}?easy=1").text)
    assert easy.soup.html["lang"] == "fi-simple"
    assert page.words("main details p") in easy.words()
    assert not easy.soup.select("main details")


def test_consent_is_asked_in_easy_finnish_with_the_whole_text_below(easy):
    page = easy("/share", answer=["3"])
    assert page.soup.html["lang"] == "fi-simple"
    assert page.words("#consent") == "Esimerkki helposta suostumuksesta"
    assert "Helppo teksti." in page.words()
    assert "Esimerkin teksti." in page.words("main details")
    assert page.soup.select_one("main form")["action"] == "/fi/handover/code?easy=1"


def test_ordinary_consent_has_the_easy_one_below(resident):
    page = resident.page("/share", answer=["3"])
    assert page.words("#consent") == "Esimerkki suostumuksesta (fi)"
    assert "Helppo teksti." in page.words("main details")


def test_the_code_is_explained_in_easy_finnish(easy, resident):
    page = easy("/share", answer=["3"])
    names = ("answer", "shown", "ticket")
    sent = {name: page.soup.select_one(f"input[name={name}]")["value"] for name in names}
    shown = easy("/code", agreed="y", hours="72", **sent)
    assert shown.soup.select(".handover__code")
    assert "Jos koodi katoaa, kukaan ei saa sitä takaisin." in shown.words()
    assert "27.11.2026 kello 12.00" in shown.words()
    assert "/fi/handover?easy=1" in shown.hrefs("main a")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_there_is_no_easy_finnish_under_other_languages(resident, language):
    page = read_page(resident.client.get(f"/{language}/handover?easy=1").text)
    assert page.soup.html["lang"] == language
    assert not page.soup.select("main details")


def test_the_plan_in_easy_finnish_leads_to_sharing_in_it(resident):
    links = resident.visitor.page("/plan?easy=1").hrefs("main a")
    assert {"/fi/handover/share?easy=1", "/fi/handover?easy=1"} <= set(links)
