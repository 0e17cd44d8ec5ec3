"""Cards of results with the words marked that answer the search."""

from collections.abc import Iterable, Mapping
from typing import Any

from navigator.directory.cards import Card
from navigator.directory.searching import Result
from navigator.i18n.languages import text_language
from navigator.search.analysis import Analyser, analyser
from navigator.search.highlight import Pieces, highlighted


def marked_cards(cards: Iterable[Card], result: Result) -> list[dict[str, Any]]:
    """Return the arguments of `service_card`, with name and summary cut into pieces."""
    terms, words = result.terms, result.analyser or analyser()
    return [
        card.fields()
        | ({"name_pieces": _pieces(card.name, terms, words)} if terms else {})
        | ({"summary_pieces": _pieces(card.summary, terms, words)} if terms else {})
        for card in cards
    ]


def _pieces(text: Mapping[str, str], terms: frozenset[str], words: Analyser) -> Pieces | None:
    """Cut a text in the page's language; None when it is shown in another one."""
    language = text_language()
    own = text.get(language)
    return highlighted(own, language, terms, words) if own else None
