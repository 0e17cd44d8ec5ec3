"""What the index of one language knows: its terms, and words to correct slips by."""

from collections.abc import Mapping, Sequence

from navigator.search.analysis import Analyser, Word
from navigator.search.scores import Scores
from navigator.search.spelling import Speller


class Lexicon:
    """Terms and words of one language's index."""

    def __init__(
        self, language: str, analyser: Analyser, scores: Scores, spellers: Sequence[Speller]
    ) -> None:
        self.language, self.analyser = language, analyser
        self._scores = scores
        self.spellers = spellers

    def __contains__(self, term: str) -> bool:
        return term in self._scores

    def word(self, text: str) -> Word:
        """Return the terms of a word."""
        return self.analyser.word(text, self.language)

    def known(self, weights: Mapping[str, float]) -> dict[str, float]:
        """Return those of weighted terms that the index has."""
        return {term: weight for term, weight in weights.items() if term in self._scores}

    def beginning(self, digits: str) -> list[str]:
        """Return the numbers of the index that begin with `digits`, in order."""
        return sorted(
            term for term in self._scores.terms() if term.isdigit() and term.startswith(digits)
        )

    def frequency(self, term: str) -> int:
        """Return how many documents have `term`."""
        return self._scores.frequency(term)

    def has_written(self, word: str) -> bool:
        """Tell whether `word` stands in a text in this very form."""
        return any(word in speller.words for speller in self.spellers)

    def laid_over(self, scores: Scores, words: Mapping[str, int]) -> "Lexicon":
        """Return the lexicon of newer scores, which knows more words.

        They are few, so they get a speller of their own beside the large one of the index.
        """
        first, *later = self.spellers
        newer = {word: number for word, number in words.items() if word not in first.words}
        for speller in later:
            newer |= speller.words
        spellers = (first, Speller(newer)) if newer else (first,)
        return Lexicon(self.language, self.analyser, scores, spellers)
