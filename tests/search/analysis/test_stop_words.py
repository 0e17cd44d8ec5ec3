"""Words that say nothing are left out of what somebody typed."""

import pytest

from navigator.search.analysis import STOP_WORDS, telling, words


@pytest.mark.parametrize(
    ("language", "typed", "left"),
    [
        ("sv", "jag har inte råd med hyran", "råd hyran"),
        ("sv", "var får jag hjälp med skulder", "hjälp skulder"),
        ("sv", "jag orkar inte mer", "orkar"),
        ("fi", "mä en jaksa enää", "jaksa"),
        ("fi", "mistä saan ruokaa", "ruokaa"),
        ("fi", "mul ei oo rahaa vuokraan", "rahaa vuokraan"),
        ("fi", "mun mies lyö mua", "mies lyö"),
        ("fi", "oon tosi yksin", "yksin"),
        ("fi", "meijän poika ei mene kouluun", "poika kouluun"),
        ("en", "where can I get food", "food"),
        ("en", "I can't pay my rent", "pay rent"),
        ("en", "I don't have any money", "money"),
    ],
)
def test_what_tells_something_is_left(language, typed, left):
    assert telling(words(typed), language) == left.split()


def test_words_that_say_nothing_stay_when_there_are_no_others():
    assert telling(words("ei oo"), "fi") == ["ei", "oo"]


def test_no_word_that_services_are_found_by_is_left_out():
    for language, told in {
        "fi": "apu apua raha koti työ lapsi hätä lääkäri terve yksin kela",
        "sv": "råd hjälp barn hem arbete pengar jour ensam",
        "en": "help food home work money child rent alone support",
    }.items():
        assert STOP_WORDS[language].isdisjoint(told.split())
