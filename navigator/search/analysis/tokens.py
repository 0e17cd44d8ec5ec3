"""From text to words in one form, and to what titles are sorted by."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from navigator.search.analysis.stop_words import STOP_WORDS

MAXIMUM_CHARACTERS = 200
MAXIMUM_WORDS = 12

APOSTROPHES = ("’", "'")
"""The one that telephones write, and the one of all keyboards."""
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_DIGITS = re.compile(r"\+?\d[\d \u00a0()/-]{3,}\d")
_LETTERS_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "ö": "}"})
_NO_DIGIT = re.compile(r"\D")


def normalise(text: str) -> str:
    """Return `text` in one form: characters joined, small letters, one apostrophe, no controls."""
    seen = text if text.isprintable() else "".join(map(_printable, text))
    joined = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())
    return joined.replace(*APOSTROPHES)


@lru_cache(maxsize=1000)
def _printable(character: str) -> str:
    """Drop what is not seen (joiners, marks of direction, halves of pairs); controls part words."""
    category = unicodedata.category(character)
    if category == "Cc":
        return " "
    return "" if category[0] == "C" else character


def tokens(text: str) -> list[str]:
    """Return every word of a text that we wrote."""
    return _WORD.findall(normalise(text))


def words(text: str) -> list[str]:
    """Return the words of what somebody typed: of the first 200 characters, at most twelve."""
    found = _WORD.findall(normalise(text[:MAXIMUM_CHARACTERS])[:MAXIMUM_CHARACTERS])
    return list(dict.fromkeys(found))[:MAXIMUM_WORDS]


def numbers(text: str) -> list[str]:
    """Return the telephone numbers in a typed text: their digits, national when they can be."""
    return [national(found) for found in _DIGITS.findall(text[:MAXIMUM_CHARACTERS])]


def national(number: str) -> str:
    """Return the digits of a telephone number as one dials them in Finland."""
    digits = _NO_DIGIT.sub("", number)
    foreign = number.lstrip().startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00")
    return (
        "0" + digits.removeprefix("358").removeprefix("0")
        if (foreign and digits.startswith("358"))
        else digits
    )


def telling(found: Iterable[str], language: str) -> list[str]:
    """Return the words without those that say nothing; all of them when nothing else is left."""
    every = list(found)
    return [word for word in every if word not in STOP_WORDS[language]] or every


def fold(text: str) -> str:
    """Return `text` without dots, rings and accents."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def title_order(title: str) -> str:
    """Return what titles are sorted by: å, ä and ö come after z, other accents do not count."""
    return fold(normalise(title).translate(_LETTERS_AFTER_Z))
