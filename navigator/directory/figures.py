"""How good the directory is, counted from its own data."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session

from navigator.domain.models import (
    Fact,
    FactSource,
    Gap,
    Municipality,
    Organisation,
    Service,
    Source,
)

AGES = (30, 90, 180, 365)
"""Upper ends, in days, of the ages by which facts are counted; older ones come last."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of the page about quality."""

    services: int
    organisations: int
    facts: int
    by_state: Mapping[str, int]
    by_kind: Mapping[str, Mapping[str, int]]
    """Kind of fact → state → number; `due` counts those that wait for a check."""
    by_age: list[tuple[int | None, int]]
    """Upper end of age in days (None: older) → number of facts."""
    gaps: int
    gaps_by_municipality: list[tuple[Municipality, int]]
    """Gaps that name the municipality."""
    gaps_everywhere: int
    """Gaps that concern everyone whom the service reaches."""
    gaps_by_kind: Mapping[str, int]
    texts: Mapping[str, int]
    """Language → public services that have a text in it."""


def figures(session: Session, *, day: date, review_days: Mapping[str, int]) -> Figures:
    """Count the directory as it is on `day`."""
    facts = _facts(session)
    states = Counter(state for _, state, _ in facts)
    kinds: dict[str, Counter[str]] = {}
    ages: Counter[int | None] = Counter()
    for kind, state, checked in facts:
        counter = kinds.setdefault(kind, Counter())
        counter[state] += 1
        days = (day - checked).days if checked else None
        counter["due"] += days is None or days > review_days.get(kind, 0)
        ages[_age(days)] += 1
    return Figures(
        services=_count_public(session, day),
        organisations=session.scalar(select(func.count(Organisation.id))) or 0,
        facts=len(facts),
        by_state=states,
        by_kind=kinds,
        by_age=[(age, ages[age]) for age in (*AGES, None)],
        gaps=session.scalar(select(func.count(Gap.id))) or 0,
        gaps_by_municipality=_gaps_by_municipality(session),
        gaps_everywhere=_gaps_everywhere(session),
        gaps_by_kind=_gaps_by_kind(session),
        texts=_texts(session, day),
    )


def _facts(session: Session) -> list[tuple[str, str, date | None]]:
    """Return kind, state and day of the last check of every fact."""
    read = func.max(Source.read)
    query = (
        select(Fact.kind, Fact.state, Fact.verified_on, read)
        .outerjoin(FactSource, FactSource.fact_id == Fact.id)
        .outerjoin(Source, Source.id == FactSource.source_id)
        .group_by(Fact.id)
    )
    rows = session.execute(query)
    return [(kind, state, verified or read) for kind, state, verified, read in rows]


def _age(days: int | None) -> int | None:
    """Return the upper end of the age that `days` falls under."""
    return next((end for end in AGES if days is not None and days <= end), None)


def _count_public(session: Session, day: date) -> int:
    return session.scalar(select(func.count(Service.id)).where(Service.public_on(day))) or 0


def _gaps_by_municipality(session: Session) -> list[tuple[Municipality, int]]:
    """Count gaps by the municipalities that they name."""
    municipalities = session.scalars(select(Municipality).order_by(Municipality.slug)).all()
    counts: Counter[str] = Counter()
    for text, number in _gaps_by_places(session):
        named = [m.slug for m in municipalities if f'"{m.slug}"' in text]
        counts.update(dict.fromkeys(named, number))
    return [(m, counts[m.slug]) for m in municipalities]


def _gaps_everywhere(session: Session) -> int:
    """Count gaps that name no municipality."""
    return sum(number for text, number in _gaps_by_places(session) if text == "[]")


def _gaps_by_places(session: Session) -> list[tuple[str, int]]:
    """Return each list of municipalities, as JSON, with the number of gaps that name it."""
    places = cast(Gap.municipalities, String)
    query = select(places, func.count()).group_by(places)
    return [(row[0], row[1]) for row in session.execute(query)]


def _gaps_by_kind(session: Session) -> dict[str, int]:
    query = (
        select(Gap.what, func.count()).group_by(Gap.what).order_by(func.count().desc(), Gap.what)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _texts(session: Session, day: date) -> dict[str, int]:
    """Count the public services whose name and summary exist in each language."""
    counts = {}
    for language in ("fi", "sv", "en"):
        column: Any = Service.summary[language].as_string()
        query = select(func.count(Service.id)).where(Service.public_on(day), column.is_not(None))
        counts[language] = session.scalar(query) or 0
    return counts
