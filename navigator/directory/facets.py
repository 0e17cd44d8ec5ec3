"""The limits of a search, with the words for each value and how many services it would leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.directory.search_query import FACETS, SearchQuery
from navigator.domain.models import Municipality, Organisation, Topic
from navigator.i18n.messages import gettext as _
from navigator.i18n.messages import lazy_gettext as _l
from navigator.i18n.names import language_name
from navigator.i18n.texts import plain
from navigator.listings.contacts import KINDS as CHANNELS

LEGENDS: dict[str, Any] = {
    "municipality": _l("Municipality"),
    "topic": _l("Topic"),
    "channel": _l("Way of contact"),
    "language": _l("Language of service"),
    "audience": _l("For whom"),
    "provider": _l("Provider"),
    "open": _l("Opening hours"),
}
AUDIENCES: dict[str, Any] = {
    "older-people": _l("Older people"),
    "families": _l("Families with children"),
    "young-people": _l("Young people"),
    "long-term-illness": _l("People with a long-term illness"),
    "disabled-people": _l("People with disabilities"),
    "jobseekers": _l("Jobseekers"),
    "immigrants": _l("People who have moved to Finland"),
    "students": _l("Students"),
    "employers": _l("Employers"),
}
LANGUAGES = (
    *("fi", "sv", "en", "se", "ru", "uk", "et", "ar", "so", "fa", "prs", "ku", "ckb", "tr"),
    *("vi", "th", "zh", "es", "fr", "de", "pl", "sq", "bg", "ro", "pt", "hi", "ur", "ti", "am"),
    "fse",
)
"""Languages of service that can be chosen."""
MOST_PROVIDERS = 20
"""Providers that can be chosen, those with the most results first; a page must stay light."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet."""

    value: str
    label: str
    count: int
    checked: bool
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One facet."""

    name: str
    legend: str
    choices: list[Choice]


class Labels:
    """The values that facets can take, with their words in the page's language."""

    def __init__(self, session: Session) -> None:
        self.by_facet: dict[str, dict[str, str]] = {
            "municipality": _names(session, Municipality),
            "topic": _names(session, Topic, Topic.position),
            "channel": {kind: str(label) for kind, label in CHANNELS.items()},
            "language": {code: language_name(code).capitalize() for code in LANGUAGES},
            "audience": {code: str(label) for code, label in AUDIENCES.items()},
            "provider": _names(session, Organisation),
        }

    def of(self, facet: str, value: str) -> str:
        """Return the words for one value."""
        if facet == "open":
            return _("Open now")
        return self.by_facet[facet].get(value, value)

    def groups(
        self, query: SearchQuery, counts: Mapping[str, Mapping[str, int]], open_count: int | None
    ) -> list[Group]:
        """Return the facets with what each choice would leave; empty choices are left out."""
        groups = [self._group(facet, query, counts.get(facet, {})) for facet in FACETS]
        if open_count is not None:
            choice = Choice("now", _("Open now"), open_count, query.open_now)
            groups.insert(3, Group("open", str(LEGENDS["open"]), [choice]))
        return groups

    def _group(self, facet: str, query: SearchQuery, counts: Mapping[str, int]) -> Group:
        chosen = query.limits.get(facet, frozenset())
        choices = [
            Choice(value, label, counts.get(value, 0), value in chosen)
            for value, label in self.by_facet[facet].items()
            if counts.get(value) or value in chosen
        ]
        if facet in {"provider", "language", "channel", "audience"}:
            choices.sort(key=lambda choice: (not choice.checked, -choice.count, choice.label))
        if facet == "provider":
            choices = choices[:MOST_PROVIDERS]
        return Group(facet, str(LEGENDS[facet]), choices)


def _names(session: Session, model: Any, order: Any = None) -> dict[str, str]:
    """Return slug → name in the page's language."""
    query = select(model.slug, model.name).order_by(model.slug if order is None else order)
    return {slug: plain(name) for slug, name in session.execute(query)}
