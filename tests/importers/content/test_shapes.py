"""The shapes of files: what one file alone can get wrong."""

import pytest

from navigator.importers.content.reading import read
from navigator.importers.content.schema import KINDS

WORKSHOP = "services/tyopaja.yaml"
CHANNEL = "  - id: kaavala\n    kind: visit\n    place: kaavalan-paja\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("fi: Tule käymään.", "fi: ''", "how_to_start.fi: expected a text, found an empty one"),
        (
            "fi: Tule käymään.",
            'fi: "Tule käymään. "',
            "how_to_start.fi: expected no spaces or line ends around the text",
        ),
        (
            "fi: Tule käymään.",
            r'fi: "Tule\0"',
            r"how_to_start.fi: expected no control characters, found '\x00'",
        ),
        (
            "fi: Tule käymään.",
            r'fi: "Tule\ud800"',
            r"how_to_start.fi: expected no control characters, found '\ud800'",
        ),
        (
            "municipalities: [kaavala, mallila]",
            "municipalities: [mallila, mallila]",
            "area.municipalities: expected 'mallila' only once",
        ),
        ("topics: [tyo]", "topics: [tyo, tyo]", "topics: expected 'tyo' only once"),
        (
            "service_classes: [P1.2, P10]",
            "service_classes: [P10, P10]",
            "classification.service_classes: expected 'P10' only once",
        ),
        (
            "target_groups: [KR1, KR1.3]",
            "target_groups: [P1]",
            r"classification.target_groups.0: expected a text of the pattern '^KR\d+(\.\d+)?$'"
            ", found 'P1'",
        ),
        (
            "service_classes: [P1.2, P10]",
            "service_classes: []",
            "classification.service_classes: expected a list of at least 1 item after validation"
            ", not 0, found []",
        ),
        ("languages: [fi, en]", "languages: [fi, fi]", "channels.0.languages: expected 'fi' only"),
        (
            "finlex: https://example.org/laki/1",
            "finlex: http://example.org/laki/1",
            "laws.0.finlex: expected an address that begins with https://",
        ),
        (
            "finlex: https://example.org/laki/1",
            "finlex: https://example.org/laki 1",
            "laws.0.finlex: expected an address without spaces",
        ),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(spoilt, old, new, expected):
    (mistake,) = spoilt(WORKSHOP, old, new)
    assert mistake.startswith(expected)


@pytest.mark.parametrize(
    ("old", "new", "at", "expected"),
    [
        ("to: 28", "to: 12", "ages:", "ages: expected `to` not under `from`"),
        ("ages:\n  from: 16\n  to: 28", "ages: {}", None, "ages: expected `from`, `to` or both"),
        ("topics: [tyo]", "use: {}\ntopics: [tyo]", None, "use: expected at least one field"),
        (
            "reach: local",
            "reach: county",
            "area:",
            "area: expected municipalities when, and only when, reach is local",
        ),
        (
            CHANNEL,
            CHANNEL.replace("kind: visit", "kind: phone"),
            "id: kaavala",
            "channels.1: expected `number`, for the kind is phone",
        ),
        (
            CHANNEL,
            f"{CHANNEL}    hours_fact:\n      state: unverified\n      sources: [sivu]\n",
            "id: kaavala",
            "channels.1: expected `hours`, for there is an `hours_fact`",
        ),
    ],
)
def test_parts_that_do_not_fit_together_are_refused(spoilt, old, new, at, expected):
    assert spoilt(WORKSHOP, old, new, at) == [expected]


def test_a_doubtful_fact_says_its_doubt_in_words(change, mistakes, line):
    change(WORKSHOP, "      state: unverified\n", "      state: dated\n")
    at = line(WORKSHOP, "- condition: tyoton-tyonhakija") + 1
    assert mistakes() == [
        f"{WORKSHOP}:{at}: conditions.0.fact: expected a doubt in words, for the state is dated"
    ]


def test_a_price_says_how_much_it_is(spoilt):
    assert spoilt("services/neuvonta.yaml", "kind: free", "kind: varies", "price:") == [
        "price: expected a text, for the price is varies"
    ]


def test_lists_have_as_many_lines_in_each_language(spoilt):
    assert spoilt("services/neuvonta.yaml", "    - Say what worries you.\n", "", "steps:") == [
        "steps: expected the same number of lines in fi, sv and en"
    ]


def test_a_notice_is_about_something(spoilt):
    assert spoilt("notices/koko-sivusto.yaml", "site: true", "site: false", "title:") == [
        "expected site, services or topics, else nobody sees the notice"
    ]


def test_a_condition_is_set_once(spoilt):
    double = "condition: mallilalainen"
    assert spoilt(WORKSHOP, double, "condition: tyoton-tyonhakija # again", "conditions:") == [
        "conditions: expected 'tyoton-tyonhakija' only once"
    ]


def test_codes_are_kept_in_one_order(content, change):
    change(WORKSHOP, "[P1.2, P10]", "[P10, P1.2]")
    change(WORKSHOP, "[kaavala, mallila]", "[mallila, kaavala]")
    service = read(content).records["services", "tyopaja"].value
    assert service.classification.service_classes == ["P1.2", "P10"]
    assert service.area.municipalities == ["kaavala", "mallila"]


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        ("  verified_by: content-editor\n", "expected verified_by and verified_on"),
        ("  verified_on: 2026-11-01\n", "expected verified_by and verified_on"),
    ],
)
def test_what_was_verified_says_by_which_role_and_when(spoilt, old, expected):
    (mistake,) = spoilt("places/mallilan-paja.yaml", old, "\n", "fact:")
    assert mistake.startswith(f"fact: {expected}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_plain_record_says_the_same_as_its_shape(content, kind):
    records = read(content).of(kind)
    assert records
    for record in records.values():
        assert KINDS[kind].model_validate(record.value.plain()) == record.value
