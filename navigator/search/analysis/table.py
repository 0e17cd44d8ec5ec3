"""The shipped table of Finnish words, for machines without a morphological dictionary.

One word a line: `form<tab>lemma lemma<tab>part:share part:share`. Made by `flask search lemmas`
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

    def word(self, text: str) -> Word | None:
        """Return the terms of a form, or None when the table lacks it."""
        line = self._lines.get(text)
        if line is None:
            return None
        lemmas, _, parts = line.partition("\t")
        shares = tuple((term, int(share) / 100) for term, share in map(_pair, parts.split()))
        return Word(
            tuple(lemmas.split()) or (text,),
            shares,
            known=True,
            is_compound=any(text.startswith(term[:SHORTEST_TERM]) for term, _ in shares),
        )

    @classmethod
    def shipped(cls) -> Self:
        """Read the table that comes with the program; empty when it was not made."""
        if not SHIPPED.exists():
            return cls({})
        pairs = (line.split("\t", 1) for line in SHIPPED.read_text("utf-8").splitlines())
        return cls(dict(pairs))


def _pair(part: str) -> tuple[str, str]:
    term, _, share = part.rpartition(":")
    return term, share


def table_of(words: Mapping[str, Word] | Iterable[tuple[str, Word]]) -> str:
    """Return the text of a table of the words that an analyser knows, in order."""
    lines = []
    for form, word in sorted(dict(words).items()):
        if word.known and not form.isdigit():
            lemmas = "" if word.lemmas == (form,) else " ".join(word.lemmas)
            parts = " ".join(f"{term}:{round(share * 100)}" for term, share in word.parts)
            lines.append(
                f"{form}\t{lemmas}\t{parts}".rstrip("\t") + ("" if lemmas or parts else "\t")
            )
    return "\n".join(lines) + "\n"
