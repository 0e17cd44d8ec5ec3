"""Parts of pages that are made once, and filled in for each visitor.

A part is the same for everyone who reads in its language. Where a page says something of a visitor
– that an option was chosen, what their plan holds – the part has an opening, and what goes there is
put in for one answer of ours and kept nowhere. A key names questions, services and contacts, never
who they are for: what a worker holds tells which pages were read, and not what anyone said.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import inf
from typing import Any, NewType, TypeVar, cast

from flask import g, render_template
from markupsafe import Markup, escape

MOST = 8192
"""Values that a worker keeps of one content version and day."""
OPENING = re.compile("\0([^\0]+)\0")

Value = TypeVar("Value")
Parts = NewType("Parts", tuple[str, ...])
"""Text, the name of an opening, text, … and text at the end."""


def opening(name: str) -> Markup:
    """Return what stands in a template for something that is put in later."""
    return Markup(f"\0{name}\0")  # noqa: S704 - names are ours


def parts_of(html: str) -> Parts:
    """Return what a template with openings made."""
    return Parts(tuple(OPENING.split(html)))


def filled(parts: Parts, values: Mapping[str, str]) -> Markup:
    """Return a part with its openings filled; what has no value stays empty.

    A value that no template made is escaped.
    """
    texts = list(parts)
    for position in range(1, len(texts), 2):
        texts[position] = escape(values.get(texts[position], ""))
    return Markup("".join(texts))  # noqa: S704 - templates made the parts


def rendered(template: str, **values: Any) -> Markup:
    """Return what a template makes, to be put into a part."""
    return Markup(render_template(template, **values))  # noqa: S704 - a template made it


@dataclass(frozen=True, slots=True)
class _Kept:
    value: Any
    made: float
    until: float
    """Moments of the Unix clock between which it is true."""


class Shelf:
    """What is kept of one content version and day."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept] = {}

    def kept(self, key: Hashable, make: Callable[[], Value], moment: datetime) -> Value:
        """Return the value under `key`; made anew when it would tell something false."""
        found = self._kept.get(key)
        if found is not None and found.until == inf:
            return cast("Value", found.value)
        now = moment.timestamp()
        if found is None or not found.made <= now < found.until:
            value, until = _made(make)
            if len(self._kept) >= MOST:
                self._kept.clear()
            self._kept[key] = found = _Kept(value, now, until)
        g.live_until = min(g.get("live_until", inf), found.until)
        return cast("Value", found.value)


def _made(make: Callable[[], Value]) -> tuple[Value, float]:
    """Return a value, and the moment until which it is true (see `web.caching.live_until`)."""
    before = g.pop("live_until", inf)
    value = make()
    until: float = g.pop("live_until", inf)
    g.live_until = before
    return value, until
