"""Bring the database in line with `content/`, and overwrite nothing that editors changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import delete, select, union
from sqlalchemy.orm import Session

from navigator.domain.models import (
    Channel,
    ContentFile,
    Fact,
    Notice,
    Organisation,
    Place,
    Service,
    ServiceCondition,
    SiteState,
    Source,
)
from navigator.domain.outbox import tell_index
from navigator.domain.revisions import record_revision
from navigator.importers.content.documents import rewritten
from navigator.importers.content.reading import ContentRecord, Key, Reading
from navigator.importers.content.renaming import rename_services
from navigator.importers.content.rows import HANDLERS
from navigator.importers.content.rows.context import Rows
from navigator.importers.content.schema import KINDS
from navigator.importers.content.three_way import Conflict, Merged, changes, merge

ACTOR = "content files"
SHOWN_IN_SEARCH = frozenset(
    {
        "vocabularies",
        "municipalities",
        "organisations",
        "topics",
        "conditions",
        "places",
        "channels",
    }
)
"""Kinds of record that services show, so that they are found by their words."""


@dataclass
class Report:
    """What a load did, record by record."""

    renamed: list[Key] = field(default_factory=list)
    created: list[Key] = field(default_factory=list)
    changed: list[Key] = field(default_factory=list)
    unchanged: list[Key] = field(default_factory=list)
    kept: list[Key] = field(default_factory=list)
    """Changed in the database since the last load, and left as they are."""
    gone: list[Key] = field(default_factory=list)
    """In the database, but no longer among the files; nothing vanishes by itself."""
    conflicts: dict[Key, list[Conflict]] = field(default_factory=dict)

    @property
    def did_something(self) -> bool:
        """Tell whether pages may look different after the load."""
        return bool(self.created or self.changed or self.renamed)


def load(session: Session, reading: Reading, *, digest: str, now: datetime, reason: str) -> Report:
    """Write what was read into the database, in one transaction of the caller's.

    `digest`: of the files read, kept so that the same files are not loaded twice.
    """
    renamed = rename_services(session, reading)
    loader = _Loader(session, now, reason)
    loader.report.renamed = renamed
    for kind in KINDS:
        for slug, record in _in_order(kind, reading):
            loader.load(kind, slug, record)
    loader.report.gone = _gone(session, reading)
    _prune_facts(session)
    state = session.get_one(SiteState, 1)
    state.content_digest = digest if not loader.report.conflicts else None
    if loader.report.did_something:
        state.content_version += 1
        tell_index(session, _shown_in_search(loader.report), now)
    return loader.report


def _shown_in_search(report: Report) -> Iterable[str | None]:
    """Return the services that a search shows otherwise after a load; None: perhaps all."""
    if report.renamed:
        yield None
    for kind, slug in (*report.created, *report.changed):
        if kind == "services":
            yield slug
        elif kind in SHOWN_IN_SEARCH:
            yield None


class _Loader:
    """One load."""

    def __init__(self, session: Session, now: datetime, reason: str) -> None:
        self._session = session
        self._rows = Rows(session, now)
        self._reason = reason
        self._files = {(f.kind, f.slug): f for f in session.scalars(select(ContentFile))}
        self.report = Report()

    def load(self, kind: str, slug: str, record: ContentRecord) -> None:
        """Write one record, unless the database already says the same or knows better."""
        key = (kind, slug)
        row = HANDLERS[kind].find(self._rows, slug)
        if row is None:
            self._write(kind, slug, record.value, {})
            self.report.created.append(key)
            self._remember(record, record.value.plain())
            return
        current = HANDLERS[kind].dump(self._rows, row)
        merged = self._merge(key, current, record.value.plain())
        if merged.conflicts:
            self.report.conflicts[key] = merged.conflicts
        if merged.data != current:
            self._write(kind, slug, KINDS[kind].model_validate(merged.data), current)
            self.report.changed.append(key)
        elif current == record.value.plain():
            self.report.unchanged.append(key)
        else:
            self.report.kept.append(key)
        self._remember(record, merged.base)

    def _merge(self, key: Key, current: dict[str, Any], wanted: dict[str, Any]) -> Merged:
        """Compare the three sides; where they make no whole record together, the database stays."""
        base = self._files[key].data if key in self._files else {}
        merged = merge(base, current, wanted)
        try:
            KINDS[key[0]].model_validate(merged.data)
        except ValidationError:
            both = changes(current, wanted).items()
            return Merged(current, base, [Conflict(field, *sides) for field, sides in both])
        return merged

    def _write(self, kind: str, slug: str, value: Any, before: dict[str, Any]) -> None:
        """Write a record with its revision."""
        HANDLERS[kind].apply(self._rows, slug, value)
        self._session.flush()
        sources = getattr(value, "sources", None)
        if sources is not None:
            _prune_sources(self._session, kind, slug, sources)
        after = value.plain()
        record_revision(
            self._session,
            (kind, slug),
            data=after,
            changes=changes(before, after),
            made_at=self._rows.now,
            made_by=ACTOR,
            reason=self._reason,
        )

    def _remember(self, record: ContentRecord, base: dict[str, Any]) -> None:
        """Keep the file as it was loaded or, after a conflict, as it would say `base`."""
        key = (record.kind, record.slug)
        text = record.text
        if base != record.value.plain():
            try:
                text = rewritten(record.kind, text, base)
            except ValidationError:  # taken in part, and the part is no whole record
                return
        file = self._files.get(key)
        if file is None:
            self._session.add(ContentFile(kind=key[0], slug=key[1], text=text, data=base))
        elif (file.text, file.data) != (text, base):
            file.text, file.data = text, base


def _in_order(kind: str, reading: Reading) -> Iterable[tuple[str, ContentRecord]]:
    """Return a kind's records by slug, but an organisation after its parent."""
    records = reading.of(kind)
    if kind != "organisations":
        return sorted(records.items())

    def depth(slug: str, seen: frozenset[str] = frozenset()) -> int:
        parent = records[slug].value.parent
        if parent not in records or slug in seen:
            return 0
        return 1 + depth(parent, seen | {slug})

    return sorted(records.items(), key=lambda item: (depth(item[0]), item[0]))


def _gone(session: Session, reading: Reading) -> list[Key]:
    """List what was loaded once and is not among the files any more."""
    loaded = session.execute(select(ContentFile.kind, ContentFile.slug)).all()
    return sorted({(kind, slug) for kind, slug in loaded} - reading.records.keys())


def _prune_sources(session: Session, kind: str, slug: str, kept: Iterable[str]) -> None:
    """Delete a record's sources that it does not cite any more."""
    session.execute(
        delete(Source).where(
            Source.owner_kind == kind, Source.owner_slug == slug, Source.key.not_in(list(kept))
        )
    )


def _prune_facts(session: Session) -> None:
    """Delete facts that nothing states any more."""
    session.flush()
    columns = (
        Organisation.fact_id,
        Place.fact_id,
        Channel.fact_id,
        Channel.hours_fact_id,
        Service.fact_id,
        Service.price_fact_id,
        ServiceCondition.fact_id,
        Notice.fact_id,
    )
    stated = union(*(select(column).where(column.is_not(None)) for column in columns))
    session.execute(delete(Fact).where(Fact.id.not_in(stated)))
