"""Swedish words by stems, lemmas and the directory's own words; English words by stems."""

import pytest

from navigator.search.analysis import Analyser, swedish
from navigator.search.analysis.swedish_forms import table_of_forms

OWN = ["arbete", "löshet", "arbetslöshet", "ersättning", "barn", "familj", "rådgivning", "skuld",
       "hyra", "bostad", "bidrag", "hem", "vård", "tjänst", "läkare", "tand", "kvinna", "jour",
       "hälsa", "center", "missbrukare", "äldre", "omsorg", "skydd"]  # fmt: skip


@pytest.fixture(scope="module")
def knows():
    return Analyser(OWN).word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("skulder", "skulderna"),
        ("hyra", "hyran"),
        ("barn", "barnet"),
        ("bostad", "bostäder"),
        ("kontor", "kontoret"),
        ("förälder", "föräldrar"),
        ("månad", "månader"),
        ("natt", "nätterna"),
        ("nummer", "numret"),
    ],
)
def test_swedish_forms_meet(one, other, knows):
    assert set(knows(one, "sv").lemmas) & set(knows(other, "sv").lemmas)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("arbetslöshetsersättning", ["arbetslöshet", "ersättning"]),
        ("skuldrådgivning", ["skuld", "rådgivning"]),
        ("familjerådgivningen", ["familj", "rådgivning"]),
        ("bostadsbidraget", ["bostad", "bidrag"]),
        ("barnfamiljer", ["barn", "familj"]),
        ("hemvård", ["hem", "vård"]),
        ("hemvårdstjänster", ["hem", "vård", "tjänst"]),
        ("tandläkaren", ["tand", "läkare"]),
        ("kvinnojouren", ["kvinna", "jour"]),
        ("hälsocentral-tjänster", ["tjänst"]),
    ],
)
def test_swedish_compounds_are_found_by_their_parts(compound, parts, knows):
    found = dict(knows(compound, "sv").parts)
    for part in parts:
        assert set(knows(part, "sv").lemmas) & found.keys(), part


def test_a_swedish_word_that_only_looks_like_a_compound_stays_whole(knows):
    assert knows("barnslig", "sv").parts == ()
    assert knows("qwerty", "sv").lemmas == ("qwerty",)
    assert not knows("qwerty", "sv").known


def test_only_forms_whose_stem_is_not_the_lemmas_stand_in_the_table():
    made = table_of_forms(["hyran", "skulden"]).splitlines()
    assert "hyran\thyra" in made
    assert "skulden\tskuld" not in made


def test_the_shipped_table_holds_everyday_forms():
    assert swedish.shipped()["kontoret"] == "kontor"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("services", "service"),
        ("evicted", "evict"),
        ("benefits", "benefit"),
        ("landlord's", "landlord"),
    ],
)
def test_english_forms_meet(one, other, knows):
    assert knows(one, "en").lemmas == knows(other, "en").lemmas


def test_an_english_word_with_a_hyphen_is_found_by_its_parts(knows):
    word = knows("self-help", "en")
    assert word.lemmas == knows("selfhelp", "en").lemmas
    assert dict(word.parts).keys() == {"self", "help"}
    assert knows("children's", "en").lemmas == knows("children", "en").lemmas


def test_numbers_are_the_same_in_every_language(knows):
    assert {knows("112", language) for language in ("fi", "sv", "en")} == {knows("112", "fi")}
    assert knows("112", "fi").lemmas == ("112",)
