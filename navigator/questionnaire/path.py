"""The way through the questions."""

from collections.abc import Mapping

from navigator.questionnaire.conditions import Answers, holds
from navigator.questionnaire.values import Question, Questionnaire


def path(questionnaire: Questionnaire, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that are asked of someone with these answers, in order.

    Answers to questions that are not asked count for nothing.
    """
    asked: list[Question] = []
    kept: dict[str, frozenset[str]] = {}
    for question in questionnaire.questions:
        if holds(question.ask_if, kept):
            asked.append(question)
            if question.id in answers and is_answer(question, answers[question.id]):
                kept[question.id] = answers[question.id]
    return tuple(asked)


def next_question(questionnaire: Questionnaire, answers: Answers) -> Question | None:
    """Return the first question of the path that is not answered yet; None: all are."""
    valid = settled(questionnaire, answers)
    return next((q for q in path(questionnaire, valid) if q.id not in valid), None)


def settled(questionnaire: Questionnaire, answers: Answers) -> dict[str, frozenset[str]]:
    """Return the answers that count: valid ones to questions that are asked, in order."""
    return {
        question.id: answers[question.id]
        for question in path(questionnaire, answers)
        if question.id in answers and is_answer(question, answers[question.id])
    }


def with_answer(
    questionnaire: Questionnaire, answers: Answers, question: str, chosen: frozenset[str]
) -> dict[str, frozenset[str]]:
    """Return the answers with one changed; later answers stay as long as they are valid.

    Raises ValueError if `chosen` is no answer to the question.
    """
    if not is_answer(questionnaire.by_id[question], chosen):
        raise ValueError(f"no answer to {question}: {sorted(chosen)}")
    return settled(questionnaire, {**answers, question: chosen})


def is_answer(question: Question, chosen: frozenset[str]) -> bool:
    """Tell whether `chosen` can be chosen together. Nothing at all is a question skipped."""
    options: Mapping[str, bool] = {option.id: option.alone for option in question.options}
    if not chosen <= options.keys():
        return False
    if question.kind == "single" or any(options[option] for option in chosen):
        return len(chosen) <= 1
    return True
