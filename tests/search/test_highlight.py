"""What answers a query is marked in the texts, by its lemmas."""

import gc
import weakref

import pytest

from navigator.search.analysis import Analyser, analyser
from navigator.search.highlight import highlighted, snippet


def marked(pieces):
    return [piece for piece, is_match in pieces if is_match]


@pytest.mark.parametrize(
    ("text", "language", "term", "words"),
    [
        ("Apua lasten kasvatukseen. Lapsille!", "fi", "lapsi", ["lasten", "Lapsille"]),
        ("Velkaneuvontaa ja velan hoitoa", "fi", "velka", ["Velkaneuvontaa", "velan"]),
        ("Budgeting, budgets", "en", "budget", ["Budgeting", "budgets"]),
        ("Kuten ennen", "fi", "velka", []),
        ("", "fi", "velka", []),
    ],
)
def test_words_are_marked_by_their_base_forms_and_parts(text, language, term, words):
    pieces = highlighted(text, language, frozenset({term}), analyser())
    assert marked(pieces) == words
    assert "".join(piece for piece, _ in pieces) == text


def test_the_sentence_that_answers_the_most_is_shown():
    texts = ["Tervetuloa. Saat apua velkoihin.", "Autamme velan ja vuokran kanssa. Vuokra on eri."]
    pieces = snippet(texts, "fi", frozenset({"velka", "vuokra"}), analyser())
    assert "".join(piece for piece, _ in pieces) == "Autamme velan ja vuokran kanssa."
    assert marked(pieces) == ["velan", "vuokran"]
    first = snippet(texts, "fi", frozenset({"velka"}), analyser())
    assert "".join(piece for piece, _ in first) == "Saat apua velkoihin."


def test_no_sentence_is_shown_when_none_answers():
    assert snippet(["Tervetuloa."], "fi", frozenset({"velka"}), analyser()) == []


def test_a_text_of_the_page_stays_a_text():
    pieces = highlighted("<b>velka</b> & <mark>", "fi", frozenset({"velka"}), analyser())
    assert pieces == [("<b>", False), ("velka", True), ("</b> & <mark>", False)]


def test_only_the_newest_analysers_are_remembered():
    old = Analyser()
    gone = weakref.ref(old)
    for words in (old, Analyser(), Analyser()):
        assert marked(highlighted("debts", "en", frozenset({"debt"}), words)) == ["debts"]
    del old
    gc.collect()
    assert gone() is None
