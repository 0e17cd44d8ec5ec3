"""From what somebody typed to terms and their weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from navigator.search.analysis import numbers, part_weight, telling, words
from navigator.search.lexicon import Lexicon
from navigator.search.spelling import nearest
from navigator.search.synonyms import Match
from navigator.search.tables import Tables

NUMBER, JOINED, PLACE = 5.0, 1.2, 0.5
"""How much counts: a telephone number, two words that are one in the texts, a municipality."""
SHORTEST_PART, LONGEST = 4, 40
"""Letters of a part of a compound that only the index knows the parts of, and of the whole."""
MOST_COVERED = 0.65
"""A word is not corrected when the index knows a part of it that is longer than this share."""
FEWEST_DIGITS, MOST_NUMBERS = 6, 20
"""Digits that a part of a number must have, and numbers that may begin with it."""
MOST_TRIES = 4
"""Unknown words of one search that a slip is looked for in."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    words: tuple[str, ...]
    """The words that were used, as corrected."""
    corrected: Mapping[str, str]
    """Typed word → the word used in its place."""
    weights: Mapping[str, float]
    """Term of the index → how much it counts."""
    covers: tuple[frozenset[str], ...]
    """For each word, the terms that answer it: results that answer more words come first."""
    reasons: Mapping[str, str]
    """Term of the index → the typed word, or everyday words, that it stands for."""
    municipalities: frozenset[str] = frozenset()
    """Municipalities that were named."""


@dataclass(slots=True)
class _Draft:
    """A query in the making."""

    weights: dict[str, float] = field(default_factory=dict)
    covers: list[set[str]] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    def add(self, terms: Mapping[str, float], reason: str, *places: int) -> None:
        for term, weight in terms.items():
            self.weights[term] = self.weights.get(term, 0.0) + weight
            self.reasons.setdefault(term, reason)
            for place in places:
                self.covers[place].add(term)


def read_query(
    text: str, language: str, lexicon: Lexicon, tables: Tables, *, exact: bool = False
) -> Query | None:
    """Understand `text`; None when it holds no word. `exact`: correct nothing."""
    called = [number for begun in numbers(text) for number in _called(begun, lexicon)]
    typed = [word for word in words(text) if not (called and word.isdigit())]
    used = telling(typed, language)
    if not used and not called:
        return None
    corrected = {} if exact else _corrections(used, language, lexicon, tables)
    used = [corrected.get(word, word) for word in used]
    draft = _Draft(covers=[set() for _ in used])
    draft.add(dict.fromkeys(called, NUMBER), "number")
    named = _add_words(draft, used, lexicon, tables)
    _add_joined(draft, used, lexicon)
    _add_synonyms(draft, used, language, lexicon, tables)
    return Query(
        words=(*used, *called),
        corrected=corrected,
        weights=draft.weights,
        covers=tuple(frozenset(terms) for terms in draft.covers if terms),
        reasons=draft.reasons,
        municipalities=named,
    )


def _called(number: str, lexicon: Lexicon) -> list[str]:
    """Return the number as the index has it, or those that begin with it."""
    if number in lexicon:
        return [number]
    return lexicon.beginning(number)[:MOST_NUMBERS] if len(number) >= FEWEST_DIGITS else []


def _corrections(
    used: Sequence[str], language: str, lexicon: Lexicon, tables: Tables
) -> dict[str, str]:
    """Return a better word for each that nobody knows."""
    unknown = [word for word in used if _is_unknown(word, language, lexicon, tables)]
    spellers = (*lexicon.spellers, *tables.spellers(language))
    found = {word: nearest(word, spellers) for word in unknown[:MOST_TRIES]}
    return {word: better for word, better in found.items() if better and better != word}


def _is_unknown(word: str, language: str, lexicon: Lexicon, tables: Tables) -> bool:
    found = lexicon.word(word)
    if any(lemma in lexicon for lemma in found.lemmas) or tables.knows(language, found.lemmas):
        return False
    if tables.municipality(found.lemmas) or (found.known and not found.is_compound):
        return False
    covered = max((share for term, share in found.parts if term in lexicon), default=0.0)
    return covered < MOST_COVERED and not _parts(word, lexicon)


def _parts(word: str, lexicon: Lexicon) -> dict[str, float]:
    """Return the terms of the two words of the texts that `word` is put together from."""
    if len(word) > LONGEST:
        return {}
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if lexicon.has_written(word[:at]):
            begins, ends = lexicon.word(word[:at]).lemmas, lexicon.word(word[at:]).lemmas
            left = lexicon.known(dict.fromkeys(begins, part_weight(at / len(word))))
            right = lexicon.known(dict.fromkeys(ends, part_weight(1 - at / len(word))))
            if left and right:
                return left | right
    return {}


def _add_words(draft: _Draft, used: list[str], lexicon: Lexicon, tables: Tables) -> frozenset[str]:
    """Add the terms of each word itself; return the municipalities that were named."""
    named = set()
    for place, word in enumerate(used):
        found = lexicon.word(word)
        terms = lexicon.known(found.weights()) or ({} if found.known else _parts(word, lexicon))
        if slug := tables.municipality(found.lemmas):
            named.add(slug)
            terms = {term: PLACE * weight for term, weight in terms.items()}
        draft.add(terms, word, place)
    return frozenset(named)


def _add_joined(draft: _Draft, used: list[str], lexicon: Lexicon) -> None:
    """Add words that were written apart though the texts write them together."""
    for place in range(len(used) - 1):
        left, right = used[place : place + 2]
        if len(left) + len(right) > LONGEST:
            continue
        firsts = {left, *lexicon.word(left).lemmas}
        for joined in sorted(first + right for first in firsts if first.isalpha()):
            lemmas = lexicon.word(joined).lemmas
            terms = lexicon.known(dict.fromkeys(lemmas, JOINED))
            draft.add(terms, joined, place, place + 1)
            if terms:
                break


def _add_synonyms(
    draft: _Draft, used: list[str], language: str, lexicon: Lexicon, tables: Tables
) -> None:
    """Add the listings' words for everyday words."""
    lemmas = [frozenset(lexicon.word(word).lemmas) for word in used]
    for match in tables.matches(language, lemmas):
        places = range(match.start, match.start + match.length)
        for meaning in match.synonym.means:
            terms = _meaning(meaning, language, lexicon, match)
            draft.add(terms, f"{match.synonym.key} → {meaning}", *places)


def _meaning(meaning: str, language: str, lexicon: Lexicon, match: Match) -> dict[str, float]:
    """Return the terms of one meaning: whole words, or their parts where the index lacks them."""
    terms: dict[str, float] = {}
    parts = telling(words(meaning), language)
    for part in parts:
        found = lexicon.word(part)
        own = lexicon.known(dict.fromkeys(found.lemmas, 1.0)) or lexicon.known(found.weights())
        for term, weight in own.items():
            terms[term] = max(terms.get(term, 0.0), match.weight * weight / len(parts) ** 0.5)
    return terms
