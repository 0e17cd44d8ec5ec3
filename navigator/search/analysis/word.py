"""What a word means to the index."""

from dataclasses import dataclass

SHORTEST_TERM = 3
"""Letters under which a part of a compound says nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """The terms of one word."""

    lemmas: tuple[str, ...]
    """Terms of the whole word: all its base forms or stems; never empty."""
    parts: tuple[tuple[str, float], ...] = ()
    """Term of a part of a compound → its share of the letters, between 0 and 1."""
    known: bool = False
    """Whether the language's own analyser knows the word as such."""
    is_compound: bool = False
    """Whether it is made of several words: then it may be a slip that happens to mean something."""

    def weights(self) -> dict[str, float]:
        """Return each term and how much it counts: 1 for the whole word, less for a part."""
        found = {term: part_weight(share) for term, share in self.parts}
        return found | dict.fromkeys(self.lemmas, 1.0)

    def covered(self) -> float:
        """Return the share of the letters that the longest part has; 1 when the word is known."""
        return 1.0 if self.known else max((share for _, share in self.parts), default=0.0)


def part_weight(share: float) -> float:
    """Return how much a compound's part counts that has `share` of its letters."""
    return 0.5 * (0.5 + share)
