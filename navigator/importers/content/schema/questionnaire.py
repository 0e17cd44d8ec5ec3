"""The questionnaire as files: questions, needs, rules, phrases, and people to try it with."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from navigator.importers.content.schema.common import Line, Localised, Record, Slug, Slugs

LaneName = Literal["now", "first", "also", "later"]


class Worded(Localised):
    """A text in the three languages and in easy Finnish."""

    fi_simple: Line = Field(alias="fi-simple")


class Spoken(Worded):
    """A text that speaks to the person it is about, and its words for who answers for another."""

    for_other: Worded | None = None
    """For a close person and for a client alike."""
    for_close: Worded | None = None
    for_client: Worded | None = None


def _is_condition(data: dict[str, Any]) -> dict[str, Any]:
    """Return `data` if it has the shape of a condition, all parts of which must hold."""
    for name, value in data.items():
        match name, value:
            case ("any" | "all", [_, *_]) if all(isinstance(part, dict) for part in value):
                for part in value:
                    _is_condition(part)
            case ("not", dict()):
                _is_condition(value)
            case ("at_least", dict()) if all(type(n) is int and n > 0 for n in value.values()):
                pass
            case (_, [_, *_]) if name not in {"any", "all"} and all(
                isinstance(option, str) for option in value
            ):
                pass
            case _:
                raise ValueError(f"expected a condition, found {name!r}: {value!r}")
    return data


ConditionData = Annotated[dict[str, Any], AfterValidator(_is_condition)]
"""`{question: [option, …]}`, `any`, `all`, `not`, `at_least`; see docs/content/questionnaire.md."""


class OptionEntry(Record):
    """One answer that can be chosen."""

    id: Slug
    text: Spoken
    hint: Spoken | None = None
    group: Spoken | None = None
    """The heading over this option and those after it."""
    alone: bool = False
    """Choosing it means choosing nothing else."""


class QuestionEntry(Record):
    """One question, on a page of its own."""

    id: Slug
    kind: Literal["single", "several"]
    title: Spoken
    why: Spoken
    """Why it is asked."""
    help: Spoken | None = None
    ask_if: ConditionData | None = None
    """Conditions on earlier answers; none: it is asked of everybody."""
    options: list[OptionEntry] = Field(min_length=2)


class SayEntry(Record):
    """What one says of a need, when a condition holds."""

    if_: ConditionData = Field(alias="if")
    text: Spoken


class NeedEntry(Record):
    """Something that a person may need help with."""

    id: Slug
    name: Worded
    because: Spoken
    """The reason shown beside its services: what the person said."""
    say: Spoken | list[SayEntry] = []
    """What one says of it on the phone, after a colon: no capital, no full stop. Of several, the
    first whose `if` holds; none: nothing is said of it."""
    lane: LaneName
    weight: int = Field(default=1, ge=0, le=3)
    """How much it adds to the load that decides who coordinates."""
    raised_by: ConditionData | None = None
    """None: no answer raises it; its services only coordinate."""


class AgeSpan(Record):
    """Whole years, both ends included; none: open."""

    from_: int | None = Field(default=None, alias="from", ge=0, le=120)
    to: int | None = Field(default=None, ge=0, le=120)


class BarEntry(Record):
    """A condition of services that some answers cannot meet."""

    condition: Slug
    excluded_if: ConditionData
    because: Spoken


class EmergencyEntry(Record):
    """Services that stand above everything when an option of `urgent` is chosen."""

    option: Slug
    services: Slugs = Field(min_length=1)
    because: Spoken
    ask: dict[Slug, Spoken] = {}
    """Service → what to say or ask for there."""


class SegmentEntry(Record):
    """How a person is helped; the one with the most support stands first."""

    id: Slug
    name: Worded
    because: Spoken
    load: int = Field(default=0, ge=0)
    """The least sum of the weights of needs."""
    if_: ConditionData | None = Field(default=None, alias="if")


class CoordinatorEntry(Record):
    """Who coordinates for people of some segments: the best service of a need."""

    id: Slug
    segments: Slugs = Field(min_length=1)
    if_: ConditionData | None = Field(default=None, alias="if")
    need: Slug
    because: Spoken


class RulesEntry(Record):
    """Everything that turns needs into an order."""

    ages: dict[Slug, AgeSpan]
    age_because: Spoken
    bars: list[BarEntry] = []
    emergencies: list[EmergencyEntry]
    segments: list[SegmentEntry] = Field(min_length=1)
    coordinators: list[CoordinatorEntry] = []
    fallbacks: Slugs = Field(min_length=1)
    fallback_because: Spoken


class PhraseEntry(Record):
    """Words for the first call."""

    id: Slug
    if_: ConditionData | None = Field(default=None, alias="if")
    text: Spoken


class PhrasesEntry(Record):
    """What one may read aloud on the phone; of each list but the last, the first that holds."""

    openings: list[PhraseEntry] = Field(min_length=1)
    plain_openings: list[PhraseEntry] = Field(min_length=1)
    requests: list[PhraseEntry] = Field(min_length=1)
    additions: list[PhraseEntry] = []


class QuestionnaireFile(Record):
    """`content/questionnaire/<part>.yaml`: one part of the questionnaire."""

    questions: list[QuestionEntry] = []
    needs: list[NeedEntry] = []
    rules: RulesEntry | None = None
    phrases: PhrasesEntry | None = None
    outside: dict[Slug, Line] = {}
    """Services to which no answer leads, knowingly, and why not."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.plain():
            raise ValueError("expected questions, needs, rules, phrases or outside")
        return self


class PersonEntry(Record):
    """Somebody who answers, and what their plan must and must not hold."""

    id: Slug
    who: Line
    """Who it is, in Finnish; nobody real."""
    answers: dict[Slug, list[Slug]]
    """Question → the options chosen; none: skipped. Those left out are skipped too."""
    segment: Slug | None = None
    coordinator: Slug | None = None
    """The service that coordinates."""
    holds: dict[LaneName, Slugs] = {}
    """Lane → services that stand in it."""
    lacks: Slugs = []
    """Services that the plan does not show, not even behind "see all"."""
    order: Slugs = []
    """Services that stand in this order."""


class PeopleFile(Record):
    """`content/questionnaire/people/<group>.yaml`: people to try the questionnaire with."""

    about: Line
    people: list[PersonEntry] = Field(min_length=1)
