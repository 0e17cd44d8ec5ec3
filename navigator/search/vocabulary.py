"""The words of one language's index: compounds that contain a word, the likeliest for a slip."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from navigator.search.analysis import STEM, fold, stem

SHORTEST = 4
"""Letters that a word needs before others are looked up for it."""
LONGEST = 30
"""Letters of the longest word that a slip is looked for in."""
MOST_LOOKED_AT = 500
MOST_KEPT = 20
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


class Vocabulary:
    """Looks for words in all the words that the index knows."""

    def __init__(self, terms: list[str], language: str, frequency: Callable[[str], int]) -> None:
        self._language, self._frequency = language, frequency
        self._words = [term for term in terms if not term.startswith(STEM)]
        self._known = frozenset(self._words)
        folded = [fold(word) for word in self._words]
        self._all = "\n".join(["", *folded, ""])
        self._starts = [0]
        for word in folded:
            self._starts.append(self._starts[-1] + len(word) + 1)

    def containing(self, word: str) -> list[tuple[str, float]]:
        """Return compounds that contain `word` in any of its forms, and its share of each.

        Those that are little longer come first.
        """
        part = stem(word, self._language)
        if len(part) < SHORTEST:
            part = fold(word)
        if len(part) < SHORTEST:
            return []
        found = {
            other: len(part) / len(other)
            for other in self._with(part)
            if stem(other, self._language) != part
        }
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_KEPT]

    def _with(self, part: str) -> Iterator[str]:
        """Yield words that contain `part`, which is without dots and rings."""
        at = self._all.find(part)
        for _ in range(MOST_LOOKED_AT):
            if at < 0:
                return
            place = bisect_right(self._starts, at) - 1
            yield self._words[place]
            at = self._all.find(part, self._starts[place + 1])

    def corrected(self, word: str) -> str | None:
        """Return the most frequent known word that is one slip away from `word`, if any."""
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return None
        known = self._known.intersection(_one_slip_away(word))
        return max(known, key=lambda other: self._rank(word, other), default=None)

    def _rank(self, word: str, other: str) -> tuple[bool, bool, int, str]:
        """Prefer a dot or ring forgotten, then the same first letter, then the common word."""
        return fold(word) == fold(other), word[0] == other[0], self._frequency(other), other


def _one_slip_away(word: str) -> Iterator[str]:
    """Yield `word` with one letter left out, two swapped, one changed or one added."""
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        yield left + right[1:]
        yield left + right[1:2] + right[:1] + right[2:]
        for letter in _LETTERS:
            yield left + letter + right[1:]
            yield left + letter + right
