"""Everyday words and words of danger."""

from typing import Any

from navigator.domain.models import DangerKind, SynonymList
from navigator.importers.content.rows.context import Rows, canonical
from navigator.importers.content.schema.words import DangerFile, SynonymFile


def find_synonyms(rows: Rows, slug: str) -> SynonymList | None:
    """Return the everyday words of `slug`."""
    return rows.find(SynonymList, slug)


def apply_synonyms(rows: Rows, slug: str, record: SynonymFile) -> None:
    """Write the everyday words of one theme."""
    row = rows.find(SynonymList, slug) or SynonymList(slug=slug)
    row.language = record.language
    row.content = record.plain()
    row.modified = rows.now
    rows.keep(row)


def dump_synonyms(_rows: Rows, row: SynonymList) -> dict[str, Any]:
    """Return everyday words as their file says them."""
    return canonical("synonyms", row.content)


def find_danger(rows: Rows, slug: str) -> DangerKind | None:
    """Return the kind of danger of `slug`."""
    return rows.find(DangerKind, slug)


def apply_danger(rows: Rows, slug: str, record: DangerFile) -> None:
    """Write a kind of danger."""
    row = rows.find(DangerKind, slug) or DangerKind(slug=slug)
    row.position = record.order
    row.content = record.plain()
    row.modified = rows.now
    rows.keep(row)


def dump_danger(_rows: Rows, row: DangerKind) -> dict[str, Any]:
    """Return a kind of danger as its file says it."""
    return canonical("danger", row.content)
