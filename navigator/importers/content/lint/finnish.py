"""Plain Finnish: short sentences and words, few passives, no officialese."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from navigator.importers.content.lint.findings import Finding, error, warning
from navigator.importers.content.lint.texts import Text, sentences, words

MEAN_ERROR, MEAN_WARNING = 18, 15
"""Words in a sentence on average over a text."""
LONGEST_ERROR, LONGEST_WARNING = 28, 22
LONGEST_EASY = 15
"""Words in one sentence."""
LONGEST_WORD = 22
"""Letters in a word, or in each part of it between hyphens."""
PASSIVES_IN_SENTENCE, PASSIVES_RUNNING = 2, 3
PASSIVE = re.compile(
    r"(?:[aeiouyäö]taan|[aeiouyäö]tään|[aeiouyäöh]d[aä]än|[aeiouyäö]daan"
    r"|(?:t[eu]|o|u)llaan|(?:t[ey]|ei)llään|nnaan|nnään|rraan|rrään|pestään|p[aä]ästään)\b",
    re.IGNORECASE,
)
NOT_PASSIVE = re.compile(
    r"\b(?:vähintään|enintään|viimeistään|tänään|\w*itään|\w*tehtaan|\w*ystään|\w*uu(?:t|d)taan"
    r"|mitään|\w*asioitaan|tietään|\w*ssaan|ikinään|yhtään|edeltään)\b",
    re.IGNORECASE,
)
"""Words that end like a passive and are something else; `etsitään` is let pass for their sake."""
READER = re.compile(r"\b(?:\w{2,}(?:t|tko|tkö)|\w+si|sinu\w*|sinä|\w+kaa)\b", re.IGNORECASE)
"""A verb in the second person, a possessive of the reader, or the reader."""


def check(text: Text, officialese: Mapping[str, str]) -> Iterator[Finding]:
    """Report Finnish that is hard to read."""
    if text.language != "fi" or not text.is_prose:
        return
    said = sentences(text.value)
    yield from _lengths(text, said)
    yield from _passives(text, said)
    yield from _long_words(text)
    yield from _officialese(text, officialese)
    if text.field == "summary" and not READER.search(said[0]):
        yield warning("no-reader", text, "expected a first sentence that says what you get")


def _lengths(text: Text, said: list[str]) -> Iterator[Finding]:
    lengths = [len(words(sentence)) for sentence in said]
    mean, longest = sum(lengths) / len(lengths), max(lengths)
    if mean > MEAN_ERROR:
        yield error("long-sentences", text, f"expected a mean of {MEAN_WARNING} words, {mean:.0f}")
    elif mean > MEAN_WARNING:
        yield warning("long-sentences", text, f"mean of {mean:.0f} words, over {MEAN_WARNING}")
    limit = LONGEST_EASY if text.easy else LONGEST_WARNING
    if longest > LONGEST_ERROR:
        yield error("long-sentence", text, f"expected at most {LONGEST_ERROR} words, {longest}")
    elif longest > limit:
        yield warning("long-sentence", text, f"sentence of {longest} words, over {limit}")


def _passives(text: Text, said: list[str]) -> Iterator[Finding]:
    counts = [len(passives(sentence)) for sentence in said]
    runs = [len(list(run)) for is_passive, run in groupby(counts, key=bool) if is_passive]
    if max(counts) >= PASSIVES_IN_SENTENCE or max(runs, default=0) >= PASSIVES_RUNNING:
        found = ", ".join(word for sentence in said for word in passives(sentence))
        yield warning("passives", text, f"say who does it: {found}")


def passives(sentence: str) -> list[str]:
    """Return the words that look like a verb in the passive."""
    candidates = re.findall(r"\w+", sentence)
    return [word for word in candidates if PASSIVE.search(word) and not NOT_PASSIVE.match(word)]


def _long_words(text: Text) -> Iterator[Finding]:
    for word in re.findall(r"[^\W\d_]+", _without_addresses(text.value)):
        if len(word) > LONGEST_WORD:
            yield warning("long-word", text, f"{word!r} has {len(word)} letters")


def _officialese(text: Text, officialese: Mapping[str, str]) -> Iterator[Finding]:
    bare = _without_addresses(text.value).casefold()
    for start, plain in officialese.items():
        found = re.search(rf"\b{re.escape(start.casefold())}\w*", bare)
        if found:
            yield warning("officialese", text, f"instead of {found[0]!r} say {plain!r}")


def _without_addresses(value: str) -> str:
    return re.sub(r"https?://\S+", "", value)
