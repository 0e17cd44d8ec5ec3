"""The search: every service, narrowed by words and limits. No result is a dead end."""

from datetime import datetime

from flask import current_app, render_template, request

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.cards import Card, cards, own_list
from navigator.directory.facets import Labels
from navigator.directory.marking import marked_cards
from navigator.directory.search_query import FACETS, PARAMETERS, SearchQuery, search_query
from navigator.directory.searching import Result, find
from navigator.domain.models import Municipality
from navigator.extensions import db
from navigator.i18n.languages import current_language, text_language
from navigator.listings.openings import midnight_after, now
from navigator.listings.site import exit_url, guidance
from navigator.statistics.counting import count
from navigator.statistics.vain import VainSearches
from navigator.web.caching import live_until, no_store, not_in_browsers, public_page
from navigator.web.links import page_with, page_without
from navigator.web.per_version import per_version

MOST_NEIGHBOURS = 3
SENSITIVE_KINDS = frozenset({"child", "violence"})
"""Kinds of danger that may come from somebody who looks at the same screen."""
FIRST_SEEN = 5
"""Results that stand on the first screens of a phone."""


@bp.get("/services")
@public_page(query=PARAMETERS)
def services() -> str:
    """Show a page of results."""
    moment = now()
    labels = per_version(("labels", text_language()), Labels)
    query = search_query(request.args, labels.by_facet)
    result = find(query, current_language(), moment)
    quick_exit = _is_sensitive(query, result)
    if own_list():
        no_store()
    if quick_exit or result.danger:
        not_in_browsers()
    live_until(midnight_after(moment))  # a service that ends today is then not shown any more
    if result.total == 0 and not result.is_plain:
        _count_in_vain(query, moment)
    municipalities = per_version("municipalities", queries.municipalities_in_order)
    found = cards(db.session, result.rows, moment, municipality=_only(query))
    return render_template(
        "directory/services.html",
        query=query,
        result=result,
        cards=marked_cards(found, result),
        pinned=_pinned(result, moment),
        elsewhere=result.elsewhere,
        exact_href=page_with(exact="1", page=None) if result.corrected else None,
        groups=labels.groups(query, result.counts, result.open_count) if result.counts else [],
        chips=_chips(query, result, labels),
        ignored=_ignored(query, result, labels),
        clear_href=page_with(**dict.fromkeys([*FACETS, "open", "page"])),
        municipalities=municipalities,
        chosen_municipality=_only(query),
        neighbours=_neighbours(query, result, municipalities) if result.total == 0 else [],
        wider=_wider(query, result, labels) if result.total == 0 else [],
        guidance=guidance(moment) if result.total == 0 else None,
        listed=own_list(),
        quick_exit=quick_exit,
        exit_url=exit_url(),
    )


def _count_in_vain(query: SearchQuery, moment: datetime) -> None:
    """Note that nothing was found, and where; what was typed as a seal alone."""
    if query.text and query.page == 1:
        vain: VainSearches = current_app.extensions["vain_searches"]
        vain.add(query.text, current_language(), moment.date())
    count("search without result", "all")
    for facet in ("municipality", "topic"):
        for value in query.limits.get(facet, ()):
            count("search without result", value)


def _is_sensitive(query: SearchQuery, result: Result) -> bool:
    """Tell whether the page may be dangerous to be seen reading: it is about violence.

    So it is when the words speak of such a danger, even while nothing that helps is public; when
    such a topic was chosen; or when such a service is among the first of a search, of those in
    another language, or of the help for a danger.
    """
    if not SENSITIVE_KINDS.isdisjoint(result.danger):
        return True
    elsewhere = result.elsewhere.rows if result.elsewhere else ()
    if any(row.quick_exit for row in (*result.pinned, *elsewhere)):
        return True
    sensitive = per_version("sensitive topics", queries.sensitive_topics)
    if not sensitive.isdisjoint(query.limits.get("topic", ())):
        return True
    return bool(query.text) and any(row.quick_exit for row in result.rows[:FIRST_SEEN])


def _chips(query: SearchQuery, result: Result, labels: Labels) -> list[tuple[str, str]]:
    """Return the words of each limit that holds, and the address without it."""
    chips = [
        (labels.of(facet, value), page_without(facet, value))
        for facet in FACETS
        if facet not in result.ignored
        for value in sorted(query.limits.get(facet, ()))
    ]
    if query.open_now and "open" not in result.ignored:
        chips.append((labels.of("open", "now"), page_with(open=None, page=None)))
    return chips


def _ignored(query: SearchQuery, result: Result, labels: Labels) -> str:
    """Name the limits that do not hold while the index is out of order."""
    chosen = [(facet, sorted(query.limits.get(facet, {"now"}))) for facet in sorted(result.ignored)]
    return ", ".join(labels.of(facet, value) for facet, values in chosen for value in values)


def _only(query: SearchQuery) -> str:
    """Return the municipality chosen, if it is one."""
    chosen = query.limits.get("municipality", frozenset())
    return next(iter(chosen)) if len(chosen) == 1 else ""


def _wider(query: SearchQuery, result: Result, labels: Labels) -> list[tuple[str, int, str]]:
    """Return for each limit: its words, how many there would be without it, and the address."""
    wider = []
    for facet, number in result.lifted.items():
        if number:
            values = sorted(query.limits.get(facet, {"now"}))
            words = ", ".join(labels.of(facet, value) for value in values)
            wider.append((words, number, page_with(**{facet: None, "page": None})))
    return sorted(wider, key=lambda item: -item[1])


def _pinned(result: Result, moment: datetime) -> list[Card]:
    """Return the help that stands before all results."""
    return cards(db.session, result.pinned, moment, with_list=False) if result.pinned else []


def _neighbours(
    query: SearchQuery, result: Result, municipalities: object
) -> list[tuple[Municipality, int, str]]:
    """Return the nearest municipalities where the same search finds something."""
    rows: dict[str, Municipality] = {row.slug: row for row in municipalities}  # type: ignore[attr-defined]
    chosen = rows.get(_only(query))
    if chosen is None:
        return []
    near = [
        (rows[slug], number)
        for slug in chosen.nearby
        if slug in rows and (number := result.near_counts.get(slug, 0))
    ]
    return [
        (row, number, page_with(municipality=row.slug, page=None))
        for row, number in near[:MOST_NEIGHBOURS]
    ]
