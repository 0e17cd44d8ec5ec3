"""Words of danger that count only alone, and words that look like dangerous ones."""

import pytest

from navigator.search.analysis import analyser
from navigator.search.danger import Danger, Kind

HELP = Kind("esimerkki", ("hatapuhelin",), {"en": ["poison"]}, {"en": ["prism"]}, {"fi": ["apua"]})


@pytest.fixture(scope="module")
def danger():
    return Danger([HELP], analyser())


@pytest.mark.parametrize("text", ["apua", "Apua!", "tarvitsen apua"])
def test_a_bare_cry_for_help_is_heard(danger, text):
    assert danger.help_for(text) == ("hatapuhelin",)


@pytest.mark.parametrize("text", ["apua läksyihin", "apua vuokraan", "", "vuokra"])
def test_help_with_something_is_no_cry_for_help(danger, text):
    assert danger.kinds(text) == ()


def test_a_slip_keeps_the_first_letter(danger):
    assert danger.kinds("poisin") == ("esimerkki",)
    assert danger.kinds("koison") == ()


def test_short_words_hold_one_slip_only(danger):
    assert danger.kinds("paisin") == ()
