"""Channels: how a service is reached.

Counterparts: PTV service channel, HSDS phone and location.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from navigator.domain.hours import Hours
from navigator.importers.content.schema.common import (
    FactEntry,
    LanguageCodes,
    Line,
    Localised,
    Record,
    Slug,
    SlugSet,
    Sourced,
    Url,
)

ChannelKind = Literal[
    "phone", "sms", "email", "visit", "web_page", "e_service", "chat", "paper_form"
]
NEEDS: dict[str, str] = {
    "phone": "number",
    "sms": "number",
    "email": "email",
    "visit": "place",
    "web_page": "url",
    "e_service": "url",
    "chat": "url",
    "paper_form": "url",
}
"""Kind → the field that a channel of that kind cannot do without."""


class LocalisedUrl(Record):
    """A web address in each language in which the page exists."""

    fi: Url
    sv: Url | None = None
    en: Url | None = None


class ChannelFields(Record):
    """What every channel says, whether written in a service's file or shared."""

    kind: ChannelKind
    name: Localised | None = None
    """What the channel is called, when its kind does not say enough."""
    number: Line | None = None
    """Phone number as people in Finland dial it, in groups: `03 819 4850`, `116117`."""
    email: Line | None = None
    url: LocalisedUrl | None = None
    place: Slug | None = None
    """The visiting place."""
    price_class: Literal["free", "standard", "premium"] | None = None
    """Price of a call: free; standard: the caller's own rate; premium. None: not known."""
    price_text: Localised | None = None
    callback: bool | None = None
    """Whether they ring back; none: not known."""
    hours: Hours | None = None
    hours_fact: FactEntry | None = None
    """How well the hours are known, when otherwise than the contact."""
    audience: Literal["everyone", "professionals"] = "everyone"
    languages: LanguageCodes = []
    municipalities: SlugSet = []
    """Whom a local channel serves; none: all whom the service serves."""
    note: Localised | None = None
    """One sentence a caller needs to know."""
    fact: FactEntry | None = None

    @model_validator(mode="after")
    def _has_its_address(self) -> Self:
        needed = NEEDS[self.kind]
        if getattr(self, needed) is None:
            raise ValueError(f"expected `{needed}`, for the kind is {self.kind}")
        if self.hours_fact is not None and self.hours is None:
            raise ValueError("expected `hours`, for there is an `hours_fact`")
        return self


class ChannelEntry(ChannelFields):
    """A channel written in the file of the one service it belongs to."""

    id: Slug
    main: bool = False
    """The one action shown first."""


class ChannelUse(Record):
    """A shared channel (`content/channels/…`) as this service uses it."""

    use: Slug
    main: bool = False
    note: Localised | None = None
    """What callers should know or choose when they come for this service."""


def _which(entry: Any) -> str:
    """Tell a use of a shared channel from a channel of one's own."""
    is_use = "use" in entry if isinstance(entry, dict) else isinstance(entry, ChannelUse)
    return USED if is_use else OWN


OWN, USED = TAGS = ("(own channel)", "(shared channel)")
"""Names of the two shapes, which no field can have."""
AnyChannel = Annotated[
    Annotated[ChannelEntry, Tag(OWN)] | Annotated[ChannelUse, Tag(USED)], Discriminator(_which)
]


class SharedChannelFile(ChannelFields, Sourced):
    """`content/channels/<slug>.yaml`: a channel that several services share."""

    organisation: Slug
    name: Localised = Field()
