"""What the answers say of a person, as far as services look at it."""

from dataclasses import dataclass

from navigator.questionnaire.conditions import NOT_SURE, UNSURE, Answers, holds
from navigator.questionnaire.values import AGE, CONTACT, MUNICIPALITY, Questionnaire

NO_PHONE, FACE_TO_FACE, AT_HOME = "no-phone", "face-to-face", "at-home"
NO_CAR, NO_BANK_ID, INTERPRETER = "no-car", "no-bank-id", "interpreter"


@dataclass(frozen=True, slots=True)
class Person:
    """Where a person lives, how old they are, what bars them, and how they can be in touch."""

    municipality: str | None = None
    """None: not known."""
    ages: tuple[int, int] | None = None
    """Whole years, both ends included; None: not known."""
    barred: frozenset[str] = frozenset()
    """Slugs of conditions of services that the answers do not meet."""
    wishes: frozenset[str] = frozenset()
    """Options of `contact`."""
    language: str | None = None
    """The language of the page that they read; None: not known."""


def person_of(
    questionnaire: Questionnaire, answers: Answers, language: str | None = None
) -> Person:
    """Return what settled answers, and the page's language, say of the person."""
    municipality = _only(answers, MUNICIPALITY)
    age = _only(answers, AGE)
    return Person(
        municipality=municipality,
        ages=questionnaire.ages.get(age) if age else None,
        barred=frozenset(
            bar.condition for bar in questionnaire.bars if holds(bar.excluded_if, answers)
        ),
        wishes=answers.get(CONTACT, frozenset()) - {NOT_SURE},
        language=language,
    )


def _only(answers: Answers, question: str) -> str | None:
    """Return the one option chosen, if it says something."""
    return next(iter(answers.get(question, frozenset()) - {NOT_SURE, UNSURE}), None)
