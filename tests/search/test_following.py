"""A snapshot follows the database by the outbox."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from navigator.domain.models import OutboxLine
from navigator.domain.outbox import drop_lines_before, last_line, lines_after, tell_index
from navigator.extensions import db
from navigator.search import Reader, following
from navigator.search.following import caught_up
from tests.directory.county import MOMENT, TODAY, County


@pytest.fixture
def county(app, session):
    county = County(app, session)
    for slug in ("ateria", "baari"):
        county.service(slug, name={"fi": slug.capitalize()})
    county.publish()
    return county


@pytest.fixture
def snapshot(county, settings):
    return Reader(settings.index).snapshot()


@pytest.fixture
def publish(app, county):
    """Publish with lines for services, and return the snapshot that follows."""

    def run(snapshot, *slugs):
        county.state.content_version += 1
        tell_index(county.session, slugs, MOMENT)
        county.session.commit()
        with app.app_context(), db.reading() as session:
            return caught_up(session, snapshot, TODAY)

    return run


def names(snapshot):
    return [title.partition(" ")[0] for title in _titles(snapshot)]


def _titles(snapshot):
    found = snapshot.find("", "fi", {})
    numbers = {row: at for at, row in enumerate(snapshot.parts.ids)}
    return [snapshot.parts.titles["fi"][numbers[row]] for row in found.ids]


def test_what_was_published_is_laid_over(county, snapshot, publish):
    county.service("kahvila", name={"fi": "Kahvila"})
    newer = publish(snapshot, "kahvila")
    assert names(newer) == ["ateria", "baari", "guidance", "kahvila"]
    assert newer.version == snapshot.version + 1
    assert newer.position == last_line(county.session)
    assert publish(newer).digests() == newer.digests()


def test_withdrawn_ended_and_early_services_are_gone(county, snapshot, publish):
    late = county.service("kahvila", public_from=TODAY + timedelta(days=1))
    over, gone = (row for row in county.session.scalars(select(type(late)).limit(3)).all()[1:])
    over.public_until, gone.state = TODAY - timedelta(days=1), "withdrawn"
    newer = publish(snapshot, "kahvila", over.slug, gone.slug)
    assert newer.digests().keys() == snapshot.digests().keys() - {over.id, gone.id}


def test_a_line_for_everything_finds_each_change(county, snapshot, publish):
    county.debts.name = {"fi": "Rahahuolet"}
    newer = publish(snapshot, None)
    assert newer.find("rahahuolet", "fi", {}).total == 3


def test_too_many_changes_need_an_index_built_anew(county, snapshot, publish, monkeypatch):
    monkeypatch.setattr(following, "MOST_LAID_OVER", 2)
    county.debts.name = {"fi": "Rahahuolet"}
    assert publish(snapshot, None) is None
    monkeypatch.setattr(following, "MOST_COMPARED", 1)
    assert publish(snapshot, None) is None


def test_lines_that_were_dropped_need_an_index_built_anew(county, snapshot, publish):
    assert publish(snapshot, "ateria")
    county.session.add(OutboxLine(service_slug="baari", content_version=3, at=MOMENT))
    county.session.commit()
    drop_lines_before(county.session, MOMENT + timedelta(days=1))
    assert publish(snapshot, "ateria") is None


def test_lines_tell_each_service_once_and_old_ones_are_forgotten(county):
    session = county.session
    for slugs, day in ((["a", "b", "a"], 0), (["b", None], 2)):
        tell_index(session, slugs, MOMENT + timedelta(days=day))
    session.flush()
    assert lines_after(session, 0) == ["a", "b", None]
    assert lines_after(session, last_line(session) - 1) == [None]
    drop_lines_before(session, MOMENT + timedelta(days=9))
    assert lines_after(session, 0) == [None]
