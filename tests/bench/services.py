"""Services that are clearly made up, written straight into the database beside the real ones."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from random import Random
from typing import Any

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import Session

from navigator.domain import models
from navigator.domain.models import Base, SiteState
from tests.bench.words import Writer, made_up_words

CHUNK = 500
CHECKED = date(2026, 1, 15)
LANGUAGES_SPOKEN = (["fi"], ["fi", "sv"], ["fi", "sv", "en"], ["fi", "en", "ru"])
ORDER = (
    "source",
    "fact",
    "fact_source",
    "channel",
    "service",
    "service_municipality",
    "producer",
    "service_topic",
    "service_condition",
    "service_channel",
    "service_term",
    "law",
)
"""Tables, each after those that it refers to."""

Rows = dict[str, list[dict[str, Any]]]


def slug_of(number: int) -> str:
    """Return the address of the service of this number, from 1."""
    return f"esimerkkipalvelu-{number:05}"


@dataclass(frozen=True)
class Surroundings:
    """Ids of what the real content brings and services refer to."""

    organisations: Sequence[int]
    municipalities: Sequence[int]
    topics: Sequence[int]
    places: Sequence[int]
    conditions: Sequence[int]
    terms: Sequence[int]

    @classmethod
    def of(cls, session: Session) -> "Surroundings":
        """Read them from a database with the real content."""
        names = ("Organisation", "Municipality", "Topic", "Place", "Condition", "Term")
        tables = (getattr(models, name) for name in names)
        return cls(
            *(session.scalars(select(model.id).order_by(model.id)).all() for model in tables)
        )


def add_services(session: Session, first: int, last: int) -> None:
    """Write the services of these numbers, and publish them."""
    maker = _Maker(Surroundings.of(session), _next_ids(session))
    for start in range(first, last + 1, CHUNK):
        rows = maker.rows(range(start, min(start + CHUNK, last + 1)))
        for name in ORDER:
            session.execute(insert(_table(name)), rows[name])
    session.get_one(SiteState, 1).content_version += 1


def _table(name: str) -> Table:
    return Base.metadata.tables[name]


def _next_ids(session: Session) -> dict[str, Iterator[int]]:
    """Return for each table that numbers its rows the numbers that are free."""
    return {
        name: count((session.scalar(select(func.max(_table(name).c.id))) or 0) + 1)
        for name in ORDER
        if "id" in _table(name).c
    }


class _Maker:
    """Makes rows. What a service says depends on its number alone."""

    def __init__(self, around: Surroundings, ids: dict[str, Iterator[int]]) -> None:
        self._around = around
        self._ids = ids
        self._writer = Writer(made_up_words())
        self._stamp = {"revision": 1, "modified": datetime(2026, 1, 15, tzinfo=UTC)}

    def rows(self, numbers: Iterable[int]) -> Rows:
        """Return the rows of these services by table."""
        self._rows: Rows = defaultdict(list)
        for number in numbers:
            self._chance = self._writer.chance = Random(number)
            self._service(number, slug_of(number))
        return self._rows

    def _add(self, table: str, **values: Any) -> Any:
        """Add a row; return its number if its table numbers them."""
        if table in self._ids:
            values["id"] = next(self._ids[table])
        self._rows[table].append(values)
        return values.get("id")

    def _service(self, number: int, slug: str) -> None:
        """Make one service with all that belongs to it."""
        sources = [self._source(slug, position) for position in range(2)]
        reach = self._chance.choice(("local", "local", "county", "nationwide"))
        service = self._add(
            "service",
            **self._texts(number, slug),
            **self._kinds(reach),
            price_fact_id=self._fact("price", sources[:1]),
            fact_id=self._fact("text", sources),
            **self._stamp,
        )
        self._links(service, reach)
        self._channels(service, slug, sources)

    def _texts(self, number: int, slug: str) -> dict[str, Any]:
        """Return what a service says."""
        write = self._writer
        names = {"fi": "Esimerkkipalvelu", "sv": "Exempeltjänst", "en": "Sample service"}
        return {
            "slug": slug,
            "name": {language: f"{name} {number:05}" for language, name in names.items()},
            "also_known_as": {"fi": [write.sentence(2)]},
            "summary": write.localised(7),
            "description": write.localised(7),
            "audience": write.localised(4),
            "how_to_start": write.localised(5),
            "steps": write.steps(3, 2),
            "next": write.localised(4),
            "price_text": write.localised(3),
        }

    def _kinds(self, reach: str) -> dict[str, Any]:
        """Return what a service is."""
        choose = self._chance.choice
        return {
            "state": "published",
            "public_from": CHECKED,
            "price_kind": choose(("free", "fee", "varies")),
            "organiser_id": choose(self._around.organisations),
            "reach": reach,
            "languages": choose(LANGUAGES_SPOKEN),
            "remotely": choose((True, False)),
            "referral_only": False,
            "urgency": "ordinary",
            "horizon": choose(("now", "soon", "long")),
            "quick_exit": False,
            "related": [slug_of(self._chance.randint(1, 200)) for _ in range(3)],
            "replaced_by": [],
            "researched": [],
        }

    def _source(self, slug: str, position: int) -> int:
        source: int = self._add(
            "source",
            owner_kind="services",
            owner_slug=slug,
            key=f"esimerkki-{position}",
            position=position,
            publisher=f"Esimerkkijulkaisija {position}",
            url=f"https://example.org/{slug}/{position}",
            dated=CHECKED,
            read=CHECKED,
        )
        return source

    def _fact(self, kind: str, sources: Sequence[int]) -> int:
        """Make a fact that cites `sources`."""
        fact: int = self._add(
            "fact",
            kind=kind,
            inherited=False,
            state="verified",
            verified_by="content-editor",
            verified_on=CHECKED,
        )
        for position, source in enumerate(sources):
            self._add("fact_source", fact_id=fact, source_id=source, position=position)
        return fact

    def _links(self, service: int, reach: str) -> None:
        """Say where the service is given, by whom, about what and under which law."""
        pick, around = self._chance.sample, self._around
        if reach == "local":
            for municipality in pick(around.municipalities, self._chance.randint(1, 3)):
                self._add("service_municipality", service_id=service, municipality_id=municipality)
        for position, topic in enumerate(pick(around.topics, 2)):
            self._add("service_topic", service_id=service, topic_id=topic, position=position)
        for position, condition in enumerate(pick(around.conditions, 2)):
            self._add(
                "service_condition",
                service_id=service,
                condition_id=condition,
                position=position,
            )
        for term in pick(around.terms, 2):
            self._add("service_term", service_id=service, term_id=term)
        producer = self._chance.choice(around.organisations)
        self._add(
            "producer", service_id=service, organisation_id=producer, provision="own", position=0
        )
        self._add("law", service_id=service, position=0, name=self._writer.localised(3))

    def _channels(self, service: int, slug: str, sources: Sequence[int]) -> None:
        """Make a phone with hours, a place to visit and a web page."""
        hours = self._fact("hours", sources[1:])
        opens, closes = f"{self._chance.randint(7, 10):02}:00", f"{self._chance.randint(14, 20)}:00"
        weekly = {"weekly": [{"days": "mon-fri", "from": opens, "to": closes}]}
        place = self._chance.choice(self._around.places)
        url = {"fi": f"https://example.org/{slug}"}
        known = {"hours": weekly, "hours_fact_id": hours}
        channels: tuple[dict[str, Any], ...] = (
            {"kind": "phone", "number": "000 000 0000", "price_class": "standard", **known},
            {"kind": "visit", "place_id": place, **known},
            {"kind": "web_page", "url": url},
        )
        for position, values in enumerate(channels):
            channel = self._channel(f"{slug}/{position}", sources, values)
            self._add(
                "service_channel",
                service_id=service,
                channel_id=channel,
                position=position,
                main=position == 0,
            )

    def _channel(self, slug: str, sources: Sequence[int], values: dict[str, Any]) -> int:
        known = ("number", "price_class", "place_id", "url", "hours", "hours_fact_id")
        channel: int = self._add(
            "channel",
            **dict.fromkeys(known) | values,
            slug=slug,
            audience="everyone",
            languages=["fi", "sv"],
            fact_id=self._fact("contact", sources[:1]),
            **self._stamp,
        )
        return channel
