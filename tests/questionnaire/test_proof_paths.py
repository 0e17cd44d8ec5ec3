"""Counting paths by groups of answers gives what walking each path gives."""

from collections import Counter
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from navigator.questionnaire.conditions import AtLeast, Chose, holds
from navigator.questionnaire.path import next_question, settled
from navigator.questionnaire.person import person_of
from navigator.questionnaire.planning import plan
from navigator.questionnaire.proof.paths import groups_of, holds_given, leaves_of, routes, walk
from navigator.questionnaire.proof.situations import Ground, Situation
from navigator.questionnaire.values import AGE, MUNICIPALITY
from tests.questionnaire.test_numbers import ONE_FIXTURE, some_answers


def every_answer(question):
    """List every answer to a question, one by one."""
    free = [option.id for option in question.options if not option.alone]
    yield from (frozenset({option.id}) for option in question.options if option.alone)
    sizes = range(len(free) + 1 if question.kind == "several" else 2)
    sets = chain.from_iterable(combinations(free, size) for size in sizes)
    yield from map(frozenset, sets)


def walked_one_by_one(questionnaire, given_answers):
    question = next_question(questionnaire, given_answers)
    if question is None:
        yield given_answers
        return
    for chosen in every_answer(question):
        yield from walked_one_by_one(questionnaire, {**given_answers, question.id: chosen})


def test_paths_counted_by_groups_are_the_paths_walked_one_by_one(questionnaire):
    walked = Counter(tuple(answers) for answers in walked_one_by_one(questionnaire, {}))
    assert routes(questionnaire) == dict(walked)
    assert walked.total() == 18_720


def test_groups_hold_every_set_of_options_once(questionnaire):
    themes = questionnaire.by_id["contact"]
    options = frozenset({"no-phone", "no-car", "no-bank-id"})
    leaves = [
        AtLeast("contact", 2, options),
        Chose("contact", frozenset({"no-car", "unsure"})),
        Chose("age", frozenset({"adult"})),
    ]
    groups = groups_of(themes, leaves)
    counted = Counter(
        frozenset(leaf for leaf in leaves[:2] if holds(leaf, {"contact": chosen}))
        for chosen in every_answer(themes)
    )
    assert {group.true: group.number for group in groups} == dict(counted)
    for group in groups:
        for leaf in leaves[:2]:
            assert holds(leaf, {"contact": group.example}) is (leaf in group.true)


def test_an_example_leads_to_the_state_that_it_stands_for(questionnaire):
    watched = {leaf for need in questionnaire.needs for leaf in leaves_of(need.raised_by)}
    for state, walked in walk(questionnaire, watched).items():
        assert settled(questionnaire, walked.example) == walked.example
        assert next_question(questionnaire, walked.example) is None
        for need in questionnaire.needs:
            expected = holds(need.raised_by, walked.example)
            assert holds_given(need.raised_by, state.true) is expected


@ONE_FIXTURE
@given(data=st.data())
def test_every_plan_is_made_of_situations_that_were_proved(questionnaire, services, data):
    ground = Ground(questionnaire, services)
    answers = settled(questionnaire, data.draw(some_answers(questionnaire)))
    if next_question(questionnaire, answers):
        answers |= {q.id: frozenset() for q in questionnaire.questions if q.id not in answers}
        answers = settled(questionnaire, answers)
    person = person_of(questionnaire, answers)
    age = next(iter(answers[AGE] & questionnaire.ages.keys()), None)
    place = next(iter(answers[MUNICIPALITY] - {"not-sure"}), None)
    situation = Situation(age, person.barred)
    for entry in plan(questionnaire, answers, services).needs:
        assert situation in ground.situations[entry.need.id]
        fitting = ground.fitting(entry.need.id, situation, place)
        assert sorted(fitting) == sorted(entry.services)
