"""No person in the content: no personal identity codes, no personal addresses."""

import re
from collections.abc import Iterator
from datetime import date

from stdnum.fi import hetu

from navigator.importers.content.mistakes import Mistake
from navigator.importers.content.reading import ContentRecord, Reading

IDENTITY_CODE = re.compile(r"\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Z]\b")
PERSONAL = re.compile(
    r"(?<![\w.@/-])(?:[^\W\d_-]+(?:-[^\W\d_-]+)*\.)+[^\W\d_-]+(?:-[^\W\d_-]+)*@[\w.-]+"
)
"""How organisations write a person's address: first name, point, last name."""


def check(reading: Reading, day: date) -> Iterator[Mistake]:  # noqa: ARG001
    """Report what would tell of a person, wherever in a file it stands."""
    site = reading.of("site").get("site")
    functions = frozenset(site.value.function_emails) if site else frozenset()
    for record in (*reading.records.values(), *reading.checked.values()):
        yield from _identity_codes(record)
        if site:
            yield from _personal_addresses(record, functions)


def _identity_codes(record: ContentRecord) -> Iterator[Mistake]:
    for number, line in enumerate(record.text.split("\n"), start=1):
        for found in IDENTITY_CODE.findall(line):
            if hetu.is_valid(found, allow_temporary=True):
                yield Mistake(record.path, number, "", "expected no personal identity code")


def _personal_addresses(record: ContentRecord, functions: frozenset[str]) -> Iterator[Mistake]:
    for number, line in enumerate(record.text.split("\n"), start=1):
        for match in PERSONAL.findall(line):
            found = match.rstrip(".")  # the end of the sentence
            if found not in functions:
                message = (
                    f"expected the address of a function, not of a person, found {found!r};"
                    " if it is one, add it to `function_emails` in site.yaml"
                )
                yield Mistake(record.path, number, "", message)
