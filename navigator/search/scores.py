"""How much each term says about each document, ready made: BM25F in arrays.

One text field a language, in which the words of titles were repeated more often than those of
bodies (`documents.WEIGHTS`); so one array of scores a term is all that a search has to add.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from navigator.search.documents import SCALE
from navigator.search.index import Posting

SATURATION = 1.2  # k1: how soon a word said again adds nothing
LENGTH = 0.75  # b: how much a long text counts against it

Numbers = NDArray[np.int32]
Values = NDArray[np.float32]
Terms = Iterable[tuple[str, list[Posting]]]
Number = TypeVar("Number", float, Values)
_NONE: tuple[Numbers, Values] = (np.empty(0, np.int32), np.empty(0, np.float32))


class Scores:
    """Term → documents and what the term says about each. Never changed once made."""

    def __init__(
        self,
        size: int,
        average: float,
        terms: Sequence[str],
        starts: Numbers,
        postings: tuple[Numbers, Values],
    ) -> None:
        self.size = size
        """Documents, with those laid over."""
        self.average = average
        """Words of a document on the average, as weighted."""
        self._terms = terms
        self._at = {term: place for place, term in enumerate(terms)}
        self._starts = starts
        self._numbers, self._values = postings
        self._built = size
        self._laid: dict[str, tuple[Numbers, Values]] = {}

    def __contains__(self, term: str) -> bool:
        return term in self._at or term in self._laid

    def frequency(self, term: str) -> int:
        """Return how many documents have `term`."""
        return len(self._built_postings(term)[0]) + len(self._laid.get(term, _NONE)[0])

    def terms(self) -> Iterator[str]:
        """Yield every term."""
        yield from self._terms
        yield from (term for term in self._laid if term not in self._at)

    def postings(self, term: str) -> Iterator[tuple[Numbers, Values]]:
        """Yield arrays of document numbers and scores; no document stands in two of them."""
        for numbers, values in (self._built_postings(term), self._laid.get(term, _NONE)):
            if len(numbers):
                yield numbers, values

    def _built_postings(self, term: str) -> tuple[Numbers, Values]:
        place = self._at.get(term)
        if place is None:
            return _NONE
        part = slice(self._starts[place], self._starts[place + 1])
        return self._numbers[part], self._values[part]

    def total(self, weights: Mapping[str, float]) -> Values:
        """Return the sum of the scores of weighted terms for every document."""
        found = np.zeros(self.size, np.float32)
        for term, weight in weights.items():
            for numbers, values in self.postings(term):
                found[numbers] += np.float32(weight) * values
        return found

    def laid_over(
        self, documents: Sequence[Mapping[str, int]], lengths: Sequence[float]
    ) -> "Scores":
        """Return these scores with documents put after the last, each {term: weight}.

        `lengths`: words of each, as weighted. They count by the averages and frequencies of the
        documents that were there.
        """
        made = Scores.__new__(Scores)
        made.__dict__.update(self.__dict__)
        made.size = self.size + len(documents)
        made._laid = dict(self._laid)
        for number, (terms, length) in enumerate(zip(documents, lengths, strict=True), self.size):
            penalty = _penalty(length, self.average)
            for term, weight in terms.items():
                rarity = _rarity(self._built, max(1, self.frequency(term)))
                value = _score(weight / SCALE, penalty, rarity)
                numbers, values = made._laid.get(term, _NONE)
                made._laid[term] = (
                    np.append(numbers, np.int32(number)),
                    np.append(values, np.float32(value)),
                )
        return made

    def to_files(self) -> dict[str, bytes]:
        """Return the contents of the files that `from_files` reads."""
        return {
            "terms": "\n".join(self._terms).encode(),
            "starts": self._starts.tobytes(),
            "numbers": self._numbers.tobytes(),
            "values": self._values.tobytes(),
        }

    @classmethod
    def from_files(cls, size: int, average: float, files: Mapping[str, bytes]) -> "Scores":
        """Read what `to_files` wrote on a machine of the same kind."""
        terms = files["terms"].decode().split("\n") if files["terms"] else []
        starts, numbers = (np.frombuffer(files[name], np.int32) for name in ("starts", "numbers"))
        values = np.frombuffer(files["values"], np.float32)
        return cls(size, average, terms, starts, (numbers, values))

    @classmethod
    def from_postings(cls, size: int, lengths: Sequence[float], terms: Terms) -> "Scores":
        """Compute BM25F from the weights of the terms, which the places' weights went into.

        `lengths`: words of each document, as weighted.
        """
        average = sum(lengths) / size if size and any(lengths) else 1.0
        penalties = np.array([_penalty(length, average) for length in lengths], np.float32)
        names, starts = list[str](), [0]
        numbers, values = [_NONE[0]], [_NONE[1]]
        for term, postings in terms:
            places = np.fromiter((number for number, _ in postings), np.int32, len(postings))
            weights = np.fromiter((weight for _, weight in postings), np.float32, len(postings))
            names.append(term)
            numbers.append(places)
            values.append(
                _score(weights / np.float32(SCALE), penalties[places], _rarity(size, len(places)))
            )
            starts.append(starts[-1] + len(postings))
        joined = np.concatenate(numbers), np.concatenate(values).astype(np.float32)
        return cls(size, average, names, np.array(starts, np.int32), joined)


def _penalty(length: float, average: float) -> float:
    """Return what a document's length adds below the line."""
    return SATURATION * (1 - LENGTH + LENGTH * length / average)


def _rarity(size: int, frequency: int) -> float:
    """Return how much a term says that so many documents have."""
    return log(1 + (size - min(frequency, size) + 0.5) / (frequency + 0.5))


def _score(weight: Number, penalty: Number, rarity: float) -> Number:
    return rarity * weight * (SATURATION + 1) / (weight + penalty)
