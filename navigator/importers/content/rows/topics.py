"""Vocabularies, topics and conditions."""

from typing import Any

from sqlalchemy import select

from navigator.domain.models import Condition, Term, Topic, Vocabulary
from navigator.importers.content.rows.context import (
    Facts,
    Rows,
    canonical,
    dump_sources,
    said,
    texts,
)
from navigator.importers.content.schema.records import (
    ConditionFile,
    TopicFile,
    VocabularyFile,
)


def find_vocabulary(rows: Rows, slug: str) -> Vocabulary | None:
    """Return the vocabulary of `slug`."""
    return rows.find(Vocabulary, slug)


def apply_vocabulary(rows: Rows, slug: str, record: VocabularyFile) -> None:
    """Write a code list; a term that others use keeps its row."""
    row = rows.find(Vocabulary, slug) or Vocabulary(slug=slug)
    row.name = texts(record.name)
    found = {term.code: term for term in row.terms}
    row.terms = [found.get(code) or Term(code=code) for code in record.terms]
    for position, (term, entry) in enumerate(zip(row.terms, record.terms.values(), strict=True)):
        term.uri = entry.uri
        term.parent = entry.parent
        term.name = texts(entry.name)
        term.position = position
    row.modified = rows.now
    rows.keep(row)
    Facts(rows, "vocabularies", slug, record)


def dump_vocabulary(rows: Rows, row: Vocabulary) -> dict[str, Any]:
    """Return a code list as its file says it."""
    terms = {
        term.code: {"uri": term.uri, "parent": term.parent, "name": term.name} for term in row.terms
    }
    sources = dump_sources(rows, "vocabularies", row.slug)
    return canonical("vocabularies", {"name": row.name, "terms": terms, "sources": sources})


def terms_by_code(rows: Rows, codes: list[str]) -> list[Term]:
    """Return PTV's terms of `codes`, which are unique over its lists."""
    found = {t.code: t for t in rows.session.scalars(select(Term).where(Term.code.in_(codes)))}
    return [found[code] for code in codes]


def find_topic(rows: Rows, slug: str) -> Topic | None:
    """Return the topic of `slug`."""
    return rows.find(Topic, slug)


def apply_topic(rows: Rows, slug: str, record: TopicFile) -> None:
    """Write a topic."""
    row = rows.find(Topic, slug) or Topic(slug=slug)
    row.name = texts(record.name)
    row.position = record.order
    row.hint = texts(record.hint)
    row.text = texts(record.text)
    row.also_known_as = said(record.also_known_as)
    row.quick_exit = record.quick_exit
    row.front = record.front
    row.fallback = record.fallback
    row.terms = terms_by_code(rows, list(record.service_classes))
    row.modified = rows.now
    rows.keep(row)


def dump_topic(_rows: Rows, row: Topic) -> dict[str, Any]:
    """Return a topic as its file says it."""
    data = {
        "name": row.name,
        "order": row.position,
        "hint": row.hint,
        "text": row.text,
        "also_known_as": row.also_known_as,
        "service_classes": [term.code for term in row.terms],
        "quick_exit": row.quick_exit,
        "front": row.front,
        "fallback": row.fallback,
    }
    return canonical("topics", data)


def find_condition(rows: Rows, slug: str) -> Condition | None:
    """Return the condition of `slug`."""
    return rows.find(Condition, slug)


def apply_condition(rows: Rows, slug: str, record: ConditionFile) -> None:
    """Write a condition."""
    row = rows.find(Condition, slug) or Condition(slug=slug)
    row.text = texts(record.text)
    row.modified = rows.now
    rows.keep(row)


def dump_condition(_rows: Rows, row: Condition) -> dict[str, Any]:
    """Return a condition as its file says it."""
    return canonical("conditions", {"text": row.text})
