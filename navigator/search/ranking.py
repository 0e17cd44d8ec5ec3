"""The order of results: by score, all words answered and near ones first; then by title."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from navigator.search.bits import Flags
from navigator.search.query import Query
from navigator.search.scores import Scores, Values

UNANSWERED = 0.35
"""What is left of the score of a document that answers none of several words."""
NEAR, NEIGHBOUR = 1.06, 0.97
"""What the score of a service in one's own municipality, or only in others, is multiplied by."""
STEPS = 1000
"""Scores are told apart by a thousandth of a point: below that, titles decide."""

Numbers = NDArray[np.intp]


def scored(query: Query, scores: Scores) -> Values:
    """Return how well each document answers; 0: not at all."""
    total = scores.total(query.weights)
    if len(query.covers) <= 1:
        return total
    answered = np.zeros(scores.size, np.float32)
    for terms in query.covers:
        answered += _having(terms, scores)
    share = answered / np.float32(len(query.covers))
    return total * (UNANSWERED + (1 - UNANSWERED) * share).astype(np.float32)


def _having(terms: frozenset[str], scores: Scores) -> Flags:
    flags = np.zeros(scores.size, np.bool_)
    for term in terms:
        for numbers, _ in scores.postings(term):
            flags[numbers] = True
    return flags


def weighed_by_place(values: Values, near: Flags | None, elsewhere: Flags | None) -> Values:
    """Return the scores with a little more for what is near and a little less for neighbours."""
    if near is None or elsewhere is None:
        return values
    return values * np.where(near, NEAR, np.where(elsewhere, NEIGHBOUR, 1.0)).astype(np.float32)


def best_first(values: Values, hits: Flags, by_title: Numbers, limit: int) -> Iterator[int]:
    """Yield the numbers of the best `limit` hits, best first, by title where they are as good."""
    numbers = np.flatnonzero(hits)
    keys = (np.round(values[numbers] * STEPS)).astype(np.int64)
    if 0 < limit < len(numbers):
        at_least = np.partition(keys, len(keys) - limit)[len(keys) - limit]
        kept = keys >= at_least
        numbers, keys = numbers[kept], keys[kept]
    order = np.lexsort((by_title[numbers], -keys))[:limit]
    yield from numbers[order].tolist()


def places_by_title(titles: Sequence[str]) -> Numbers:
    """Return the place of each document when all are sorted by title."""
    places = np.empty(len(titles), np.intp)
    places[sorted(range(len(titles)), key=titles.__getitem__)] = np.arange(len(titles))
    return places
