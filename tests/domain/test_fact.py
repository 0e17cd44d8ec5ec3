from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.domain.models import Fact, FactSource, Source
from navigator.importers.content.schema.pages import ReviewDays
from tests import factories

DAYS = ReviewDays().model_dump()
KINDS = list(DAYS)


def test_the_time_to_the_next_check_follows_the_kind():
    assert DAYS == {
        "contact": 90,
        "address": 90,
        "hours": 120,
        "price": 120,
        "condition": 365,
        "text": 365,
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_is_due_the_day_after_its_time_is_over(kind):
    checked = date(2026, 11, 24)
    fact = factories.fact(kind=kind, verified_on=checked)
    last = checked + timedelta(days=DAYS[kind])
    assert not fact.is_due(checked, DAYS)
    assert not fact.is_due(last, DAYS)
    assert fact.is_due(last + timedelta(days=1), DAYS)


def test_the_newest_reading_counts_for_what_nobody_verified():
    older = factories.source(read=date(2026, 1, 1))
    newer = factories.source(key="toinen", read=date(2026, 3, 1))
    fact = factories.fact(older, newer, state="unverified")
    assert fact.checked_on == date(2026, 3, 1)
    assert factories.fact(older, verified_on=date(2026, 2, 1)).checked_on == date(2026, 2, 1)


def test_a_fact_that_nobody_ever_checked_is_due():
    fact = factories.fact()
    assert fact.checked_on is None
    assert fact.is_due(date.min, DAYS)


@pytest.mark.parametrize("state", ["unverified", "dated", "conflicting"])
def test_only_a_verified_fact_is_sure(state):
    day = date(2026, 11, 24)
    assert factories.fact(verified_on=day).is_sure(day, DAYS)
    assert not factories.fact(verified_on=day, state=state).is_sure(day, DAYS)


def test_a_verified_fact_is_sure_until_it_is_due():
    fact = factories.fact(verified_on=date(2026, 1, 1))
    assert fact.is_sure(date(2026, 4, 1), DAYS)
    assert not fact.is_sure(date(2026, 4, 2), DAYS)


@given(
    st.sampled_from(KINDS),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 3000),
    st.integers(1, 3650),
)
def test_once_due_a_fact_stays_due(kind, checked, later, days):
    fact = factories.fact(kind=kind, verified_on=checked)
    day = checked + timedelta(days=later)
    assert fact.is_due(day, {kind: days}) == (later > days)
    if fact.is_due(day, {kind: days}):
        assert fact.is_due(day + timedelta(days=1), {kind: days})
        assert not fact.is_sure(day, {kind: days})


def test_the_source_that_decided_comes_first(session):
    sources = [factories.source(key=key, position=at) for at, key in enumerate("abc")]
    fact = factories.fact(sources[2], sources[0], sources[1])
    session.add_all([*sources, fact])
    session.commit()
    session.expire_all()
    assert [source.key for source in fact.sources] == ["c", "a", "b"]


def test_a_fact_lets_its_citations_go_with_it_and_keeps_the_sources(session):
    fact = factories.fact(factories.source())
    session.add(fact)
    session.commit()
    session.delete(fact)
    session.commit()
    assert session.query(Fact).count() == session.query(FactSource).count() == 0
    assert session.query(Source).count() == 1
