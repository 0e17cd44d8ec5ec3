"""One generation in memory: filters, counts and the order of results."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from itertools import islice
from operator import or_

from navigator.domain.hours import Hours, opening_at
from navigator.domain.text import LANGUAGES
from navigator.search import bits
from navigator.search.contents import read_directory, read_scores
from navigator.search.generations import Manifest
from navigator.search.query import Query, read_query
from navigator.search.ranking import Ranking
from navigator.search.vocabulary import Vocabulary

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
    """All results as a set: `(hits & open_at(moment)).bit_count()` of them are open."""
    lifted: Mapping[str, int] = field(default_factory=dict)
    """Facet that is filtered by, or `open` → how many there would be without that filter."""
    words: tuple[str, ...] = ()
    """The words that were looked for."""
    corrected: Mapping[str, str] = field(default_factory=dict)
    """Typed word that the index does not know → the word looked for in its place."""


class Snapshot:
    """Everything that a worker needs to search, as of one content version. Safe in threads."""

    def __init__(self, manifest: Manifest, files: Mapping[str, bytes]) -> None:
        directory = read_directory(files)
        self.version = manifest.version
        self.size = len(directory.ids)
        self._ids = directory.ids
        self._facets = {
            facet: {code: int(found, 16) for code, found in codes.items()}
            for facet, codes in directory.facets.items()
        }
        self._hours = [(Hours.from_json(data), int(found, 16)) for data, found in directory.hours]
        self._orders = directory.orders
        self._scores = {name: read_scores(files, name, self.size) for name in LANGUAGES}
        self._vocabularies = {
            name: Vocabulary(scores.terms, name, scores.frequency)
            for name, scores in self._scores.items()
        }
        self._rankings = {
            name: Ranking(scores, directory.orders[name]) for name, scores in self._scores.items()
        }
        self._open: tuple[datetime, datetime, int] | None = None

    def find(
        self,
        text: str,
        language: str,
        filters: Filters,
        *,
        open_ids: Collection[int] | int | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Found:
        """Search for `text` within `filters`; without a word in it, return everything by title.

        `open_ids`: only these, either ids or a set from `open_at`. Documents near the
        municipalities that are filtered by come before others that are as good.
        """
        language = language if language in self._scores else LANGUAGES[0]
        first = min(max(offset, 0), self.size)
        last = first + min(max(limit, 0), self.size)
        query = self._read(text, language)
        matched = bits.everything(self.size) if query is None else self._matched(query, language)
        kept = self._kept_by(filters, open_ids)
        hits = _all_but(kept, None, matched)
        near = self._codes(NEAR, filters.get(MUNICIPALITY, ()))
        weights = query.weights if query else {}
        ordered = self._rankings[language].order(hits, near, weights, limit=last)
        return Found(
            ids=tuple(self._ids[number] for number in islice(ordered, first, last)),
            total=hits.bit_count(),
            counts=self._counts(matched, kept),
            hits=hits,
            lifted={name: _all_but(kept, name, matched).bit_count() for name in kept},
            words=query.words if query else (),
            corrected=query.corrected if query else {},
        )

    def open_at(self, moment: datetime) -> int:
        """Return the set of documents that are known to be open at `moment`, for `open_ids`."""
        known = self._open
        if known is None or not known[0] <= moment < known[1]:
            known = self._open = self._look_who_is_open(moment)
        return known[2]

    def open_until(self, moment: datetime) -> datetime:
        """Return when the set from `open_at` is another one, or has to be looked at again."""
        self.open_at(moment)
        return self._open[1] if self._open is not None else moment

    def _look_who_is_open(self, moment: datetime) -> tuple[datetime, datetime, int]:
        """Return the set and the stretch of time in which it stays the same."""
        until, found = moment + timedelta(days=1), 0
        for hours, numbers in self._hours:
            opening = opening_at(hours, moment)
            if opening.state == "open":
                found |= numbers
            if opening.changes_at is not None:
                until = min(until, opening.changes_at)
        return moment, until, found

    def _read(self, text: str, language: str) -> Query | None:
        return read_query(text, language, self._scores[language], self._vocabularies[language])

    def _matched(self, query: Query, language: str) -> int:
        """Return the documents that have any of the terms."""
        return self._scores[language].set_of_any(query.weights)

    def _kept_by(self, filters: Filters, open_ids: Collection[int] | int | None) -> dict[str, int]:
        """Return for each filter the documents that it lets through."""
        kept = {facet: self._codes(facet, codes) for facet, codes in filters.items() if codes}
        if isinstance(open_ids, int):
            kept[OPEN] = open_ids
        elif open_ids is not None:
            wanted = frozenset(open_ids)
            kept[OPEN] = bits.from_flags(bytes(row in wanted for row in self._ids))
        return kept

    def _codes(self, facet: str, codes: Collection[str]) -> int:
        """Return the documents with any of a facet's codes; an unknown code has none."""
        known = self._facets.get(facet, {})
        return reduce(or_, (known.get(code, 0) for code in codes), 0)

    def _counts(self, matched: int, kept: Mapping[str, int]) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = {}
        for facet in self._facets.keys() - {NEAR}:
            base = _all_but(kept, facet, matched)
            counts[facet] = {
                code: (found & base).bit_count() for code, found in self._facets[facet].items()
            }
        return counts


def _all_but(kept: Mapping[str, int], lifted: str | None, matched: int) -> int:
    """Return what is left of `matched` by all filters except `lifted`."""
    for name, numbers in kept.items():
        if name != lifted:
            matched &= numbers
    return matched
