"""From text to terms. The one room that knows words."""

from functools import cache

from navigator.search.analysis.analyser import Analyser
from navigator.search.analysis.stop_words import STOP_WORDS
from navigator.search.analysis.tokens import (
    MAXIMUM_CHARACTERS,
    MAXIMUM_WORDS,
    fold,
    national,
    normalise,
    numbers,
    telling,
    title_order,
    tokens,
    words,
)
from navigator.search.analysis.word import Word, part_weight

__all__ = [
    "MAXIMUM_CHARACTERS",
    "MAXIMUM_WORDS",
    "STOP_WORDS",
    "Analyser",
    "Word",
    "analyser",
    "fold",
    "national",
    "normalise",
    "numbers",
    "part_weight",
    "telling",
    "title_order",
    "tokens",
    "words",
]


@cache
def analyser() -> Analyser:
    """Return an analyser for texts that no index goes with."""
    return Analyser()
