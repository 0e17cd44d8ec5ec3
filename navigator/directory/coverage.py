"""How topics reach municipalities: near, remote, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from navigator.directory import queries
from navigator.domain.models import (
    Service,
    ServiceTopic,
    Topic,
)
from navigator.domain.service import service_municipality


@dataclass(frozen=True, slots=True)
class TopicRow:
    """How many services of a topic reach one municipality."""

    topic: Topic
    near: int
    """With a place or a phone of its own there, or for it alone."""
    remote: int
    """All others that reach it."""


def topic_rows(session: Session, municipality_id: int, *, day: date) -> Sequence[TopicRow]:
    """Count a municipality's services by topic, in the order of topics."""
    near_ids = queries.near_ids(municipality_id)
    near = _count(session, day, Service.id.in_(near_ids))
    local = select(service_municipality.c.service_id).where(
        service_municipality.c.municipality_id == municipality_id
    )
    reaches = or_(Service.reach != "local", Service.id.in_(local))
    remote = _count(session, day, reaches, Service.id.not_in(near_ids))
    return [
        TopicRow(topic, near.get(topic.id, 0), remote.get(topic.id, 0))
        for topic in queries.topics_in_order(session)
    ]


def _count(session: Session, day: date, *conditions: Any) -> dict[int, int]:
    """Count public services by topic."""
    query = (
        select(ServiceTopic.topic_id, func.count())
        .join(Service, Service.id == ServiceTopic.service_id)
        .where(Service.public_on(day), *conditions)
        .group_by(ServiceTopic.topic_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}
