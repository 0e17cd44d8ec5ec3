"""From text to terms. The one module that knows words; a better analyser replaces it here.

Terms are of two kinds, told apart by their first letter: a word as it was written, and its stem
without dots and rings, marked with `=`. So `päivähoito` and `paivahoidossa` meet, and a word that
people can be shown never mixes with a stem that they cannot.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from whoosh.lang.snowball.english import EnglishStemmer
from whoosh.lang.snowball.finnish import FinnishStemmer
from whoosh.lang.snowball.swedish import SwedishStemmer

ANALYSER = "snowball-1"
"""Name and version: an index made by another is not read."""
MAXIMUM_CHARACTERS = 200
MAXIMUM_WORDS = 12
STEM = "="

_STOP_WORDS = {
    "fi": "ja tai on ei en että kun jos se ne ole olen oli myös mutta niin kuin sekä voi mä mun"
    " minä minun sinä hän me te he tämä missä mikä mitä mistä miten kuka onko voiko",
    "sv": "och eller att det den de en ett i på av för med till om är som jag du vi ni han hon inte"
    " kan min mitt mina var vad när hur vem finns",
    "en": "a an and or the of to in on at for with is are be i you we they he she it my me not do"
    " does can how what where when who",
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
_STEMMERS: dict[str, Callable[[str], str]] = {
    "fi": FinnishStemmer().stem,
    "sv": SwedishStemmer().stem,
    "en": EnglishStemmer().stem,
}
_WORD = re.compile(r"[^\W_]+")
_LETTERS_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "ö": "}"})


def normalise(text: str) -> str:
    """Return `text` in one form: compatible characters joined, small letters, no controls."""
    seen = text if text.isprintable() else "".join(map(_printable, text))
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())


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


def telling(found: Iterable[str], language: str) -> list[str]:
    """Return the words without those that say nothing; all of them when nothing else is left."""
    every = list(found)
    return [word for word in every if word not in STOP_WORDS[language]] or every


@lru_cache(maxsize=50_000)
def terms(word: str, language: str) -> tuple[str, ...]:
    """Return the terms under which `word` is indexed and looked up: itself and its stem."""
    return word, STEM + stem(word, language)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """Return what the forms of `word` begin with, without dots and rings."""
    return fold(_STEMMERS[language](word))


def fold(text: str) -> str:
    """Return `text` without dots, rings and accents."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def title_order(title: str) -> str:
    """Return what titles are sorted by: å, ä and ö come after z, other accents do not count."""
    return fold(normalise(title).translate(_LETTERS_AFTER_Z))
