"""The rules over all files: an example of each that fails, with its line."""

import pytest

WORKSHOP = "services/tyopaja.yaml"
SHELTER = "services/turvakoti.yaml"
ADVICE = "services/neuvonta.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "municipalities/mallila",
            'code: "901"',
            'code: "902"',
            "code: expected no value of municipalities/kaavala.yaml, found '902'",
        ),
        (
            "vocabularies/esimerkkiluokat",
            "parent: KR1",
            "parent: KR9",
            "terms.KR1.3.parent: expected a code of this list, found 'KR9'",
        ),
        (
            "services/tyopaja",
            "state: published",
            "former_slugs: [vanha-neuvonta]\nstate: published",
            "former_slugs.0: expected no value of services/neuvonta.yaml, found 'vanha-neuvonta'",
        ),
        (
            "organisations/kaavalan-kunta",
            "parent: mallilan-kunta",
            "parent: kaavalan-kunta",
            "parent: expected a parent that is not below this one",
        ),
        (
            "services/turvakoti",
            "sources: [sivu, lehti]",
            "sources: [sivu, lehti, radio]",
            "channels.0.fact.sources.2: expected a key of `sources`, found 'radio'",
        ),
        (
            "services/hatapuhelin",
            "read: 2026-11-01",
            "read: 2026-11-25",
            "sources.sivu.read: expected a day that has come",
        ),
        (
            "services/hatapuhelin",
            "dated: 2026-10-01",
            "dated: 2026-11-02",
            "sources.sivu.dated: expected a day not after `read`",
        ),
        (
            "services/hatapuhelin",
            "verified_on: 2026-11-01",
            "verified_on: 2026-11-25",
            "fact.verified_on: expected a day that has come",
        ),
        (
            "texts/privacy",
            "checked: 2026-11-01",
            "checked: 2026-11-25",
            "checked: expected a day that has come",
        ),
        (
            "notices/muutto",
            "shown_until: 2027-03-31",
            "shown_until: 2026-10-31",
            "shown_until: expected a day not before shown_from",
        ),
        (
            "services/neuvonta",
            'number: "03 123 4567"',
            'number: "03-123 4567"',
            "channels.0.number: expected digits in groups, such as 03 819 4850",
        ),
        (
            "services/neuvonta",
            'number: "03 123 4567"',
            'number: "03 1"',
            "channels.0.number: expected a number that can be called from Finland",
        ),
        (
            "channels/hatanumero",
            'number: "112"',
            'number: "999 9"',
            "number: expected a number that can be called from Finland",
        ),
        (
            "organisations/esimerkkialue",
            "business_id: 1234567-1",
            "business_id: 1234567-2",
            "business_id: expected a business id whose check digit fits",
        ),
    ],
)
def test_a_rule_that_is_broken_is_reported_with_its_line(spoilt, file, old, new, expected):
    assert spoilt(f"{file}.yaml", old, new) == [expected]


def test_an_email_address_is_one(change, mistakes, line):
    change(
        ADVICE,
        "  - id: verkossa\n    kind: web_page\n",
        "  - id: verkossa\n    kind: email\n    email: neuvonta(at)example.org\n",
    )
    at = line(ADVICE, "email: neuvonta(at)")
    assert mistakes() == [f"{ADVICE}:{at}: channels.1.email: expected an e-mail address"]


@pytest.mark.parametrize(
    ("number", "is_fine"),
    [
        ("112", True),
        ("116117", True),
        ("0800 12345", True),
        ("+358 3 123 4567", True),
        ("044 123 4567", True),
        ("12", False),
        ("03 12345678901", False),
    ],
)
def test_a_number_can_be_called_from_finland(change, mistakes, number, is_fine):
    change(ADVICE, '"03 123 4567"', f'"{number}"')
    assert (mistakes() == []) is is_fine


def test_what_is_shown_has_a_fact(content, change, mistakes):
    text = (content / "places/kaavalan-paja.yaml").read_text("utf-8")
    kept = text[: text.index("sources:")]
    (content / "places/kaavalan-paja.yaml").write_text(kept, "utf-8")
    assert mistakes() == [
        "places/kaavalan-paja.yaml:1: fact: expected a `fact`: how well this is known"
    ]


def test_a_source_is_cited(append, mistakes, change):
    unused = "  muu:\n    publisher: Muu\n    url: https://example.org/\n    read: 2026-11-01\n"
    change(SHELTER, "sources:\n  sivu:", f"sources:\n{unused}  sivu:")
    (mistake,) = mistakes()
    assert mistake.endswith(": sources.muu: expected a fact that cites this source")


def test_a_vocabulary_may_give_a_source_that_no_fact_cites(append, mistakes):
    append(
        "vocabularies/esimerkkiluokat.yaml",
        "sources:\n  lista:\n    publisher: Muu\n    url: https://example.org/\n"
        "    read: 2026-11-01\n",
    )
    assert mistakes() == []


@pytest.mark.parametrize("address", ["etunimi.sukunimi@example.org", "etu.j.suku-nimi@example.org"])
def test_a_persons_address_is_refused_wherever_it_stands(change, mistakes, line, address):
    change(WORKSHOP, "fi: Tule käymään.", f"fi: Kirjoita {address}.")
    at = line(WORKSHOP, address)
    assert mistakes() == [
        f"{WORKSHOP}:{at}: expected the address of a function, not of a person, found"
        f" {address!r}; if it is one, add it to `function_emails` in site.yaml"
    ]


def test_a_function_may_look_like_a_person(change, mistakes):
    change(WORKSHOP, "fi: Tule käymään.", "fi: Kirjoita tyo.paja@example.org.")
    change("site.yaml", "exit_url:", "function_emails: [tyo.paja@example.org]\nexit_url:")
    assert mistakes() == []


def test_an_address_of_one_word_is_a_functions(change, mistakes):
    change(WORKSHOP, "fi: Tule käymään.", "fi: Kirjoita tyopaja@pajat.example.org.")
    assert mistakes() == []


def test_an_identity_code_is_refused_wherever_it_stands(change, mistakes, line):
    code = "010100" + "A999N"  # the 900s are given to nobody
    change(WORKSHOP, "ask: Kaavalan kunta", f"ask: Kaavalan kunta {code}")
    at = line(WORKSHOP, code)
    assert mistakes() == [f"{WORKSHOP}:{at}: expected no personal identity code"]


def test_a_number_that_only_looks_like_an_identity_code_is_kept(change, mistakes):
    change(WORKSHOP, "ask: Kaavalan kunta", "ask: Kaavalan kunta, diaari 010100A999M")
    assert mistakes() == []
