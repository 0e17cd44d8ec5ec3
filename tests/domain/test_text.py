import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.text import EASY_FINNISH, LANGUAGES, Text, in_language

localised = st.dictionaries(
    st.sampled_from([*LANGUAGES, EASY_FINNISH]), st.text(max_size=5), max_size=4
)


@pytest.mark.parametrize("language", [*LANGUAGES, EASY_FINNISH])
def test_a_text_is_shown_in_the_language_asked_for(language):
    everything = factories_text() | {EASY_FINNISH: "helppo"}
    assert in_language(everything, language) == (everything[language], language)


def factories_text():
    return {language: f"in {language}" for language in LANGUAGES}


@pytest.mark.parametrize(
    ("present", "asked", "shown"),
    [
        ("sv en", "fi", "sv"),
        ("fi sv", "en", "fi"),
        ("en", "sv", "en"),
        ("fi-simple", "en", "fi-simple"),
        ("fi en", "fi-simple", "fi"),
    ],
)
def test_a_missing_language_falls_back_in_one_order_and_says_so(present, asked, shown):
    given_texts = {language: f"in {language}" for language in present.split()}
    assert in_language(given_texts, asked) == Text(f"in {shown}", shown)


def test_an_empty_text_is_a_missing_one():
    assert in_language({"fi": "", "sv": "ja"}, "fi") == Text("ja", "sv")


@pytest.mark.parametrize("nothing", [None, {}, {"fi": ""}])
def test_of_nothing_there_is_no_text(nothing):
    assert in_language(nothing, "fi") is None


@given(localised, st.sampled_from([*LANGUAGES, EASY_FINNISH]))
def test_a_text_is_found_whenever_there_is_one(texts, language):
    found = in_language(texts, language)
    assert (found is None) == (not any(texts.values()))
    if found is not None:
        assert texts[found.language] == found.text
