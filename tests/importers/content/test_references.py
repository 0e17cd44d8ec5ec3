"""Whatever a file names must exist."""

import pytest

from navigator.importers.content.rules.references import REFERENCES
from navigator.importers.content.schema import KINDS


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "municipalities/mallila",
            "organisation: mallilan-kunta",
            "organisation: muu-kunta",
            "organisation: expected one of organisations, found 'muu-kunta'",
        ),
        (
            "municipalities/mallila",
            "[kaavala]",
            "[kaavala, muu]",
            "nearby.1: expected one of municipalities, found 'muu'",
        ),
        (
            "organisations/kaavalan-kunta",
            "parent: mallilan-kunta",
            "parent: muu-kunta",
            "parent: expected one of organisations, found 'muu-kunta'",
        ),
        (
            "topics/apu",
            "fallback: neuvonta",
            "fallback: muu",
            "fallback: expected one of services, found 'muu'",
        ),
        (
            "topics/apu",
            "[P1, P1.2]",
            "[P1, P99]",
            "service_classes.1: expected one of terms, found 'P99'",
        ),
        (
            "places/kaavalan-paja",
            "municipality: kaavala",
            "municipality: muu",
            "municipality: expected one of municipalities, found 'muu'",
        ),
        (
            "channels/hatanumero",
            "organisation: esimerkkialue",
            "organisation: muu",
            "organisation: expected one of organisations, found 'muu'",
        ),
        (
            "services/tyopaja",
            "condition: mallilalainen",
            "condition: muu",
            "conditions.1.condition: expected one of conditions, found 'muu'",
        ),
        (
            "services/tyopaja",
            "organisation: kaavalan-kunta",
            "organisation: muu",
            "producers.1.organisation: expected one of organisations, found 'muu'",
        ),
        (
            "services/tyopaja",
            "life_events: [KE4]",
            "life_events: [KE5]",
            "classification.life_events.0: expected one of terms, found 'KE5'",
        ),
        (
            "services/tyopaja",
            "place: kaavalan-paja",
            "place: muu",
            "channels.1.place: expected one of places, found 'muu'",
        ),
        (
            "services/hatapuhelin",
            "use: hatanumero",
            "use: muu",
            "channels.0.use: expected one of channels, found 'muu'",
        ),
        (
            "services/neuvonta",
            "related: [hatapuhelin]",
            "related: [muu]",
            "related.0: expected one of services, found 'muu'",
        ),
        (
            "notices/muutto",
            "topics: [tyo]",
            "topics: [muu]",
            "topics.0: expected one of topics, found 'muu'",
        ),
        (
            "situations/jain-tyottomaksi",
            "services: [tyopaja]",
            "services: [muu]",
            "steps.1.services.0: expected one of services, found 'muu'",
        ),
        (
            "help-now",
            "services: [turvakoti]",
            "services: [muu]",
            "groups.1.services.0: expected one of services, found 'muu'",
        ),
        (
            "site",
            "urgent: [hatapuhelin]",
            "urgent: [muu]",
            "urgent.0: expected one of services, found 'muu'",
        ),
    ],
)
def test_a_name_that_no_file_bears_is_reported_with_its_line(spoilt, file, old, new, expected):
    assert expected in spoilt(f"{file}.yaml", old, new)


def test_every_field_of_references_exists():
    for kind, patterns in REFERENCES.items():
        for pattern, _ in patterns:
            assert pattern[0] in KINDS[kind].model_fields


def test_a_service_may_name_what_is_only_missing_a_language(spoilt):
    """A broken file exists: only its own mistake is told."""
    assert spoilt("organisations/esimerkkialue.yaml", "en: Sample County", "es: Condado") == [
        "organisations/esimerkkialue.yaml:1: name.en: expected this field, which is missing",
        "name.es: expected no field of this name, found 'Condado'",
    ]
