"""Words of danger are found in any form, order and spelling; harmless phrases take them away."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.search.analysis import analyser
from navigator.search.danger import Danger, Kind

KINDS = [
    Kind(
        "itsemurha",
        ("hatapuhelin", "kriisipuhelin"),
        {
            "fi": ["haluan kuolla", "itsemurha", "en jaksa elää"],
            "en": ["kill myself"],
            "ru": ["хочу умереть", "самоубийство"],
            "th": ["อยากตาย"],
            "tr": ["intihar"],
        },
        {"fi": ["itsemurhan tehneiden omaiset"]},
    ),
    Kind("tulipalo", ("hatapuhelin", "palokunta"), {"fi": ["palaa"], "sv": ["det brinner"]}, {}),
]


@pytest.fixture(scope="module")
def danger():
    return Danger(KINDS, analyser())


@pytest.mark.parametrize(
    "text",
    [
        "haluaisin kuolla",
        "kuolla haluan",
        "Haluan nyt heti vain kuolla!",
        "itsemurhaa",
        "itsemuhra",
        "itse murha",
        "en jaksa elaa",
        "i will kill myself",
        "хочу умереть",
        "самоубийства",
        "ผมอยากตายครับ",
        "INTIHAR",
        "İntihar",
        "itsemurhan tehneiden omaiset haluan kuolla",
    ],
)
def test_a_phrase_is_found_in_any_form_and_order_and_with_slips(danger, text):
    assert danger.kinds(text) == ("itsemurha",)


@pytest.mark.parametrize(
    "text",
    [
        "itsemurhan tehneiden omaiset",
        "haluan tietää mihin haudataan vainaja joka on juuri ennättänyt kuolla",
        "haluan asunnon",
        "kill time",
        "умереть",
        "хочу",
        "kuolinpesä",
        "",
        "!!!",
    ],
)
def test_other_words_are_no_danger(danger, text):
    assert danger.kinds(text) == ()


def test_help_of_the_graver_kind_comes_first_and_no_help_twice(danger):
    found = danger.help_for("det brinner, itsemurha")
    assert found == ("hatapuhelin", "kriisipuhelin", "palokunta")


def test_a_harmless_phrase_is_harmless_for_its_own_kind_alone():
    safe = Kind("toinen", ("apu",), {"fi": ["omaiset"]}, {})
    kinds = Danger([*KINDS, safe], analyser()).kinds("itsemurhan tehneiden omaiset")
    assert kinds == ("toinen",)


pieces = st.lists(st.sampled_from(["itsemurha", "haluan", "kuolla", "omaiset"]) | st.text())


@settings(max_examples=200, deadline=None)
@given(pieces, pieces)
def test_whatever_stands_around_a_word_of_danger_it_is_seen(danger, before, after):
    shown = danger.kinds(" ".join([" ".join(before)[:60], "self", "самоубийство", *after]))
    assert "itsemurha" in shown


@pytest.mark.parametrize(
    ("phrase", "typed"),
    [
        ("can't breathe", "I can’t breathe"),
        ("б'ють", "мене б’ють"),
        ("yardım", "YARDIM"),
        ("bị đánh", "bi danh"),
        ("خودکشی", "خودكشي"),
        ("مساعدة", "مساعده"),
    ],
)
def test_other_keyboards_write_the_same(phrase, typed):
    kind = Kind("hätä", ("hatapuhelin",), {"xx": [phrase]}, {})
    assert Danger([kind], analyser()).kinds(typed) == ("hätä",)
