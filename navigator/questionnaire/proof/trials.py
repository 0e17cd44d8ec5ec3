"""Make whole plans for answers that lead to every situation, and look at each as a reader does.

The other proofs look at parts; these plans show that the whole is made of them, and which rules,
options and phrases ever come into play.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from navigator.questionnaire.path import settled
from navigator.questionnaire.planning import MOST_FOR_A_NEED, MOST_IN_ALL, plan
from navigator.questionnaire.plans import Plan
from navigator.questionnaire.proof.situations import Example, Ground
from navigator.questionnaire.proof.wording import answers_text
from navigator.questionnaire.values import MUNICIPALITY, URGENT, Question

Answers = dict[str, frozenset[str]]


@dataclass
class Trials:
    """What was seen in the plans."""

    plans: int = 0
    rules: set[str] = field(default_factory=set)
    """Rules, segments and phrases that came into play: `needs/debts`, `segments/guided`, …"""
    failures: list[str] = field(default_factory=list)


def examples(ground: Ground) -> list[Example]:
    """Return answers that lead to every situation of every need, and to many needs at once."""
    found = [e for situations in ground.situations.values() for e in situations.values()]
    return [*found, *_full(ground)]


def _full(ground: Ground) -> Iterator[Example]:
    """Answer everything at once, in turn with each option of the questions with one answer."""
    questions = ground.questionnaire.questions
    everything = {q.id: _most(q) for q in questions}
    yield settled(ground.questionnaire, everything)
    for question in questions:
        for option in question.options:
            answers = {**everything, question.id: frozenset({option.id})}
            yield settled(ground.questionnaire, answers)
            for other in questions:
                if other.kind == "single":
                    for choice in other.options:
                        varied = {**answers, other.id: frozenset({choice.id})}
                        yield settled(ground.questionnaire, varied)


def _most(question: Question) -> frozenset[str]:
    """Return every option that can be chosen together, or the first."""
    free = [option.id for option in question.options if not option.alone]
    return frozenset(free if question.kind == "several" else free[:1])


def try_all(ground: Ground) -> Trials:
    """Make a plan for every example, in one municipality after another."""
    trials = Trials()
    seen: set[tuple[tuple[str, frozenset[str]], ...]] = set()
    places = cycle(ground.municipalities)
    for example in examples(ground):
        key = tuple(sorted((q, c) for q, c in example.items() if q != MUNICIPALITY))
        if key not in seen:
            seen.add(key)
            _try(ground, {**example, MUNICIPALITY: frozenset({next(places)})}, trials)
    for place in ground.municipalities:
        everything = {q.id: _most(q) for q in ground.questionnaire.questions}
        _try(ground, {**everything, MUNICIPALITY: frozenset({place})}, trials)
    return trials


def _try(ground: Ground, answers: Mapping[str, frozenset[str]], trials: Trials) -> None:
    made = plan(ground.questionnaire, answers, ground.services)
    trials.plans += 1
    trials.rules |= rules_of(made)
    for problem in problems_of(made, answers):
        trials.failures.append(f"{answers_text(ground.questionnaire, answers)}: {problem}.")


def rules_of(made: Plan) -> set[str]:
    """Return the rules that made a plan."""
    rules = {reason.rule for line in made.shown for reason in line.reasons}
    rules |= {f"needs/{entry.need.id}" for entry in made.needs}
    rules |= {f"bars/{miss.excluded_by}" for miss in made.near_misses}
    return rules | {f"segments/{made.segment.id}"}


def problems_of(made: Plan, answers: Mapping[str, frozenset[str]]) -> Sequence[str]:
    """Return what is wrong with a plan."""
    slugs = [line.service for line in made.shown]
    reached = [line for line in made.shown if line.contact]
    urgent = answers.get(URGENT, frozenset()) - {"none", "not-sure"}
    per_need = [sum(line.need == entry.need.id for line in made.lines) for entry in made.needs]
    checks = {
        "the plan is empty": not made.shown,
        "nobody in it can be reached": not reached,
        "a service stands in it twice": len(slugs) != len(set(slugs)),
        f"it shows more than {MOST_IN_ALL} services": len(slugs) > MOST_IN_ALL,
        f"it shows more than {MOST_FOR_A_NEED} services for a need": max(per_need, default=0)
        > MOST_FOR_A_NEED,
        "urgent answers do not put help first": bool(urgent) and not made.emergencies,
    }
    return [problem for problem, is_so in checks.items() if is_so]
