"""Translations that say the same as the Finnish source, in their own words."""

import re
from collections.abc import Iterator

from navigator.importers.content.lint.findings import Finding, error, warning
from navigator.importers.content.lint.texts import Text, Trio
from navigator.importers.content.reading import ContentRecord
from navigator.importers.content.schema.common import Keywords

DIGITS = re.compile(r"\d{3,}")
"""Years, sums and postal codes; days and times are written differently in each language."""
OWN_WORDS: dict[str, str] = {
    "fi": "ja on tai sinun voit saat joka jos kun myös sinua ei ovat kuin mihin",
    "sv": "och är eller du dig kan som att det för inte på av till vart",
    "en": "and is or you your can the that for not of to with are where",
}
"""Small words that one of the three languages has and the others have not."""
SURE = 2
"""Small words of another language that give a text away."""


def check(trio: Trio) -> Iterator[Finding]:
    """Report translations that were forgotten or left behind."""
    for text in (trio.fi, trio.sv, trio.en):
        if is_in_another_language(text):
            message = "expected this text in the language of its field"
            yield error("wrong-language", text, message)
    for text in (trio.sv, trio.en):
        if trio.fi.is_prose and text.value == trio.fi.value:
            yield error("untranslated", text, "expected a translation, found the Finnish text")
        missing = _numbers(trio.fi) - _numbers(text)
        other = _numbers(text) - _numbers(trio.fi)
        if missing or other:
            said = ", ".join(sorted(missing | other))
            yield error("other-numbers", text, f"expected the numbers of the Finnish text: {said}")


def is_in_another_language(text: Text) -> bool:
    """Tell whether the small words of a text belong to another language than its field's."""
    said = re.findall(r"\w+", text.value.casefold())
    counts = {
        code: len([word for word in said if word in own.split()]) for code, own in OWN_WORDS.items()
    }
    own = counts.pop(text.language)
    return max(counts.values()) >= max(SURE, own + 1)


def check_keywords(record: ContentRecord) -> Iterator[Finding]:
    """Report other names that nobody gave in one of the languages."""
    names: Keywords | None = getattr(record.value, "also_known_as", None)
    for language in ("sv", "en") if names and names.fi else ():
        if not getattr(names, language):
            place = ("also_known_as", language)
            text = Text(record, place, "name", language, "")
            yield warning("no-other-names", text, "expected words that people search with")


def _numbers(text: Text) -> frozenset[str]:
    """Return the longer numbers of a text, written without spaces and separators."""
    joined = re.sub(r"(?<=\d)[ \u00a0\u202f,.](?=\d{3}(?:\D|$))", "", text.value)
    return frozenset(DIGITS.findall(joined))
