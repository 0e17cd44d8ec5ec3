"""The samples that other tests stand on."""

from sqlalchemy import select

from navigator.domain.models import Service
from navigator.importers.content.checking import check
from navigator.importers.content.reading import read
from tests import factories


def test_the_sample_content_is_sound():
    assert check(read(factories.SAMPLE), day=factories.TODAY) == []


def test_the_sample_content_loads(app, session, tmp_path):
    report = factories.load_content(app, factories.sample_content(tmp_path))
    assert ("services", "neuvonta") in report.created
    assert not (report.changed or report.kept or report.gone or report.conflicts)
    assert len(session.scalars(select(Service)).all()) == 6


def test_sample_rows_can_be_saved(session):
    cited = factories.source()
    service = factories.service(
        organiser=factories.organisation(),
        municipalities=[factories.municipality()],
        fact=factories.fact(cited),
    )
    session.add_all([cited, service, factories.topic(), factories.condition()])
    session.add(factories.channel())
    session.commit()
    assert service.revision == 1
    assert service.is_public_on(factories.TODAY)
