"""What was published since a generation was built, laid over it without building anew."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from navigator.domain.hours import Hours
from navigator.domain.text import LANGUAGES
from navigator.search import bits
from navigator.search.analysis import title_order
from navigator.search.contents import digest_of, group_of
from navigator.search.documents import Document, weighted_terms, weighted_words

if TYPE_CHECKING:
    from navigator.search.snapshot import Parts


def laid_over(parts: "Parts", changed: Sequence[Document], gone: Collection[int]) -> "Parts":
    """Return the parts of a snapshot with documents added after the last; older ones are hidden.

    `gone`: ids of documents that are not shown any more.
    """
    replaced = {document.id for document in changed} | set(gone)
    hidden = bits.from_numbers(
        (number for number, row in enumerate(parts.ids) if row in replaced), len(parts.ids)
    )
    alive = parts.alive & ~hidden | bits.everything(len(changed)) << len(parts.ids)
    words = {name: [weighted_words(row, name) for row in changed] for name in LANGUAGES}
    scores, lexicons = {}, {}
    for name in LANGUAGES:
        lexicon = parts.lexicons[name]
        terms = [weighted_terms(found, name, lexicon.analyser) for found in words[name]]
        lengths = [float(sum(found.values())) for found in words[name]]
        scores[name] = parts.scores[name].laid_over(terms, lengths)
        spelled = {word: 1 for found in words[name] for word in found}
        lexicons[name] = lexicon.laid_over(scores[name], spelled)
    return replace(
        parts,
        ids=[*parts.ids, *(row.id for row in changed)],
        titles={
            name: [*titles, *(f"{title_order(row.title(name))} {row.slug}" for row in changed)]
            for name, titles in parts.titles.items()
        },
        groups=[*parts.groups, *map(group_of, changed)],
        digests=[*parts.digests, *map(digest_of, changed)],
        facets=_facets(parts, changed, alive),
        hours=_hours(parts, changed, alive),
        own=_own(parts, changed, alive),
        alive=alive,
        lexicons=lexicons,
        scores=scores,
    )


def _facets(parts: "Parts", changed: Sequence[Document], alive: int) -> dict[str, dict[str, int]]:
    found = {
        facet: {code: numbers & alive for code, numbers in codes.items()}
        for facet, codes in parts.facets.items()
    }
    for number, document in enumerate(changed, len(parts.ids)):
        for facet, codes in document.facets.items():
            known = found.setdefault(facet, {})
            for code in codes:
                known[code] = known.get(code, 0) | 1 << number
    return found


def _hours(parts: "Parts", changed: Sequence[Document], alive: int) -> list[tuple[Hours, int]]:
    new = [
        (hours, 1 << number)
        for number, document in enumerate(changed, len(parts.ids))
        for hours in document.hours
    ]
    return [*((hours, numbers & alive) for hours, numbers in parts.hours), *new]


def _own(parts: "Parts", changed: Sequence[Document], alive: int) -> Mapping[str, int]:
    return {
        name: numbers & alive
        | sum(1 << at for at, row in enumerate(changed, len(parts.ids)) if row.has_own(name))
        for name, numbers in parts.own.items()
    }
