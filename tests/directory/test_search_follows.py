"""The search follows what is published while requests are on their way."""

import pytest
from sqlalchemy import select

from navigator.directory import searching
from navigator.domain.models import Service, SynonymList
from navigator.domain.outbox import tell_index
from navigator.extensions import db
from navigator.search import IndexUnavailable
from navigator.web.caching import content_version
from tests.directory.county import MOMENT, County


@pytest.fixture
def county(app, session):
    app.config["CONTENT_VERSION_SECONDS"] = 0
    county = County(app, session)
    county.service("velkaneuvonta", name={"fi": "Velkaneuvonta"})
    county.publish()
    return county


def publish(county):
    county.state.content_version += 1
    tell_index(county.session, ["velkaneuvonta"], MOMENT)
    county.session.commit()


def test_words_published_during_a_request_are_not_missed(app, county):
    with app.app_context():
        db.session.scalars(select(Service.id)).all()  # this request sees what was before
        content = {"entries": [{"keys": ["esimerkkisana"], "means": ["velka"]}]}
        words = SynonymList(slug="sample", language="fi", content=content, modified=MOMENT)
        county.session.add(words)
        publish(county)
        searching.tables_for()
    with app.app_context():
        assert searching.tables_for().knows("fi", ["esimerkkisana"])


def test_a_request_older_than_the_version_still_catches_up(app, county):
    with app.app_context():
        db.session.scalars(select(Service.id)).all()
        publish(county)
        assert searching._snapshot(MOMENT).version == county.state.content_version


def test_two_publishes_within_the_second_leave_the_search_in_order(app, county):
    with app.app_context():
        publish(county)
        content_version()
        app.config["CONTENT_VERSION_SECONDS"] = 1000
        publish(county)
        snapshot = searching._snapshot(MOMENT)
        assert snapshot.version == county.state.content_version == content_version() + 1
        assert searching._snapshot(MOMENT) is snapshot


def test_an_index_newer_than_a_restored_database_is_not_searched(app, county):
    publish(county)
    with app.app_context():
        searching._snapshot(MOMENT)
        county.state.content_version -= 1
        county.session.commit()
        with pytest.raises(IndexUnavailable):
            searching._snapshot(MOMENT)
