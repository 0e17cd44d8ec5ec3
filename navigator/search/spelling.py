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

Rank = tuple[int, int, bool, int, str]


class Speller:
    """Known words, to find the ones that a mistyped word may have been."""

    def __init__(self, words: Mapping[str, int]) -> None:
        """Take words and how often each is used."""
        self.words = words
        self._by_length: dict[int, tuple[list[str], list[str]]] = {}
        for word in words:
            if is_mendable(word):
                plain, folded = self._by_length.setdefault(len(word), ([], []))
                plain.append(word)
                folded.append(fold(word))

    def near(self, word: str, slips: int) -> Iterator[str]:
        """Yield the known words that `word` is with at most so many slips."""
        folded = fold(word)
        for length in range(len(word) - slips, len(word) + slips + 1):
            plain, candidates = self._by_length.get(length, ([], []))
            for _, _, place in process.extract(
                folded, candidates, scorer=OSA.distance, score_cutoff=slips, limit=MOST_CANDIDATES
            ):
                yield plain[place]

    def ranked(self, word: str) -> Iterator[Rank]:
        """Yield the words near to `word` in a form that sorts, the best lowest, the word last.

        Few slips come first, dots and rings apart; then few of these; then the same beginning.
        """
        for other in self.near(word, slips_in(word)) if is_mendable(word) else ():
            yield (
                OSA.distance(fold(word), fold(other)),
                OSA.distance(word, other),
                word[0] != other[0],
                -self.words.get(other, 0),
                other,
            )


def nearest(word: str, spellers: Iterable[Speller]) -> str | None:
    """Return the known word that is nearest to `word`; None: all are too far."""
    best = min((rank for speller in spellers for rank in speller.ranked(word)), default=None)
    return best[-1] if best else None


def is_mendable(word: str) -> bool:
    """Tell whether slips are looked for in `word`: not in short ones, codes and numbers."""
    return SHORTEST <= len(word) <= LONGEST and not any(map(str.isdigit, word))


def slips_in(word: str) -> int:
    """Return how many slips a word of this length may hold."""
    return 1 if len(word) <= FEW else 2 if len(word) <= SOME else 3
