"""Answers as numbers: compact, and the same for an option for as long as it exists."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from navigator.questionnaire.conditions import Answers
from navigator.questionnaire.path import Way, way
from navigator.questionnaire.values import Questionnaire

SKIPPED = ""
"""Stands for a question that was answered with nothing."""


@lru_cache(maxsize=4096)
def number_of(question: str, option: str) -> int:
    """Return the number of an option, from 0 to 65535, made of its name alone."""
    return int.from_bytes(sha256(f"{question}/{option}".encode()).digest()[:2], "big")


@lru_cache(maxsize=8)
def numbers_of(questionnaire: Questionnaire) -> Mapping[int, tuple[str, str]]:
    """Return every number with its question and option. Raises ValueError if two are the same."""
    numbers: dict[int, tuple[str, str]] = {}
    for question in questionnaire.questions:
        for option in (SKIPPED, *(option.id for option in question.options)):
            number, name = number_of(question.id, option), (question.id, option)
            if number in numbers:
                raise ValueError(f"{name} and {numbers[number]} have one number: rename either")
            numbers[number] = name
    return numbers


def to_numbers(answers: Answers) -> tuple[int, ...]:
    """Write answers as numbers, in order."""
    return tuple(
        sorted(
            number_of(question, option)
            for question, chosen in answers.items()
            for option in (chosen or {SKIPPED})
        )
    )


def from_numbers(questionnaire: Questionnaire, numbers: Iterable[int]) -> Way:
    """Read answers back, with the way that they lead.

    What is unknown, contradictory or not asked any more is left out. So answers given to an older
    questionnaire stay where they still mean the same, and the other questions are asked again.
    """
    names, read = numbers_of(questionnaire), dict[str, set[str]]()
    for number in numbers:
        if number in names:
            question, option = names[number]
            read.setdefault(question, set()).add(option)
    said = {question: frozenset(options - {SKIPPED}) for question, options in read.items()}
    return way(questionnaire, said)
