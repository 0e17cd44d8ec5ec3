"""The audit of handovers only grows."""

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import SQLAlchemyError

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
