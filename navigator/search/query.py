"""From what somebody typed to terms and their weights."""

from collections.abc import Mapping
from dataclasses import dataclass

from navigator.search.analysis import STEM, telling, terms, words
from navigator.search.scores import Scores
from navigator.search.vocabulary import Vocabulary

WORD, SAME_STEM, COMPOUND = 1.0, 0.7, 0.5
"""How much a term counts: the word as typed, another form of it, a compound that contains it."""
MOST_TRIES = 3
"""Unknown words of one search that a slip is looked for in."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    words: tuple[str, ...]
    """The words that were used, as corrected."""
    corrected: Mapping[str, str]
    """Typed word → the word used in its place."""
    weights: Mapping[str, float]
    """Term of the index → how much it counts."""


def read_query(text: str, language: str, scores: Scores, vocabulary: Vocabulary) -> Query | None:
    """Understand `text`; None when it holds no word."""
    used: list[str] = []
    corrected: dict[str, str] = {}
    tries = MOST_TRIES
    weights: dict[str, float] = {}
    for word in telling(words(text), language):
        found = _weights_of(word, language, scores, vocabulary)
        if not found and tries:
            tries -= 1
            if mended := vocabulary.corrected(word):
                corrected[word] = mended
                found = _weights_of(mended, language, scores, vocabulary)
        used.append(corrected.get(word, word))
        for term, weight in found.items():
            weights[term] = max(weight, weights.get(term, 0.0))
    return Query(tuple(used), corrected, weights) if used else None


def _weights_of(
    word: str, language: str, scores: Scores, vocabulary: Vocabulary
) -> dict[str, float]:
    """Return the index's terms for one word. Compounds count by the share that the word has."""
    found = {
        term: SAME_STEM if term.startswith(STEM) else WORD
        for term in terms(word, language)
        if term in scores
    }
    for other, share in vocabulary.containing(word):
        found.setdefault(other, COMPOUND * (0.5 + share))
    return found
