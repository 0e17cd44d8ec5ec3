"""The first sentences of a phone call."""

from collections.abc import Sequence
from dataclasses import dataclass

from navigator.questionnaire.conditions import Answers, holds
from navigator.questionnaire.values import Localised, Need, Phrase, Questionnaire

AND: Localised = {"fi": "ja", "sv": "och", "en": "and", "fi-simple": "ja"}
"""What joins two needs into one sentence."""


@dataclass(frozen=True, slots=True)
class Say:
    """Two sentences that one may read aloud on the phone, and what one may add."""

    opening: Localised
    request: Localised
    additions: tuple[Localised, ...] = ()


def say(questionnaire: Questionnaire, answers: Answers, needs: Sequence[Need]) -> Say:
    """Choose the words for the most pressing need, and for the next that stands by itself."""
    phrases = questionnaire.phrases
    opening = _first(phrases.openings, answers)
    return Say(
        opening=joined(opening, told(needs)) if needs else _first(phrases.plain_openings, answers),
        request=_first(phrases.requests, answers),
        additions=tuple(p.text for p in phrases.additions if holds(p.given, answers)),
    )


def _first(phrases: Sequence[Phrase], answers: Answers) -> Localised:
    """Return the first phrase that holds; the last always does."""
    return next(phrase.text for phrase in phrases if holds(phrase.given, answers))


def told(needs: Sequence[Need]) -> Localised:
    """Tell of the first need, and of the next one that does not only accompany another."""
    first = needs[0].say
    second = next((need.say for need in needs[1:] if need.weight), None)
    if second is None:
        return first
    return {
        language: f"{text}, {AND[language]} {second[language]}" for language, text in first.items()
    }


def joined(opening: Localised, what: Localised) -> Localised:
    """Put what one needs help with after an opening that ends in a colon."""
    return {language: f"{text} {what[language]}." for language, text in opening.items()}
