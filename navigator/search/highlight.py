"""Which words of a text answer a query: by their lemmas, never by the letters alone."""

import re
from collections.abc import Collection

from navigator.search.analysis import Analyser, normalise

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
LONGEST = 300
"""Letters of a snippet."""

Pieces = list[tuple[str, bool]]
"""Pieces of a text in order, each with whether it answers the query."""


def highlighted(text: str, language: str, terms: Collection[str], analyser: Analyser) -> Pieces:
    """Cut `text` into pieces; those that hold one of `terms` are marked."""
    pieces: Pieces = []
    at = 0
    for found in _WORD.finditer(text):
        word = analyser.word(normalise(found[0]), language)
        if any(term in terms for term in (*word.lemmas, *(part for part, _ in word.parts))):
            pieces += [(text[at : found.start()], False), (found[0], True)]
            at = found.end()
    pieces.append((text[at:], False))
    return [piece for piece in pieces if piece[0]]


def best_sentence(text: str, language: str, terms: Collection[str], analyser: Analyser) -> Pieces:
    """Return the first of those sentences that hold the most of `terms`; nothing without any."""
    best: Pieces = []
    most = 0
    for sentence in _SENTENCE.split(text):
        pieces = highlighted(sentence[:LONGEST], language, terms, analyser)
        marked = len({piece.casefold() for piece, is_match in pieces if is_match})
        if marked > most:
            best, most = pieces, marked
    return best
