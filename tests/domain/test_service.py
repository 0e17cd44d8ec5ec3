from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from navigator.domain.database import writing
from navigator.domain.models import Service
from tests import factories

STATES = ["draft", "in_review", "published", "withdrawn"]
FIRST = date(2026, 11, 20)
days = st.integers(0, 10).map(lambda number: FIRST + timedelta(days=number))


@pytest.fixture
def every_service(session):
    """Services in every state, with every span of public days within a week."""
    organiser = factories.organisation()
    ends = [None, *(FIRST + timedelta(days=number) for number in range(0, 8, 2))]
    session.add_all(
        factories.service(
            slug=f"{state.replace('_', '-')}-{begins}-{ends_on}".lower(),
            state=state,
            public_from=begins,
            public_until=ends_on,
            organiser=organiser,
        )
        for state in STATES
        for begins in ends
        for ends_on in ends
    )
    session.commit()
    return session.scalars(select(Service)).all()


def test_a_query_finds_exactly_the_services_that_are_public(every_service, session):
    assert len(every_service) == 100
    for number in range(-1, 10):
        day = FIRST + timedelta(days=number)
        found = session.scalars(select(Service.slug).where(Service.public_on(day))).all()
        assert set(found) == {one.slug for one in every_service if one.is_public_on(day)}


def test_a_negated_query_finds_the_others_but_for_unknown_days(every_service, session):
    shown = session.scalars(select(Service.slug).where(Service.public_on(FIRST))).all()
    assert 0 < len(shown) < len(every_service)


@given(st.sampled_from(STATES), st.none() | days, st.none() | days, days)
def test_a_service_is_never_public_and_over_at_once(state, begins, ends, day):
    service = factories.service(state=state, public_from=begins, public_until=ends)
    assert not (service.is_public_on(day) and service.is_over_on(day))
    assert not service.is_public_on(day) or state == "published"


def test_the_first_and_the_last_day_are_public():
    service = factories.service(public_from=FIRST, public_until=FIRST)
    assert service.is_public_on(FIRST)
    assert not service.is_public_on(FIRST - timedelta(days=1))
    assert not service.is_public_on(FIRST + timedelta(days=1))
    assert service.is_over_on(FIRST + timedelta(days=1))


def test_what_was_never_public_is_not_over():
    assert not factories.service(state="draft", public_from=None).is_over_on(FIRST)
    assert not factories.service(state="withdrawn", public_from=None).is_over_on(FIRST)
    withdrawn = factories.service(state="withdrawn", public_from=FIRST)
    assert withdrawn.is_over_on(FIRST)


def test_two_editors_cannot_overwrite_each_other_unseen(app, session):
    service = factories.service(organiser=factories.organisation())
    session.add(service)
    session.commit()
    with Session(writing(app.extensions["database"])) as other:
        other.scalar(select(Service)).age_to = 30
        other.commit()
    service.age_to = 40
    with pytest.raises(StaleDataError):
        session.commit()
    session.rollback()
    assert session.scalar(select(Service.age_to)) == 30


def test_the_revision_counts_the_saves(session):
    service = factories.service(organiser=factories.organisation())
    session.add(service)
    session.commit()
    for number in (2, 3):
        service.age_to = number
        session.commit()
        assert service.revision == number
    session.commit()
    assert service.revision == 3
