"""Channels, shared and of one service."""

from typing import Any

from navigator.domain.models import Channel, Organisation, Place
from navigator.importers.content.rows.context import (
    Facts,
    Rows,
    canonical,
    dump_fact,
    dump_sources,
    slugs_of,
    texts,
)
from navigator.importers.content.schema.channel import ChannelFields, SharedChannelFile


def find_shared(rows: Rows, slug: str) -> Channel | None:
    """Return the shared channel of `slug`."""
    return rows.find(Channel, slug)


def apply_shared(rows: Rows, slug: str, record: SharedChannelFile) -> None:
    """Write a shared channel."""
    row = rows.find(Channel, slug) or Channel(slug=slug)
    row.organisation = rows.get(Organisation, record.organisation)
    write_channel(rows, row, record, Facts(rows, "channels", slug, record))
    rows.keep(row)


def write_channel(rows: Rows, row: Channel, record: ChannelFields, facts: Facts) -> None:
    """Write what every channel says."""
    for name in ("kind", "number", "email", "price_class", "callback", "audience"):
        setattr(row, name, getattr(record, name))
    row.name = texts(record.name)
    row.url = None if record.url is None else record.url.model_dump(exclude_none=True)
    row.place = rows.get(Place, record.place) if record.place else None
    row.price_text = texts(record.price_text)
    row.hours_data = None if record.hours is None else record.hours.to_json()
    row.languages = list(record.languages)
    row.municipalities = rows.municipalities(record.municipalities)
    row.note = texts(record.note)
    kind = "address" if record.kind == "visit" else "contact"
    row.fact = facts.write(kind, row.fact, record.fact)
    row.hours_fact = (
        facts.write("hours", row.hours_fact, record.hours_fact or record.fact)
        if record.hours is not None
        else None
    )
    if row.hours_fact is not None:
        row.hours_fact.inherited = record.hours_fact is None
    row.modified = rows.now


def dump_channel(row: Channel, *, own_fact_only: bool) -> dict[str, Any]:
    """Return what every channel says, as a file says it."""
    return {
        "kind": row.kind,
        "name": row.name,
        "number": row.number,
        "email": row.email,
        "url": row.url,
        "place": row.place.slug if row.place else None,
        "price_class": row.price_class,
        "price_text": row.price_text,
        "callback": row.callback,
        "hours": row.hours_data,
        "hours_fact": dump_fact(row.hours_fact),
        "audience": row.audience,
        "languages": row.languages,
        "municipalities": slugs_of(row.municipalities),
        "note": row.note,
        "fact": dump_fact(row.fact, own_only=own_fact_only),
    }


def dump_shared(rows: Rows, row: Channel) -> dict[str, Any]:
    """Return a shared channel as its file says it."""
    data = dump_channel(row, own_fact_only=False) | {
        "organisation": row.organisation.slug if row.organisation else None,
        "sources": dump_sources(rows, "channels", row.slug),
    }
    return canonical("channels", data)
