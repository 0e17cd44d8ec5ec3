"""Swedish words: stems, and the parts of compounds by the directory's own words."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from Stemmer import Stemmer

from navigator.search.analysis.word import Word

SHIPPED = Path(__file__).with_name("swedish_words.txt")
"""Forms whose stem is not that of their lemma: `form<tab>lemma` a line."""

LINKS = ("", "s", "e", "u", "a", "o")
SHORTEST_LEFT, SHORTEST_RIGHT = 3, 4
LONGEST = 40
"""Letters of a compound: in longer words, typed by machines, there are too many ways to cut."""
MOST_PARTS = 4


class Swedish:
    """Knows Swedish words by their stems and by a list of words to find in compounds."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._stem = Stemmer("swedish", 0).stemWord
        self._lemmas = shipped()
        every = (word for word in vocabulary if len(word) >= SHORTEST_LEFT)
        stems = {stem for word in every for stem in self._terms(word)}
        self._stems = frozenset(stem for stem in stems if len(stem) >= SHORTEST_LEFT)

    def word(self, text: str) -> Word:
        """Return the stems of a word and of its lemma, and those of its parts in a compound."""
        lemmas = self._terms(text)
        can_be_split = SHORTEST_LEFT + SHORTEST_RIGHT <= len(text) <= LONGEST
        split = self._split(text) if can_be_split else []
        parts = {
            term: len(part) / len(text)
            for part in split
            for term in self._terms(part)
            if term not in lemmas
        }
        known = not self._stems.isdisjoint(lemmas)
        return Word(lemmas, tuple(parts.items()), known=known)

    def _terms(self, word: str) -> tuple[str, ...]:
        """Return the stem of a word and, where it is another, that of its lemma."""
        lemma = self._lemmas.get(word, word)
        return tuple(dict.fromkeys(self._stem(form.replace("-", "")) for form in (word, lemma)))

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
        return len(word) >= SHORTEST_LEFT and not self._stems.isdisjoint(self._terms(word))


@cache
def shipped() -> dict[str, str]:
    """Read the lemmas that come with the program."""
    lines = SHIPPED.read_text("utf-8").splitlines()
    return {form: lemma for form, _, lemma in (line.partition("\t") for line in lines)}
