"""The shipped table of Finnish words, for machines without a morphological dictionary.

One word a line: `form<tab>lemma lemma<tab>part:share part:share`, with shares in hundredths and no
lemma where it is the form. Made by `flask search lemmas`
from the texts of `content/` on a machine with libvoikko.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from navigator.search.analysis.word import SHORTEST_TERM, Word

NAME = "table"
SHIPPED = Path(__file__).with_name("finnish_words.txt")


class LemmaTable:
    """Finnish forms and their terms."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines

    def forms(self) -> Iterable[str]:
        """Return every form that the table has."""
        return self._lines.keys()

    def word(self, text: str) -> Word | None:
        """Return the terms of a form, or None when the table lacks it."""
        line = self._lines.get(text)
        if line is None:
            return None
        lemmas, _, parts = line.partition("\t")
        shares = tuple((term, int(share) / 100) for term, share in map(_pair, parts.split()))
        is_compound = any(text.startswith(term[:SHORTEST_TERM]) for term, _ in shares)
        return Word(tuple(lemmas.split()) or (text,), shares, known=True, is_compound=is_compound)

    @classmethod
    def shipped(cls) -> Self:
        """Read the table that comes with the program."""
        lines = (line.partition("\t") for line in SHIPPED.read_text("utf-8").splitlines())
        return cls({form: rest for form, _, rest in lines})


def _pair(part: str) -> tuple[str, str]:
    term, _, share = part.rpartition(":")
    return term, share


def table_of(words: Mapping[str, Word]) -> str:
    """Return the text of a table of the words that an analyser knows, in order."""
    known = sorted((form, word) for form, word in words.items() if word.known)
    return "".join(f"{_line(form, word)}\n" for form, word in known if not form.isdigit())


def _line(form: str, word: Word) -> str:
    lemmas = "" if word.lemmas == (form,) else " ".join(word.lemmas)
    parts = " ".join(f"{term}:{round(share * 100)}" for term, share in word.parts)
    return f"{form}\t{lemmas}\t{parts}".rstrip("\t")
