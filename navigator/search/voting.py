"""In which of the languages somebody wrote."""

from collections.abc import Mapping

from navigator.search.analysis import STOP_WORDS, words
from navigator.search.lexicon import Lexicon

WRITTEN, KNOWN, SAYS_NOTHING, RING = 1.0, 0.6, 0.8, 0.5
"""Votes: a word that stands in the texts, one whose form is known, a small word, an å."""


def vote(text: str, lexicons: Mapping[str, Lexicon], page: str) -> str:
    """Return the likeliest language of `text`; when two are as likely, that of the page first."""
    typed = words(text)
    votes = {
        language: sum(_vote(word, lexicon) for word in typed)
        for language, lexicon in lexicons.items()
    }
    if "å" in text.casefold() and "sv" in votes:
        votes["sv"] += RING
    return max(votes, key=lambda language: (round(votes[language], 3), language == page))


def _vote(word: str, lexicon: Lexicon) -> float:
    if word in STOP_WORDS[lexicon.language]:
        return SAYS_NOTHING
    if lexicon.has_written(word):
        return WRITTEN
    found = lexicon.word(word)
    return KNOWN if found.known or any(term in lexicon for term in found.lemmas) else 0.0
