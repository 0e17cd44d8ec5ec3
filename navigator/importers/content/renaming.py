"""A service whose file got a new name stays the same service, with its history and its edits."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from navigator.domain.models import Channel, ContentFile, Gap, Revision, Service, Source
from navigator.importers.content.reading import Key, Reading

KIND = "services"


def rename_services(session: Session, reading: Reading) -> list[Key]:
    """Give each service whose file moved its new slug, and return the new names.

    A file moved when it names a former slug whose service exists and whose own file is gone.
    """
    files = reading.of(KIND)
    taken = set(session.scalars(select(Service.slug)))
    renamed: list[Key] = []
    for slug, record in files.items():
        for former in record.value.former_slugs:
            if former in taken and former not in files and slug not in taken:
                _rename(session, former, slug)
                taken = taken - {former} | {slug}
                renamed.append((KIND, slug))
    return renamed


def _rename(session: Session, former: str, slug: str) -> None:
    """Write the new slug wherever the old one names the service or a part of it."""
    service = session.scalars(select(Service).where(Service.slug == former)).one()
    service.slug = slug
    for channel in session.scalars(select(Channel).where(Channel.slug.startswith(f"{former}/"))):
        channel.slug = f"{slug}/{channel.slug.partition('/')[2]}"
    tables: tuple[tuple[Any, Any, Any], ...] = (
        (Source, Source.owner_kind, Source.owner_slug),
        (Gap, Gap.owner_kind, Gap.owner_slug),
        (ContentFile, ContentFile.kind, ContentFile.slug),
        (Revision, Revision.kind, Revision.slug),
    )
    session.flush()
    for model, kind, name in tables:
        of_service = update(model).where(kind == KIND, name == former)
        session.execute(of_service.values({name.key: slug}))
