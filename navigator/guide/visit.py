"""One visitor's way through the questionnaire, read from the request and kept in the answer."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeVar

from flask import current_app, request
from werkzeug.wrappers import Response

from navigator.config import Settings
from navigator.guide import cookie
from navigator.guide.content import Guide, guide
from navigator.questionnaire.conditions import Answers
from navigator.questionnaire.numbers import from_numbers, to_numbers
from navigator.questionnaire.path import Way, way, with_answer
from navigator.questionnaire.values import URGENT, Question

AnyResponse = TypeVar("AnyResponse", bound=Response)
VIOLENT = {("urgent", "violence-now"), ("themes", "violence"), ("themes", "forced")}
GONE_SECONDS = 5
"""How long the empty cookie stays: long enough to overwrite what Back would send."""


@dataclass(frozen=True)
class Visit:
    """The answers so far, with the questionnaire that they answer."""

    guide: Guide
    answers: Answers
    begun: datetime
    counted: bool = False
    is_lost: bool = False
    """A cookie came that could not be read, or was too old."""
    is_new: bool = False
    """No cookie came."""
    walked: Way | None = None
    """The way that the answers lead, if it is known already."""

    @cached_property
    def _way(self) -> Way:
        told = self.guide.questionnaire.told_for(self.answers)
        if self.walked is not None and told is self.guide.questionnaire:
            return self.walked
        return way(told, self.answers)

    @property
    def path(self) -> tuple[Question, ...]:
        """The questions that are asked of this visitor."""
        return self._way.asked

    @cached_property
    def next(self) -> int | None:
        """The place, from 1, of the first question not answered yet; None: all are."""
        question = self._way.next
        return None if question is None else self.path.index(question) + 1

    @property
    def has_emergency(self) -> bool:
        """Tell whether something urgent was said."""
        urgent = self.answers.get(URGENT, frozenset())
        return any(e.option in urgent for e in self.guide.questionnaire.emergencies)

    @property
    def is_violent(self) -> bool:
        """Tell whether violence was spoken of, so that the way out must stay at hand."""
        return any(option in self.answers.get(q, frozenset()) for q, option in VIOLENT)

    def with_answer(self, question: Question, chosen: frozenset[str]) -> "Visit":
        """Return the visit after an answer; later answers stay as long as they are valid."""
        walked = with_answer(self.guide.questionnaire, self.answers, question.id, chosen)
        return replace(self, answers=walked.answers, walked=walked)

    def keep_in(self, response: AnyResponse) -> AnyResponse:
        """Set the cookie; it ends with the browser's session."""
        kept = cookie.Kept(self.begun, to_numbers(self.answers), self.counted)
        return _set(response, kept, None)


def current_visit() -> Visit:
    """Return the visit that the request's cookie tells of, or an empty one."""
    found, now = guide(), datetime.now(UTC)
    value = request.cookies.get(cookie.NAME)
    kept = cookie.opened(value, _secret(), now) if value else None
    if kept is None:
        return Visit(found, {}, now, is_lost=bool(value), is_new=not value)
    walked = from_numbers(found.questionnaire, kept.numbers)
    return Visit(found, walked.answers, kept.begun, kept.counted, walked=walked)


def forget(response: AnyResponse) -> AnyResponse:
    """Overwrite the answers with nothing. Deleting the cookie would let Back show them again."""
    return _set(response, cookie.Kept(datetime.now(UTC), ()), GONE_SECONDS)


def _set(response: AnyResponse, kept: cookie.Kept, seconds: int | None) -> AnyResponse:
    response.set_cookie(
        cookie.NAME,
        cookie.sealed(kept, _secret(), datetime.now(UTC)),
        max_age=seconds,
        secure=True,
        httponly=True,
        samesite="Strict",
        path="/",
    )
    return response


def _secret() -> bytes:
    settings: Settings = current_app.config["SETTINGS"]
    return settings.secret_key
