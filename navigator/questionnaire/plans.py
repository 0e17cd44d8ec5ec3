"""A plan as a value: whom to contact, in which order, and why."""

from dataclasses import dataclass

from navigator.questionnaire.facts import ChannelFacts
from navigator.questionnaire.phrasing import Say
from navigator.questionnaire.reaching import Contact
from navigator.questionnaire.values import Lane, Localised, Need, Reason, Segment


@dataclass(frozen=True, slots=True)
class Line:
    """One service of the plan."""

    service: str
    lane: Lane
    reasons: tuple[Reason, ...]
    """The first is the one that brought it in."""
    contact: Contact | None
    """How this person reaches it; None: only by reading about it."""
    need: str | None = None
    """None: an emergency or the last fallback."""
    page: ChannelFacts | None = None
    """The service's own page, when that comes before the contact."""
    writing: ChannelFacts | None = None
    """In an emergency: where to write when one cannot speak."""
    ask: tuple[Localised, ...] = ()
    """In an emergency: what to say or ask for there."""


@dataclass(frozen=True, slots=True)
class NeedLines:
    """A need, and every service that answers it for this person, the best first."""

    need: Need
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A service that one answer alone kept out."""

    service: str
    need: str
    excluded_by: str
    """`age`, or the slug of the condition."""
    because: Localised


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the answers lead to."""

    segment: Segment
    emergencies: tuple[Line, ...]
    """Above everything at once; empty when nothing is urgent."""
    coordinator: Line | None
    """Who coordinates; comes before the list."""
    lines: tuple[Line, ...]
    """By lane, then by need, then the best first; no service twice."""
    needs: tuple[NeedLines, ...]
    """What stands behind "see all"."""
    near_misses: tuple[NearMiss, ...]
    say: Say

    @property
    def shown(self) -> tuple[Line, ...]:
        """Return all lines of the first screen, from the top."""
        return (*self.emergencies, *((self.coordinator,) if self.coordinator else ()), *self.lines)

    def lane(self, lane: Lane) -> tuple[Line, ...]:
        """Return the lines of one lane."""
        return tuple(line for line in self.lines if line.lane == lane)
