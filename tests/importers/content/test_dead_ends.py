"""The rules that keep people from getting stuck."""

import pytest

WORKSHOP = "services/tyopaja.yaml"
SHELTER = "services/turvakoti.yaml"
ADVICE = "services/neuvonta.yaml"


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
