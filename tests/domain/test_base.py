from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from navigator.domain.models import Condition
from tests import factories


@pytest.mark.parametrize("hours", [-11, 0, 2, 3, 14])
def test_an_instant_comes_back_as_the_same_instant_with_its_zone(session, hours):
    written = datetime(2026, 3, 29, 1, 30, 15, 123456, tzinfo=timezone(timedelta(hours=hours)))
    session.add(factories.condition(modified=written))
    session.commit()
    session.expire_all()
    read = session.scalar(select(Condition.modified))
    assert read == written
    assert read.utcoffset() == timedelta(0)


def test_an_instant_without_a_zone_is_refused(session):
    session.add(factories.condition(modified=datetime(2026, 3, 29, 1, 30)))  # noqa: DTZ001
    with pytest.raises(StatementError, match="an instant needs a time zone"):
        session.commit()


def test_instants_are_compared_in_queries_whatever_their_zone(session):
    noon = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    session.add(factories.condition(modified=noon))
    session.commit()
    helsinki = timezone(timedelta(hours=2))
    before = datetime(2026, 11, 24, 13, 59, tzinfo=helsinki)
    found = select(Condition.slug).where(Condition.modified > before)
    assert session.scalars(found).all() == ["tyoton-tyonhakija"]
    assert session.scalars(found.where(Condition.modified < before)).all() == []


def test_languages_keep_their_order(session):
    session.add(factories.condition(text={"sv": "b", "fi": "a", "en": "c"}))
    session.commit()
    session.expire_all()
    assert list(session.scalar(select(Condition.text))) == ["sv", "fi", "en"]


def test_a_missing_text_is_missing_in_the_database_too(session):
    topic = factories.topic(also_known_as=None)
    session.add(topic)
    session.commit()
    missing = select(type(topic).slug).where(type(topic).also_known_as.is_(None))
    assert session.scalars(missing).all() == ["apu"]
