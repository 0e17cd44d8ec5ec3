"""The least that NumPy needs for a search: adding arrays, a mask, counts, the best twenty.

And the least for a page of it: the words are read, and marked in the texts of the twenty. Neither
mends slips, knows everyday words or danger, groups places, or looks at distances.
"""

from collections.abc import Sequence

import numpy as np

from navigator.search import Tables
from navigator.search.analysis import words
from navigator.search.documents import Document
from navigator.search.query import read_query
from tests.bench_search.systems import DEPTH, PAGE, Corpus, Ours, System, marked

FLOOR, FLOOR_PAGE = "NumPy floor", "NumPy floor, a page"
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
        return [self._slugs[at] for at in self._best(self._arrays[text])]

    def _best(self, arrays: Sequence[tuple[np.ndarray, np.ndarray]]) -> list[int]:
        """Return the numbers of the best twenty."""
        total = np.zeros(self._size, np.float32)
        for numbers, values in arrays:
            total[numbers] += values
        found = np.flatnonzero((total > 0) & self._mask)
        for codes in self._codes:
            np.bincount(codes[found])
        values = -total[found]
        if len(found) > PAGE:
            found = found[np.argpartition(values, PAGE)[:PAGE]]
        return [int(at) for at in found[np.argsort(-total[found])]]


class FloorPage(Floor):
    """The same with what a page needs: the words read as they are typed, and marked."""

    name = FLOOR_PAGE

    def build(self, corpus: Corpus) -> None:
        super().build(corpus)
        self._documents = corpus.documents

    def search(self, text: str, language: str) -> list[str]:
        parts, analyser = self._ours.snapshot.parts, self._ours.snapshot.analyser
        read = [analyser.word(word, language) for word in words(text)]
        terms = {
            term for word in read for term in (*word.lemmas, *(part for part, _ in word.parts))
        }
        best = self._best([a for term in terms for a in parts.scores[language].postings(term)])
        for at in best:
            marked(self._documents[at], language, frozenset(terms), analyser)
        return [self._slugs[at] for at in best[:DEPTH]]


def _codes(documents: Sequence[Document], facet: str) -> np.ndarray:
    """Return for each document the number of its first code of a facet."""
    firsts = [next(iter(document.facets[facet]), "") for document in documents]
    return np.unique(firsts, return_inverse=True)[1]
