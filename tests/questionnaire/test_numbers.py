"""Answers as numbers."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navigator.questionnaire import numbers
from navigator.questionnaire.building import questionnaire_from
from navigator.questionnaire.numbers import from_numbers, number_of, numbers_of, to_numbers
from navigator.questionnaire.path import settled
from tests.questionnaire.conftest import answers

ONE_FIXTURE = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)


def some_answers(questionnaire):
    """Return a strategy of answers, some of which nobody could give."""
    return st.fixed_dictionaries(
        {},
        optional={
            question.id: st.frozensets(st.sampled_from([o.id for o in question.options]))
            for question in questionnaire.questions
        },
    )


@ONE_FIXTURE
@given(data=st.data())
def test_answers_survive_being_written_as_numbers(questionnaire, data):
    given_answers = settled(questionnaire, data.draw(some_answers(questionnaire)))
    assert from_numbers(questionnaire, to_numbers(given_answers)).answers == given_answers


@ONE_FIXTURE
@given(meddled=st.lists(st.integers(-10, 70_000)), data=st.data())
def test_numbers_that_somebody_meddled_with_give_sound_answers(questionnaire, meddled, data):
    known = data.draw(st.lists(st.sampled_from(sorted(numbers_of(questionnaire)))))
    read = from_numbers(questionnaire, [*meddled, *known]).answers
    assert settled(questionnaire, read) == read


def test_answers_to_an_older_questionnaire_stay_where_they_mean_the_same(questionnaire):
    old = answers(age="adult", themes="home", whom="me")
    questions = tuple(q for q in reversed(questionnaire.questions) if q.id != "whom")
    newer = replace(questionnaire, questions=questions)
    assert from_numbers(newer, to_numbers(old)).answers == answers(age="adult", themes="home")


def test_a_number_is_small_and_stays_the_same():
    assert number_of("age", "adult") == 49_211
    assert to_numbers(answers(age="")) == (number_of("age", ""),)


def test_two_options_of_one_number_are_refused(questionnaire, monkeypatch):
    monkeypatch.setattr(numbers, "number_of", lambda *_: 7)
    with pytest.raises(ValueError, match="have one number: rename either"):
        numbers_of(replace(questionnaire))


def test_the_digest_changes_with_the_options_and_not_with_the_words(parts, questionnaire):
    def changed(**fields):
        questions = [dict(question) for question in parts[0]["questions"]]
        questions[0] |= fields
        return questionnaire_from([{**parts[0], "questions": questions}]).digest

    assert len(questionnaire.digest) == 16
    assert changed(why={"fi": "Muu syy"}) == questionnaire.digest
    assert changed(kind="single") != questionnaire.digest
