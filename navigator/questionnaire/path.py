"""The way through the questions."""

from dataclasses import dataclass

from navigator.questionnaire.conditions import Answers, holds
from navigator.questionnaire.values import Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Way:
    """The way of someone with some answers."""

    asked: tuple[Question, ...]
    """The questions that are asked, in order."""
    answers: dict[str, frozenset[str]]
    """The answers that count: valid ones to questions that are asked, in order."""

    @property
    def next(self) -> Question | None:
        """The first question that is not answered yet; None: all are."""
        return next((q for q in self.asked if q.id not in self.answers), None)


def way(questionnaire: Questionnaire, answers: Answers) -> Way:
    """Return the way of someone with these answers.

    Answers to questions that are not asked count for nothing.
    """
    asked: list[Question] = []
    kept: dict[str, frozenset[str]] = {}
    for question in questionnaire.questions:
        if holds(question.ask_if, kept):
            asked.append(question)
            if question.id in answers and is_answer(question, answers[question.id]):
                kept[question.id] = answers[question.id]
    return Way(tuple(asked), kept)


def path(questionnaire: Questionnaire, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that are asked of someone with these answers, in order."""
    return way(questionnaire, answers).asked


def next_question(questionnaire: Questionnaire, answers: Answers) -> Question | None:
    """Return the first question of the path that is not answered yet; None: all are."""
    return way(questionnaire, answers).next


def settled(questionnaire: Questionnaire, answers: Answers) -> dict[str, frozenset[str]]:
    """Return the answers that count: valid ones to questions that are asked, in order."""
    return way(questionnaire, answers).answers


def with_answer(
    questionnaire: Questionnaire, answers: Answers, question: str, chosen: frozenset[str]
) -> Way:
    """Return the way with one answer changed; later answers stay as long as they are valid.

    Raises ValueError if `chosen` is no answer to the question.
    """
    if not is_answer(questionnaire.by_id[question], chosen):
        raise ValueError(f"no answer to {question}: {sorted(chosen)}")
    return way(questionnaire, {**answers, question: chosen})


def is_answer(question: Question, chosen: frozenset[str]) -> bool:
    """Tell whether `chosen` can be chosen together. Nothing at all is a question skipped."""
    found = [option.alone for option in question.options if option.id in chosen]
    if len(found) < len(chosen):
        return False
    return len(found) <= 1 or not (question.kind == "single" or any(found))
