"""Official names: the forms that are wrong, and the sentences that may still use them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from navigator.importers.content.lint.findings import Finding, error
from navigator.importers.content.lint.texts import LANGUAGES, Text, sentences
from navigator.importers.content.reading import Reading


@dataclass(frozen=True)
class WrongForm:
    """A form that is wrong in one language, and the official name to use."""

    form: re.Pattern[str]
    unless: tuple[re.Pattern[str], ...]
    official: str


@dataclass
class Terms:
    """All that `content/terms` says."""

    wrong: dict[str, list[WrongForm]] = field(default_factory=dict)
    """By language."""
    officialese: dict[str, str] = field(default_factory=dict)
    warnings_per_thousand: float | None = None
    translated: dict[str, str] = field(default_factory=dict)
    """Digest of the Finnish texts of a record when its translations were last looked at."""


def terms_of(reading: Reading) -> Terms:
    """Put the files of `content/terms` together."""
    terms = Terms({language: [] for language in LANGUAGES})
    for (kind, _), record in sorted(reading.checked.items()):
        if kind != "terms":
            continue
        terms.officialese |= record.value.officialese
        terms.translated |= record.value.translated
        if record.value.warnings_per_thousand is not None:
            terms.warnings_per_thousand = record.value.warnings_per_thousand
        for term in record.value.terms.values():
            for language in LANGUAGES:
                unless = tuple(map(_pattern, getattr(term.unless, language)))
                terms.wrong[language] += [
                    WrongForm(_pattern(form), unless, getattr(term.name, language))
                    for form in getattr(term.wrong, language)
                ]
    return terms


def check(text: Text, terms: Terms) -> Iterator[Finding]:
    """Report wrong forms of official names."""
    said = sentences(text.value)
    for wrong in terms.wrong[text.language]:
        for sentence in said:
            found = wrong.form.search(sentence)
            if found and not any(excuse.search(sentence) for excuse in wrong.unless):
                message = f"expected the official name {wrong.official!r}, found {found[0]!r}"
                yield error("term", text, message)


def _pattern(form: str) -> re.Pattern[str]:
    """Make a pattern of whole words; it tells capitals apart when it is written with any."""
    flags = re.NOFLAG if form != form.lower() else re.IGNORECASE
    return re.compile(rf"\b(?:{form})", flags)


def lower_warnings(content: Path, density: float) -> None:
    """Write the most warnings allowed, in whichever file of the terms holds it, never a higher."""
    for path in sorted((content / "terms").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        found = re.search(r"^(warnings_per_thousand: )([\d.]+)$", text, re.MULTILINE)
        if found and density < float(found[2]):
            path.write_text(text[: found.start(2)] + str(density) + text[found.end(2) :], "utf-8")
