"""Whatever a file names must exist."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from navigator.importers.content.mistakes import Location, Mistake
from navigator.importers.content.reading import Reading

Pattern = tuple[str | int, ...]
EACH = "*"
"""Stands for every item of a list."""

REFERENCES: dict[str, list[tuple[Pattern, str]]] = {
    "municipalities": [
        (("organisation",), "organisations"),
        (("employment_authority",), "organisations"),
        (("nearby", EACH), "municipalities"),
    ],
    "organisations": [
        (("parent",), "organisations"),
        (("municipalities", EACH), "municipalities"),
        (("fallback",), "services"),
    ],
    "topics": [(("fallback",), "services"), (("service_classes", EACH), "terms")],
    "places": [(("organisation",), "organisations"), (("municipality",), "municipalities")],
    "channels": [
        (("organisation",), "organisations"),
        (("place",), "places"),
        (("municipalities", EACH), "municipalities"),
    ],
    "services": [
        (("organiser",), "organisations"),
        (("producers", EACH, "organisation"), "organisations"),
        (("producers", EACH, "municipalities", EACH), "municipalities"),
        (("area", "municipalities", EACH), "municipalities"),
        (("conditions", EACH, "condition"), "conditions"),
        (("topics", EACH), "topics"),
        (("classification", "service_classes", EACH), "terms"),
        (("classification", "target_groups", EACH), "terms"),
        (("classification", "life_events", EACH), "terms"),
        (("channels", EACH, "use"), "channels"),
        (("channels", EACH, "place"), "places"),
        (("channels", EACH, "municipalities", EACH), "municipalities"),
        (("fallback",), "services"),
        (("related", EACH), "services"),
        (("replaced_by", EACH), "services"),
        (("gaps", EACH, "municipalities", EACH), "municipalities"),
    ],
    "notices": [(("services", EACH), "services"), (("topics", EACH), "topics")],
    "situations": [
        (("steps", EACH, "services", EACH), "services"),
        (("topics", EACH), "topics"),
    ],
    "synonyms": [(("entries", EACH, "top", EACH), "services")],
    "danger": [(("help", EACH), "services")],
    "questionnaire": [
        (("rules", "emergencies", EACH, "services", EACH), "services"),
        (("rules", "fallbacks", EACH), "services"),
        (("rules", "bars", EACH, "condition"), "conditions"),
    ],
    "help-now": [(("groups", EACH, "services", EACH), "services")],
    "site": [(("fallback",), "services"), (("urgent", EACH), "services")],
}


def check(reading: Reading, day: date) -> Iterator[Mistake]:  # noqa: ARG001
    """Report each name that no file bears."""
    names = known(reading)
    for record in reading.records.values():
        for pattern, kind in REFERENCES.get(record.kind, []):
            if kind == "terms" and reading.has_broken("vocabularies"):
                continue
            for location, slug in values_at(record.value, pattern):
                if slug not in names[kind]:
                    yield record.mistake(location, f"expected one of {kind}, found {slug!r}")


def known(reading: Reading) -> dict[str, frozenset[str]]:
    """Return the names that exist, by kind; `terms` are the codes of all vocabularies.

    A file that could not be read exists: what names it is no second mistake.
    """
    names: dict[str, frozenset[str]] = {}
    for kind in {kind for patterns in REFERENCES.values() for _, kind in patterns} - {"terms"}:
        broken = {slug for broken_kind, slug in reading.broken if broken_kind == kind}
        names[kind] = frozenset({*reading.of(kind), *broken})
    lists = reading.of("vocabularies").values()
    names["terms"] = frozenset(code for record in lists for code in record.value.terms)
    return names


def values_at(value: Any, pattern: Pattern) -> Iterator[tuple[Location, str]]:
    """Find the texts of `value` at `pattern`, with where they stand."""
    if value is None:
        return
    if not pattern:
        yield (), value
        return
    head, *rest = pattern
    if head == EACH:
        children: Any = enumerate(value)
    else:
        children = [(head, getattr(value, str(head), None))]
    for name, child in children:
        for location, found in values_at(child, tuple(rest)):
            yield (name, *location), found
