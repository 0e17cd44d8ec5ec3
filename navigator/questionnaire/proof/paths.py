"""Count every path through the questions exactly, without walking each one.

Two answers to a question are alike when no condition tells them apart. So answers are put into
groups by the *leaves* of conditions that they make true, and only groups are followed. The number
of answers in a group is kept, and one answer of it as an example, so that counts are exact and
every state can be shown to an editor.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from navigator.questionnaire.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Chose,
    Condition,
    Not,
    holds,
)
from navigator.questionnaire.values import Question, Questionnaire

Leaf = Chose | AtLeast
Route = tuple[str, ...]
"""The questions that are asked, in order."""


@dataclass(frozen=True, slots=True)
class Group:
    """Answers to one question that no leaf tells apart."""

    true: frozenset[Leaf]
    number: int
    example: frozenset[str]


@dataclass(frozen=True, slots=True)
class State:
    """All paths so far that no condition to come tells apart."""

    true: frozenset[Leaf]
    route: Route


@dataclass(frozen=True, slots=True)
class Walked:
    """How many paths lead to a state, and one of them."""

    number: int
    example: Mapping[str, frozenset[str]]


def leaves_of(condition: Condition) -> Iterator[Leaf]:
    """List the parts of a condition that look at one question."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves_of(part)
        case Not(part):
            yield from leaves_of(part)
        case leaf:
            yield leaf


def holds_given(condition: Condition, true: frozenset[Leaf]) -> bool:
    """Tell whether a condition holds when exactly these of its leaves do."""
    match condition:
        case AllOf(parts):
            return all(holds_given(part, true) for part in parts)
        case AnyOf(parts):
            return any(holds_given(part, true) for part in parts)
        case Not(part):
            return not holds_given(part, true)
        case leaf:
            return leaf in true


def answers_to(question: Question) -> Iterator[frozenset[str]]:
    """List every answer to a question: nothing, each option alone, and what goes together."""
    yield frozenset()
    free = [option.id for option in question.options if not option.alone]
    for option in question.options:
        yield frozenset({option.id})
    if question.kind == "several":
        for size in range(2, len(free) + 1):
            for chosen in combinations(free, size):
                yield frozenset(chosen)


def groups_of(question: Question, leaves: Iterable[Leaf]) -> list[Group]:
    """Put all answers to a question into groups that no leaf tells apart."""
    looking = [leaf for leaf in leaves if leaf.question == question.id]
    numbers: Counter[frozenset[Leaf]] = Counter()
    examples: dict[frozenset[Leaf], frozenset[str]] = {}
    for chosen in answers_to(question):
        answers = {question.id: chosen}
        true = frozenset(leaf for leaf in looking if holds(leaf, answers))
        numbers[true] += 1
        examples.setdefault(true, chosen)
    return [Group(true, numbers[true], examples[true]) for true in numbers]


def walk(
    questionnaire: Questionnaire, watched: Iterable[Leaf] = (), *, with_routes: bool = False
) -> dict[State, Walked]:
    """Follow all paths to their ends. States differ by the `watched` leaves that are true.

    `with_routes`: also by the questions asked.
    """
    kept = frozenset(watched)
    asked = {q.id: frozenset(leaves_of(q.ask_if)) for q in questionnaire.questions}
    leaves = kept.union(*asked.values())
    true = frozenset(leaf for leaf in leaves if holds(leaf, {}))
    states = {State(true, ()): Walked(1, {})}
    coming = list(questionnaire.questions)
    while coming:
        question = coming.pop(0)
        alive = kept.union(*(asked[q.id] for q in coming))
        states = _step(states, question, groups_of(question, leaves), alive, with_routes)
    return states


def _step(
    states: Mapping[State, Walked],
    question: Question,
    groups: Iterable[Group],
    alive: frozenset[Leaf],
    with_routes: bool,
) -> dict[State, Walked]:
    """Let every state answer a question, if it is asked there."""
    reached: dict[State, Walked] = {}
    groups = list(groups)
    for state, walked in states.items():
        if not holds_given(question.ask_if, state.true):
            _reach(reached, State(state.true & alive, state.route), walked)
            continue
        route = (*state.route, question.id) if with_routes else ()
        others = frozenset(leaf for leaf in state.true if leaf.question != question.id)
        for group in groups:
            number = walked.number * group.number
            example = {**walked.example, question.id: group.example}
            _reach(reached, State((others | group.true) & alive, route), Walked(number, example))
    return reached


def _reach(reached: dict[State, Walked], state: State, walked: Walked) -> None:
    there = reached.get(state)
    number = walked.number + (there.number if there else 0)
    reached[state] = Walked(number, there.example if there else walked.example)


def routes(questionnaire: Questionnaire) -> dict[Route, int]:
    """Return every order in which questions are asked, with its number of paths."""
    found: Counter[Route] = Counter()
    for state, walked in walk(questionnaire, with_routes=True).items():
        found[state.route] += walked.number
    return dict(found)
