"""The whole proof, on the sample and on questionnaires with something wrong."""

from dataclasses import replace

import pytest

from navigator.questionnaire.conditions import NEVER, AllOf, Chose
from navigator.questionnaire.planning import plan
from navigator.questionnaire.proof import report as reports
from navigator.questionnaire.proof.effects import options_alike
from navigator.questionnaire.proof.people import people_from
from navigator.questionnaire.proof.report import prove
from navigator.questionnaire.proof.situations import Ground
from navigator.questionnaire.proof.trials import problems_of
from navigator.questionnaire.values import Coordinator, Phrase, Segment
from tests.questionnaire.conftest import CHAT, PHONE, answers, facts

TEXT = {"fi": "Teksti", "sv": "Text", "en": "Text", "fi-simple": "Teksti"}


@pytest.fixture
def services(services):
    """Every public service of the sample, those outside the questionnaire too."""
    return services | {"turvakoti": facts("turvakoti", channels=(PHONE, CHAT))}


@pytest.fixture
def failures(questionnaire, services, people):
    """Prove a changed questionnaire and return the failures that the change made."""

    def changed(services=services, people=(), **fields):
        ground = Ground(replace(questionnaire, voices={}, **fields), services)
        return prove(ground, people_from(people)).failures

    return changed


def test_options_that_always_do_the_same_are_a_hint_and_no_failure(questionnaire, services, people):
    ground = Ground(questionnaire, services)
    assert prove(ground, people_from(people)).hints == []
    themes = questionnaire.by_id["themes"]
    twins = [replace(themes.options[0], id=name) for name in ("a", "b")]
    changed = tuple(
        replace(q, options=(*q.options, *twins)) if q.id == "themes" else q
        for q in questionnaire.questions
    )
    ground = Ground(replace(questionnaire, questions=changed, voices={}), services)
    assert list(options_alike(ground)) == [
        "“Työssä en”, “Työssä en” (themes) always lead to the same plan."
    ]


def test_words_for_a_need_that_nobody_is_offered_are_told(failures, questionnaire):
    work = questionnaire.need_by_id["work"]
    never = replace(work.say[0], given=NEVER)
    needs = tuple(replace(n, say=(never,)) if n.id == "work" else n for n in questionnaire.needs)
    assert "What is said of the need work, part 1, is never said." in failures(needs=needs)


def test_the_sample_leaves_nobody_empty_handed(questionnaire, services, people):
    report = prove(Ground(questionnaire, services), people_from(people))
    assert report.failures == []
    assert (report.longest, report.median_path, report.people) == (7, 6, 1)
    assert report.situations > 0
    assert report.plans > 50
    assert report.contacts > 20
    assert report.by_fallback == {}
    assert report.data()["languages"] == 4


def test_an_option_or_question_too_many_is_told(failures, questionnaire, monkeypatch):
    monkeypatch.setattr(reports, "MOST_QUESTIONS", 5)
    monkeypatch.setattr(reports, "MEDIAN_QUESTIONS", 5)
    person = {"people": [{"id": "joku", "answers": {}}]}
    found = failures(people=[person])
    assert "A path asks 7 questions, over 5." in found
    assert "The median path asks over 5 questions." in found
    assert "Half of the people are asked over 5 questions." in found


def test_an_option_that_changes_nothing_is_told(failures, questionnaire):
    additions = tuple(p for p in questionnaire.phrases.additions if p.id != "no-bank-id")
    found = failures(phrases=replace(questionnaire.phrases, additions=additions))
    assert found == ["“Ilman pankkitunnuksia en” (contact) never changes the plan."]


def test_a_need_that_nobody_has_or_nobody_meets_is_told(failures, questionnaire, services):
    work = questionnaire.need_by_id["work"]
    dead = replace(work, id="dead", raised_by=NEVER)
    unmet = replace(work, id="unmet")
    found = failures(needs=(*questionnaire.needs, dead, unmet))
    assert "No answers raise the need dead." in found
    assert "No public service answers the need unmet." in found
    assert any(
        failure.startswith("In Kaavala en, of unknown age, työ en: no service") for failure in found
    )


def test_a_named_service_that_is_gone_is_told(failures, services):
    del services["hatapuhelin"]
    found = failures(services=services)
    assert "The rule emergencies/danger names hatapuhelin, which is not public." in found
    assert "In Kaavala en, “Esimerkki on vaarassa. en.”: no help at once." in found
    assert any("urgent answers do not put help first" in failure for failure in found)


def test_a_place_where_nobody_can_be_reached_is_told(failures, services):
    bare = {slug: replace(service, channels=()) for slug, service in services.items()}
    found = failures(services=bare)
    assert "In Mallila en, any way of contact: nobody to contact." in found
    assert "In an unknown municipality, any way of contact: nobody to contact." in found
    assert not any("“En puhelimessa en”: nobody to contact" in failure for failure in found)
    assert any("nobody in it can be reached" in failure for failure in found)


def test_services_outside_are_listed_and_the_others_found(failures, services):
    services["unohdettu"] = facts("unohdettu")
    found = failures(services=services, outside=frozenset({"tyopaja", "poissa"}))
    assert "No answers lead to unohdettu, and it is not listed under `outside`." in found
    assert "Answers lead to tyopaja, though it is listed under `outside`." in found
    assert "poissa is listed under `outside`, but is not public." in found


def test_a_service_that_only_coordinates_is_found(failures, questionnaire, services):
    services["tiimi"] = facts("tiimi", "team")
    team = replace(questionnaire.need_by_id["work"], id="team", raised_by=NEVER, say=())
    rule = replace(questionnaire.coordinators[0], id="team", need="team")
    found = failures(services=services, needs=(*questionnaire.needs, team), coordinators=(rule,))
    assert found == []


def test_dead_rules_and_phrases_are_told(failures, questionnaire):
    old = Chose("age", frozenset({"very-old"}))
    never = Phrase("never", old, TEXT)
    always = Phrase("always", AllOf(()), TEXT)
    phrases = replace(
        questionnaire.phrases,
        requests=(always, never),
        additions=(*questionnaire.phrases.additions, replace(never, id="added")),
    )
    nobody = Segment("nobody", TEXT, TEXT, 0, old)
    coordinator = Coordinator("nobody", frozenset({"together"}), old, "advice", TEXT)
    bar = replace(questionnaire.bars[0], condition="muu")
    found = failures(
        phrases=phrases,
        segments=(nobody, *questionnaire.segments),
        coordinators=(*questionnaire.coordinators, coordinator),
        bars=(*questionnaire.bars, bar),
    )
    assert found == [
        "The rule about muu keeps nobody from any service.",
        "The phrase never is never said.",
        "The phrase added is never said.",
        "The rule segments/nobody never comes into play.",
        "The rule coordinators/nobody never comes into play.",
    ]


def test_a_text_that_is_missing_is_told(failures, questionnaire):
    work = replace(questionnaire.need_by_id["work"], name={"fi": "Työ", "en": "Work", "sv": " "})
    needs = tuple(work if need.id == "work" else need for need in questionnaire.needs)
    found = failures(needs=needs)
    assert found == [
        "needs/work.name has no text in sv.",
        "needs/work.name has no text in fi-simple.",
    ]


def test_a_question_without_a_way_on_is_told(failures, questionnaire):
    whom = questionnaire.by_id["whom"]
    bare = replace(whom, options=whom.options[:-1])
    questions = tuple(bare if q.id == "whom" else q for q in questionnaire.questions)
    assert "The question whom has no option “not sure”." in failures(questions=questions)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"segment": "together"}, "expected the segment together, found alone"),
        ({"coordinator": "neuvonta"}, "expected neuvonta to coordinate, found None"),
        ({"holds": {"later": ["neuvonta"]}}, "expected neuvonta in later, found it in first"),
        ({"holds": {"now": ["muu"]}}, "expected muu in now, found it in no lane"),
        ({"lacks": ["neuvonta"]}, "expected no neuvonta"),
        (
            {"order": ["neuvonta", "tyopaja"]},
            "expected the order neuvonta, tyopaja; found tyopaja, neuvonta",
        ),
        ({"order": ["muu"]}, "expected the order muu; found "),
        ({"answers": {"muu": ["x"]}}, "['x'] is no answer to muu"),
        ({"answers": {"age": ["x"]}}, "['x'] is no answer to age"),
        ({"answers": {"working": ["yes"]}}, "working is not asked of them"),
    ],
)
def test_a_person_whose_plan_is_not_as_it_must_be_is_told(failures, fields, expected):
    person = {"id": "joku", "answers": {"municipality": ["mallila"], "themes": ["work"]}}
    assert f"joku: {expected}." in failures(people=[{"people": [person | fields]}])


def test_a_plan_with_something_wrong_is_told(questionnaire, services):
    made = plan(questionnaire, answers(themes="work"), services)
    twice = replace(made, lines=made.lines * 7, needs=made.needs)
    assert problems_of(made, {}) == []
    assert problems_of(twice, {}) == [
        "a service stands in it twice",
        "it shows more than 12 services",
        "it shows more than 3 services for a need",
    ]
    assert problems_of(replace(made, lines=(), needs=()), {})[0] == "the plan is empty"
