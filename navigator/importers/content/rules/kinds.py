"""Records of one kind fit together: nothing is taken twice, and nobody is their own parent."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from navigator.importers.content.mistakes import Location, Mistake
from navigator.importers.content.reading import Reading

Taken = Iterator[tuple[Location, str]]


def check(reading: Reading, day: date) -> Iterator[Mistake]:  # noqa: ARG001
    """Report codes and addresses that two records claim, and circles of parents."""
    yield from _claimed_twice(reading, "municipalities", _code)
    yield from _claimed_twice(reading, "vocabularies", _term_codes)
    yield from _claimed_twice(reading, "vocabularies", _term_uris)
    yield from _claimed_twice(reading, "services", _former_slugs)
    yield from _claimed_twice(reading, "synonyms", _keys)
    yield from _unknown_broader_terms(reading)
    yield from _circles(reading)


def _claimed_twice(
    reading: Reading, kind: str, claims_of: Callable[[Any], Taken]
) -> Iterator[Mistake]:
    """Report what an earlier file claims already."""
    owners: dict[str, str] = {}
    for record in reading.of(kind).values():
        for location, claimed in claims_of(record.value):
            owner = owners.setdefault(claimed, record.path)
            if owner != record.path:
                yield record.mistake(location, f"expected no value of {owner}, found {claimed!r}")


def _code(municipality: Any) -> Taken:
    yield ("code",), municipality.code


def _term_codes(vocabulary: Any) -> Taken:
    for code in vocabulary.terms:
        yield ("terms", code), code


def _term_uris(vocabulary: Any) -> Taken:
    for code, term in vocabulary.terms.items():
        yield ("terms", code, "uri"), term.uri


def _former_slugs(service: Any) -> Taken:
    for position, slug in enumerate(service.former_slugs):
        yield ("former_slugs", position), slug


def _keys(synonyms: Any) -> Taken:
    for position, entry in enumerate(synonyms.entries):
        for key in entry.keys:
            yield ("entries", position, "keys"), f"{synonyms.language}: {key.casefold()}"


def _unknown_broader_terms(reading: Reading) -> Iterator[Mistake]:
    for record in reading.of("vocabularies").values():
        for code, term in record.value.terms.items():
            if term.parent is not None and term.parent not in record.value.terms:
                message = f"expected a code of this list, found {term.parent!r}"
                yield record.mistake(("terms", code, "parent"), message)


def _circles(reading: Reading) -> Iterator[Mistake]:
    """Report organisations that stand above themselves."""
    organisations = reading.of("organisations")
    for slug, record in organisations.items():
        above, parent = set[str](), record.value.parent
        while parent in organisations and parent not in above:
            above.add(parent)
            parent = organisations[parent].value.parent
        if slug in above:
            yield record.mistake(("parent",), "expected a parent that is not below this one")
