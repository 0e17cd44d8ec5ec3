"""Swedish words: stems, and the parts of compounds by the directory's own words."""

from collections.abc import Iterable

from Stemmer import Stemmer

from navigator.search.analysis.word import Word

LINKS = ("", "s", "e", "u", "a", "o")
SHORTEST_LEFT, SHORTEST_RIGHT = 3, 4
MOST_PARTS = 4


class Swedish:
    """Knows Swedish words by their stems and by a list of words to find in compounds."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._stem = Stemmer("swedish", 0).stemWord
        stems = {self._stem(word) for word in vocabulary if len(word) >= SHORTEST_LEFT}
        self._stems = frozenset(stem for stem in stems if len(stem) >= SHORTEST_LEFT)

    def word(self, text: str) -> Word:
        """Return the stem of a word, and the stems of its parts when it is a compound."""
        plain = text.replace("-", "")
        lemma = self._stem(plain)
        split = self._split(text) if len(text) >= SHORTEST_LEFT + SHORTEST_RIGHT else []
        parts = {
            stem: len(part) / len(plain) for part in split if (stem := self._stem(part)) != lemma
        }
        return Word((lemma,), tuple(parts.items()), known=lemma in self._stems)

    def _split(self, text: str) -> list[str]:
        """Return the parts of a compound, last first; nothing when it cannot be split."""
        if "-" in text:
            return [part for part in reversed(text.split("-")) if len(part) >= SHORTEST_LEFT]
        parts: list[str] = []
        rest = text
        while len(parts) < MOST_PARTS - 1 and (right := self._longest_right_part(rest)):
            parts.append(right)
            rest = self._without_link(rest[: -len(right)])
        return [*parts, rest] if parts else []

    def _longest_right_part(self, text: str) -> str:
        """Return the longest known word that ends `text` while what is left can stand too."""
        for at in range(SHORTEST_LEFT, len(text) - SHORTEST_RIGHT + 1):
            if self._knows(text[at:]) and self._left_can_stand(text[:at]):
                return text[at:]
        return ""

    def _left_can_stand(self, left: str) -> bool:
        return self._knows(self._without_link(left)) or bool(self._longest_right_part(left))

    def _without_link(self, left: str) -> str:
        """Return the word that `left` is when it ends in a letter that only joins words."""
        for link in LINKS:
            word = left.removesuffix(link) if link else left
            if (not link or left.endswith(link)) and self._knows(word):
                return word
        return left

    def _knows(self, word: str) -> bool:
        return len(word) >= SHORTEST_LEFT and self._stem(word) in self._stems
