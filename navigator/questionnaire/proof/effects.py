"""Prove that every question, option and rule can change the outcome for someone."""

from collections.abc import Iterable, Iterator, Sequence

from navigator.questionnaire.conditions import NOT_SURE, AllOf, Condition, holds
from navigator.questionnaire.matching import match
from navigator.questionnaire.path import settled
from navigator.questionnaire.person import person_of
from navigator.questionnaire.planning import plan
from navigator.questionnaire.proof.paths import holds_given, leaves_of, walk
from navigator.questionnaire.proof.situations import Example, Ground
from navigator.questionnaire.proof.trials import examples
from navigator.questionnaire.proof.wording import said
from navigator.questionnaire.values import Bar, Option, Question


def outcome(ground: Ground, answers: Example) -> object:
    """Return everything that a reader sees of a plan."""
    made = plan(ground.questionnaire, answers, ground.services)
    lines = [(line.service, line.lane, line.contact) for line in made.shown]
    listed = [(entry.need.id, entry.services) for entry in made.needs]
    misses = [(miss.service, miss.excluded_by) for miss in made.near_misses]
    words = [tuple(text.items()) for text in (made.say.opening, made.say.request)]
    added = [tuple(text.items()) for text in made.say.additions]
    return made.segment.id, lines, listed, misses, words, added


def options_without_effect(ground: Ground) -> Iterator[str]:
    """Report options that change nothing for anybody, against skipping the question."""
    bases = examples(ground)
    for question in ground.questionnaire.questions:
        asked = [base for base in bases if question.id in base]
        for option in question.options:
            if not option.alone and not _changes(ground, question, option.id, asked):
                yield f"“{said(option.text)}” ({question.id}) never changes the plan."


def _changes(ground: Ground, question: Question, option: str, bases: Sequence[Example]) -> bool:
    return any(_differs(ground, base, question.id, option) for base in bases)


def _differs(ground: Ground, base: Example, question: str, option: str) -> bool:
    """Tell whether choosing an option leads elsewhere than skipping the question."""
    chosen = settled(ground.questionnaire, {**base, question: frozenset({option})})
    skipped = settled(ground.questionnaire, {**base, question: frozenset()})
    return outcome(ground, chosen) != outcome(ground, skipped)


def options_alike(ground: Ground) -> Iterator[str]:
    """List options of one question that lead everybody to the same plan: a hint, no failure.

    One more example splits a group of options that were alike so far; most are told apart soon.
    """
    bases = examples(ground)
    for question in ground.questionnaire.questions:
        groups = [[option for option in question.options if not option.alone]]
        for base in (base for base in bases if question.id in base):
            split = (_split(ground, base, question, group) for group in groups)
            groups = [part for parts in split for part in parts if len(part) > 1]
        for group in groups:
            texts = ", ".join(f"“{said(option.text)}”" for option in group)
            yield f"{texts} ({question.id}) always lead to the same plan."


def _split(
    ground: Ground, base: Example, question: Question, group: Sequence[Option]
) -> list[list[Option]]:
    """Split options by the plan that each of them, chosen alone, leads to."""
    found: dict[str, list[Option]] = {}
    for option in group:
        answers = {**base, question.id: frozenset({option.id})}
        chosen = settled(ground.questionnaire, answers)
        found.setdefault(repr(outcome(ground, chosen)), []).append(option)
    return list(found.values())


def ways_on(ground: Ground) -> Iterator[str]:
    """Report questions without a way on for those who do not know."""
    for question in ground.questionnaire.questions:
        if not any(option.id == NOT_SURE and option.alone for option in question.options):
            yield f"The question {question.id} has no option “not sure”."


def dead_needs(ground: Ground) -> Iterator[str]:
    """Report needs that no path raises and no rule uses, and needs that no service answers."""
    coordinating = {rule.need for rule in ground.questionnaire.coordinators}
    for need, situations in ground.situations.items():
        if not situations and need not in coordinating:
            yield f"No answers raise the need {need}."
        if need not in ground.answering:
            yield f"No public service answers the need {need}."


def dead_bars(ground: Ground) -> Iterator[str]:
    """Report conditions that keep nobody from anything."""
    bases = examples(ground)
    for bar in ground.questionnaire.bars:
        if not any(_keeps_out(ground, bar, base) for base in bases):
            yield f"The rule about {bar.condition} keeps nobody from any service."


def _keeps_out(ground: Ground, bar: Bar, base: Example) -> bool:
    """Tell whether the bar alone keeps someone from a service that answers their need."""
    if not holds(bar.excluded_if, base):
        return False
    person = person_of(ground.questionnaire, base)
    raised = {need.id for need in ground.questionnaire.needs if holds(need.raised_by, base)}
    return any(
        match(service, person).near_miss == bar.condition
        for service in ground.services.values()
        if raised.intersection(service.needs)
    )


def dead_rules(ground: Ground, seen: Iterable[str]) -> Iterator[str]:
    """Report segments and emergencies that no trial used, and coordinators that nobody gets."""
    questionnaire = ground.questionnaire
    rules = [f"segments/{segment.id}" for segment in questionnaire.segments]
    rules += [f"emergencies/{emergency.option}" for emergency in questionnaire.emergencies]
    for rule in rules:
        if rule not in set(seen):
            yield f"The rule {rule} never comes into play."
    coordinators = questionnaire.coordinators
    for place, coordinator in enumerate(coordinators):
        before = [c.given for c in coordinators[:place] if c.segments >= coordinator.segments]
        if not _can_be_first(ground, coordinator.given, before):
            yield f"The rule coordinators/{coordinator.id} never comes into play."


def dead_phrases(ground: Ground) -> Iterator[str]:
    """Report phrases that nobody is ever offered: the ones before always hold instead."""
    phrases = ground.questionnaire.phrases
    for these in (phrases.openings, phrases.plain_openings, phrases.requests):
        for place, phrase in enumerate(these):
            if not _can_be_first(ground, phrase.given, [p.given for p in these[:place]]):
                yield f"The phrase {phrase.id} is never said."
    for need in ground.questionnaire.needs:
        for place, phrase in enumerate(need.say):
            before = [p.given for p in need.say[:place]]
            if not _can_be_first(ground, AllOf((need.raised_by, phrase.given)), before):
                yield f"What is said of the need {need.id}, part {place + 1}, is never said."
    for phrase in phrases.additions:
        if not _can_be_first(ground, phrase.given, ()):
            yield f"The phrase {phrase.id} is never said."


def _can_be_first(ground: Ground, given: Condition, before: Sequence[Condition]) -> bool:
    """Tell whether a path makes a condition hold and none of those before it."""
    watched = {leaf for condition in (given, *before) for leaf in leaves_of(condition)}
    return any(
        holds_given(given, state.true) and not any(holds_given(b, state.true) for b in before)
        for state in walk(ground.questionnaire, watched)
    )
