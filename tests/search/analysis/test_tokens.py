"""From text to words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.search.analysis import (
    MAXIMUM_CHARACTERS,
    MAXIMUM_WORDS,
    analyser,
    numbers,
    telling,
    title_order,
    tokens,
    words,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lahden TERVEYSASEMA", ["lahden", "terveysasema"]),
        ("e-palvelu, (tai) lomake!", ["e-palvelu", "tai", "lomake"]),
        ("ﬁ １２３", ["fi", "123"]),
        ("ruoka\x00apu\nnyt", ["ruoka", "apu", "nyt"]),
        ("ruo\u00adka\u200bapu", ["ruokaapu"]),
        ("a\u0308iti", ["äiti"]),
        ("\ud800ruoka", ["ruoka"]),
        ("[a TO z] NEAR(x) * ?", ["a", "to", "z", "near", "x"]),
        ("ruoka ruoka", ["ruoka"]),
        ("", []),
        ("!!! \u202e", []),
    ],
)
def test_what_is_typed_becomes_plain_words(text, expected):
    assert words(text) == expected


def test_typed_text_is_cut_at_200_characters_and_12_words():
    assert words("x" * 20_000) == ["x" * MAXIMUM_CHARACTERS]
    assert len(words(" ".join(map(str, range(50))))) == MAXIMUM_WORDS


def test_our_own_texts_are_not_cut():
    assert len(tokens("sana " * 500)) == 500


@given(st.text(st.characters(), max_size=400))
def test_any_text_gives_few_short_words(text):
    found = words(text)
    assert len(found) <= MAXIMUM_WORDS
    assert sum(map(len, found)) <= MAXIMUM_CHARACTERS
    assert all(word.isprintable() and word for word in found)


def test_words_that_say_nothing_go_unless_nothing_else_is_left():
    assert telling(["ruoka", "ja", "koti"], "fi") == ["ruoka", "koti"]
    assert telling(["ja", "tai"], "fi") == ["ja", "tai"]


def test_telephone_numbers_are_read_as_they_are_dialled_in_finland():
    assert numbers("soita +358 44 123 4567 tai 03 8182 223") == ["0441234567", "038182223"]
    assert numbers("16 päivää") == []


def test_forms_of_a_word_share_their_terms():
    knows = analyser().word
    assert knows("terveysasemalla", "fi").lemmas == knows("terveysasema", "fi").lemmas
    assert set(knows("skulderna", "sv").lemmas) & set(knows("skulder", "sv").lemmas)
    assert knows("services", "en").lemmas == knows("service", "en").lemmas


def test_titles_are_sorted_as_in_finnish():
    titles = ["Öljy", "Äiti", "Åbo", "Zoo", "Éclair", "fyrkka"]
    assert sorted(titles, key=title_order) == ["Éclair", "fyrkka", "Zoo", "Åbo", "Äiti", "Öljy"]


def test_the_apostrophe_of_a_telephone_is_that_of_a_keyboard():
    assert words("can’t pay children’s") == words("can't pay children's")
