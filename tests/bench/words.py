"""Texts of made-up words: nobody can take them for a real service."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random

from navigator.domain.text import LANGUAGES

SYLLABLES = [first + second for first in "hjklmnprstv" for second in "aeiouyäö"]
VOCABULARY = 3000


def made_up_words(number: int = VOCABULARY) -> list[str]:
    """Return different made-up words, always the same ones."""
    chance = Random(1)
    words: dict[str, None] = {}
    while len(words) < number:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5)))] = None
    return list(words)


class Writer:
    """Writes texts in which a few words are common and most are rare, as in a real language."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
        self.chance = Random(1)

    def sentence(self, length: int) -> str:
        """Return a sentence of `length` words."""
        words = self.chance.choices(self._words, cum_weights=self._weights, k=length)
        return f"{' '.join(words).capitalize()}."

    def localised(self, length: int) -> dict[str, str]:
        """Return a sentence for each language of the pages."""
        return {language: self.sentence(length) for language in LANGUAGES}

    def steps(self, length: int, number: int) -> dict[str, list[str]]:
        """Return several short texts for each language."""
        return {language: [self.sentence(length) for _ in range(number)] for language in LANGUAGES}
