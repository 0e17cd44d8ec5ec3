"""Phrases with groups of words, words in one form alone, and words as they are spoken."""

import pytest

from navigator.search.analysis import analyser
from navigator.search.danger import Danger, Kind

GROUPS = {
    "fi": {"kuka": ["mies", "veli"], "mua": ["=minua"], "lääke": ["lääke"]},
    "en": {"who": ["husband", "boss"]},
}
PHRASES = {
    "fi": ["<kuka> lyö", "söi <lääke>", "ei =päästä <mua>", "tapan itseni"],
    "en": ["<who> won't let me leave"],
}
KIND = Kind("esimerkki", ("hatapuhelin",), PHRASES, {"fi": ["<kuka> lyö vetoa"]}, {}, GROUPS)


@pytest.fixture(scope="module")
def danger():
    return Danger([KIND], analyser())


@pytest.mark.parametrize(
    "text",
    [
        "mies lyö",
        "veljeni löi eilen",
        "my boss wont let me leave",
        "isoveli lyö",
        "söi verenpainelääkkeitä",
        "mies on lyönyt",
        "mies on lyöny",
        "mies lyööö",
        "ei päästä minua",
        "sanoi ettei päästä minua",
        "emmä päästä minua",
        "tapan itteni",
    ],
)
def test_a_group_stands_for_each_of_its_words_in_any_form(danger, text):
    assert danger.kinds(text) == ("esimerkki",)


@pytest.mark.parametrize(
    "text",
    [
        "mies",
        "sisko lyö",
        "veli lyö vetoa",
        "lääkesöi",
        "mies lyömäsoittimet",
        "ei pääse minua",
        "ei päästä minulle",
    ],
)
def test_other_words_and_forms_are_of_no_group(danger, text):
    assert danger.kinds(text) == ()


def test_small_words_are_not_mended():
    kind = Kind("esimerkki", ("hatapuhelin",), {"sv": ["vilja inte"]}, {})
    assert Danger([kind], analyser()).kinds("vilka inte") == ()
