"""One analyser for the three languages of the directory."""

from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

from Stemmer import Stemmer

from navigator.search.analysis.finnish import finnish
from navigator.search.analysis.swedish import Swedish
from navigator.search.analysis.word import SHORTEST_TERM, Word

VERSION = "5"
"""Raised when the same word gives other terms than before: an older index is then not read."""
KEPT_WORDS, LONGEST_KEPT = 10_000, 40
"""Words whose terms are remembered, and their letters: longer ones are hardly anybody's."""


class Analyser:
    """Gives the terms of words in Finnish, Swedish and English. Safe in threads.

    The Finnish engine is looked for when a word first needs it: until then it can be installed.
    """

    def __init__(self, swedish_words: Iterable[str] = ()) -> None:
        self._swedish = Swedish(swedish_words)
        self._english = Stemmer("english", 0)
        self._lock = Lock()  # a stemmer shared by threads returns the words of others
        self._kept = lru_cache(maxsize=KEPT_WORDS)(self._word)

    @property
    def name(self) -> str:
        """Return the engines and the version: what another analyser indexed is not read."""
        return f"{VERSION} fi {finnish().name}; sv, en snowball"

    def word(self, word: str, language: str) -> Word:
        """Return the terms of `word`, which is in the form of `tokens`."""
        return (self._kept if len(word) <= LONGEST_KEPT else self._word)(word, language)

    def _word(self, word: str, language: str) -> Word:
        if word.isdigit():
            return Word((word,), known=True)
        if language == "fi":
            return finnish().word(word)
        with self._lock:
            return self._swedish.word(word) if language == "sv" else self._in_english(word)

    def _in_english(self, word: str) -> Word:
        plain = word.replace("'s", "").strip("'")
        stem = self._english.stemWord(plain.replace("-", ""))
        parts = (
            [part for part in plain.split("-") if len(part) >= SHORTEST_TERM]
            if "-" in plain
            else []
        )
        shares = {self._english.stemWord(part): len(part) / len(plain) for part in parts}
        return Word((stem,), tuple(shares.items()), known=False)
