"""Conditions on answers: what a questionnaire's files say under `ask_if`, `raised_by` and `if`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Answers = Mapping[str, frozenset[str]]
"""Question → the options chosen. An empty set: skipped. No entry: not asked yet."""
Chosen = tuple[str, str]
"""A question and one of its options."""

NOT_SURE = "not-sure"
"""The option of every question for those who do not know."""
UNSURE = "unsure"
"""Stands in a condition for `not-sure`, and for a question skipped or never asked."""


@dataclass(frozen=True, slots=True)
class Chose:
    """At least one of these options was chosen."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many options of a question were chosen, apart from those that say nothing."""

    question: str
    number: int
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; with no parts, always."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition = Chose | AtLeast | AllOf | AnyOf | Not
NEVER = AnyOf(())


def holds(condition: Condition, answers: Answers) -> bool:
    """Tell whether `condition` is true of `answers`. An unanswered question chose nothing."""
    match condition:
        case Chose(question, options):
            return not options.isdisjoint(_said(question, answers))
        case AtLeast(question, number, options):
            return len(answers.get(question, frozenset()) & options) >= number
        case AllOf(parts):
            return all(holds(part, answers) for part in parts)
        case AnyOf(parts):
            return any(holds(part, answers) for part in parts)
        case _:
            return not holds(condition.part, answers)


def _said(question: str, answers: Answers) -> frozenset[str]:
    """Return what was chosen, with `unsure` where that is nothing certain."""
    chosen = answers.get(question, frozenset())
    return chosen if chosen and NOT_SURE not in chosen else chosen | {UNSURE}


def witnesses(condition: Condition, answers: Answers) -> frozenset[Chosen]:
    """Return the chosen options that make `condition` true; nothing that was not chosen."""
    match condition:
        case Chose(question, options) | AtLeast(question, _, options):
            chosen = answers.get(question, frozenset()) & options
            return frozenset((question, option) for option in chosen)
        case AllOf(parts) | AnyOf(parts):
            true = [part for part in parts if holds(part, answers)]
            return frozenset().union(*(witnesses(part, answers) for part in true))
        case _:
            return frozenset()


def questions_of(condition: Condition) -> frozenset[str]:
    """Return the questions that `condition` looks at."""
    match condition:
        case Chose(question) | AtLeast(question):
            return frozenset({question})
        case AllOf(parts) | AnyOf(parts):
            return frozenset().union(*map(questions_of, parts))
        case _:
            return questions_of(condition.part)


def condition_from(
    data: Mapping[str, Any] | None, options: Mapping[str, frozenset[str]]
) -> Condition:
    """Make a condition from what a file says; None holds always.

    Shape: `{question: [option, …], …, any: [condition, …], all: […], not: condition, at_least:
        {question: number}}`; all parts must hold.
    `options`: question → its options, for `at_least`, which does not count those that say nothing.
    """
    parts = tuple(_parts(data or {}, options))
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _parts(data: Mapping[str, Any], options: Mapping[str, frozenset[str]]) -> Iterator[Condition]:
    for name, value in data.items():
        match name:
            case "any":
                yield AnyOf(tuple(condition_from(part, options) for part in value))
            case "all":
                yield AllOf(tuple(condition_from(part, options) for part in value))
            case "not":
                yield Not(condition_from(value, options))
            case "at_least":
                for question, number in value.items():
                    yield AtLeast(question, number, options[question])
            case _:
                yield Chose(name, frozenset(value))
