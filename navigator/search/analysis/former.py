"""The terms of an index of stems, until the index is one of lemmas."""

from functools import lru_cache

from Stemmer import Stemmer

from navigator.search.analysis.finnish import STEM
from navigator.search.analysis.tokens import fold

ANALYSER = "snowball-1"
_NAMES = {"fi": "finnish", "sv": "swedish", "en": "english"}


@lru_cache(maxsize=50_000)
def terms(word: str, language: str) -> tuple[str, ...]:
    """Return the terms under which `word` is indexed and looked up: itself and its stem."""
    return word, STEM + stem(word, language)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """Return what the forms of `word` begin with, without dots and rings."""
    return fold(Stemmer(_NAMES[language], 0).stemWord(word))
