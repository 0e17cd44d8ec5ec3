"""Say where a proof failed, as an editor says it."""

from collections.abc import Iterable, Mapping

from navigator.questionnaire.proof.situations import Ground, Situation
from navigator.questionnaire.values import AGE, CONTACT, MUNICIPALITY, Localised, Questionnaire

LANGUAGE = "en"


def said(text: Localised) -> str:
    """Return a text in the language of commands."""
    return text[LANGUAGE]


def option_text(questionnaire: Questionnaire, question: str, option: str) -> str:
    """Return what an option says."""
    options = questionnaire.by_id[question].options
    return next(said(o.text) for o in options if o.id == option)


def where(ground: Ground, place: str | None) -> str:
    """Name a place: `In Sysmä`."""
    if place is None:
        return "In an unknown municipality"
    return f"In {option_text(ground.questionnaire, MUNICIPALITY, place)}"


def who(ground: Ground, situation: Situation, need: str, wishes: Iterable[str]) -> str:
    """Describe a situation: `18–29, help with debts, no-phone`."""
    questionnaire = ground.questionnaire
    age = option_text(questionnaire, AGE, situation.age) if situation.age else "of unknown age"
    name = said(questionnaire.need_by_id[need].name).lower()
    return ", ".join([age, name, *wished(questionnaire, wishes)])


def wished(questionnaire: Questionnaire, wishes: Iterable[str]) -> list[str]:
    """Return wishes as their options say them, in order."""
    return [f"“{option_text(questionnaire, CONTACT, wish)}”" for wish in sorted(wishes)]


def answers_text(questionnaire: Questionnaire, answers: Mapping[str, frozenset[str]]) -> str:
    """Write answers on one line: `age: 18–29; themes: Debts, bills …`."""
    parts = []
    for question, chosen in answers.items():
        texts = [option_text(questionnaire, question, option) for option in sorted(chosen)]
        parts.append(f"{question}: {', '.join(texts) or 'skipped'}")
    return "; ".join(parts)
