"""The least that NumPy needs for a search: adding arrays, a mask, counts, the best twenty."""

from collections.abc import Sequence

import numpy as np

from navigator.search import Tables
from navigator.search.documents import Document
from navigator.search.query import read_query
from tests.bench_search.systems import PAGE, Corpus, Ours, System

FLOOR = "NumPy floor"
FACETS = ("municipality", "topic", "provider", "channel")


class Floor(System):
    """Reads nothing and understands nothing: the arrays of each query lie ready."""

    name, takes_documents_in = FLOOR, False

    def __init__(self, ours: Ours, tables: Tables, queries: Sequence[str], language: str) -> None:
        self._ours, self._tables, self._queries, self._language = ours, tables, queries, language

    def build(self, corpus: Corpus) -> None:
        self._size = len(corpus.documents)
        self._slugs = [document.slug for document in corpus.documents]
        self._codes = [_codes(corpus.documents, facet) for facet in FACETS]
        self._mask = np.ones(self._size, np.bool_)
        self._arrays = {text: self._postings(text) for text in self._queries}

    def _postings(self, text: str) -> list[tuple[np.ndarray, np.ndarray]]:
        parts = self._ours.snapshot.parts
        lexicon, scores = parts.lexicons[self._language], parts.scores[self._language]
        query = read_query(text, self._language, lexicon, self._tables)
        return [
            (numbers, values * np.float32(weight))
            for term, weight in (query.weights.items() if query else ())
            for numbers, values in scores.postings(term)
        ]

    def search(self, text: str, language: str) -> list[str]:
        total = np.zeros(self._size, np.float32)
        for numbers, values in self._arrays[text]:
            total[numbers] += values
        found = np.flatnonzero((total > 0) & self._mask)
        for codes in self._codes:
            np.bincount(codes[found])
        values = -total[found]
        if len(found) > PAGE:
            found = found[np.argpartition(values, PAGE)[:PAGE]]
        return [self._slugs[at] for at in found[np.argsort(-total[found])]]


def _codes(documents: Sequence[Document], facet: str) -> np.ndarray:
    """Return for each document the number of its first code of a facet."""
    firsts = [next(iter(document.facets[facet]), "") for document in documents]
    return np.unique(firsts, return_inverse=True)[1]
