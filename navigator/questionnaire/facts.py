"""What the engine is told of services and their channels."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

ELSEWHERE = "elsewhere"
"""Stands for every municipality outside the county."""

ChannelKind = str
"""`phone`, `sms`, `email`, `visit`, `web_page`, `e_service`, `chat` or `paper_form`."""

SHAPES = {
    "phone": re.compile(r"\+?\d[\d ]{2,}"),
    "sms": re.compile(r"\+?\d[\d ]{2,}"),
    "email": re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+"),
    "visit": re.compile(r".*\w.*", re.DOTALL),
    "web_page": re.compile(r"https://[^\s/]+\.\S+"),
    "e_service": re.compile(r"https://[^\s/]+\.\S+"),
    "chat": re.compile(r"https://[^\s/]+\.\S+"),
    "paper_form": re.compile(r"https://[^\s/]+\.\S+"),
}
"""Kind of channel → what its number or address looks like when it can work."""


@lru_cache(maxsize=16384)
def has_shape(kind: ChannelKind, value: str) -> bool:
    """Tell whether a number or an address looks like one of its kind."""
    shape = SHAPES.get(kind)
    return shape is not None and shape.fullmatch(value) is not None


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """One way to reach a service."""

    kind: ChannelKind
    value: str
    """The number, the address or the page."""
    main: bool = False
    for_everyone: bool = True
    """Not only for professionals."""
    municipalities: frozenset[str] = frozenset()
    """Whom it serves; none: all whom the service serves."""
    place: str | None = None
    """The municipality of the visiting place."""
    needs_identification: bool = False
    """It works only with strong identification (bank codes or the like)."""
    languages: frozenset[str] = frozenset()
    """Languages in which people are served; none: not known."""
    is_dated: bool = False
    """What is known of it is old or in doubt."""
    is_verified: bool = False
    """Somebody has checked it."""

    @property
    def is_well_formed(self) -> bool:
        """Tell whether the number or address looks like one of its kind."""
        return has_shape(self.kind, self.value)


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """One public service, as far as the rules look at it."""

    slug: str
    needs: tuple[str, ...]
    """Needs that it answers, the strongest first."""
    reach: str
    """`local`, `county` or `nationwide`."""
    municipalities: frozenset[str] = frozenset()
    """Where a local service works."""
    ages: tuple[int, int] | None = None
    """Whole years, both ends included; None: all."""
    conditions: frozenset[str] = frozenset()
    """Slugs of its conditions."""
    languages: frozenset[str] = frozenset()
    """Languages of service; none: not known."""
    horizon: str = "soon"
    """`now`, `soon` or `long`."""
    referral_only: bool = False
    is_public_body: bool = True
    """Its organiser is an authority, a municipality or the county."""
    is_dated: bool = False
    """What is known of it is old or in doubt."""
    topics: tuple[str, ...] = ()
    channels: tuple[ChannelFacts, ...] = field(default=())
    fallback: str | None = None
    """The service to call when this one's contact is missing or fails."""

    def serves(self, municipality: str | None) -> bool:
        """Tell whether people of `municipality` can use it; None: not known where they live."""
        if municipality is None or self.reach == "nationwide":
            return True
        if self.reach == "county":
            return municipality != ELSEWHERE
        return municipality in self.municipalities
