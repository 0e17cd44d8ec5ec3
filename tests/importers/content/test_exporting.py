import pytest
from sqlalchemy import select

from navigator.config import Settings
from navigator.domain.models import Condition, Notice, Organisation, Service, Topic
from navigator.extensions import db
from navigator.factory import create_app
from navigator.importers.content import reading
from navigator.importers.content.exporting import export
from navigator.importers.content.rows.context import Rows
from tests import factories

WORKSHOP = "services/tyopaja.yaml"


@pytest.fixture
def export_to(app):
    """Export the database into a folder."""

    def run(target, *, force=False):
        with app.app_context(), db.reading() as session:
            return export(session, target, Rows(session, factories.NOW), force=force)

    return run


def _files(folder):
    """Return the files that are loaded, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for _, _, path in reading.files(folder)
    }


def test_an_export_into_an_empty_folder_gives_every_file_back(reload, content, export_to, tmp_path):
    reload()
    exported = export_to(tmp_path / "out")
    assert _files(tmp_path / "out") == _files(content)
    assert sorted(exported.written) == sorted(reading.read(content).records)


def test_line_ends_come_back_as_they_were(reload, content, export_to, tmp_path):
    path = content / "conditions/mallilalainen.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    reload()
    export_to(tmp_path / "out")
    assert (tmp_path / "out/conditions/mallilalainen.yaml").read_bytes() == path.read_bytes()


def test_an_export_over_the_same_files_writes_nothing(reload, content, export_to):
    reload()
    times = {path: path.stat().st_mtime_ns for path in content.rglob("*.yaml")}
    exported = export_to(content)
    assert (exported.written, exported.same) == ([], 33)
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*.yaml")} == times


def test_a_change_in_the_database_changes_its_line_alone(reload, content, export_to, session):
    reload()
    workshop = session.scalar(select(Service).where(Service.slug == "tyopaja"))
    workshop.age_to = 30
    session.commit()
    before = (content / WORKSHOP).read_text("utf-8")
    assert export_to(content).written == [("services", "tyopaja")]
    assert (content / WORKSHOP).read_text("utf-8") == before.replace("to: 28", "to: 30")
    report = reload()
    assert (report.changed, report.kept, report.conflicts) == ([], [], {})


def test_a_file_that_was_edited_since_the_load_is_spared(reload, change, content, export_to):
    reload()
    change(WORKSHOP, "to: 28", "to: 25")
    exported = export_to(content)
    assert (exported.written, exported.spared, exported.same) == ([], [("services", "tyopaja")], 32)
    assert "to: 25" in (content / WORKSHOP).read_text("utf-8")
    assert export_to(content, force=True).written == [("services", "tyopaja")]
    assert "to: 28" in (content / WORKSHOP).read_text("utf-8")


def test_a_conflict_is_exported_by_force_as_the_database_has_it(
    reload, change, content, export_to, session
):
    reload()
    workshop = session.scalar(select(Service).where(Service.slug == "tyopaja"))
    workshop.age_to = 30
    session.commit()
    change(WORKSHOP, "to: 28", "to: 25")
    change(WORKSHOP, "fi: Tule käymään.", "fi: Tule pian.  # a comment")
    assert reload().conflicts
    assert export_to(content).spared == [("services", "tyopaja")]
    export_to(content, force=True)
    text = (content / WORKSHOP).read_text("utf-8")
    assert "to: 30" in text
    assert "fi: Tule pian.  # a comment" in text
    assert reload().conflicts == {}


def test_an_edit_that_is_taken_back_during_a_conflict_is_exported(
    reload, change, content, export_to, session, tmp_path
):
    reload()
    for age in (30, 28):
        workshop = session.scalar(select(Service).where(Service.slug == "tyopaja"))
        workshop.age_to = age
        session.commit()
        if age == 30:
            change(WORKSHOP, "to: 28", "to: 25")
            assert reload().conflicts
            session.expire_all()
            session.commit()
    export_to(tmp_path / "out")
    assert "to: 28" in (tmp_path / "out" / WORKSHOP).read_text("utf-8")


def test_a_record_without_a_file_gets_one(reload, export_to, session, tmp_path):
    reload()
    session.add(factories.condition(slug="uusi"))
    session.commit()
    assert ("conditions", "uusi") in export_to(tmp_path / "out").written
    text = (tmp_path / "out/conditions/uusi.yaml").read_text("utf-8")
    assert text == "text:\n  fi: uusi (fi)\n  sv: uusi (sv)\n  en: uusi (en)\n"


def test_what_was_exported_loads_into_an_equal_database(reload, export_to, session, tmp_path):
    reload()
    _edit_much(session)
    export_to(tmp_path / "out")
    other_data = tmp_path / "other"
    other = create_app(Settings.from_environment({"NAVIGATOR_DATA": str(other_data)}))
    assert other.test_cli_runner().invoke(args=["database", "upgrade"]).exit_code == 0
    factories.load_content(other, tmp_path / "out")
    with other.app_context(), db.reading() as loaded:
        again = export(loaded, tmp_path / "again", Rows(loaded, factories.NOW))
    other.extensions["database"].dispose()
    assert _files(tmp_path / "again") == _files(tmp_path / "out")
    assert len(again.written) == 34


def _edit_much(session):
    """Change something of many kinds, as editors do."""
    workshop = session.scalar(select(Service).where(Service.slug == "tyopaja"))
    workshop.public_until = None
    workshop.languages = ["fi"]
    workshop.description = {"fi": "Yksi.\n\nKaksi.", "sv": "Ett.\n\nTvå.", "en": "1.\n\n2."}
    workshop.channel_links.reverse()
    for position, link in enumerate(workshop.channel_links):
        link.position = position
    workshop.producers.pop()
    workshop.laws[0].name = {"fi": "Laki: uusi", "sv": "Lag", "en": "# Act"}
    workshop.price_fact.state = "conflicting"
    topic = session.scalar(select(Topic).where(Topic.slug == "apu"))
    topic.also_known_as = None
    county = session.scalar(select(Organisation).where(Organisation.slug == "esimerkkialue"))
    county.url = None
    notice = session.scalar(select(Notice).where(Notice.slug == "muutto"))
    notice.shown_until = None
    session.add(Condition(slug="uusi", text=factories.text("uusi"), modified=factories.NOW))
    session.commit()
