import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from navigator.domain.models import Revision
from navigator.domain.revisions import record_revision
from tests import factories


@pytest.fixture
def record(session):
    """Record a revision of the topic `apu`, or of another record."""

    def make(kind="topics", slug="apu", **given):
        values = {
            "data": {"order": 1},
            "changes": {"order": [2, 1]},
            "made_at": factories.NOW,
            "made_by": "content-editor",
            "reason": "A test.",
        }
        revision = record_revision(session, (kind, slug), **values | given)
        session.commit()
        return revision

    return make


def test_a_record_counts_its_own_revisions(record):
    numbers = [record().number, record().number, record(slug="tyo").number, record().number]
    assert numbers == [1, 2, 1, 3]
    assert record(kind="services").number == 1


def test_a_revision_tells_who_when_what_and_why(record, session):
    record(reason="The number changed.")
    session.expire_all()
    made = session.scalar(select(Revision))
    assert (made.kind, made.slug, made.made_by) == ("topics", "apu", "content-editor")
    assert (made.made_at, made.reason) == (factories.NOW, "The number changed.")
    assert (made.changes, made.data) == ({"order": [2, 1]}, {"order": 1})


def test_two_revisions_cannot_have_one_number(record, session):
    made = record()
    session.add(
        Revision(
            kind=made.kind,
            slug=made.slug,
            number=made.number,
            made_at=factories.NOW,
            made_by="content-editor",
            reason="The same again.",
            changes={},
            data={},
        )
    )
    with pytest.raises(IntegrityError):
        session.commit()
