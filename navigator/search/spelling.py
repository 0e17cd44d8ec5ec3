"""The likeliest word for one that nobody knows."""

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from navigator.search.analysis import fold

SHORTEST, LONGEST = 4, 40
"""Letters of the words that slips are looked for in."""
FEW, SOME = 5, 11
"""Letters up to which a word may hold one slip, and two; a longer one may hold three."""
MOST_CANDIDATES = 30


class Speller:
    """Looks for the word that was meant among known words."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._frequency = words
        self._by_length: dict[int, tuple[list[str], list[str]]] = {}
        for word in words:
            if SHORTEST <= len(word) <= LONGEST and not word.isdigit():
                plain, folded = self._by_length.setdefault(len(word), ([], []))
                plain.append(word)
                folded.append(fold(word))

    def corrected(self, word: str, more: Iterable[str] = ()) -> str | None:
        """Return the known word, or one of `more`, that is nearest to `word`; None: too far."""
        if not SHORTEST <= len(word) <= LONGEST or any(map(str.isdigit, word)):
            return None
        slips = slips_in(word)
        found = [*self._near(word, slips), *_among(word, list(more), slips)]
        return min(found, key=lambda other: self._rank(word, other), default=None)

    def _near(self, word: str, slips: int) -> Iterator[str]:
        folded = fold(word)
        for length in range(len(word) - slips, len(word) + slips + 1):
            plain, candidates = self._by_length.get(length, ([], []))
            for _, _, place in process.extract(
                folded, candidates, scorer=OSA.distance, score_cutoff=slips, limit=MOST_CANDIDATES
            ):
                yield plain[place]

    def _rank(self, word: str, other: str) -> tuple[int, int, bool, int, str]:
        """Prefer few slips, dots and rings apart; then none of these; then the same beginning."""
        return (
            OSA.distance(fold(word), fold(other)),
            OSA.distance(word, other),
            word[0] != other[0],
            -self._frequency.get(other, 0),
            other,
        )


def slips_in(word: str) -> int:
    """Return how many slips a word of this length may hold."""
    return 1 if len(word) <= FEW else 2 if len(word) <= SOME else 3


def _among(word: str, others: list[str], slips: int) -> Iterator[str]:
    folded = fold(word)
    for _, _, place in process.extract(
        folded, [fold(other) for other in others], scorer=OSA.distance, score_cutoff=slips, limit=5
    ):
        yield others[place]
