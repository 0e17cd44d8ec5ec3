"""The people with whom the real questionnaire is tried."""

from collections import Counter

from navigator.config import ROOT
from navigator.importers.content.documents import plain, round_trip
from navigator.questionnaire.proof.people import people_from

FOLDER = ROOT / "content" / "questionnaire" / "people"
PEOPLE = people_from(
    plain(round_trip().load(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.yaml"))
)


def test_there_are_forty_people_or_more_and_some_in_every_municipality():
    assert len(PEOPLE) >= 40
    homes = Counter(home for person in PEOPLE for home in person.answers.get("municipality", ()))
    municipalities = [path.stem for path in (ROOT / "content" / "municipalities").glob("*.yaml")]
    assert [place for place in municipalities if not homes[place]] == []


def test_every_person_has_an_own_name_and_something_that_their_plan_must_be():
    assert len({person.id for person in PEOPLE}) == len(PEOPLE)
    for person in PEOPLE:
        assert person.holds or person.lacks or person.order or person.coordinator, person.id
