"""Words in the order of the alphabet."""

from collections.abc import Iterable

from navigator.search.analysis import title_order


def by_letter(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their first letter, small; å, ä and ö come after z.

    >>> by_letter(["ruoka", "äiti", "Raha"])
    {'r': ['Raha', 'ruoka'], 'ä': ['äiti']}
    """
    letters: dict[str, list[str]] = {}
    for word in sorted(set(words), key=title_order):
        first = word[:1].lower()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(word)
    return letters
