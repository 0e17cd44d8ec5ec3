"""The audit of handovers only grows, until its lines are over."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import SQLAlchemyError

from navigator.domain.handover import forget_old_audit, has_old_audit
from navigator.domain.models import HandoverAudit
from tests.factories import NOW


@pytest.fixture
def line(session):
    row = HandoverAudit(at=NOW, account="", organisation="", outcome="created", mark="0a1b2c3d")
    session.add(row)
    session.commit()
    return row


@pytest.mark.parametrize("change", [update(HandoverAudit).values(mark="x"), delete(HandoverAudit)])
def test_a_line_of_the_audit_is_neither_changed_nor_deleted(session, line, change):
    with pytest.raises(SQLAlchemyError):
        session.execute(change)
    session.rollback()
    assert session.scalars(select(HandoverAudit.mark)).all() == ["0a1b2c3d"]


def kept(session, now):
    """Add lines of several ages by the clock of the database, and return those that are left."""
    for days, mark in ((731, "old"), (729, "young"), (0, "new")):
        at = now - timedelta(days=days)
        session.add(HandoverAudit(at=at, account="", organisation="", outcome="created", mark=mark))
    session.flush()
    assert has_old_audit(session, now=now)
    forget_old_audit(session, now=now)
    assert not has_old_audit(session, now=now)
    return session.scalars(select(HandoverAudit.mark).order_by(HandoverAudit.id)).all()


def test_s53_after_two_years_a_line_goes(session):
    assert kept(session, datetime.now(UTC)) == ["young", "new"]


def test_not_even_a_clock_that_runs_fast_deletes_a_line_sooner(session, line):
    with pytest.raises(SQLAlchemyError):
        forget_old_audit(session, now=NOW + timedelta(days=731))


def test_an_old_line_is_not_changed_either(session):
    at = datetime.now(UTC) - timedelta(days=800)
    session.add(HandoverAudit(at=at, account="", organisation="", outcome="created", mark="old"))
    session.flush()
    with pytest.raises(SQLAlchemyError):
        session.execute(update(HandoverAudit).values(mark="x"))


def test_without_lines_nothing_is_over(session):
    assert not has_old_audit(session, now=NOW)
