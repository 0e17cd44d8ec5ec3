"""Texts that speak to a person have words for those who answer for another."""

import pytest

PART = "questionnaire/esimerkki.yaml"
EXPECTED = "expected `for_client` and `for_close`, or `for_other`, for “you”"
QUESTION = "      en: Miten? en\n"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Miten haluat jatkaa?"),
        ("fi", "Mikä on tilanteesi kotonasi?"),
        ("sv", "Hur vill du fortsätta?"),
        ("en", "How do you want to go on?"),
        ("fi-simple", "Minun asiani"),
    ],
)
def test_a_text_that_speaks_to_the_person_has_words_for_others(spoilt, language, text):
    ending = {"fi": "", "sv": " sv", "en": " en", "fi-simple": " helppo"}[language]
    [mistake] = spoilt(PART, f"      {language}: Miten?{ending}\n", f"      {language}: {text}\n")
    assert mistake == f"questions.6.title.{language}: {EXPECTED}"


def test_what_holds_of_every_reader_needs_no_other_words(spoilt):
    assert spoilt(PART, QUESTION, "      en: You told us how, but how?\n") == []


def test_words_for_a_client_speak_to_nobody_else(spoilt):
    assert spoilt(PART, "Onko hän työssä? en", "Do you have a job?") == [
        "questions.5.title.for_other.en: expected words that do not speak to the client"
    ]


def test_words_for_a_client_and_for_somebody_close_can_differ(change, mistakes):
    change(PART, "      for_other:\n        fi: Onko", "      for_client:\n        fi: Onko")
    assert [mistake.partition(": ")[2] for mistake in mistakes()] == [
        f"questions.5.title.fi: {EXPECTED}"
    ]
    close = "{fi: Työ?, sv: Arbete?, en: Work?, fi-simple: Työ?}"
    change(PART, "      for_client:\n", f"      for_close: {close}\n      for_client:\n")
    assert mistakes() == []


def test_a_need_is_named_for_everybody(spoilt):
    assert spoilt(PART, "      en: Turva en\n", "      en: Your safety\n") == [
        "needs.0.name.en: expected a name that speaks to nobody"
    ]


def test_a_phrase_to_add_can_be_said_for_another_too(spoilt):
    [mistake] = spoilt(PART, "        en: Asun Mallilassa.", "        en: I live there.")
    assert mistake == f"phrases.additions.3.text.en: {EXPECTED}"
