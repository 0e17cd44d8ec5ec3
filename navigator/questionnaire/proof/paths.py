"""Count every path through the questions exactly, without walking each one.

Two answers to a question are alike when no condition tells them apart. So answers are put into
groups by the *leaves* of conditions that they make true, and only groups are followed. The number
of answers in a group is kept, and one answer of it as an example, so that counts are exact and
every state can be shown to an editor.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add

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

NONE: frozenset[str] = frozenset()
SEVERAL = 2
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


def most_of(leaf: Leaf) -> int:
    """Return how many of its options make a leaf true."""
    return leaf.number if isinstance(leaf, AtLeast) else 1


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


def groups_of(question: Question, leaves: Iterable[Leaf]) -> list[Group]:
    """Put all answers to a question into groups that no leaf tells apart."""
    looking = [leaf for leaf in leaves if leaf.question == question.id]
    groups: dict[frozenset[Leaf], Group] = {}
    for option in (None, *question.options):
        chosen = frozenset({option.id}) if option else frozenset[str]()
        true = frozenset(leaf for leaf in looking if holds(leaf, {question.id: chosen}))
        _join(groups, Group(true, 1, chosen))
    if question.kind == "several":
        free = [option.id for option in question.options if not option.alone]
        for group in _sets_of_several(free, looking):
            _join(groups, group)
    return list(groups.values())


def _join(groups: dict[frozenset[Leaf], Group], group: Group) -> None:
    there = groups.get(group.true)
    number = group.number + (there.number if there else 0)
    groups[group.true] = Group(group.true, number, (there or group).example)


def _sets_of_several(free: Sequence[str], looking: Sequence[Leaf]) -> Iterator[Group]:
    """Group the sets of two or more options, one option after another, never set by set."""
    kinds: dict[tuple[int, ...], tuple[int, frozenset[str]]] = {
        (0,) * (len(looking) + 1): (1, NONE)
    }
    for option in free:
        touches = tuple(int(option in leaf.options) for leaf in looking)
        for key, (number, example) in list(kinds.items()):
            most = (SEVERAL, *map(most_of, looking))
            grown = tuple(map(min, most, map(add, key, (1, *touches))))
            there = kinds.get(grown, (0, example | {option}))
            kinds[grown] = (there[0] + number, there[1])
    for (size, *counts), (number, example) in kinds.items():
        if size == SEVERAL:
            true = (leaf for leaf, n in zip(looking, counts, strict=True) if n == most_of(leaf))
            yield Group(frozenset(true), number, example)


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
