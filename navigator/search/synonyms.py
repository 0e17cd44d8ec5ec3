"""Everyday words and the words that the listings use for the same, as editors keep them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from navigator.search.analysis import Analyser, telling, tokens
from navigator.search.spelling import Speller

WEIGHT = 0.9
"""What a word counts that stands for a key of one word; for more, divided by the root of them."""

Lemmas = frozenset[str]


class Synonym(NamedTuple):
    """What people write, and what it means in the words of the listings."""

    key: str
    means: tuple[str, ...]


class Match(NamedTuple):
    """A key found among typed words."""

    start: int
    length: int
    synonym: Synonym

    @property
    def weight(self) -> float:
        """Return how much each word of the meaning counts."""
        return float(WEIGHT / self.length**0.5)


class Synonyms:
    """The table of one language, compiled: keys are compared by their lemmas, in order."""

    def __init__(self, rows: Iterable[Synonym], language: str, analyser: Analyser) -> None:
        self._language, self._analyser = language, analyser
        self._by_first: dict[str, list[tuple[tuple[Lemmas, ...], Synonym]]] = {}
        self._lemmas_of_keys: set[str] = set()
        words = [word for row in rows for word in self._add(row)]
        self.speller = Speller(dict.fromkeys(words, 0))
        """Every word of a key, to correct slips by."""

    def _add(self, row: Synonym) -> list[str]:
        words = telling(tokens(row.key), self._language)
        key = tuple(self._lemmas(word) for word in words)
        self._lemmas_of_keys.update(*key)
        for lemma in key[0] if key else ():
            self._by_first.setdefault(lemma, []).append((key, row))
        return words

    def _lemmas(self, word: str) -> Lemmas:
        return frozenset(self._analyser.word(word, self._language).lemmas)

    def knows(self, lemmas: Iterable[str]) -> bool:
        """Tell whether a key has a word with any of `lemmas`."""
        return not self._lemmas_of_keys.isdisjoint(lemmas)

    def matches(self, typed: Sequence[Lemmas]) -> list[Match]:
        """Return the keys among typed words: the longest first, none over another."""
        found = sorted(self._all(typed), key=lambda match: (-match.length, match.start))
        taken: set[int] = set()
        kept: list[Match] = []
        for match in found:
            span = set(range(match.start, match.start + match.length))
            same = any((m.start, m.length) == (match.start, match.length) for m in kept)
            if same or not span & taken:
                kept.append(match)
                taken |= span
        return kept

    def _all(self, typed: Sequence[Lemmas]) -> Iterator[Match]:
        for start, lemmas in enumerate(typed):
            for lemma in sorted(lemmas):
                for key, row in self._by_first.get(lemma, ()):
                    if _stands_at(key, typed, start):
                        yield Match(start, len(key), row)


def _stands_at(key: Sequence[Lemmas], typed: Sequence[Lemmas], start: int) -> bool:
    rest = typed[start : start + len(key)]
    return len(rest) == len(key) and all(map(frozenset.__and__, key, rest))
