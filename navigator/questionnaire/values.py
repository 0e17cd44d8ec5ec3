"""The questionnaire as values: questions, needs, rules and phrases, all of them content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from navigator.questionnaire.conditions import Answers, Chosen, Condition

Localised = Mapping[str, str]
"""A text in `fi`, `sv`, `en` and `fi-simple`."""
Kind = Literal["single", "several"]
Lane = Literal["now", "first", "also", "later"]
LANES: tuple[Lane, ...] = ("now", "first", "also", "later")

URGENT, WHOM, MUNICIPALITY, AGE, CONTACT = "urgent", "whom", "municipality", "age", "contact"
"""The questions that the engine itself reads; every questionnaire has them."""
CLOSE, CLIENT = "close", "client"
"""The options of `whom` that mean somebody else than the reader."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen."""

    id: str
    text: Localised
    hint: Localised | None = None
    group: Localised | None = None
    """The heading over this option and those after it."""
    alone: bool = False
    """Choosing it means choosing nothing else: "none of these"."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, on a page of its own."""

    id: str
    kind: Kind
    title: Localised
    why: Localised
    """Why it is asked."""
    help: Localised | None
    options: tuple[Option, ...]
    ask_if: Condition


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a person may need help with."""

    id: str
    name: Localised
    because: Localised
    """The reason of its lines in the plan."""
    say: tuple["Phrase", ...]
    """What one says of it on the phone, after a colon; the first that holds, if any does."""
    lane: Lane
    weight: int
    """How much it adds to the load that decides who coordinates."""
    raised_by: Condition


@dataclass(frozen=True, slots=True)
class Bar:
    """A condition of services that some answers cannot meet."""

    condition: str
    """Slug of the condition."""
    excluded_if: Condition
    because: Localised


@dataclass(frozen=True, slots=True)
class Emergency:
    """Services that stand above everything when an option of `urgent` is chosen."""

    option: str
    services: tuple[str, ...]
    because: Localised
    ask: Mapping[str, Localised]
    """Service → what to say or ask for there."""


@dataclass(frozen=True, slots=True)
class Segment:
    """How a person is helped: alone, guided, together, or by several professionals."""

    id: str
    name: Localised
    because: Localised
    load: int
    """The least sum of the weights of needs."""
    given: Condition


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Who coordinates: the services of a need, named first when a condition holds."""

    id: str
    segments: frozenset[str]
    given: Condition
    need: str
    because: Localised


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for the first call or message, when a condition holds."""

    id: str
    given: Condition
    text: Localised


@dataclass(frozen=True, slots=True)
class Phrases:
    """What one may read aloud on the phone."""

    openings: tuple[Phrase, ...]
    """The first sentence, up to the colon; the first that holds."""
    plain_openings: tuple[Phrase, ...]
    """The first sentence when no need is known; the first that holds."""
    requests: tuple[Phrase, ...]
    """The second sentence; the first that holds."""
    additions: tuple[Phrase, ...]
    """What one may add; all that hold."""


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """All questions, needs and rules; two are the same only when they are one object."""

    questions: tuple[Question, ...]
    needs: tuple[Need, ...]
    """The most pressing first, within a lane."""
    ages: Mapping[str, tuple[int, int]]
    """Option of `age` → whole years, both ends included."""
    bars: tuple[Bar, ...]
    age_because: Localised
    """Why a service for another age is left out."""
    emergencies: tuple[Emergency, ...]
    segments: tuple[Segment, ...]
    """The one with the most support first; the last always holds."""
    coordinators: tuple[Coordinator, ...]
    fallbacks: tuple[str, ...]
    """Services named when nothing else is reachable, in order."""
    fallback_because: Localised
    phrases: Phrases
    outside: frozenset[str]
    """Services to which no answer leads, knowingly."""
    digest: str
    """Changes whenever a question or an option does; 16 hexadecimal digits."""
    voices: Mapping[str, "Questionnaire"] = field(default_factory=dict)
    """Option of `whom` → the same in the words for those who answer for somebody else."""

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Return the questions by their id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def need_by_id(self) -> Mapping[str, Need]:
        """Return the needs by their id."""
        return {need.id: need for need in self.needs}

    def told_for(self, answers: Answers) -> "Questionnaire":
        """Return the same in the words for the person whom the answers are about."""
        chosen = answers.get(WHOM, frozenset())
        return next((self.voices[whom] for whom in chosen if whom in self.voices), self)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a line stands in the plan: the rule, and the answers that made it hold."""

    rule: str
    """`needs/<id>`, `emergencies/<option>`, `coordinators/<id>` or `fallbacks`."""
    because: Localised
    answers: tuple[Chosen, ...]
