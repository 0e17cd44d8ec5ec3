"""The plan: whom to contact, in which order, and why."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from navigator.questionnaire.planning import MOST_IN_ALL, plan
from navigator.questionnaire.values import Need
from tests.questionnaire.conftest import CHAT, PHONE, answers, facts
from tests.questionnaire.test_numbers import ONE_FIXTURE, some_answers

TEXT = {"fi": "Teksti", "sv": "Text", "en": "Text", "fi-simple": "Teksti"}


def shown(made):
    return [(line.lane, line.service) for line in made.shown]


def test_a_need_brings_its_services_with_reason_and_contact(questionnaire, services):
    given_answers = answers(municipality="mallila", age="young", themes="work")
    made = plan(questionnaire, given_answers, services)
    assert shown(made) == [("first", "tyopaja"), ("first", "neuvonta")]
    reason = made.lines[0].reasons[0]
    assert (reason.rule, reason.answers) == ("needs/work", (("themes", "work"),))
    assert reason.because["fi"] == "Kerroit asiasta Työ."
    assert made.lines[0].contact.channel == PHONE
    assert made.lane("first") == made.lines
    assert made.lane("later") == ()


def test_urgent_answers_put_help_above_everything(questionnaire, services):
    made = plan(questionnaire, answers(urgent="danger", themes="work"), services)
    assert shown(made)[0] == ("now", "hatapuhelin")
    assert made.emergencies[0].reasons[0].rule == "emergencies/danger"
    assert "hatapuhelin" not in [line.service for line in made.lines]


def test_in_danger_a_phone_is_shown_even_to_those_who_would_rather_not_call(
    questionnaire, services
):
    services["hatapuhelin"] = replace(services["hatapuhelin"], channels=(PHONE,))
    given_answers = answers(urgent="danger", contact="no-phone")
    assert plan(questionnaire, given_answers, services).emergencies[0].contact.channel == PHONE


def test_emergency_help_without_a_contact_of_its_own_is_reached_through_another(
    questionnaire, services
):
    bare = replace(services["hatapuhelin"], channels=(), fallback="neuvonta")
    made = plan(questionnaire, answers(urgent="danger"), services | {"hatapuhelin": bare})
    assert made.emergencies[0].contact.service == "neuvonta"


def test_a_service_that_is_not_public_any_more_is_not_named(questionnaire, services):
    del services["hatapuhelin"]
    made = plan(questionnaire, answers(urgent="danger"), services)
    assert made.emergencies == ()
    assert made.shown


def test_somebody_coordinates_when_several_needs_meet(questionnaire, services):
    alone = plan(questionnaire, answers(themes="home"), services)
    assert (alone.segment.id, alone.coordinator) == ("alone", None)
    together = plan(questionnaire, answers(themes="home work"), services)
    assert together.segment.id == "together"
    assert together.coordinator.service == "neuvonta"
    assert together.coordinator.reasons[0].rule == "coordinators/advice"
    assert [line.service for line in together.lines] == ["tyopaja"]


def test_nobody_coordinates_who_cannot_be_reached(questionnaire, services):
    services["neuvonta"] = replace(services["neuvonta"], channels=())
    made = plan(questionnaire, answers(themes="home work", municipality="mallila"), services)
    assert made.coordinator is None


def test_a_reason_is_given_for_each_need_that_a_service_answers(questionnaire, services):
    questionnaire = replace(questionnaire, coordinators=())
    made = plan(questionnaire, answers(themes="home work"), services)
    line = next(line for line in made.lines if line.service == "neuvonta")
    assert [reason.rule for reason in line.reasons] == ["needs/advice", "needs/home", "needs/work"]


def test_a_referral_comes_later(questionnaire, services):
    services["tyopaja"] = replace(services["tyopaja"], referral_only=True)
    made = plan(questionnaire, answers(themes="work", municipality="mallila"), services)
    assert shown(made) == [("first", "neuvonta"), ("later", "tyopaja")]


def test_who_cannot_call_is_shown_one_they_reach_though_others_are_better(questionnaire):
    callers = {f"puhelin{n}": facts(f"puhelin{n}", "work") for n in range(3)}
    services = callers | {"viesti": facts("viesti", "other", "work", channels=(CHAT,))}
    called = plan(questionnaire, answers(themes="work"), services)
    assert [line.service for line in called.lines] == list(callers)
    written = plan(questionnaire, answers(themes="work", contact="no-phone"), services)
    assert [line.service for line in written.lines] == ["puhelin0", "puhelin1", "viesti"]
    alone = plan(questionnaire, answers(themes="work", contact="no-phone"), callers)
    assert [line.service for line in alone.lines] == list(callers)


def test_emergency_help_says_what_to_ask_for(questionnaire, services):
    [emergency] = questionnaire.emergencies
    asking = replace(emergency, ask={"hatapuhelin": TEXT})
    twice = replace(questionnaire, emergencies=(asking, emergency, asking))
    made = plan(twice, answers(urgent="danger"), services)
    assert [line.ask for line in made.emergencies] == [(TEXT, TEXT)]


def test_nobody_ends_with_nothing(questionnaire, services):
    unreachable = facts("pajakoulu", "work", channels=())
    lonely = {"pajakoulu": unreachable, "neuvonta": facts("neuvonta", channels=(CHAT,))}
    made = plan(questionnaire, answers(themes="work", contact="no-phone"), lonely)
    assert shown(made) == [("first", "neuvonta"), ("first", "pajakoulu")]
    assert made.lines[0].reasons[0].rule == "fallbacks"
    assert plan(questionnaire, answers(themes="work"), {}).shown == ()


def test_a_fallback_that_cannot_be_reached_is_named_once(questionnaire):
    bare = {"neuvonta": facts("neuvonta", "work", channels=())}
    assert shown(plan(questionnaire, answers(themes="work"), bare)) == [("first", "neuvonta")]


def test_the_one_answer_that_kept_a_service_out_is_told(questionnaire, services):
    services["koulu"] = facts("koulu", "work", ages=(7, 15))
    services["kurssi"] = facts("kurssi", "advice", "work", ages=(7, 15))
    services["tyopaja"] = replace(services["tyopaja"], ages=None)
    given_answers = answers(municipality="mallila", age="adult", themes="work", working="yes")
    made = plan(questionnaire, given_answers, services)
    assert [(miss.service, miss.excluded_by) for miss in made.near_misses] == [
        ("tyopaja", "tyoton-tyonhakija"),
        ("koulu", "age"),
    ]
    assert made.near_misses[0].because["fi"] == "Työttömille."


def test_a_near_miss_is_told_once(questionnaire, services):
    services = {"koulu": facts("koulu", "work", ages=(7, 15)), **services}
    again = replace(questionnaire.need_by_id["work"], id="work", lane="also")
    questionnaire = replace(questionnaire, needs=(*questionnaire.needs, again))
    made = plan(questionnaire, answers(age="adult", themes="work"), services)
    assert [miss.service for miss in made.near_misses].count("koulu") == 1


def test_at_most_three_services_a_need_and_twelve_in_all_are_shown_first(questionnaire):
    work = questionnaire.need_by_id["work"].raised_by
    needs = tuple(Need(f"n{n}", TEXT, TEXT, (), "also", 0, work) for n in range(7))
    services = {f"s{n}{m}": facts(f"s{n}{m}", f"n{n}") for n in range(7) for m in range(5)}
    few = replace(questionnaire, needs=needs[:2])
    assert len(plan(few, answers(themes="work"), services).shown) == 6
    made = plan(replace(questionnaire, needs=needs), answers(themes="work"), services)
    assert len(made.shown) == MOST_IN_ALL
    assert {line.need for line in made.shown} == {need.id for need in needs}
    assert [len(entry.services) for entry in made.needs] == [5] * 7


@ONE_FIXTURE
@given(data=st.data())
def test_one_more_urgent_answer_never_lowers_emergency_help(questionnaire, services, data):
    before = data.draw(some_answers(questionnaire))
    urgent = before.get("urgent", frozenset()) - {"none", "not-sure"}
    before["urgent"] = urgent
    after = {**before, "urgent": urgent | {"danger"}}
    helped = {line.service for line in plan(questionnaire, before, services).emergencies}
    made = plan(questionnaire, after, services)
    assert helped <= {line.service for line in made.emergencies}
    assert made.shown[0].service == "hatapuhelin"


@ONE_FIXTURE
@given(data=st.data())
def test_the_order_of_answers_and_services_says_nothing(questionnaire, services, data):
    one = data.draw(some_answers(questionnaire))
    other = dict(data.draw(st.permutations(list(one.items()))))
    shuffled = dict(data.draw(st.permutations(list(services.items()))))
    assert plan(questionnaire, one, services) == plan(questionnaire, other, shuffled)
