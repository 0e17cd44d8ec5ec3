"""What a visitor asks of the search, as its address says it."""

from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

FACETS = ("municipality", "topic", "channel", "language", "audience", "provider")
"""Facets in the order in which the page shows them; each is a parameter of the address."""
PARAMETERS = ("q", *FACETS, "open", "exact", "page", "s")
LONGEST_TEXT = 200
LONGEST_VALUE = 40
MOST_CHOICES = 20
MOST_PAGES = 1000
PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A search: words, limits and the page of its results."""

    text: str
    limits: Mapping[str, frozenset[str]]
    """Facet → chosen values; facets without a choice are left out."""
    open_now: bool
    page: int
    """From 1."""
    exact: bool = False
    """The words are looked for as they were typed, without correcting slips."""
    ignored: tuple[str, ...] = ()
    """Values that no service can have, and that were left out."""
    wordless: bool = False
    """Something was typed that has no letter and no digit in it: there is nothing to look for."""

    @property
    def offset(self) -> int:
        """The number of results before this page."""
        return (self.page - 1) * PAGE_SIZE

    @property
    def is_too_short(self) -> bool:
        """Tell whether the words are one letter, which no text is found by."""
        return len(self.text) == 1 and self.text.isalpha()

    @property
    def is_limited(self) -> bool:
        """Tell whether there is a limit to lift."""
        return bool(self.limits) or self.open_now


def search_query(parameters: MultiDict[str, str], known: Mapping[str, object]) -> SearchQuery:
    """Read the address; what makes no sense in it is left out.

    `known`: facet → its values, as a mapping or set. A value that no service can have is ignored.
    """
    limits = {}
    ignored: list[str] = []
    for facet in FACETS:
        given = parameters.getlist(facet)[:MOST_CHOICES]
        chosen = frozenset(value for value in given if value in known[facet])  # type: ignore[operator]
        if chosen:
            limits[facet] = chosen
        ignored += [
            _printable(value)[:LONGEST_VALUE] for value in given if value and value not in chosen
        ]
    typed = _printable(parameters.get("q", ""))[:LONGEST_TEXT].strip()
    has_words = any(character.isalnum() for character in typed)
    return SearchQuery(
        text=typed if has_words else "",
        wordless=bool(typed) and not has_words,
        limits=limits,
        open_now=parameters.get("open", "") not in {"", "0", "no"},
        exact=bool(parameters.get("exact")),
        page=_page(parameters.get("page", "1")),
        ignored=tuple(dict.fromkeys(ignored)),
    )


def _printable(text: str) -> str:
    """Return the words of a text, without what cannot stand in a page."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _page(text: str) -> int:
    """Return the number of a page; anything but a sensible number is the first."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_PAGES))
    return min(max(int(text), 1), MOST_PAGES) if is_number else 1
