"""Addresses and opening hours in the sample content."""

import pytest

WORKSHOP = "services/tyopaja.yaml"


def say(change, note):
    """Write a note beside the hours of the workshop, which is open 10–14."""
    lines = f"    note: {{fi: {note!r}, sv: {note!r}, en: {note!r}}}\n    languages: [fi, en]"
    change(
        WORKSHOP,
        "    languages: [fi, en]\n    municipalities: [mallila]",
        f"{lines}\n    municipalities: [mallila]",
    )


@pytest.mark.parametrize(
    ("note", "contradicts"),
    [
        ("Avoinna 10–14.", False),
        ("Avoinna 10.00–14.00.", False),
        ("Avoinna 10–15.", True),
        ("Avoinna 10.30–14.", True),
        ("Avoinna ympäri vuorokauden.", True),
        ("Ikäraja on 15–10.", False),
        ("Nuorille 13–17-vuotiaille.", False),
        ("Kestää 1–2 tuntia.", False),
    ],
)
def test_a_note_agrees_with_the_hours_beside_it(found, change, note, contradicts):
    say(change, note)
    mistake = ("hours-contradict", WORKSHOP, "channels.0.note.fi")
    assert (mistake in found()) == contradicts


def test_times_by_appointment_contradict_nothing(found, change):
    times = '          from: "10:00"\n          to: "14:00"\n'
    weekly = f"      weekly:\n        - days: [mon, wed]\n{times}"
    change(WORKSHOP, weekly, "      appointment: true\n")
    say(change, "Avoinna 9–15.")
    assert "hours-contradict" not in {rule for rule, _, _ in found()}


@pytest.mark.parametrize(
    "street", ["Esimerkkikatu 1–3", "Esimerkkikatu 1 B", "Esimerkkikatu 1 b 12"]
)
def test_a_street_has_a_number(found, change, street):
    place = "places/mallilan-paja.yaml"
    change(place, "Esimerkkikatu 1", street)
    assert not [rule for rule, path, _ in found() if path == place]


def test_a_place_without_a_number_is_counted(found, change):
    change("places/mallilan-paja.yaml", "Esimerkkikatu 1", "Kauppakeskus")
    assert ("no-street", "places/mallilan-paja.yaml", "street") in found()


def test_a_post_office_is_a_name_alone(found, change):
    change("places/mallilan-paja.yaml", "city: Mallila", "city: 00001 Mallila")
    assert ("postal-format", "places/mallilan-paja.yaml", "city") in found()


def test_other_names_are_given_in_every_language(found, change):
    change("services/neuvonta.yaml", "  sv: [rådgivningspunkt]\n", "")
    missing = [
        field
        for rule, _, field in found()
        if rule == "no-other-names" and _.endswith("neuvonta.yaml")
    ]
    assert missing == ["also_known_as.en", "also_known_as.sv"]


def test_lines_and_easy_finnish_are_read_as_well(found, change):
    change("services/neuvonta.yaml", "    - Soita neuvontaan.", "    - Soita neuvontaan")
    assert ("no-end", "services/neuvonta.yaml", "steps.fi.0") in found()
