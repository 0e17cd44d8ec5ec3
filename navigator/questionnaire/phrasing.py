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
    what = told(needs, answers)
    return Say(
        opening=joined(_first(phrases.openings, answers), what)
        if what
        else _first(phrases.plain_openings, answers),
        request=_first(phrases.requests, answers),
        additions=tuple(phrase.text for phrase in _held(phrases.additions, answers)),
    )


def _first(phrases: Sequence[Phrase], answers: Answers) -> Localised:
    """Return the first phrase that holds; the last always does."""
    return _held(phrases, answers)[0].text


def _held(phrases: Sequence[Phrase], answers: Answers) -> list[Phrase]:
    return [phrase for phrase in phrases if holds(phrase.given, answers)]


def told(needs: Sequence[Need], answers: Answers) -> Localised | None:
    """Tell of the first need of which something was said, and of the next that stands by itself.

    A need that only accompanies another, with no weight, comes second to none.
    """
    said = [(need, phrase.text) for need in needs for phrase in _held(need.say, answers)[:1]]
    if not said:
        return None
    first = said[0][1]
    second = next((text for need, text in said[1:] if need.weight), None)
    if second is None:
        return first
    return {
        language: f"{text}, {AND[language]} {second[language]}" for language, text in first.items()
    }


def joined(opening: Localised, what: Localised) -> Localised:
    """Put what one needs help with after an opening that ends in a colon."""
    return {language: f"{text} {what[language]}." for language, text in opening.items()}
