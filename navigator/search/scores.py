"""The scores of every term in every document of one language, as compact arrays.

A builder computes them once from the postings; each worker loads them as they lie on disk.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import log

from navigator.search import bits
from navigator.search.analysis import STEM
from navigator.search.index import Posting

SATURATION = 1.2  # k1: how soon a word said again adds nothing
LENGTH = 0.75  # b: how much a long text counts against it
COMMON = 500
"""Documents from which on a term's set is made once and kept."""
KEPT_SETS = 1000

Terms = Iterable[tuple[str, list[Posting]]]


class Scores:
    """Term → (document number, BM25F score), best first."""

    def __init__(
        self,
        size: int,
        terms: list[str],
        starts: array[int],
        numbers: array[int],
        values: array[float],
    ) -> None:
        self.size = size
        self.terms = terms
        self._at = {term: place for place, term in enumerate(terms)}
        self._starts, self._numbers, self._values = starts, numbers, values
        self._kept_set_of = lru_cache(maxsize=KEPT_SETS)(self._set_of)

    def __contains__(self, term: str) -> bool:
        return term in self._at

    def frequency(self, term: str) -> int:
        """Return how many documents have `term`."""
        place = self._at.get(term)
        return 0 if place is None else self._starts[place + 1] - self._starts[place]

    def best(self, term: str, most: int) -> Iterator[tuple[int, float]]:
        """Yield at most `most` documents with `term` and their scores, best first."""
        place = self._at[term]
        start = self._starts[place]
        end = min(self._starts[place + 1], start + most)
        return zip(self._numbers[start:end], self._values[start:end], strict=True)

    def set_of_any(self, terms: Iterable[str]) -> int:
        """Return the documents with any of `terms`, which the index knows, as a set of bits."""
        found, rare = 0, set[int]()
        for term in terms:
            if self.frequency(term) >= COMMON:
                found |= self._kept_set_of(term)
            else:
                rare.update(self._numbers_of(term))
        return found | bits.from_numbers(rare, self.size)

    def _set_of(self, term: str) -> int:
        return bits.from_numbers(self._numbers_of(term), self.size)

    def _numbers_of(self, term: str) -> array[int]:
        place = self._at[term]
        return self._numbers[self._starts[place] : self._starts[place + 1]]

    def to_files(self) -> dict[str, bytes]:
        """Return the contents of the files that `from_files` reads."""
        return {
            "terms": "\n".join(self.terms).encode(),
            "starts": self._starts.tobytes(),
            "numbers": self._numbers.tobytes(),
            "values": self._values.tobytes(),
        }

    @classmethod
    def from_files(cls, size: int, files: Mapping[str, bytes]) -> Scores:
        """Read what `to_files` wrote on a machine of the same kind."""
        starts, numbers, values = array("I"), array("I"), array("f")
        starts.frombytes(files["starts"])
        numbers.frombytes(files["numbers"])
        values.frombytes(files["values"])
        terms = files["terms"].decode().split("\n") if files["terms"] else []
        return cls(size, terms, starts, numbers, values)

    @classmethod
    def from_postings(cls, size: int, terms: Terms) -> Scores:
        """Compute BM25F from the weights of the terms, which the fields' weights went into."""
        kept = list(terms)
        penalties = _penalties(size, kept)
        names, starts = [], array("I", [0])
        numbers, values = array("I"), array("f")
        for term, postings in kept:
            scored = _scored(postings, penalties)
            names.append(term)
            numbers.extend(number for _, number in scored)
            values.extend(-value for value, _ in scored)
            starts.append(len(numbers))
        return cls(size, names, starts, numbers, values)


def _penalties(size: int, terms: list[tuple[str, list[Posting]]]) -> list[float]:
    """Return for each document what its length, in words, adds below the line."""
    lengths = [0.0] * size
    for term, postings in terms:
        if not term.startswith(STEM):
            for number, weight in postings:
                lengths[number] += weight
    average = sum(lengths) / size if size and any(lengths) else 1.0
    return [SATURATION * (1 - LENGTH + LENGTH * length / average) for length in lengths]


def _scored(postings: list[Posting], penalties: list[float]) -> list[tuple[float, int]]:
    """Return (minus score, document number), best first and then in the order of numbers."""
    rarity = log(1 + (len(penalties) - len(postings) + 0.5) / (len(postings) + 0.5))
    return sorted(
        (-rarity * weight * (SATURATION + 1) / (weight + penalties[number]), number)
        for number, weight in postings
    )
