"""The ledger of what became of each researched fact."""

import pytest

FILE = "ledger/sample.yaml"
SAID = "    became: [services/neuvonta]"


def test_a_fact_without_an_entry_is_a_mistake(mistakes, change):
    change(FILE, "  esimerkkineuvonta:", "  toinen-tieto:")
    assert [mistake.split(": ", 2)[2] for mistake in mistakes()] == [
        "expected the fact among `researched` of services/neuvonta, which the ledger names",
        "expected an entry of 'esimerkkineuvonta' in content/ledger that names this service",
    ]


def test_an_entry_names_a_record_that_exists(mistakes, change):
    change(FILE, "[services/neuvonta]", "[services/neuvonta, places/ei-ole]")
    assert mistakes() == [
        f"{FILE}:3: entries.esimerkkineuvonta: expected a record that exists, found 'places/ei-ole'"
    ]


def test_a_fact_stands_once_in_the_whole_ledger(mistakes, content):
    text = (content / FILE).read_text("utf-8")
    (content / "ledger/second.yaml").write_text(text, "utf-8")
    assert mistakes() == [
        "ledger/second.yaml:3: entries.esimerkkineuvonta:"
        " expected each fact only once in the ledger"
    ]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("    why: Näin vain.", "expected exactly one of became, merged_into and left_out"),
        (
            f"{SAID}\n    left_out: Päättynyt.",
            "expected exactly one of became, merged_into and left_out",
        ),
        ("    merged_into: services/neuvonta", "expected `why`, for the fact was merged"),
    ],
)
def test_an_entry_says_one_thing_and_why(mistakes, change, entry, message):
    change(FILE, SAID, entry)
    assert mistakes() == [f"{FILE}:3: entries.esimerkkineuvonta: {message}"]


def test_a_merged_fact_is_known_by_the_service_that_tells_it(mistakes, change):
    change(FILE, SAID, "    merged_into: services/neuvonta\n    why: Sama palvelu.")
    assert mistakes() == []


def test_a_fact_that_was_left_out_may_not_be_told(mistakes, change):
    change(FILE, SAID, "    left_out: Päättynyt.")
    (mistake,) = mistakes()
    assert mistake.endswith("in content/ledger that names this service")


def test_no_person_stands_in_the_ledger_either(mistakes, change):
    change(FILE, SAID, f"{SAID}\n    why: Kysy etunimi.sukunimi@example.org")
    (mistake,) = mistakes()
    assert mistake.startswith(f"{FILE}:5: expected the address of a function, not of a person")
