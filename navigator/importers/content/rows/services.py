"""Services."""

from typing import Any

from navigator.domain.models import (
    Channel,
    Condition,
    EasyText,
    FormerSlug,
    Law,
    Organisation,
    Producer,
    Service,
    ServiceChannel,
    ServiceCondition,
    ServiceTopic,
    Topic,
)
from navigator.importers.content.rows.channels import dump_channel, write_channel
from navigator.importers.content.rows.context import (
    Facts,
    Rows,
    canonical,
    dump_fact,
    dump_gaps,
    dump_sources,
    reused,
    said,
    slugs_of,
    texts,
    write_gaps,
)
from navigator.importers.content.rows.topics import terms_by_code
from navigator.importers.content.schema.channel import ChannelEntry, ChannelUse
from navigator.importers.content.schema.service import ServiceFile

TEXTS = (
    "name",
    "summary",
    "description",
    "audience",
    "how_to_start",
    "with_professional",
    "bring",
    "next",
)
SAME = ("state", "public_from", "public_until", "urgency", "horizon", "quick_exit", "fallback")
LISTS = ("languages", "needs", "related", "replaced_by", "researched")
USES = ("remotely", "anonymously", "without_strong_identification", "referral_only")


def find(rows: Rows, slug: str) -> Service | None:
    """Return the service of `slug`."""
    return rows.find(Service, slug)


def apply(rows: Rows, slug: str, record: ServiceFile) -> None:
    """Write a service and all that belongs to it."""
    row = rows.find(Service, slug) or Service(slug=slug)
    facts = Facts(rows, "services", slug, record)
    _write_texts(row, record)
    _write_limits(rows, row, record)
    row.fact = facts.write("text", row.fact, None)
    row.price_fact = (
        facts.write("price", row.price_fact, record.price.fact)
        if record.price.kind != "unknown" or record.price.fact
        else None
    )
    row.organiser = rows.get(Organisation, record.organiser)
    row.modified = rows.now
    rows.keep(row)
    rows.session.flush()
    _write_links(rows, row, record, facts)
    _write_channels(rows, row, record, facts)
    write_gaps(rows, "services", slug, record.gaps)
    rows.session.flush()


def _write_texts(row: Service, record: ServiceFile) -> None:
    for name in TEXTS:
        setattr(row, name, texts(getattr(record, name)))
    row.also_known_as = said(record.also_known_as)
    row.steps = said(record.steps)
    row.price_kind = record.price.kind
    row.price_text = texts(record.price.text)


def _write_limits(rows: Rows, row: Service, record: ServiceFile) -> None:
    for name in SAME:
        setattr(row, name, getattr(record, name))
    for name in LISTS:
        setattr(row, name, list(getattr(record, name)))
    for name in USES:
        setattr(row, name, getattr(record.use, name) if record.use else None)
    row.reach = record.area.reach
    row.municipalities = rows.municipalities(record.area.municipalities)
    row.age_from = record.ages.from_ if record.ages else None
    row.age_to = record.ages.to if record.ages else None
    codes = record.classification
    row.terms = terms_by_code(
        rows, [*codes.service_classes, *codes.target_groups, *codes.life_events]
    )


def _write_links(rows: Rows, row: Service, record: ServiceFile, facts: Facts) -> None:
    """Write producers, topics, conditions, laws, former addresses and the easy text."""
    row.producers = reused(row.producers, len(record.producers), Producer)
    for producer, entry in zip(row.producers, record.producers, strict=True):
        producer.organisation = rows.get(Organisation, entry.organisation)
        producer.provision = entry.provision
        producer.municipalities = rows.municipalities(entry.municipalities)
    _number(row.producers)
    topics = {link.topic.slug: link for link in row.topic_links}
    row.topic_links = [
        topics.get(slug) or ServiceTopic(topic=rows.get(Topic, slug)) for slug in record.topics
    ]
    _number(row.topic_links)
    _write_conditions(rows, row, record, facts)
    row.laws = reused(row.laws, len(record.laws), Law)
    for law, said_law in zip(row.laws, record.laws, strict=True):
        law.name, law.finlex = texts(said_law.name), said_law.finlex
    _number(row.laws)
    former = {old.slug: old for old in row.former_slugs}
    row.former_slugs = [former.get(slug) or FormerSlug(slug=slug) for slug in record.former_slugs]
    _write_easy(row, record)


def _write_conditions(rows: Rows, row: Service, record: ServiceFile, facts: Facts) -> None:
    links = {link.condition.slug: link for link in row.condition_links}
    row.condition_links = [
        links.get(entry.condition)
        or ServiceCondition(condition=rows.get(Condition, entry.condition))
        for entry in record.conditions
    ]
    _number(row.condition_links)
    for link, entry in zip(row.condition_links, record.conditions, strict=True):
        link.fact = facts.write("condition", link.fact, entry.fact)


def _write_easy(row: Service, record: ServiceFile) -> None:
    if record.easy is None:
        row.easy = None
        return
    easy = row.easy or EasyText()
    easy.state = record.easy.state
    easy.name = record.easy.name
    easy.text = list(record.easy.text)
    easy.steps = list(record.easy.steps)
    row.easy = easy


def _number(links: list[Any]) -> None:
    for position, link in enumerate(links):
        link.position = position


def _write_channels(rows: Rows, row: Service, record: ServiceFile, facts: Facts) -> None:
    """Write the service's own channels, and its links to all of them."""
    links = {link.channel.slug: link for link in row.channel_links}
    own = {slug: link.channel for slug, link in links.items() if not link.channel.is_shared}
    channels = [_channel(rows, row.slug, entry, facts, own) for entry in record.channels]
    row.channel_links = [
        links.get(channel.slug) or ServiceChannel(channel=channel) for channel in channels
    ]
    _number(row.channel_links)
    for link, entry in zip(row.channel_links, record.channels, strict=True):
        link.main = entry.main
        link.note = texts(entry.note) if isinstance(entry, ChannelUse) else None
    rows.session.flush()
    for gone in own.keys() - {channel.slug for channel in channels}:
        rows.session.delete(own[gone])


def _channel(
    rows: Rows,
    service: str,
    entry: ChannelEntry | ChannelUse,
    facts: Facts,
    own: dict[str, Channel],
) -> Channel:
    """Return the shared channel that `entry` uses, or write the service's own."""
    if isinstance(entry, ChannelUse):
        return rows.get(Channel, entry.use)
    slug = f"{service}/{entry.id}"
    channel = own.get(slug) or Channel(slug=slug)
    write_channel(rows, channel, entry, facts)
    rows.session.add(channel)
    return channel


def dump(rows: Rows, row: Service) -> dict[str, Any]:
    """Return a service as its file says it."""
    data = {name: getattr(row, name) for name in (*TEXTS, *SAME, *LISTS)}
    data |= _dump_links(row)
    data |= {
        "also_known_as": row.also_known_as,
        "steps": row.steps,
        "price": {
            "kind": row.price_kind,
            "text": row.price_text,
            "fact": dump_fact(row.price_fact),
        },
        "organiser": row.organiser.slug,
        "area": {"reach": row.reach, "municipalities": slugs_of(row.municipalities)},
        "ages": _some({"from": row.age_from, "to": row.age_to}),
        "use": _some({name: getattr(row, name) for name in USES}),
        "classification": _dump_terms(row),
        "channels": [_dump_channel_link(link) for link in row.channel_links],
        "gaps": dump_gaps(rows, "services", row.slug),
        "sources": dump_sources(rows, "services", row.slug),
        "fact": dump_fact(row.fact, own_only=False),
    }
    return canonical("services", data)


def _some(values: dict[str, Any]) -> dict[str, Any] | None:
    """Return `values`, or None when none of them is known."""
    return values if any(value is not None for value in values.values()) else None


def _dump_links(row: Service) -> dict[str, Any]:
    easy = row.easy
    return {
        "former_slugs": slugs_of(row.former_slugs),
        "producers": [
            {
                "organisation": producer.organisation.slug,
                "provision": producer.provision,
                "municipalities": slugs_of(producer.municipalities),
            }
            for producer in row.producers
        ],
        "conditions": [
            {"condition": link.condition.slug, "fact": dump_fact(link.fact)}
            for link in row.condition_links
        ],
        "topics": [link.topic.slug for link in row.topic_links],
        "laws": [{"name": law.name, "finlex": law.finlex} for law in row.laws],
        "easy": easy
        and {"state": easy.state, "name": easy.name, "text": easy.text, "steps": easy.steps},
    }


def _dump_terms(row: Service) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {"service_classes": [], "target_groups": [], "life_events": []}
    names = {"P": "service_classes", "KR": "target_groups", "KE": "life_events"}
    for term in row.terms:
        lists[names[term.code.rstrip("0123456789.")]].append(term.code)
    return lists


def _dump_channel_link(link: ServiceChannel) -> dict[str, Any]:
    if link.channel.is_shared:
        return {"use": link.channel.slug, "main": link.main, "note": link.note}
    own = dump_channel(link.channel, own_fact_only=True)
    return own | {"id": link.channel.slug.split("/")[1], "main": link.main}
