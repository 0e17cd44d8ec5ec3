"""The questionnaire and the services that its rules look at, read once a content version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock

from flask import Flask, current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.domain.models import QuestionnairePart
from navigator.extensions import db
from navigator.guide.queries import service_facts
from navigator.listings.openings import now
from navigator.questionnaire.building import questionnaire_from
from navigator.questionnaire.facts import ServiceFacts
from navigator.questionnaire.values import Questionnaire
from navigator.web.caching import content_version


@dataclass(frozen=True, eq=False)
class Guide:
    """The questionnaire, and every service that is public today."""

    questionnaire: Questionnaire
    services: Mapping[str, ServiceFacts]


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
                self._guide, self._key = read_guide(db.session, day), (version, day)
            return self._guide


def read_guide(session: Session, day: date) -> Guide:
    """Read the questionnaire and the services that are public on `day`."""
    parts = session.scalars(select(QuestionnairePart).order_by(QuestionnairePart.slug))
    return Guide(questionnaire_from([part.content for part in parts]), service_facts(session, day))


def init_app(app: Flask) -> None:
    """Give the application its guide."""
    app.extensions["guide"] = Watch()


def guide() -> Guide:
    """Return the questionnaire and the services as they are published now."""
    watch: Watch = current_app.extensions["guide"]
    return watch.current(content_version(), now().date())
