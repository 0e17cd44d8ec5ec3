"""One generation in memory, with what was published since laid over it: filters, counts, order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from operator import or_

import numpy as np

from navigator.domain.hours import Hours
from navigator.domain.text import LANGUAGES
from navigator.search import bits
from navigator.search.analysis import Analyser
from navigator.search.contents import Directory, read_directory, read_scores, read_words
from navigator.search.documents import Document
from navigator.search.generations import Manifest
from navigator.search.groups import Groups
from navigator.search.lexicon import Lexicon
from navigator.search.openings import Openings
from navigator.search.overlay import laid_over
from navigator.search.query import Query, read_query
from navigator.search.ranking import (
    BY_DISTANCE,
    best_first,
    distances,
    places_by_title,
    scored,
    worth_showing,
)
from navigator.search.scores import Scores, Values
from navigator.search.spelling import Speller
from navigator.search.tables import NO_TABLES, Tables

Filters = Mapping[str, Collection[str]]
"""Facet → codes, any of which will do."""

OPEN, NEAR, MUNICIPALITY = "open", "near", "municipality"


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to one search."""

    ids: tuple[int, ...]
    """Ids of the documents of this page, best first."""
    total: int
    counts: Mapping[str, Mapping[str, int]]
    """Facet → code → how many there would be with that code as the facet's only filter."""
    hits: int = 0
    """All documents found, as a set: `snapshot.count(hits & open_at(moment))` of them are open."""
    lifted: Mapping[str, int] = field(default_factory=dict)
    """Facet that is filtered by, or `open` → how many there would be without that filter."""
    query: Query | None = None
    """How the text was understood."""
    scores: Mapping[int, float] = field(default_factory=dict)
    """Id → score of the documents of this page."""
    others: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Id → ids of the same service in other places, which have no result of their own."""
    places: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Id of a document that has others → the municipalities in which they all stand."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were looked for."""
        return self.query.words if self.query else ()

    @property
    def corrected(self) -> Mapping[str, str]:
        """Typed word → the word looked for in its place."""
        return self.query.corrected if self.query else {}


@dataclass(frozen=True, slots=True)
class Parts:
    """What a snapshot is made of; documents are known by their places in `ids`."""

    ids: Sequence[int]
    titles: Mapping[str, Sequence[str]]
    groups: Sequence[str]
    digests: Sequence[str]
    facets: Mapping[str, Mapping[str, int]]
    hours: Sequence[tuple[Hours, int]]
    own: Mapping[str, int]
    alive: int
    """Documents that newer ones do not replace."""
    lexicons: Mapping[str, Lexicon]
    scores: Mapping[str, Scores]


class Snapshot:
    """Everything that a worker needs to search, as of one content version. Safe in threads."""

    def __init__(
        self, parts: Parts, version: int, position: int, *, is_laid_over: bool = False
    ) -> None:
        self.version, self.position = version, position
        """The content version shown, and the last line of the outbox that is in it."""
        self.is_laid_over = is_laid_over
        """Whether something was published since the generation was built."""
        self.parts = parts
        self.lexicons = parts.lexicons
        self.size = len(parts.ids)
        self._places = {name: places_by_title(titles) for name, titles in parts.titles.items()}
        self._openings = Openings(parts.hours)
        self._alive = bits.flags_of(parts.alive, self.size)
        self._groups = Groups(parts.groups, parts.alive, parts.facets)

    @classmethod
    def from_files(cls, manifest: Manifest, files: Mapping[str, bytes]) -> "Snapshot":
        """Load a generation."""
        return cls(_parts(read_directory(files), files), manifest.version, manifest.position)

    @property
    def analyser(self) -> Analyser:
        """The analyser that the index was built with."""
        return self.lexicons[LANGUAGES[0]].analyser

    def newer(
        self, changed: Sequence[Document], gone: Collection[int], version: int, position: int
    ) -> "Snapshot":
        """Return this snapshot with documents changed, added and taken away."""
        if not changed and not gone:
            return Snapshot(self.parts, version, position, is_laid_over=self.is_laid_over)
        parts = laid_over(self.parts, changed, gone)
        return Snapshot(parts, version, position, is_laid_over=True)

    def find(
        self,
        text: str,
        language: str,
        filters: Filters,
        tables: Tables = NO_TABLES,
        *,
        open_ids: Collection[int] | int | None = None,
        limit: int = 20,
        offset: int = 0,
        exact: bool = False,
        own_only: bool = False,
    ) -> Found:
        """Search for `text` within `filters`; without a word in it, return everything by title.

        `open_ids`: only these, either ids or a set from `open_at`. `exact`: correct no slips.
        `own_only`: only documents that are written in `language`.
        """
        language = language if language in self.lexicons else LANGUAGES[0]
        scores = self.parts.scores[language]
        query = read_query(text, language, self.lexicons[language], tables, exact=exact)
        alive = self.parts.alive & (self.parts.own[language] if own_only else -1)
        if query is None:
            values, matched = np.zeros(self.size, np.float32), alive
        else:
            values = scored(query, scores)
            shown = bits.flags_of(alive, self.size) if own_only else self._alive
            matched = bits.from_flags(worth_showing(values, shown))
        kept = self._kept_by(filters, open_ids)
        hits = _all_but(kept, None, matched)
        values = self._by_place(values, filters, query, tables)
        first, last = max(offset, 0), max(offset, 0) + max(limit, 0)
        by_title = self._places[language]
        flags = self._groups.best(bits.flags_of(hits, self.size), values, by_title)
        numbers = list(best_first(values, flags, by_title, last))[first:]
        return Found(
            ids=tuple(self.parts.ids[number] for number in numbers),
            total=int(np.count_nonzero(flags)),
            counts=self._counts(matched, kept),
            hits=hits,
            lifted={name: self.count(_all_but(kept, name, matched)) for name in kept},
            query=query,
            scores={self.parts.ids[number]: float(values[number]) for number in numbers},
            others=self._others(numbers),
            places=self._standing(numbers),
        )

    def count(self, found: int) -> int:
        """Return how many results a set of documents is: the same service counts once."""
        return self._groups.count(found)

    def terms_of(self, document_id: int, language: str, query: Query) -> dict[str, float]:
        """Return the terms of a query that a document has, and what each adds to its score."""
        number = self._number(document_id)
        found = {}
        for term, weight in query.weights.items():
            for numbers, values in self.parts.scores[language].postings(term):
                if len(at := np.flatnonzero(numbers == number)):
                    found[term] = weight * float(values[at[0]])
        return found

    def digests(self) -> dict[int, str]:
        """Return the digest of every document that is shown, by id."""
        flags = bits.flags_of(self.parts.alive, self.size)
        rows = zip(self.parts.ids, self.parts.digests, flags, strict=True)
        return {row: digest for row, digest, is_alive in rows if is_alive}

    def open_at(self, moment: datetime) -> int:
        """Return the set of documents that are known to be open at `moment`, for `open_ids`."""
        return self._openings.open_at(moment)

    def open_until(self, moment: datetime) -> datetime:
        """Return when the set from `open_at` is another one, or has to be looked at again."""
        return self._openings.open_until(moment)

    def _number(self, document_id: int) -> int:
        """Return the number of the newest document with an id; ValueError when there is none."""
        return self.size - 1 - list(reversed(self.parts.ids)).index(document_id)

    def _by_place(
        self, values: Values, filters: Filters, query: Query | None, tables: Tables
    ) -> Values:
        """Put first what stands in the municipality chosen or named, and its neighbours last."""
        chosen = filters.get(MUNICIPALITY) or (query.municipalities if query else ())
        if not chosen:
            return values
        placed = reduce(or_, self.parts.facets.get(NEAR, {}).values(), 0)
        sets = (self._codes(NEAR, chosen), placed, self._codes(NEAR, tables.neighbours(chosen)))
        factors = BY_DISTANCE[distances(*(bits.flags_of(found, self.size) for found in sets))]
        return factors if query is None else values * factors

    def _kept_by(self, filters: Filters, open_ids: Collection[int] | int | None) -> dict[str, int]:
        """Return for each filter the documents that it lets through."""
        kept = {facet: self._codes(facet, codes) for facet, codes in filters.items() if codes}
        if isinstance(open_ids, int):
            kept[OPEN] = open_ids
        elif open_ids is not None:
            wanted = frozenset(open_ids)
            flags = np.array([row in wanted for row in self.parts.ids], np.bool_)
            kept[OPEN] = bits.from_flags(flags)
        return kept

    def _codes(self, facet: str, codes: Collection[str]) -> int:
        """Return the documents with any of a facet's codes; an unknown code has none."""
        known = self.parts.facets.get(facet, {})
        return reduce(or_, (known.get(code, 0) for code in codes), 0)

    def _counts(self, matched: int, kept: Mapping[str, int]) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = {}
        for facet in self.parts.facets.keys() - {NEAR}:
            base = _all_but(kept, facet, matched)
            counts[facet] = self._groups.counts(facet, self.parts.facets[facet], base)
        return counts

    def _others(self, numbers: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """Return for each of a page's documents its own kind in other places."""
        ids = self.parts.ids
        return {
            ids[number]: tuple(ids[other] for other in members if other != number)
            for number in numbers
            if len(members := self._groups.members(number)) > 1
        }

    def _standing(self, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return for each of them that has others where all of these stand."""
        known = self.parts.facets.get(NEAR, {})
        return {
            self.parts.ids[number]: tuple(
                code for code, found in known.items() if any(found >> at & 1 for at in members)
            )
            for number in numbers
            if len(members := self._groups.members(number)) > 1
        }


def _parts(directory: Directory, files: Mapping[str, bytes]) -> Parts:
    words = {name: read_words(files, name) for name in LANGUAGES}
    scores = {name: read_scores(files, name, directory) for name in LANGUAGES}
    analyser = Analyser(words["sv"])
    return Parts(
        ids=directory.ids,
        titles=directory.titles,
        groups=directory.groups,
        digests=directory.digests,
        facets={
            facet: {code: int(found, 16) for code, found in codes.items()}
            for facet, codes in directory.facets.items()
        },
        hours=[(Hours.from_json(data), int(found, 16)) for data, found in directory.hours],
        own={language: int(found, 16) for language, found in directory.own.items()},
        alive=bits.everything(len(directory.ids)),
        lexicons={n: Lexicon(n, analyser, scores[n], [Speller(words[n])]) for n in LANGUAGES},
        scores=scores,
    )


def _all_but(kept: Mapping[str, int], lifted: str | None, matched: int) -> int:
    """Return what is left of `matched` by all filters except `lifted`."""
    for name, numbers in kept.items():
        if name != lifted:
            matched &= numbers
    return matched
