"""Which words of a text answer a query: by their lemmas, never by the letters alone."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from navigator.search.analysis import Analyser, normalise

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
LONGEST = 300
"""Letters of a snippet."""
KEPT_TEXTS, KEPT_WORDS, KEPT_ANALYSERS = 3_000, 10_000, 2
"""Texts whose words are remembered, of so many analysers: an older index's are forgotten."""

Pieces = list[tuple[str, bool]]
"""Pieces of a text in order, each with whether it answers the query."""


class _Cut(NamedTuple):
    """A text, looked at once for all queries."""

    words: tuple[tuple[int, int, frozenset[str]], ...]
    """Where each word begins and ends, and its terms."""
    terms: frozenset[str]


def highlighted(text: str, language: str, terms: frozenset[str], analyser: Analyser) -> Pieces:
    """Cut `text` into pieces; those that hold one of `terms` are marked."""
    cut = _cuts(analyser)(text, language)
    if not text or cut.terms.isdisjoint(terms):
        return [(text, False)] if text else []
    pieces: Pieces = []
    at = 0
    for start, end, own in cut.words:
        if not own.isdisjoint(terms):
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
    pieces.append((text[at:], False))
    return [piece for piece in pieces if piece[0]]


def snippet(
    texts: Iterable[str], language: str, terms: frozenset[str], analyser: Analyser
) -> Pieces:
    """Return the first of those sentences that hold the most of `terms`; nothing without any."""
    best, most = "", 0
    for sentence in chain.from_iterable(map(_sentences, texts)):
        answered = len(_cuts(analyser)(sentence, language).terms & terms)
        if answered > most:
            best, most = sentence, answered
    return highlighted(best, language, terms, analyser)


@lru_cache(maxsize=KEPT_TEXTS)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(sentence[:LONGEST] for sentence in _SENTENCE.split(text))


@lru_cache(maxsize=KEPT_ANALYSERS)
def _cuts(analyser: Analyser) -> Callable[[str, str], _Cut]:
    """Return what cuts texts by an analyser, and remembers them."""
    terms = lru_cache(maxsize=KEPT_WORDS)(partial(_terms, analyser))  # texts share their words
    return lru_cache(maxsize=KEPT_TEXTS)(partial(_cut, terms))


def _cut(terms: Callable[[str, str], frozenset[str]], text: str, language: str) -> _Cut:
    words = tuple(
        (found.start(), found.end(), terms(found[0], language)) for found in _WORD.finditer(text)
    )
    return _Cut(words, frozenset().union(*(own for _, _, own in words)))


def _terms(analyser: Analyser, word: str, language: str) -> frozenset[str]:
    found = analyser.word(normalise(word), language)
    return frozenset((*found.lemmas, *(part for part, _ in found.parts)))
