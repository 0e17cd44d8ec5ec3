"""The order of results: by score, then near ones first, then by title."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import chain, compress

from navigator.search import bits
from navigator.search.scores import Scores

MOST_SCORED = 8_000
"""Postings that one search adds up. Beyond them common words bring only their best documents."""
STEPS = 100
"""Scores are told apart by a hundredth: below that, near and title decide."""
_PLACES = 32  # bits for the place by title


class Ranking:
    """Orders the documents of one language."""

    def __init__(self, scores: Scores, by_title: Sequence[int]) -> None:
        self._scores = scores
        self._by_title = array("I", by_title)
        self._place = array("I", [0]) * len(by_title)
        for place, number in enumerate(by_title):
            self._place[number] = place

    def order(
        self, hits: int, near: int, weights: Mapping[str, float], *, limit: int
    ) -> Iterator[int]:
        """Yield the numbers in `hits`, best first; only the first `limit` need be in order."""
        scored = self._scored(hits, weights)
        best = self._best_first(scored, near, limit)
        if limit <= len(scored):
            return best
        rest = hits & ~bits.from_numbers(scored, self._scores.size) if scored else hits
        return chain(best, self._titles(rest & near), self._titles(rest & ~near))

    def _titles(self, numbers: int) -> Iterator[int]:
        """Yield document numbers by title."""
        if not numbers:
            return iter(())
        flags = bits.flags_of(numbers, self._scores.size)
        return compress(self._by_title, map(flags.__getitem__, self._by_title))

    def _scored(self, hits: int, weights: Mapping[str, float]) -> dict[int, float]:
        """Add up the scores of the hits, rare terms whole and first."""
        sums: dict[int, float] = {}
        terms = sorted(weights, key=lambda term: (self._scores.frequency(term), term))
        left = MOST_SCORED
        for place, term in enumerate(terms):
            share = left // (len(terms) - place)
            left -= min(share, self._scores.frequency(term))
            weight = weights[term]
            for number, value in self._scores.best(term, share):
                sums[number] = sums.get(number, 0.0) + weight * value
        allowed = bits.flags_of(hits, self._scores.size) if sums else b""
        return {number: score for number, score in sums.items() if allowed[number]}

    def _best_first(self, scored: Mapping[int, float], near: int, limit: int) -> Iterator[int]:
        """Yield scored numbers. Each is one whole number to compare: score, near, place."""
        flags = bits.flags_of(near, self._scores.size) if near else bytes(self._scores.size)
        place, last = self._place, (1 << _PLACES) - 1
        keys = [
            ((int(score * STEPS) << 1 | flags[number]) << _PLACES) | (last - place[number])
            for number, score in scored.items()
        ]
        chosen = nlargest(limit, keys) if limit * 8 < len(keys) else sorted(keys, reverse=True)
        return (self._by_title[last - (key & last)] for key in chosen)
