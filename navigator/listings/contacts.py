"""The ways to reach a service, ready for its page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from navigator.domain.hours import Hours
from navigator.domain.models import Channel, Fact, ServiceChannel
from navigator.i18n.messages import gettext as _
from navigator.i18n.messages import lazy_gettext as _l
from navigator.i18n.texts import plain
from navigator.listings.openings import OpeningTag, opening_tag
from navigator.web.links import tel

KINDS: dict[str, Any] = {
    "phone": _l("Phone"),
    "sms": _l("Text message"),
    "email": _l("E-mail"),
    "visit": _l("Visiting address"),
    "web_page": _l("Website"),
    "e_service": _l("Online service"),
    "chat": _l("Chat"),
    "paper_form": _l("Paper form"),
}
PRICES: dict[str, Any] = {
    "free": _l("The call is free."),
    "standard": _l("You pay your operator’s normal rate for the call."),
    "premium": _l("The call costs more than usual."),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """One channel of a service, in words."""

    kind: str
    name: str
    """What it is called itself; empty when its kind says enough."""
    label: str
    value: str
    href: str | None
    """Where a press of it leads; None for an address to go to."""
    main: bool
    price: str
    notes: list[dict[str, str]]
    opening: OpeningTag | None
    hours: Hours | None
    fact: Fact | None
    hours_fact: Fact | None
    places: list[dict[str, str]]
    """Names of the municipalities it serves, if not all."""
    for_professionals: bool
    languages: list[str]
    rings_back: bool
    map_href: str | None = None
    details: list[dict[str, str]] = field(default_factory=list)
    """How to get there and in."""

    @property
    def title(self) -> str:
        """Whom it is for and what it is: `Heinola: Tekstiviesti`; no place is named twice."""
        places = [plain(place) for place in self.places]
        if all(place in self.label for place in places):
            return self.label
        return f"{', '.join(places)}: {self.label}"

    @property
    def button(self) -> str:
        """The words of the button that uses it; a call names its number instead."""
        if self.name and self.kind in {"web_page", "e_service", "chat"}:
            return _("Open: %(name)s", name=self.name)
        return button_text(self.kind)


def contacts_of(
    links: Sequence[ServiceChannel], moment: datetime, municipality: str = ""
) -> list[Contact]:
    """Return a service's contacts: the main one first, then those for all, then local ones.

    `municipality`: the one whose people look; its own phone is then the main contact.
    """
    own = {link.channel_id for link in links if _serves_only(link, municipality)}
    main = _main_link(links, own)
    contacts = [_contact(link, moment, is_main=link is main) for link in links]
    order = {
        id(c): (not c.main, bool(c.places), link.channel_id not in own)
        for c, link in zip(contacts, links, strict=True)
    }
    return sorted(contacts, key=lambda contact: order[id(contact)])


def _serves_only(link: ServiceChannel, municipality: str) -> bool:
    """Tell whether a channel is one that `municipality` has for itself, or with a few others."""
    return any(place.slug == municipality for place in link.channel.municipalities)


def _main_link(links: Sequence[ServiceChannel], own: set[int]) -> ServiceChannel | None:
    """Return the link to use first: the municipality's own phone wins over others' and over web."""
    main = next((link for link in links if link.main), None)
    local = sorted(
        (link for link in links if link.channel_id in own),
        key=lambda link: link.channel.kind != "phone",
    )
    if not local or main is None or main.channel_id in own:
        return main
    phones = {main.channel.kind == "phone", local[0].channel.kind == "phone"}
    is_better = local[0].channel.kind == "phone" and len(phones) > 1
    return local[0] if main.channel.municipalities or is_better else main


def main_contact(contacts: Sequence[Contact]) -> Contact | None:
    """Return the contact to use first."""
    return next((contact for contact in contacts if contact.main), None)


def _contact(link: ServiceChannel, moment: datetime, *, is_main: bool) -> Contact:
    channel = link.channel
    place = channel.place
    details = [place.directions, place.accessibility] if place else []
    return Contact(
        kind=channel.kind,
        name=plain(channel.name),
        label=plain(channel.name) or str(KINDS[channel.kind]),
        value=_value(channel),
        href=_href(channel),
        main=is_main,
        price=_price(channel),
        notes=[note for note in (link.note, channel.note) if note],
        opening=opening_tag(channel.hours_data, moment),
        hours=channel.hours,
        fact=_fact(channel),
        hours_fact=channel.hours_fact,
        places=[municipality.name for municipality in channel.municipalities],
        for_professionals=channel.audience == "professionals",
        languages=channel.languages,
        rings_back=channel.callback is True,
        map_href=_map_href(channel),
        details=[detail for detail in details if detail],
    )


def _fact(channel: Channel) -> Fact | None:
    """Return what is known of the contact itself; of a place where the channel says no more."""
    own = channel.fact if channel.fact and not channel.fact.inherited else None
    return own or (channel.place.fact if channel.place else channel.fact)


def _value(channel: Channel) -> str:
    """Return what a reader sees of the channel."""
    match channel.kind:
        case "phone" | "sms":
            return channel.number or ""
        case "email":
            return channel.email or ""
        case "visit":
            return channel.place.address if channel.place else ""
        case _:
            return plain(channel.url).removeprefix("https://").removeprefix("www.").rstrip("/")


def _href(channel: Channel) -> str | None:
    match channel.kind:
        case "phone":
            return tel(channel.number or "")
        case "sms":
            return tel(channel.number or "").replace("tel:", "sms:")
        case "email":
            return f"mailto:{channel.email}"
        case "visit":
            return None
        case _:
            return plain(channel.url)


def _price(channel: Channel) -> str:
    """Say what a call costs, if it is known."""
    if channel.price_text:
        return plain(channel.price_text)
    return str(PRICES[channel.price_class]) if channel.price_class else ""


def _map_href(channel: Channel) -> str | None:
    """Return the address of a route planner, for a place to visit."""
    if channel.place is None:
        return None
    return f"https://www.openstreetmap.org/search?query={quote(channel.place.address)}"


def is_sure(fact: Fact | None, day: date, review_days: dict[str, int]) -> bool:
    """Tell whether readers can lean on a fact alone."""
    return fact is not None and fact.is_sure(day, review_days)


def button_text(kind: str) -> str:
    """Return the words of the button that uses a channel of this kind, other than a phone."""
    match kind:
        case "sms":
            return _("Send a text message")
        case "chat":
            return _("Open the chat")
        case "e_service":
            return _("Open the online service")
        case "email":
            return _("Write an e-mail")
        case _:
            return _("Open the website")
