"""What was changed in the database since the last load."""

from sqlalchemy import select

from navigator.domain.models import Condition, Service, SiteState
from navigator.importers.content.reading import digest
from navigator.importers.content.three_way import Conflict
from tests import factories

WORKSHOP = "services/tyopaja.yaml"


def test_an_edit_in_the_database_is_kept(reload, change, session, service):
    reload()
    _edit(session, summary={"fi": "Muokattu.", "sv": "Ändrad.", "en": "Edited."})
    report = reload()
    assert report.kept == [("services", "tyopaja")]
    assert report.conflicts == {}
    change(WORKSHOP, "fi: Tule käymään.", "fi: Tule pian.")
    report = reload()
    assert (report.changed, report.conflicts) == ([("services", "tyopaja")], {})
    workshop = service("tyopaja")
    assert workshop.summary["fi"] == "Muokattu."
    assert workshop.how_to_start["fi"] == "Tule pian."


def _edit(session, slug="tyopaja", **values):
    """Change a service as an editor does."""
    service = session.scalar(select(Service).where(Service.slug == slug))
    for name, value in values.items():
        setattr(service, name, value)
    session.commit()


def test_a_conflict_is_listed_field_by_field_and_stays_listed(reload, change, session, service):
    reload()
    edited = {"fi": "Muokattu.", "sv": "Du får göra något och lär dig arbeta.", "en": "Edited."}
    _edit(session, summary=edited, age_to=30)
    change(WORKSHOP, "fi: Saat tekemistä ja opit työtä.", "fi: Saat työtä.")
    change(WORKSHOP, "to: 28", "to: 25")
    change(WORKSHOP, "sv: Kom på besök.", "sv: Kom snart.")
    for loads in range(2):
        report = reload()
        assert report.conflicts == {
            ("services", "tyopaja"): [
                Conflict("summary.fi", "Muokattu.", "Saat työtä."),
                Conflict("ages.to", 30, 25),
            ]
        }
        assert report.changed == ([("services", "tyopaja")] if loads == 0 else [])
        workshop = service("tyopaja")
        assert (workshop.summary, workshop.age_to) == (edited, 30)
        assert workshop.how_to_start["sv"] == "Kom snart."
        assert session.get_one(SiteState, 1).content_digest is None
        session.commit()


def test_a_conflict_ends_when_both_sides_say_the_same(reload, change, content, session):
    reload()
    _edit(session, age_to=30)
    change(WORKSHOP, "to: 28", "to: 25")
    assert reload().conflicts
    change(WORKSHOP, "to: 25", "to: 30")
    report = reload()
    assert report.conflicts == {}
    assert session.get_one(SiteState, 1).content_digest == digest(content)


def test_a_file_changed_twice_around_a_conflict_is_still_taken(reload, change, session, service):
    reload()
    _edit(session, age_to=30)
    change(WORKSHOP, "to: 28", "to: 25")
    change(WORKSHOP, "fi: Tule käymään.", "fi: Tule pian.")
    reload()
    change(WORKSHOP, "fi: Tule pian.", "fi: Tule heti.")
    report = reload()
    assert report.conflicts == {("services", "tyopaja"): [Conflict("ages.to", 30, 25)]}
    assert service("tyopaja").how_to_start["fi"] == "Tule heti."


def test_changes_that_make_no_whole_record_together_leave_the_database_as_it_is(
    reload, change, session, service
):
    reload()
    _edit(session, age_from=27)
    change(WORKSHOP, "to: 28", "to: 25")
    for _ in range(2):
        assert reload().conflicts == {
            ("services", "tyopaja"): [Conflict("ages.from", 27, 16), Conflict("ages.to", 28, 25)]
        }
    workshop = service("tyopaja")
    assert (workshop.age_from, workshop.age_to) == (27, 28)


def test_a_record_that_an_editor_made_first_is_not_overwritten(reload, content, session):
    group = content / "conditions/mallilalainen.yaml"
    text = group.read_text("utf-8")
    factories.rewrite(content, WORKSHOP, "  - condition: mallilalainen\n", "")
    group.unlink()
    reload()
    session.add(factories.condition(slug="mallilalainen"))
    session.commit()
    group.write_text(text, "utf-8")
    for _ in range(2):
        conflicts = reload().conflicts["conditions", "mallilalainen"]
        assert [conflict.field for conflict in conflicts] == ["text.fi", "text.sv", "text.en"]
    found = session.scalar(select(Condition).where(Condition.slug == "mallilalainen"))
    assert found.text == factories.text("mallilalainen")
