"""The first sentences of a phone call."""

from collections.abc import Sequence
from dataclasses import dataclass

from navigator.questionnaire.conditions import Answers, holds
from navigator.questionnaire.values import Localised, Need, Phrase, Questionnaire


@dataclass(frozen=True, slots=True)
class Say:
    """Two sentences that one may read aloud on the phone, and what one may add."""

    opening: Localised
    request: Localised
    additions: tuple[Localised, ...] = ()


def say(questionnaire: Questionnaire, answers: Answers, needs: Sequence[Need]) -> Say:
    """Choose the words for the most pressing need."""
    phrases = questionnaire.phrases
    opening = _first(phrases.openings, answers)
    return Say(
        opening=joined(opening, needs[0].say) if needs else _first(phrases.plain_openings, answers),
        request=_first(phrases.requests, answers),
        additions=tuple(p.text for p in phrases.additions if holds(p.given, answers)),
    )


def _first(phrases: Sequence[Phrase], answers: Answers) -> Localised:
    """Return the first phrase that holds; the last always does."""
    return next(phrase.text for phrase in phrases if holds(phrase.given, answers))


def joined(opening: Localised, what: Localised) -> Localised:
    """Put what one needs help with after an opening that ends in a colon."""
    return {language: f"{text} {what[language]}." for language, text in opening.items()}
