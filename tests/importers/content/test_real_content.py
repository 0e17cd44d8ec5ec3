"""The project's own content, whole."""

from io import BytesIO

import pytest

from navigator.config import ROOT
from navigator.extensions import db
from navigator.importers.content.documents import round_trip
from navigator.importers.content.exporting import export
from navigator.importers.content.loading import load
from navigator.importers.content.reading import read
from navigator.importers.content.rows.context import Rows
from navigator.importers.content.rules.facts import NEED_A_FACT, facts_in
from navigator.importers.content.schema.common import Sourced
from tests import factories

CONTENT = ROOT / "content"


@pytest.fixture
def real():
    """Return what the project's content says."""
    return read(CONTENT)


@pytest.mark.one_database
def test_it_passes_its_check(app):
    done = app.test_cli_runner().invoke(args=["content", "check"])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Content is sound: ")


def test_it_has_sixty_public_services_or_more(real):
    states = [record.value.state for record in real.of("services").values()]
    assert states.count("published") >= 60


def test_every_shown_record_has_a_fact_and_every_fact_a_source(real):
    for record in real.records.values():
        facts = [fact for _, fact in facts_in(record.value)]
        assert facts or record.kind not in NEED_A_FACT, record.path
        for fact in facts:
            assert isinstance(record.value, Sourced)
            cited = [record.value.sources[key] for key in fact.sources]
            assert all(source.publisher and source.read for source in cited), record.path
            assert cited, record.path


def test_a_change_of_a_file_would_touch_nothing_else(real):
    """The writer gives each file back as it was read."""
    for record in real.records.values():
        written = BytesIO()
        round_trip().dump(record.document, written)
        assert written.getvalue().decode("utf-8") == record.text, record.path


def test_it_loads_twice_and_comes_out_byte_for_byte(app, real, tmp_path):
    with app.app_context():
        assert sorted(_load(real).created) == sorted(real.records)
        assert sorted(_load(real).unchanged) == sorted(real.records)
        assert sorted(_export(tmp_path).written) == sorted(real.records)
        for record in real.records.values():
            assert (tmp_path / record.path).read_bytes() == record.text.encode(), record.path
        again = _export(tmp_path)
        assert (again.written, again.spared, again.same) == ([], [], len(real.records))


def _load(reading):
    with db.writing() as session:
        return load(session, reading, digest="a digest", now=factories.NOW, reason="A test.")


def _export(target):
    with db.reading() as session:
        return export(session, target, Rows(session, factories.NOW))
