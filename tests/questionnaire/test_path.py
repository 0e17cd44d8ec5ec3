"""The way through the questions."""

import pytest

from navigator.questionnaire.path import is_answer, next_question, path, settled, with_answer
from tests.questionnaire.conftest import answers

ALWAYS = ["urgent", "whom", "municipality", "age", "themes", "contact"]


def ids(questions):
    return [question.id for question in questions]


def test_a_question_is_asked_only_when_an_earlier_answer_makes_it_matter(questionnaire):
    assert ids(path(questionnaire, {})) == ALWAYS
    given = answers(age="adult", themes="work")
    assert ids(path(questionnaire, given)) == [*ALWAYS[:5], "working", "contact"]


def test_the_next_question_is_the_first_without_an_answer(questionnaire):
    assert next_question(questionnaire, {}).id == "urgent"
    given = answers(urgent="", whom="me", municipality="kaavala", age="adult", themes="work")
    assert next_question(questionnaire, given).id == "working"
    assert next_question(questionnaire, given | answers(working="no", contact="")) is None


def test_a_skipped_question_is_answered(questionnaire):
    assert next_question(questionnaire, answers(urgent="")).id == "whom"


def test_a_changed_answer_keeps_later_ones_as_long_as_they_are_valid(questionnaire):
    given = answers(age="adult", themes="work", working="yes", contact="no-car")
    younger = with_answer(questionnaire, given, "age", frozenset({"young"})).answers
    assert younger == answers(age="young", themes="work", contact="no-car")


def test_answers_to_questions_that_are_not_asked_count_for_nothing(questionnaire):
    assert settled(questionnaire, answers(working="yes", age="adult")) == answers(age="adult")


@pytest.mark.parametrize("chosen", ["unheard-of", "adult young", "not-sure adult"])
def test_what_is_no_answer_is_refused(questionnaire, chosen):
    chosen = frozenset(chosen.split())
    assert settled(questionnaire, {"age": chosen}) == {}
    with pytest.raises(ValueError, match="no answer to age"):
        with_answer(questionnaire, {}, "age", chosen)


def test_none_of_these_stands_alone(questionnaire):
    urgent = questionnaire.by_id["urgent"]
    assert is_answer(urgent, frozenset({"none"}))
    assert not is_answer(urgent, frozenset({"none", "danger"}))
    assert is_answer(questionnaire.by_id["contact"], frozenset({"no-car", "no-phone"}))
