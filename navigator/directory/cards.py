"""Services in a list, ready for `macros/service_card.html`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from flask import request, url_for
from sqlalchemy.orm import Session

from navigator.directory import queries
from navigator.directory.kept_rows import places_of, spoken_channels
from navigator.directory.queries import CardRow
from navigator.i18n.languages import current_language
from navigator.i18n.messages import gettext as _
from navigator.i18n.texts import plain
from navigator.listings.openings import OpeningTag, opening_tag

SLUG = re.compile(r"[a-z0-9-]{1,80}")
MOST_PLACES = 3
"""Municipalities named when a service reaches many more than these."""
PLACE = "slug-of-the-service-0"
"""Stands in addresses where a slug will stand."""
LONGEST_LIST = 30
"""Services on one's own list; an address of this length is still whole everywhere."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a list says of one service."""

    slug: str
    name: dict[str, str]
    href: str
    summary: dict[str, str]
    provider: dict[str, str]
    area: str
    opening: OpeningTag | None
    phone: str | None
    list_href: str | None
    row: CardRow

    def fields(self) -> dict[str, Any]:
        """Return the arguments of the macro."""
        names = ("name", "href", "summary", "provider", "area", "opening", "phone", "list_href")
        return {name: getattr(self, name) for name in names}


def cards(
    session: Session,
    rows: Sequence[CardRow],
    moment: datetime,
    *,
    with_list: bool = True,
    municipality: str = "",
) -> list[Card]:
    """Make cards of rows, with at most three looks at the database however many there are.

    `municipality`: the one whose people look; its own phone is then shown. A line in the language
    of the page comes before one in others.
    """
    places = places_of([r.id for r in rows if r.reach == "local"])
    spoken = spoken_channels([r.id for r in rows], current_language())
    rows = [r.reached_by(spoken[r.id]) if r.id in spoken else r for r in rows]
    rows = _with_own_channels(session, rows, municipality)
    listed = own_list()
    look = _Look(moment, _Links(listed, municipality), with_list)
    return [_card(row, places.get(row.id, []), look) for row in rows]


class _Look(NamedTuple):
    """Who looks at a list, and when."""

    moment: datetime
    links: "_Links"
    with_list: bool


class _Links:
    """The addresses of cards on one page, which differ in the service's slug alone."""

    def __init__(self, listed: list[str], municipality: str) -> None:
        chosen: dict[str, Any] = {"municipality": municipality or None, "s": listed or None}
        self._listed = frozenset(listed)
        self._service = url_for("directory.service", slug=PLACE, **chosen).split(PLACE, 1)
        self._list = (add_href(PLACE, listed) or "").rsplit(PLACE, 1)

    def service(self, slug: str) -> str:
        """Return the address of a service's page."""
        return slug.join(self._service)

    def list(self, slug: str) -> str | None:
        """Return the address that adds a service to the list; None if it is full or has it."""
        return slug.join(self._list) if len(self._list) > 1 and slug not in self._listed else None


def _with_own_channels(
    session: Session, rows: Sequence[CardRow], municipality: str
) -> list[CardRow]:
    """Give each service the channel that people of `municipality` use.

    A channel of other municipalities is left out: better no number than a wrong one.
    """
    ids = [row.id for row in rows]
    own = queries.local_channels(session, ids, municipality=municipality) if municipality else {}
    nothing = queries.LocalChannel(None, None, None, None)
    chosen = []
    for row in rows:
        channel = own.get(row.id)
        is_first_phone = channel and channel.channel_kind == "phone" and row.channel_kind != "phone"
        if channel and (row.is_local or is_first_phone):
            chosen.append(row.reached_by(channel))
        else:
            chosen.append(row.reached_by(nothing) if row.is_local else row)
    return chosen


def _card(row: CardRow, places: list[dict[str, str]], look: _Look) -> Card:
    return Card(
        slug=row.slug,
        name=row.name,
        href=look.links.service(row.slug),
        summary=row.summary,
        provider=row.provider,
        area=area_text(row.reach, places),
        opening=opening_tag(row.hours, look.moment),
        phone=row.number if row.channel_kind == "phone" else None,
        list_href=look.links.list(row.slug) if look.with_list and not row.quick_exit else None,
        row=row,
    )


def area_text(reach: str, places: Sequence[dict[str, str]]) -> str:
    """Name the area that a service reaches, in a few words."""
    if reach == "nationwide":
        return _("All of Finland")
    if reach == "county":
        return _("All of Päijät-Häme")
    names = [plain(name) for name in places]
    if len(names) <= MOST_PLACES + 1:
        return ", ".join(names)
    return _(
        "%(names)s and %(number)d other municipalities",
        names=", ".join(names[:MOST_PLACES]),
        number=len(names) - MOST_PLACES,
    )


def own_list() -> list[str]:
    """Return the slugs of the visitor's own list, which this address carries."""
    given = filter(SLUG.fullmatch, request.args.getlist("s"))
    return list(dict.fromkeys(given))[:LONGEST_LIST]


def add_href(slug: str, listed: list[str]) -> str | None:
    """Return the address that shows one's list with `slug` added; None when it is full."""
    if len(listed) >= LONGEST_LIST:
        return None
    return url_for("directory.own_list", s=[*listed, slug])
