"""The order of results: by score, all words answered and near ones first; then by title."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from navigator.search.bits import Flags
from navigator.search.query import Query
from navigator.search.scores import Scores, Values

UNANSWERED = 0.35
"""What is left of the score of a document that answers none of several words."""
BY_DISTANCE = np.array([1.06, 1.0, 0.97, 0.94], np.float32)
"""What a score is multiplied by: a service of the municipality chosen, one that stands nowhere and
comes from afar, one of a neighbour, one of any other municipality. So little that a better answer
stays before a nearer one."""
WEAKEST, FEWEST = 0.08, 20
"""What share of the best score a result must have, beside so many that are results in any case."""
STEPS = 1000
"""Scores are told apart by a thousandth of a point: below that, titles decide."""

Numbers = NDArray[np.intp]
Distances = NDArray[np.intp]


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


def worth_showing(values: Values, shown: Flags) -> Flags:
    """Return which of the documents that are shown at all are results.

    Those that hold no more than a part of one word, far below the best, are none. Filters must not
    change what is a result, or counts would not be what they promise: so ask before filtering.
    """
    matched: Flags = shown & (values > 0)
    found = values[matched]
    if len(found) > FEWEST:
        least = found.max() * np.float32(WEAKEST)
        if np.count_nonzero(found >= least) < FEWEST:
            least = np.partition(found, len(found) - FEWEST)[len(found) - FEWEST]
        matched &= values >= least
    return matched


def distances(own: Flags, placed: Flags, nearby: Flags) -> Distances:
    """Return for each document how far it is, as a place in `BY_DISTANCE`."""
    return np.where(own, 0, np.where(~placed, 1, np.where(nearby, 2, 3)))


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
