"""In which of the languages somebody wrote."""

from collections.abc import Mapping

from navigator.search.analysis import STOP_WORDS, words
from navigator.search.lexicon import Lexicon
from navigator.search.tables import NO_TABLES, Tables

WRITTEN, KNOWN, SAYS_NOTHING, RING = 1.0, 0.6, 0.8, 0.5
"""Votes: a word that stands in the texts, one that is known otherwise, a small word, an å."""


def vote(text: str, lexicons: Mapping[str, Lexicon], page: str, tables: Tables = NO_TABLES) -> str:
    """Return the likeliest language of `text`; when two are as likely, that of the page first."""
    typed = words(text)
    votes = {
        language: sum(_vote(word, lexicon, tables) for word in typed)
        for language, lexicon in lexicons.items()
    }
    if "å" in text.casefold() and "sv" in votes:
        votes["sv"] += RING
    return max(votes, key=lambda language: (round(votes[language], 3), language == page))


def _vote(word: str, lexicon: Lexicon, tables: Tables) -> float:
    if word in STOP_WORDS[lexicon.language]:
        return SAYS_NOTHING
    if lexicon.has_written(word):
        return WRITTEN
    found = lexicon.word(word)
    is_everyday = tables.knows(lexicon.language, found.lemmas)
    is_known = found.known or is_everyday or any(term in lexicon for term in found.weights())
    return KNOWN if is_known else 0.0
