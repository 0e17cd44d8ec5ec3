"""Conditions on answers."""

import pytest

from navigator.questionnaire.conditions import (
    NEVER,
    AllOf,
    condition_from,
    holds,
    questions_of,
    witnesses,
)
from tests.questionnaire.conftest import answers

OPTIONS = {"themes": frozenset({"work", "home"}), "age": frozenset({"adult"})}


def condition(data):
    return condition_from(data, OPTIONS)


@pytest.mark.parametrize(
    ("data", "given", "expected"),
    [
        ({"age": ["adult"]}, answers(age="adult"), True),
        ({"age": ["adult"]}, answers(age="young"), False),
        ({"age": ["adult"]}, answers(age=""), False),
        ({"age": ["adult"]}, {}, False),
        ({"age": ["unsure"]}, {}, True),
        ({"age": ["unsure"]}, answers(age=""), True),
        ({"age": ["unsure"]}, answers(age="not-sure"), True),
        ({"age": ["unsure"]}, answers(age="adult"), False),
        ({"age": ["adult"], "themes": ["work"]}, answers(age="adult", themes="home"), False),
        ({"any": [{"age": ["adult"]}, {"themes": ["work"]}]}, answers(themes="work"), True),
        ({"any": [{"age": ["adult"]}, {"themes": ["work"]}]}, answers(themes="home"), False),
        ({"all": [{"age": ["adult"]}, {"themes": ["work"]}]}, answers(themes="work"), False),
        ({"not": {"age": ["adult"]}}, answers(age="adult"), False),
        ({"not": {"age": ["adult"]}}, {}, True),
        ({"at_least": {"themes": 2}}, answers(themes="work home"), True),
        ({"at_least": {"themes": 2}}, answers(themes="work not-sure"), False),
        (None, {}, True),
    ],
)
def test_a_condition_holds_of_answers_or_not(data, given, expected):
    assert holds(condition(data), given) is expected


def test_never_never_holds():
    assert not holds(NEVER, answers(age="adult"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"age": ["adult", "unsure"]}, {("age", "adult")}),
        ({"at_least": {"themes": 1}}, {("themes", "work")}),
        ({"age": ["adult"], "themes": ["work", "home"]}, {("age", "adult"), ("themes", "work")}),
        ({"any": [{"age": ["adult"]}, {"themes": ["home"]}]}, {("age", "adult")}),
        ({"not": {"themes": ["home"]}}, set()),
        ({"whom": ["unsure"]}, set()),
    ],
)
def test_only_what_was_chosen_bears_witness(data, expected):
    assert witnesses(condition(data), answers(age="adult", themes="work")) == expected


def test_a_condition_tells_which_questions_it_looks_at():
    data = {"age": ["adult"], "any": [{"at_least": {"themes": 1}}, {"not": {"whom": ["me"]}}]}
    assert questions_of(condition(data)) == {"age", "themes", "whom"}
    assert questions_of(AllOf(())) == frozenset()
