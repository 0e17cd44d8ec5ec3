"""Try people: given these answers, the plan must hold, lack and order these services."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator.questionnaire.path import is_answer, path, settled
from navigator.questionnaire.planning import plan
from navigator.questionnaire.plans import Plan
from navigator.questionnaire.proof.situations import Ground
from navigator.questionnaire.values import Questionnaire


@dataclass(frozen=True)
class Trial:
    """Somebody who answers, and what their plan must be."""

    id: str
    answers: Mapping[str, frozenset[str]]
    segment: str | None
    coordinator: str | None
    holds: Mapping[str, tuple[str, ...]]
    lacks: tuple[str, ...]
    order: tuple[str, ...]


def people_from(parts: Iterable[Mapping[str, Any]]) -> list[Trial]:
    """Make people of what their files say.

    Source: `content/questionnaire/people/*.yaml`, checked.
    """
    return [_trial(person) for part in parts for person in part["people"]]


def _trial(data: Mapping[str, Any]) -> Trial:
    return Trial(
        id=data["id"],
        answers={question: frozenset(chosen) for question, chosen in data["answers"].items()},
        segment=data.get("segment"),
        coordinator=data.get("coordinator"),
        holds={lane: tuple(slugs) for lane, slugs in data.get("holds", {}).items()},
        lacks=tuple(data.get("lacks", ())),
        order=tuple(data.get("order", ())),
    )


def number_asked(questionnaire: Questionnaire, trial: Trial) -> int:
    """Return how many questions somebody is asked."""
    return len(path(questionnaire, trial.answers))


def check(ground: Ground, trial: Trial) -> Iterator[str]:
    """Report every way in which somebody's plan is not what it must be."""
    yield from (f"{trial.id}: {problem}." for problem in _answer_problems(ground, trial))
    made = plan(ground.questionnaire, trial.answers, ground.services)
    yield from (f"{trial.id}: {problem}." for problem in _problems(made, trial))


def _answer_problems(ground: Ground, trial: Trial) -> Iterator[str]:
    """Report answers that nobody can give."""
    counted = settled(ground.questionnaire, trial.answers)
    for question, chosen in trial.answers.items():
        asked = ground.questionnaire.by_id.get(question)
        if asked is None or not is_answer(asked, chosen):
            yield f"{sorted(chosen)} is no answer to {question}"
        elif question not in counted:
            yield f"{question} is not asked of them"


def _problems(made: Plan, trial: Trial) -> Iterator[str]:
    if trial.segment not in {None, made.segment.id}:
        yield f"expected the segment {trial.segment}, found {made.segment.id}"
    coordinator = made.coordinator.service if made.coordinator else None
    if trial.coordinator not in {None, coordinator}:
        yield f"expected {trial.coordinator} to coordinate, found {coordinator}"
    lanes = {line.service: line.lane for line in made.shown}
    for lane, slugs in trial.holds.items():
        for slug in slugs:
            if lanes.get(slug) != lane:
                yield f"expected {slug} in {lane}, found it in {lanes.get(slug, 'no lane')}"
    everything = {slug for entry in made.needs for slug in entry.services} | lanes.keys()
    for slug in trial.lacks:
        if slug in everything:
            yield f"expected no {slug}"
    yield from _order_problems(list(lanes), trial.order)


def _order_problems(shown: list[str], order: tuple[str, ...]) -> Iterator[str]:
    places = [shown.index(slug) for slug in order if slug in shown]
    if len(places) != len(order) or places != sorted(places):
        found = ", ".join(slug for slug in shown if slug in order)
        yield f"expected the order {', '.join(order)}; found {found}"
