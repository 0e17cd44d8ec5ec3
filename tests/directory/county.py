"""A small county in the database: two municipalities, two topics, and services as asked for.

Everything in it is visibly a sample.
"""

from datetime import date, datetime
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from navigator.domain.hours import HELSINKI
from navigator.domain.models import (
    Channel,
    Fact,
    Gap,
    Notice,
    Organisation,
    Place,
    Service,
    ServiceChannel,
    ServiceTopic,
    SiteState,
    Topic,
)
from navigator.extensions import db
from navigator.search import Reader, rebuild
from navigator.search.collect import documents
from tests import factories
from tests.factories import text

MOMENT = datetime(2026, 11, 24, 10, tzinfo=HELSINKI)
"""A Tuesday morning."""
TODAY = MOMENT.date()
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]
OFFICE_HOURS = {"weekly": [{"days": WEEKDAYS, "from": "09:00", "to": "16:00"}]}
ALWAYS = {"always": True}
NUMBER, GUIDANCE_NUMBER = "012 345 6789", "012 000 0000"
KINDS = ("contact", "address", "hours", "price", "condition", "text")


class County:
    """The rows that services stand on, and ways to add more."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.app = app
        self.session = session
        settings = {"review_days": dict.fromkeys(KINDS, 90), "fallback": "guidance"}
        self.state = SiteState(id=1, content_version=1, settings=settings, help_now={})
        self.add(self.state)
        self.near = self.add(factories.municipality(slug="lahti", code="901", nearby=["heinola"]))
        self.far = self.add(factories.municipality(slug="heinola", code="902", nearby=["lahti"]))
        self.organiser = self.organisation("esimerkkialue")
        self.debts = self.topic("debts", position=1)
        self.housing = self.topic("housing", position=2)
        self.guidance = self.service("guidance", number=GUIDANCE_NUMBER, hours=ALWAYS)

    def add(self, row: Any) -> Any:
        """Add a row and give it its number."""
        self.session.add(row)
        self.session.flush()
        return row

    def organisation(self, slug: str, **given: Any) -> Organisation:
        """Add an organisation."""
        return self.add(factories.organisation(slug=slug, **given))

    def topic(self, slug: str, **given: Any) -> Topic:
        """Add a topic."""
        return self.add(factories.topic(slug=slug, **({"fallback": "guidance"} | given)))

    def fact(self, kind: str = "contact", *, read: date = TODAY, **given: Any) -> Fact:
        """Add a fact with one source of its own, in order today unless said otherwise."""
        names = {"publisher": given.pop("publisher", "Sample publisher")}
        names["dated"] = given.pop("dated", None)
        fact = self.add(factories.fact(kind=kind, verified_on=read, **given))
        names |= {"key": f"fact-{fact.id}", "url": f"https://sample.example/{fact.id}"}
        source = self.add(factories.source(read=read, **names))
        fact.citations.append(factories.FactSource(source_id=source.id, source=source, position=0))
        self.session.flush()
        return fact

    def channel(self, slug: str, kind: str = "phone", **given: Any) -> Channel:
        """Add a channel: a telephone that answers in office hours unless said otherwise."""
        values: dict[str, Any] = {"number": None, "fact": self.fact()}
        if kind == "phone":
            values |= {"number": NUMBER, "price_class": "standard", "hours_data": OFFICE_HOURS}
        return self.add(factories.channel(slug=slug, kind=kind, **(values | given)))

    def place(self, **given: Any) -> Place:
        """Add a place to visit."""
        values = {
            "slug": "sample-house",
            "name": text("Sample house"),
            "organisation": self.organiser,
            "municipality": self.near,
            "street": "Esimerkkikatu 1",
            "city": "Lahti",
            "modified": MOMENT,
        }
        return self.add(Place(**(values | given)))

    def notice(self, slug: str, **given: Any) -> Notice:
        """Add a notice that is shown today."""
        values = {"title": text(f"Notice {slug}"), "text": text("More"), "level": "info"}
        values |= {"shown_from": TODAY, "site": False, "modified": MOMENT}
        return self.add(Notice(slug=slug, **(values | given)))

    def gap(self, slug: str, what: str = "email", **given: Any) -> Gap:
        """Add something that nobody knows yet of a service."""
        values = {"owner_kind": "services", "position": 0, "municipalities": [], "ask": "Sample"}
        return self.add(Gap(owner_slug=slug, what=what, **(values | given)))

    def reach(self, service: Service, channel: Channel, *, main: bool = False) -> None:
        """Let a service be reached through a channel."""
        position = len(service.channel_links)
        service.channel_links.append(
            ServiceChannel(channel_id=channel.id, channel=channel, position=position, main=main)
        )
        self.session.flush()

    def service(self, slug: str, **given: Any) -> Service:
        """Add a public service with a telephone, about debts unless said otherwise."""
        number, hours = given.pop("number", NUMBER), given.pop("hours", OFFICE_HOURS)
        topics = given.pop("topics", None) or [self.debts]
        values = {"organiser": self.organiser, "fact": self.fact("text")}
        service = factories.service(slug=slug, **(values | given))
        for position, topic in enumerate(topics):
            service.topic_links.append(ServiceTopic(topic_id=topic.id, position=position))
        self.add(service)
        if number:
            phone = self.channel(f"{slug}/phone", number=number, hours_data=hours)
            self.reach(service, phone, main=True)
        return service

    def publish(self) -> None:
        """Write everything down, raise the version, and index what is public today."""
        self.state.content_version += 1
        version = self.state.content_version
        self.session.commit()
        index = self.app.config["SETTINGS"].index
        with self.app.app_context(), db.reading() as session:
            rebuild(index, documents(session, TODAY), version)
        self.app.extensions["search"] = Reader(index)
