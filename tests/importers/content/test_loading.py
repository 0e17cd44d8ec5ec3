from datetime import date

import pytest
from sqlalchemy import func, select

from navigator.domain.models import (
    Channel,
    ContentFile,
    Fact,
    FormerSlug,
    Gap,
    Organisation,
    Producer,
    Revision,
    Service,
    ServiceChannel,
    ServiceTopic,
    SiteState,
    Source,
)
from navigator.importers.content.loading import ACTOR
from navigator.importers.content.reading import digest, read
from navigator.importers.content.rows import HANDLERS
from navigator.importers.content.rows.context import Rows
from tests import factories

WORKSHOP = "services/tyopaja.yaml"
ADVICE = "services/neuvonta.yaml"


def _revisions(session):
    query = select(Revision).order_by(Revision.id)
    return [(r.kind, r.slug, r.number, r.changes) for r in session.scalars(query)]


def test_a_first_load_creates_every_record_with_its_first_revision(reload, content, session):
    report = reload()
    records = read(content).records
    assert sorted(report.created) == sorted(records)
    assert report.did_something
    revisions = session.scalars(select(Revision)).all()
    assert {(r.kind, r.slug) for r in revisions} == set(records)
    assert {(r.number, r.made_by, r.reason) for r in revisions} == {(1, ACTOR, "Loaded in a test.")}
    assert {r.made_at for r in revisions} == {factories.NOW}
    state = session.get_one(SiteState, 1)
    assert (state.content_version, state.content_digest) == (1, digest(content))


def test_what_a_file_says_survives_the_database(reload, content, session):
    reload()
    rows = Rows(session, factories.NOW)
    for (kind, slug), record in read(content).records.items():
        row = HANDLERS[kind].find(rows, slug)
        assert HANDLERS[kind].dump(rows, row) == record.value.plain()


def test_a_second_load_changes_nothing(reload, content, session):
    reload()
    before = _everything(session)
    report = reload()
    assert sorted(report.unchanged) == sorted(read(content).records)
    assert (report.created, report.changed, report.kept, report.gone) == ([], [], [], [])
    assert not report.did_something
    assert _everything(session) == before


def _everything(session):
    """Return every row of every table, and let the turn go."""
    tables = Service.metadata.sorted_tables
    rows = {table.name: session.execute(select(table)).all() for table in tables}
    session.commit()
    return {name: sorted(map(repr, found)) for name, found in rows.items()}


def test_a_changed_file_makes_that_change_and_no_other(reload, change, session, service):
    reload()
    before = _everything(session)
    change(WORKSHOP, "fi: Tule käymään.", "fi: Tule pian.")
    report = reload()
    assert report.changed == [("services", "tyopaja")]
    assert len(report.unchanged) == 32
    after = _everything(session)
    changed = {name for name, rows in after.items() if rows != before[name]}
    assert changed == {"service", "content_file", "revision", "site_state", "outbox"}
    assert _revisions(session)[-1] == (
        "services",
        "tyopaja",
        2,
        {"how_to_start.fi": ["Tule käymään.", "Tule pian."]},
    )
    assert service("tyopaja").revision == 2
    assert service("neuvonta").revision == 1
    assert session.get_one(SiteState, 1).content_version == 2


EDITS = [
    (("to: 28", "to: 29"), {"ages.to"}),
    (("  to: 29\n", ""), {"ages.to"}),
    (("kind: fee", "kind: varies"), {"price.kind"}),
    (("[kaavala, mallila]", "[mallila]"), {"area.municipalities"}),
    (("https://example.org/laki/1", "https://example.org/laki/2"), {"laws"}),
    (("provision: procured", "provision: other"), {"producers"}),
    (('from: "10:00"', 'from: "09:00"'), {"channels.mallila.hours.weekly"}),
    (("- id: kaavala", "- id: paja"), {"channels.kaavala", "channels.paja"}),
    (("  life_events: [KE4]\n", ""), {"classification.life_events"}),
    (("state: dated\n", "state: conflicting\n"), {"price.fact.state"}),
    (("dated: 2025-01-01", "dated: 2025-01-02"), {"sources.hinnat.dated"}),
    (("what: phone", "what: email"), {"gaps"}),
    (("topics: [tyo]", "topics: [apu, tyo]"), {"topics"}),
]
"""Changes of one file, and the fields that each of them changes."""


def test_a_revision_names_the_changed_fields(reload, change, session):
    reload()
    for edit, fields in EDITS:
        change(WORKSHOP, *edit)
        assert reload().changed == [("services", "tyopaja")]
        assert set(_revisions(session)[-1][3]) == fields
        session.commit()
    assert reload().changed == []


def test_parts_that_a_file_drops_leave_no_rows_behind(reload, content, session, service):
    reload()
    path = content / WORKSHOP
    text = path.read_text("utf-8")
    start, end = text.index("channels:\n"), text.index("\nsources:\n") + 1
    path.write_text(text[:start] + "fallback: neuvonta\n" + text[end:], "utf-8")
    reload()
    slug = Channel.slug.like("tyopaja/%")
    assert session.scalar(select(func.count(Channel.id)).where(slug)) == 0
    assert session.scalar(select(func.count()).where(Gap.owner_slug == "tyopaja")) == 0
    links = select(func.count()).where(ServiceChannel.service_id == service("tyopaja").id)
    assert session.scalar(links) == 0


def test_facts_and_sources_that_nothing_states_are_taken_away(reload, content, session):
    reload()
    facts = session.scalar(select(func.count(Fact.id)))
    session.commit()
    path = content / WORKSHOP
    text = path.read_text("utf-8")
    price = text[text.index("price:") : text.index("organiser:")]
    condition = "    fact:\n      state: unverified\n      sources: [hinnat]\n"
    source = text[text.index("  hinnat:") : text.index("fact:\n  state: verified")]
    text = text.replace(price, "price:\n  kind: unknown\n")
    path.write_text(text.replace(condition, "").replace(source, ""), "utf-8")
    reload()
    # The price's fact is gone; the condition now repeats the fact of the whole service.
    assert session.scalar(select(func.count(Fact.id))) == facts - 1
    keys = session.scalars(select(Source.key).where(Source.owner_slug == "tyopaja")).all()
    assert keys == ["sivu"]


def test_a_new_file_creates_its_record(reload, content, session):
    reload()
    text = (content / "conditions/mallilalainen.yaml").read_text("utf-8")
    (content / "conditions/uusi.yaml").write_text(text, "utf-8")
    assert reload().created == [("conditions", "uusi")]


def test_nothing_vanishes_with_its_file(reload, content, session, service):
    reload()
    (content / "services/tuleva-ryhma.yaml").unlink()
    report = reload()
    assert report.gone == [("services", "tuleva-ryhma")]
    assert not report.did_something
    assert service("tuleva-ryhma") is not None
    assert reload().gone == [("services", "tuleva-ryhma")]


def test_an_error_midway_leaves_nothing(app, content, session, monkeypatch):
    def fail(rows, slug, record):
        raise RuntimeError("midway")

    monkeypatch.setitem(HANDLERS, "texts", HANDLERS["texts"]._replace(apply=fail))
    with pytest.raises(RuntimeError, match="midway"):
        factories.load_content(app, content)
    assert all(rows == [] for rows in _everything(session).values())


def test_a_reference_to_nothing_stops_the_load(app, content, session):
    factories.rewrite(content, "services/hatapuhelin.yaml", "use: hatanumero", "use: muu")
    with pytest.raises(LookupError, match="no channel is called muu"):
        factories.load_content(app, content)
    assert session.scalars(select(ContentFile)).all() == []


def test_a_parent_is_loaded_before_its_children(reload, session):
    reload()
    child = session.scalar(select(Organisation).where(Organisation.slug == "kaavalan-kunta"))
    assert child.parent.slug == "mallilan-kunta"


def test_rows_that_stay_keep_their_numbers(reload, change, service):
    """Channels are told apart by name: feedback and counts point at rows."""
    reload()
    before = {link.channel.slug: link.channel.id for link in service("tyopaja").channel_links}
    first = "  - id: kaavala\n    kind: visit\n    place: kaavalan-paja\n"
    change(WORKSHOP, first + "    municipalities: [kaavala]\n", "")
    change(WORKSHOP, "channels:\n", f"channels:\n{first}")
    reload()
    links = service("tyopaja").channel_links
    assert [link.channel.slug for link in links] == ["tyopaja/kaavala", "tyopaja/mallila"]
    assert {link.channel.slug: link.channel.id for link in links} == before
    assert [link.main for link in links] == [False, True]


def test_what_a_load_writes_is_all_there(reload, session, service):
    reload()
    workshop = service("tyopaja")
    assert workshop.public_until == date(2027, 5, 31)
    assert [p.organisation.slug for p in workshop.producers] == ["mallilan-kunta", "kaavalan-kunta"]
    assert [m.slug for m in workshop.municipalities] == ["kaavala", "mallila"]
    assert [link.condition.slug for link in workshop.condition_links] == [
        "tyoton-tyonhakija",
        "mallilalainen",
    ]
    own, inherited = (link.fact for link in workshop.condition_links)
    assert (own.state, own.inherited, own.kind) == ("unverified", False, "condition")
    assert (inherited.state, inherited.inherited) == ("verified", True)
    assert workshop.price_fact.sources[0].key == "hinnat"
    assert [term.code for term in workshop.terms] == ["P1.2", "P10", "KR1", "KR1.3", "KE4"]
    advice = service("neuvonta")
    assert [old.slug for old in advice.former_slugs] == ["vanha-neuvonta"]
    assert advice.easy.steps == ["Soita."]
    phone = advice.channel_links[0].channel
    assert (phone.fact.kind, phone.hours_fact.kind) == ("contact", "hours")
    assert (phone.hours_fact.state, phone.hours_fact.inherited) == ("unverified", False)
    assert (advice.anonymously, advice.referral_only) == (True, None)


def test_a_producers_row_belongs_to_one_service(reload, change, session):
    reload()
    change(WORKSHOP, "provision: procured", "provision: other")
    reload()
    assert session.scalar(select(func.count(Producer.id))) == 2
    assert session.scalar(select(func.count(FormerSlug.slug))) == 1


def test_the_main_topic_comes_first(reload, change, service):
    reload()
    change(ADVICE, "topics: [apu, tyo]", "topics: [tyo, apu]")
    reload()
    links = service("neuvonta").topic_links
    assert [link.topic.slug for link in links] == ["tyo", "apu"]
    assert all(isinstance(link, ServiceTopic) for link in links)
