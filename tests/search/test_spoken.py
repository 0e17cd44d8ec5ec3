"""Spoken Finnish is led back to words that a dictionary knows."""

import pytest

from navigator.search.spoken import written


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("kotii", "kotiin"),
        ("lyöö", "lyö"),
        ("tuleee", "tulee"),
        ("raiskas", "raiskasi"),
        ("potkas", "potkaisi"),
        ("haluis", "haluaisi"),
        ("haluisin", "haluaisin"),
        ("ollu", "ollut"),
        ("kaatu", "kaatui"),
        ("haluun", "haluan"),
        ("asuntoo", "asuntoa"),
        ("vaikee", "vaikea"),
        ("hirvee", "hirveä"),
        ("nälkänen", "nälkäinen"),
        ("itteni", "itseni"),
        ("tehä", "tehdä"),
        ("miesystava", "miesystävä"),
    ],
)
def test_a_spoken_form_has_the_written_one_among_its_spellings(spoken, meant):
    assert meant in set(written(spoken))


def test_a_word_without_a_spoken_ending_stays_alone():
    assert list(written("tytot")) == ["tytöt"]
    assert not list(written("kirjeet"))
