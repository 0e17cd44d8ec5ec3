"""Organisations, municipalities and places."""

from typing import Any

from navigator.domain.models import Municipality, Organisation, Place
from navigator.importers.content.rows.context import (
    Facts,
    Rows,
    canonical,
    dump_fact,
    dump_gaps,
    dump_sources,
    said,
    slugs_of,
    texts,
    write_gaps,
)
from navigator.importers.content.schema.records import (
    MunicipalityFile,
    OrganisationFile,
    PlaceFile,
)


def find_organisation(rows: Rows, slug: str) -> Organisation | None:
    """Return the organisation of `slug`."""
    return rows.find(Organisation, slug)


def apply_organisation(rows: Rows, slug: str, record: OrganisationFile) -> None:
    """Write an organisation; its parent is written before it."""
    row = rows.find(Organisation, slug) or Organisation(slug=slug)
    row.name = texts(record.name)
    row.also_known_as = said(record.also_known_as)
    row.kind = record.kind
    row.parent = rows.get(Organisation, record.parent) if record.parent else None
    row.business_id = record.business_id
    row.municipalities = rows.municipalities(record.municipalities)
    row.reach = record.reach
    row.description = texts(record.description)
    row.url = record.url
    row.fallback = record.fallback
    row.fact = Facts(rows, "organisations", slug, record).write("text", row.fact, None)
    row.modified = rows.now
    rows.keep(row)


def dump_organisation(rows: Rows, row: Organisation) -> dict[str, Any]:
    """Return an organisation as its file says it."""
    data = {
        "name": row.name,
        "also_known_as": row.also_known_as,
        "kind": row.kind,
        "parent": row.parent.slug if row.parent else None,
        "business_id": row.business_id,
        "reach": row.reach,
        "municipalities": slugs_of(row.municipalities),
        "description": row.description,
        "url": row.url,
        "fallback": row.fallback,
        "sources": dump_sources(rows, "organisations", row.slug),
        "fact": dump_fact(row.fact, own_only=False),
    }
    return canonical("organisations", data)


def find_municipality(rows: Rows, slug: str) -> Municipality | None:
    """Return the municipality of `slug`."""
    return rows.find(Municipality, slug)


def apply_municipality(rows: Rows, slug: str, record: MunicipalityFile) -> None:
    """Write a municipality."""
    row = rows.find(Municipality, slug) or Municipality(slug=slug)
    row.code = record.code
    row.name = texts(record.name)
    row.inessive = texts(record.inessive)
    row.wellbeing_county = record.wellbeing_county
    row.organisation = record.organisation
    row.employment_authority = record.employment_authority
    row.nearby = list(record.nearby)
    row.modified = rows.now
    write_gaps(rows, "municipalities", slug, record.gaps)
    rows.keep(row)


def dump_municipality(rows: Rows, row: Municipality) -> dict[str, Any]:
    """Return a municipality as its file says it."""
    data = {
        "code": row.code,
        "name": row.name,
        "inessive": row.inessive,
        "wellbeing_county": row.wellbeing_county,
        "organisation": row.organisation,
        "employment_authority": row.employment_authority,
        "nearby": row.nearby,
        "gaps": dump_gaps(rows, "municipalities", row.slug),
    }
    return canonical("municipalities", data)


def find_place(rows: Rows, slug: str) -> Place | None:
    """Return the place of `slug`."""
    return rows.find(Place, slug)


def apply_place(rows: Rows, slug: str, record: PlaceFile) -> None:
    """Write a place."""
    row = rows.find(Place, slug) or Place(slug=slug)
    row.name = texts(record.name)
    row.organisation = rows.get(Organisation, record.organisation)
    row.municipality = rows.get(Municipality, record.municipality)
    for name in ("street", "postal_code", "city", "latitude", "longitude"):
        setattr(row, name, getattr(record, name))
    row.accessibility = texts(record.accessibility)
    row.directions = texts(record.directions)
    row.fact = Facts(rows, "places", slug, record).write("address", row.fact, None)
    row.modified = rows.now
    rows.keep(row)


def dump_place(rows: Rows, row: Place) -> dict[str, Any]:
    """Return a place as its file says it."""
    data = {
        "name": row.name,
        "organisation": row.organisation.slug,
        "municipality": row.municipality.slug,
        "street": row.street,
        "postal_code": row.postal_code,
        "city": row.city,
        "latitude": row.latitude,
        "longitude": row.longitude,
        "accessibility": row.accessibility,
        "directions": row.directions,
        "sources": dump_sources(rows, "places", row.slug),
        "fact": dump_fact(row.fact, own_only=False),
    }
    return canonical("places", data)
