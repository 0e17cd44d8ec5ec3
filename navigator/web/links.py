"""Links that change one thing of the page at hand, and links to telephones."""

import re
from collections.abc import Sequence
from typing import Any

from flask import Flask, current_app, g, request, url_for

from navigator.web.caching import known_query


def init_app(app: Flask) -> None:
    """Give templates `page_with`, `page_without`, `page_numbers` and the filter `tel`."""
    app.extensions["addresses"] = {}
    app.add_template_global(address_of, "url_for")
    app.add_template_global(page_with)
    app.add_template_global(page_without)
    app.add_template_global(page_numbers)
    app.add_template_filter(tel)


def address_of(endpoint: str, **values: Any) -> str:
    """Return what `url_for` does; an address without values is made once for each language."""
    if values or endpoint.startswith("."):
        return url_for(endpoint, **values)
    known: dict[tuple[str, str, str], str] = current_app.extensions["addresses"]
    key = (request.script_root, endpoint, g.language or "")
    if not g.language or key not in known:
        address = url_for(endpoint)
        if not g.language or request.script_root:
            return address
        known[key] = address
    return known[key]


def page_with(**changes: str | int | Sequence[str] | None) -> str:
    """Return this page's address with these query parameters instead of its own; None removes."""
    query: dict[str, Any] = {name: _chosen(name) for name, _value in known_query()}
    query.update(changes)
    kept = {name: value for name, value in query.items() if value not in (None, "", [])}
    return url_for(request.endpoint or "", **(kept | (request.view_args or {})))


def page_without(name: str, value: str) -> str:
    """Return this page's address without one choice, from its first page of results on."""
    left = [choice for choice in _chosen(name) if choice != value]
    return page_with(**{name: left, "page": None})


def page_numbers(page: int, pages: int) -> list[int | None]:
    """Return the pages to link to: the ends and the neighbours, None where some are left out.

    >>> page_numbers(5, 9)
    [1, None, 4, 5, 6, None, 9]
    """
    wanted = {1, pages, *range(page - 1, page + 2)}
    shown: list[int | None] = []
    last = 0
    for number in sorted(number for number in wanted if 1 <= number <= pages):
        if number == last + 2:
            shown.append(number - 1)  # a gap of one page is no gap
        elif number > last + 1:
            shown.append(None)
        shown.append(number)
        last = number
    return shown


def tel(number: str) -> str:
    """Return the address that dials `number`."""
    return "tel:" + re.sub(r"(?!^\+)\D", "", number.strip())


def _chosen(name: str) -> list[str]:
    """Return the values of one parameter of this page's address."""
    return [value for key, value in known_query() if key == name]
