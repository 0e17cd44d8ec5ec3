"""The same service in several places: one result, counted once."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from navigator.search import bits
from navigator.search.bits import Flags, Words
from navigator.search.ranking import Numbers
from navigator.search.scores import Values

Codes = Mapping[str, int]
"""Code of a facet → the documents that have it."""


class Groups:
    """Which documents are one service. Those that are on their own cost next to nothing."""

    def __init__(self, names: Sequence[str], alive: int, facets: Mapping[str, Codes]) -> None:
        self._size = len(names)
        found: dict[str, list[int]] = {}
        for number in np.flatnonzero(bits.flags_of(alive, self._size)).tolist():
            found.setdefault(names[number], []).append(number)
        self._several = [numbers for numbers in found.values() if len(numbers) > 1]
        self._members = np.array([n for numbers in self._several for n in numbers], np.int32)
        sizes = [len(numbers) for numbers in self._several]
        self._groups = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
        self._alone = alive & ~bits.from_numbers(self._members.tolist(), self._size)
        self._of = {n: numbers for numbers in self._several for n in numbers}
        self._pairs = {facet: self._pairs_of(codes) for facet, codes in facets.items()}
        self._rows = {facet: self._rows_of(codes) for facet, codes in facets.items()}

    def _rows_of(self, codes: Codes) -> Words:
        """Return for each code a row of bits: the documents with it that are on their own."""
        rows = [bits.words_of(found & self._alone, self._size) for found in codes.values()]
        return np.array(rows, np.uint64).reshape(len(rows), bits.pieces(self._size))

    def _pairs_of(self, codes: Codes) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return for each code and member that has it: the member, and a number for code and group.

        The same numbers stand together.
        """
        members, keys = [np.empty(0, np.int32)], [np.empty(0, np.int64)]
        if len(self._members):
            for place, found in enumerate(codes.values()):
                has = bits.flags_of(found, self._size)[self._members]
                members.append(self._members[has])
                keys.append(self._groups[has] + place * len(self._several))
        return np.concatenate(members), np.concatenate(keys)

    def members(self, number: int) -> Sequence[int]:
        """Return the documents that are one service with a document, and itself."""
        return self._of.get(number, (number,))

    def count(self, found: int) -> int:
        """Return how many services a set of documents is."""
        if not len(self._members):
            return found.bit_count()
        groups = self._groups[bits.flags_of(found, self._size)[self._members]]
        return (found & self._alone).bit_count() + int(np.count_nonzero(_firsts(groups)))

    def counts(self, facet: str, codes: Codes, found: int) -> dict[str, int]:
        """Return for each code how many services with it are in a set of documents."""
        counts = bits.counts(self._rows[facet], found, self._size)
        members, keys = self._pairs[facet]
        if len(members):
            keys = keys[bits.flags_of(found, self._size)[members]]
            places = keys[_firsts(keys)] // len(self._several)
            counts = counts + np.bincount(places, minlength=len(codes))
        return dict(zip(codes, counts.tolist(), strict=True))

    def best(self, hits: Flags, values: Values, by_title: Numbers) -> Flags:
        """Return the hits with the best one of each group alone."""
        members = self._members[hits[self._members]]
        if not len(members):
            return hits
        groups = self._groups[hits[self._members]]
        order = np.lexsort((by_title[members], -values[members], groups))
        kept = hits.copy()
        kept[members[order][~_firsts(groups[order])]] = False
        return kept


def _firsts(keys: NDArray[np.int64]) -> Flags:
    """Return where another key begins among keys of which the same stand together."""
    firsts = np.ones(len(keys), np.bool_)
    firsts[1:] = keys[1:] != keys[:-1]
    return firsts
