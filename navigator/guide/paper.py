"""A plan on paper: by lane, one row for each number or address, with all that answers there."""

from collections.abc import Sequence
from dataclasses import dataclass

from navigator.guide.plan_view import PlanCard
from navigator.i18n.messages import gettext as _
from navigator.i18n.texts import plain
from navigator.listings.contacts import Contact

LONGEST_ADDRESS = 32
"""Letters of a web address that one types from paper; of a longer one only the site is told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One service of a row."""

    card: PlanCard
    reason: str
    """Why it is there; empty when it is the same as for the service before."""
    price: str
    """What it costs; empty when that is not known."""


@dataclass(frozen=True, slots=True)
class Row:
    """A number or an address, and the services that it leads to."""

    contact: Contact | None
    entries: Sequence[Entry]

    @property
    def address(self) -> str:
        """What is typed or looked for, short enough for paper."""
        if self.contact is None:
            return ""
        value = self.contact.value
        is_long = self.contact.kind != "visit" and len(value) > LONGEST_ADDRESS
        return value.partition("/")[0] if is_long else value


def rows_of(cards: Sequence[PlanCard]) -> list[Row]:
    """Return the rows of a lane, in the order of the first service of each."""
    rows: dict[object, tuple[Contact | None, list[Entry]]] = {}
    told = ""
    for card in cards:
        contact = card.contact or card.page or card.other
        key = (contact.kind, contact.value) if contact else card.service.slug
        reason = plain(card.reasons[0])
        entries = rows.setdefault(key, (contact, []))[1]
        entries.append(Entry(card, "" if reason == told else reason, _price_of(card)))
        told = reason
    return [Row(contact, entries) for contact, entries in rows.values()]


def _price_of(card: PlanCard) -> str:
    """Say what the service costs, as far as that is known."""
    if card.service.price_text and card.service.price_kind != "unknown":
        return plain(card.service.price_text)
    return _("Free of charge.") if card.service.price_kind == "free" else ""
