"""What every kind needs into the database and out: rows by slug, facts, sources, gaps."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.domain.base import Base
from navigator.domain.models import Fact, FactSource, Gap, Municipality, Source
from navigator.importers.content.schema import KINDS
from navigator.importers.content.schema.common import (
    Citing,
    FactEntry,
    GapEntry,
    Localised,
    Sourced,
    SourceEntry,
)

Row = TypeVar("Row", bound=Base)


@dataclass
class Rows:
    """One run over the database, on one session."""

    session: Session
    now: datetime
    """The instant that changed rows get as `modified`."""
    _found: dict[tuple[type[Any], str], Any] = field(default_factory=dict)

    def find(self, model: type[Row], slug: str) -> Row | None:
        """Return the row of `slug`, remembered for this run."""
        key = (model, slug)
        if key not in self._found:
            column = model.slug  # type: ignore[attr-defined]
            self._found[key] = self.session.scalar(select(model).where(column == slug))
            if self._found[key] is None:
                del self._found[key]
                return None
        row: Row = self._found[key]
        return row

    def get(self, model: type[Row], slug: str) -> Row:
        """Return the row of `slug`. Raises LookupError: the check finds such files before."""
        row = self.find(model, slug)
        if row is None:
            raise LookupError(f"no {model.__tablename__} is called {slug}")
        return row

    def keep(self, row: Any) -> None:
        """Add a new row and remember it by its slug."""
        self.session.add(row)
        self._found[type(row), row.slug] = row

    def municipalities(self, slugs: Iterable[str]) -> list[Municipality]:
        """Return the municipalities of `slugs`."""
        return [self.get(Municipality, slug) for slug in slugs]


def slugs_of(rows: Iterable[Any]) -> list[str]:
    """Return the slugs of rows, in their order."""
    return [row.slug for row in rows]


def said(value: BaseModel | None) -> Any:
    """Return a part of a record as JSON values, or None."""
    return None if value is None else value.model_dump(mode="json", by_alias=True)


def texts(value: Localised | None) -> Any:
    """Return a localised text as the mapping that a column holds, without empty languages."""
    return None if value is None else value.model_dump(mode="json", exclude_none=True)


def canonical(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """Return a record's plain values as a file would say them: no defaults, no empty fields."""
    shape: Any = KINDS[kind].model_validate({k: v for k, v in data.items() if v is not None})
    plain: dict[str, Any] = shape.plain()
    return plain


class Facts:
    """The facts and sources of one record."""

    def __init__(self, rows: Rows, kind: str, slug: str, record: Citing) -> None:
        self._session = rows.session
        self._owner = {"owner_kind": kind, "owner_slug": slug}
        self._default = record.fact if isinstance(record, Sourced) else None
        self._sources = self._write_sources(record.sources)

    def write(self, kind: str, old: Fact | None, entry: FactEntry | None) -> Fact | None:
        """Write the fact that `entry`, or else the record as a whole, states; None if neither."""
        stated = entry or self._default
        if stated is None:
            return None
        fact = old or Fact()
        fact.kind = kind  # type: ignore[assignment]
        fact.inherited = entry is None
        fact.state = stated.state
        fact.verified_by = stated.verified_by
        fact.verified_on = stated.verified_on
        fact.doubt = texts(stated.doubt)
        self._cite(fact, stated.sources)
        return fact

    def _cite(self, fact: Fact, keys: Sequence[str]) -> None:
        """Let the fact cite exactly the sources of `keys`, in this order."""
        wanted = [self._sources[key] for key in keys]
        if fact.sources == wanted:
            return
        kept = {citation.source_id: citation for citation in fact.citations}
        fact.citations = [
            kept.get(source.id) or FactSource(source_id=source.id, source=source)
            for source in wanted
        ]
        for position, citation in enumerate(fact.citations):
            citation.position = position

    def _write_sources(self, entries: dict[str, SourceEntry]) -> dict[str, Source]:
        """Bring the record's source rows in line with its file, and return them by key."""
        found = {source.key: source for source in sources_of(self._session, **self._owner)}
        written = {}
        for position, (key, entry) in enumerate(entries.items()):
            source = found.get(key) or Source(key=key, **self._owner)
            for name in ("publisher", "url", "dated", "read", "note"):
                setattr(source, name, getattr(entry, name))
            source.position = position
            self._session.add(source)
            written[key] = source
        self._session.flush()
        return written


def sources_of(session: Session, owner_kind: str, owner_slug: str) -> Sequence[Source]:
    """Return a record's sources in the order of its file."""
    query = (
        select(Source)
        .where(Source.owner_kind == owner_kind, Source.owner_slug == owner_slug)
        .order_by(Source.position)
    )
    return session.scalars(query).all()


def dump_sources(rows: Rows, kind: str, slug: str) -> dict[str, Any]:
    """Return a record's sources as its file says them."""
    return {
        source.key: {
            "publisher": source.publisher,
            "url": source.url,
            "dated": source.dated,
            "read": source.read,
            "note": source.note,
        }
        for source in sources_of(rows.session, kind, slug)
    }


def dump_fact(fact: Fact | None, *, own_only: bool = True) -> dict[str, Any] | None:
    """Return a fact as a file says it; one that repeats its record's is left out."""
    if fact is None or (own_only and fact.inherited):
        return None
    return {
        "state": fact.state,
        "sources": [source.key for source in fact.sources],
        "verified_by": fact.verified_by,
        "verified_on": fact.verified_on,
        "doubt": fact.doubt,
    }


def write_gaps(rows: Rows, kind: str, slug: str, entries: Sequence[GapEntry]) -> None:
    """Bring a record's gaps in line with its file."""
    old = gaps_of(rows.session, kind, slug)
    gaps = reused(old, len(entries), lambda: Gap(owner_kind=kind, owner_slug=slug))
    for position, (gap, entry) in enumerate(zip(gaps, entries, strict=True)):
        gap.position = position
        gap.what = entry.what
        gap.municipalities = list(entry.municipalities)
        gap.ask = entry.ask
    rows.session.add_all(gaps)
    for gap in old[len(entries) :]:
        rows.session.delete(gap)


def reused(old: Sequence[Row], count: int, make: Callable[[], Row]) -> list[Row]:
    """Return `count` rows, the old ones first, so that what did not change keeps its row."""
    return [*old[:count], *(make() for _ in range(count - len(old)))]


def gaps_of(session: Session, kind: str, slug: str) -> Sequence[Gap]:
    """Return a record's gaps in the order of its file."""
    query = select(Gap).where(Gap.owner_kind == kind, Gap.owner_slug == slug).order_by(Gap.position)
    return session.scalars(query).all()


def dump_gaps(rows: Rows, kind: str, slug: str) -> list[dict[str, Any]]:
    """Return a record's gaps as its file says them."""
    return [
        {"what": gap.what, "municipalities": gap.municipalities, "ask": gap.ask}
        for gap in gaps_of(rows.session, kind, slug)
    ]
