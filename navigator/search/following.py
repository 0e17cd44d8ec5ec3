"""How a snapshot follows the database: by the outbox, or by comparing every document."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from navigator.domain.models import (
    DangerKind,
    Municipality,
    OutboxLine,
    Service,
    SiteState,
    SynonymList,
)
from navigator.domain.outbox import last_line, lines_after
from navigator.domain.text import LANGUAGES
from navigator.search.analysis import STOP_WORDS, tokens
from navigator.search.collect import documents
from navigator.search.contents import digest_of
from navigator.search.danger import Kind
from navigator.search.documents import Document, weighted_words
from navigator.search.snapshot import Snapshot
from navigator.search.synonyms import Synonym
from navigator.search.tables import Rows

MOST_COMPARED = 1000
"""Services up to which all are compared when something changed that many of them show."""
MOST_LAID_OVER = 100
"""Changed services up to which they are laid over; more need an index built anew."""


class Difference(NamedTuple):
    """What a snapshot has to take in."""

    changed: list[Document]
    gone: frozenset[int]
    """Ids of documents that are not public any more."""


def caught_up(session: Session, snapshot: Snapshot, day: date) -> Snapshot | None:
    """Return the snapshot with everything published since, or None when it must be built anew."""
    position = last_line(session)
    version = session.scalar(select(SiteState.content_version)) or 0
    if (version, position) == (snapshot.version, snapshot.position):
        return snapshot
    is_of_the_past = version < snapshot.version or position < snapshot.position  # was restored
    if is_of_the_past or _has_forgotten(session, snapshot.position):
        return None
    lines = lines_after(session, snapshot.position)
    if None not in lines:
        found = _by_slug(session, snapshot, day, [slug for slug in lines if slug is not None])
    elif snapshot.size <= MOST_COMPARED:
        found = compare(session, snapshot, day)
    else:
        return None
    if len(found.changed) > MOST_LAID_OVER:
        return None
    return snapshot.newer(found.changed, found.gone, version, position)


def _has_forgotten(session: Session, position: int) -> bool:
    """Tell whether lines after `position` were dropped because of their age.

    PostgreSQL leaves a number out when a transaction is undone. A gap before the oldest line looks
    like a line that was dropped, which costs no more than an index built anew without need.
    """
    oldest = session.scalar(select(func.min(OutboxLine.id)))
    return oldest is not None and position < oldest - 1


def _by_slug(session: Session, snapshot: Snapshot, day: date, slugs: Collection[str]) -> Difference:
    if len(slugs) > MOST_LAID_OVER:
        return compare(session, snapshot, day)
    changed = list(documents(session, day, slugs=slugs))
    known = set(session.scalars(select(Service.id).where(Service.slug.in_(slugs))))
    return Difference(changed, frozenset(known - {document.id for document in changed}))


def compare(session: Session, snapshot: Snapshot, day: date) -> Difference:
    """Compare every document of the snapshot with the database."""
    indexed = snapshot.digests()
    public = list(documents(session, day))
    changed = [document for document in public if indexed.get(document.id) != digest_of(document)]
    return Difference(changed, frozenset(indexed.keys() - {document.id for document in public}))


def table_rows(session: Session) -> Rows:
    """Read the everyday words, the words of danger and the names of the municipalities."""
    synonyms: dict[str, list[Synonym]] = {}
    for words in session.scalars(select(SynonymList).order_by(SynonymList.slug)):
        synonyms.setdefault(words.language, []).extend(_synonyms(words))
    kinds = session.scalars(select(DangerKind).order_by(DangerKind.position, DangerKind.slug))
    municipalities = session.scalars(select(Municipality)).all()
    return Rows(
        synonyms=synonyms,
        danger=[_kind(kind) for kind in kinds],
        places={row.slug: sorted(set(row.name.values())) for row in municipalities},
        nearby={row.slug: row.nearby for row in municipalities},
    )


def _synonyms(words: SynonymList) -> Iterator[Synonym]:
    for entry in words.content["entries"]:
        for key in entry["keys"]:
            if tokens(key):
                yield Synonym(key, tuple(entry["means"]))


def _kind(row: DangerKind) -> Kind:
    content = row.content
    return Kind(
        row.slug,
        tuple(content["help"]),
        content["phrases"],
        content.get("harmless", {}),
        content.get("alone", {}),
        content.get("groups", {}),
    )


def written_words(session: Session, day: date) -> dict[str, set[str]]:
    """Return the words of each language in the public services and among the everyday words."""
    found = {language: set(STOP_WORDS[language]) for language in LANGUAGES}
    for document in documents(session, day):
        for language in LANGUAGES:
            found[language] |= weighted_words(document, language).keys()
    for language, rows in table_rows(session).synonyms.items():
        for row in rows:
            found[language].update(tokens(" ".join((row.key, *row.means))))
    return found
