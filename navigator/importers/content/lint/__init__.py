"""`flask content lint`: how the texts are written, in the three languages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from navigator.importers.content.lint import (
    confirmed,
    contacts,
    finnish,
    terms,
    translations,
    typography,
)
from navigator.importers.content.lint.findings import Finding
from navigator.importers.content.lint.texts import Text, easy_texts_of, trios_of
from navigator.importers.content.reading import ContentRecord, Reading

NOT_OURS = frozenset({"vocabularies"})
"""Kinds whose texts were written by somebody else and are shown as they are."""


@dataclass(frozen=True)
class Lint:
    """What was found in how many texts."""

    findings: list[Finding]
    texts: int
    allowed: float | None
    """The most warnings allowed on a thousand texts."""

    @property
    def errors(self) -> list[Finding]:
        """Return what must be mended."""
        return [finding for finding in self.findings if finding.level == "error"]

    @property
    def warnings(self) -> list[Finding]:
        """Return what ought to be mended."""
        return [finding for finding in self.findings if finding.level == "warning"]

    @property
    def density(self) -> float:
        """Return the warnings on a thousand texts, to one decimal."""
        return round(1000 * len(self.warnings) / max(self.texts, 1), 1)

    @property
    def by_rule(self) -> Counter[str]:
        """Count the findings of each rule."""
        return Counter(f"{finding.level} {finding.rule}" for finding in self.findings)


def lint(reading: Reading) -> Lint:
    """Read every text as a strict editor would."""
    known = terms.terms_of(reading)
    findings: list[Finding] = []
    count = 0
    for record in reading.records.values():
        if record.kind in NOT_OURS:
            continue
        findings += _of_record(record)
        findings += confirmed.check(record, known.translated)
        for text in _texts(record):
            count += 1
            findings += finnish.check(text, known.officialese)
            findings += typography.check(text)
            findings += terms.check(text, known)
    ordered = sorted(set(findings), key=lambda finding: finding.mistake)
    return Lint(ordered, count, known.warnings_per_thousand)


def _of_record(record: ContentRecord) -> Iterator[Finding]:
    yield from contacts.check(record)
    yield from translations.check_keywords(record)
    for trio in trios_of(record):
        yield from translations.check(trio)


def _texts(record: ContentRecord) -> Iterator[Text]:
    for trio in trios_of(record):
        yield from (trio.fi, trio.sv, trio.en)
    yield from easy_texts_of(record)
