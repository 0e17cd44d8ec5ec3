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


def test_a_former_slug_is_not_in_use(spoilt):
    old = "former_slugs: [vanha-neuvonta]"
    assert spoilt(ADVICE, old, "former_slugs: [turvakoti]") == [
        "former_slugs.0: expected a slug not in use"
    ]


def test_a_published_service_says_its_first_public_day(spoilt):
    assert spoilt(SHELTER, "public_from: 2026-11-01\n", "", "name:") == [
        "public_from: expected the first public day of a public service"
    ]


def test_a_withdrawn_service_says_what_to_use_instead(change, spoilt):
    change("services/vanha-paja.yaml", "fallback: neuvonta\n", "")
    old = "replaced_by: [tyopaja, neuvonta]\n"
    assert spoilt("services/vanha-paja.yaml", old, "", "name:") == [
        "replaced_by: expected what to use instead"
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("  - id: verkossa\n", "  - id: verkossa\n    main: true\n", 2),
        ("    main: true\n", "", 0),
    ],
)
def test_one_channel_is_the_main_one(spoilt, old, new, found):
    assert spoilt(ADVICE, old, new, "channels:") == [
        f"channels: expected exactly one `main: true`, found {found}"
    ]


def test_channels_differ_by_name(spoilt):
    assert spoilt(WORKSHOP, "- id: kaavala", "- id: mallila # again", "- id: mallila # again") == [
        "channels.1: expected 'mallila' only once"
    ]


def test_nobody_falls_back_to_where_they_are(spoilt):
    assert spoilt(SHELTER, "fallback: hatapuhelin", "fallback: turvakoti") == [
        "fallback: expected another service than this one"
    ]


def test_a_doubtful_main_channel_has_a_fallback(spoilt):
    assert spoilt(SHELTER, "fallback: hatapuhelin\n", "", "name:") == [
        "fallback: expected a service to call instead: the main channel is conflicting"
    ]


def test_a_shared_main_channel_is_as_doubtful_as_its_file(spoilt):
    number = "channels/hatanumero.yaml"
    old = "  state: verified\n  sources: [sivu]\n  verified_by: content-editor\n"
    assert spoilt(number, old, "  state: unverified\n  sources: [sivu]\n") == [
        "services/hatapuhelin.yaml:1: fallback: expected a service to call instead:"
        " the main channel is unverified"
    ]


def test_a_service_without_a_channel_has_a_fallback(content, mistakes):
    text = (content / "services/hatapuhelin.yaml").read_text("utf-8")
    start, end = text.index("channels:"), text.index("sources:")
    (content / "services/hatapuhelin.yaml").write_text(text[:start] + text[end:], "utf-8")
    assert mistakes() == [
        "services/hatapuhelin.yaml:1: fallback: expected a service to call instead:"
        " there is no channel"
    ]


def test_the_fallback_of_the_site_needs_none_itself(spoilt):
    old = "    main: true\n    price_class: standard\n"
    doubtful = f"{old}    fact:\n      state: unverified\n      sources: [sivu]\n"
    assert spoilt(ADVICE, old, doubtful) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        ("topics/tyo", "fallback: neuvonta", "fallback: tuleva-ryhma", "fallback"),
        ("services/turvakoti", "fallback: hatapuhelin", "fallback: tuleva-ryhma", "fallback"),
        ("services/vanha-paja", "[tyopaja, neuvonta]", "[tuleva-ryhma]", "replaced_by.0"),
        ("situations/jain-tyottomaksi", "[tyopaja]", "[tuleva-ryhma]", "steps.1.services.0"),
        ("help-now", "[turvakoti]", "[tuleva-ryhma]", "groups.1.services.0"),
        ("site", "[hatapuhelin]", "[tuleva-ryhma]", "urgent.0"),
    ],
)
def test_nobody_is_sent_to_what_they_cannot_see(spoilt, file, old, new, field):
    assert spoilt(f"{file}.yaml", old, new) == [
        f"{field}: expected a published service, 'tuleva-ryhma' is draft"
    ]


def test_the_crisis_page_fits_on_one_sheet(spoilt):
    many = "services: [turvakoti]\n" + "".join(
        f"  - heading:\n      fi: A{n}\n      sv: B{n}\n      en: C{n}\n"
        "    services: [hatapuhelin]\n"
        for n in range(15)
    )
    assert spoilt("help-now.yaml", "services: [turvakoti]\n", many, "groups:") == [
        "groups: expected at most 16 services"
    ]


def test_every_topic_reaches_every_municipality(change, mistakes):
    change(ADVICE, "topics: [apu, tyo]", "topics: [apu]")
    assert mistakes() == []
    change(WORKSHOP, "municipalities: [kaavala, mallila]", "municipalities: [mallila]")
    assert mistakes() == ["topics/tyo.yaml:1: expected a public service that reaches kaavala"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("public_from: 2026-11-01", "public_from: 2026-11-25"),
        ("public_until: 2027-05-31", "public_until: 2026-11-23"),
        ("state: published", "state: in_review"),
    ],
)
def test_a_service_that_nobody_sees_reaches_nobody(change, content, mistakes, old, new):
    change(ADVICE, "topics: [apu, tyo]", "topics: [apu]")
    change(WORKSHOP, old, new)
    change("help-now.yaml", "services: [hatapuhelin]", "services: [hatapuhelin, neuvonta]")
    assert [mistake for mistake in mistakes() if mistake.startswith("topics/")] == [
        "topics/tyo.yaml:1: expected a public service that reaches kaavala",
        "topics/tyo.yaml:1: expected a public service that reaches mallila",
    ]


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
