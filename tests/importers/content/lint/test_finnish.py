"""Plain Finnish."""

import pytest

from navigator.importers.content.lint.finnish import check, passives
from navigator.importers.content.lint.texts import sentences, words

NONE: dict[str, str] = {}


def of_words(count):
    return f"Sana {'sana ' * (count - 2)}sana."


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ((15,), []),
        ((22, 8), []),
        ((16,), ["warning long-sentences"]),
        ((18,), ["warning long-sentences"]),
        ((19,), ["error long-sentences"]),
        ((23, 2), ["warning long-sentence"]),
        ((28, 2), ["warning long-sentence"]),
        ((29, 2), ["warning long-sentences", "error long-sentence"]),
        ((29, 1, 1), ["error long-sentence"]),
    ],
)
def test_sentences_have_a_length_that_one_can_read(text, rules, lengths, expected):
    value = " ".join(of_words(length) if length > 1 else "Sana." for length in lengths)
    assert rules(check(text(value), NONE)) == expected


def test_easy_finnish_has_shorter_sentences(text, rules):
    value = f"{of_words(16)} Sana. Sana."
    assert rules(check(text(value), NONE)) == []
    assert rules(check(text(value, easy=True), NONE)) == ["warning long-sentence"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Hakemus tehdään ja se lähetetään.", ["tehdään", "lähetetään"]),
        ("Sinulle annetaan aika, ja asia arvioidaan.", ["annetaan", "arvioidaan"]),
        ("Siellä ollaan ja keskustellaan.", ["ollaan", "keskustellaan"]),
        ("Ota yhteyttä neuvontaan vähintään kerran tänään.", []),
        ("He hoitavat raha-asioitaan ja auttavat perheitään kodissaan.", []),
    ],
)
def test_passives_are_told_from_words_that_look_alike(sentence, found):
    assert passives(sentence) == found


def test_one_passive_is_no_chain(text, rules):
    assert rules(check(text("Hakemus tehdään netissä. Saat vastauksen."), NONE)) == []
    chain = ["warning passives"]
    assert rules(check(text("Hakemus tehdään ja lähetetään."), NONE)) == chain
    assert rules(check(text("Se tehdään. Se haetaan. Se annetaan."), NONE)) == chain


def test_long_words_are_counted_by_their_parts_and_not_in_addresses(text, rules):
    long_word = "a" * 23
    assert rules(check(text(f"Tämä on {long_word}."), NONE)) == ["warning long-word"]
    parts = f"{'a' * 22}-{'a' * 22}"
    assert rules(check(text(f"Tämä on {parts}."), NONE)) == []
    assert rules(check(text(f"Avaa https://example.org/{long_word}"), NONE)) == []


def test_officialese_is_answered_with_a_plain_word(text):
    (finding,) = check(text("Asiakasohjausta saat täältä."), {"asiakasohjau": "neuvonta"})
    assert str(finding) == (
        "services/sample.yaml:1: description.fi: instead of 'asiakasohjausta' say 'neuvonta'"
        " [warning: officialese]"
    )


def test_a_summary_begins_with_its_reader(text, rules):
    assert rules(check(text("Saat apua.", field="summary"), NONE)) == []
    no_reader = text("Yhdistys on perustettu Mallilaan.", field="summary")
    assert rules(check(no_reader, NONE)) == ["warning no-reader"]


def test_names_and_other_languages_are_left_alone(text, rules):
    value = of_words(40)
    assert rules(check(text(value, field="name"), NONE)) == []
    assert rules(check(text(value, language="sv"), NONE)) == []


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("Soita. Tule käymään!", ["Soita.", "Tule käymään!"]),
        (
            "Avoinna 1. päivästä, esim. Lahdessa. Tule.",
            ["Avoinna 1. päivästä, esim. Lahdessa.", "Tule."],
        ),
        ("Tule 5. Maaliskuuta.", ["Tule 5. Maaliskuuta."]),
        ("Näin:\n- Soita\n- Kerro", ["Näin:", "Soita", "Kerro"]),
    ],
)
def test_sentences_end_where_people_hear_them_end(value, parts):
    assert sentences(value) == parts


def test_a_number_in_groups_is_one_word_and_a_dash_is_none():
    assert words("Soita 03 819 4850 – nyt") == ["Soita", "038194850", "nyt"]
