"""The questionnaire and the services that its rules look at, read once a content version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from flask import Flask, current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.domain.models import QuestionnairePart, Service
from navigator.extensions import db
from navigator.guide.kept import Shelf
from navigator.guide.queries import facts_of, service_rows, slugs_in_reach
from navigator.listings.openings import now
from navigator.questionnaire.building import questionnaire_from
from navigator.questionnaire.facts import ServiceFacts
from navigator.questionnaire.values import Questionnaire
from navigator.web.caching import content_version


@dataclass(frozen=True, eq=False)
class Guide:
    """The questionnaire, and the services that are public today, by slug."""

    questionnaire: Questionnaire
    services: Mapping[str, ServiceFacts]
    """What the rules look at."""
    rows: Mapping[str, Service]
    """What pages show. They belong to no session, are shared by threads, and never changed."""
    shelf: Shelf = field(default_factory=Shelf)
    """What was made of them."""


class Watch:
    """Keeps the guide of one content version and day in the worker."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._key: tuple[int, date] | None = None
        self._guide: Guide | None = None

    def current(self, version: int, day: date) -> Guide:
        """Return the guide, read anew when content was published or the day changed."""
        with self._lock:
            if self._guide is None or self._key != (version, day):
                with db.reading() as session:  # that of the request may be older
                    self._guide = read_guide(session, day, only_in_reach=True)
                self._key = version, day
            return self._guide


def read_guide(session: Session, day: date, *, only_in_reach: bool = False) -> Guide:
    """Read the questionnaire and the services that are public on `day`.

    `only_in_reach`: without those that no plan can hold.
    """
    parts = session.scalars(select(QuestionnairePart).order_by(QuestionnairePart.slug))
    questionnaire = questionnaire_from([part.content for part in parts])
    slugs = slugs_in_reach(session, day, _named(questionnaire)) if only_in_reach else None
    rows = service_rows(session, day, slugs)
    return Guide(questionnaire, {slug: facts_of(row) for slug, row in rows.items()}, rows)


def _named(questionnaire: Questionnaire) -> list[str]:
    """Return the services that rules name."""
    urgent = [slug for emergency in questionnaire.emergencies for slug in emergency.services]
    return [*urgent, *questionnaire.fallbacks]


def init_app(app: Flask) -> None:
    """Give the application its guide."""
    app.extensions["guide"] = Watch()


def guide() -> Guide:
    """Return the questionnaire and the services as they are published now."""
    watch: Watch = current_app.extensions["guide"]
    return watch.current(content_version(), now().date())
