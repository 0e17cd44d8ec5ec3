"""The coverage page: what reaches whom, and what became of each researched fact."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from navigator.importers.content.ledger import entries
from navigator.importers.content.reading import ContentRecord, Reading
from navigator.importers.content.rules.coverage import reaches
from navigator.importers.content.schema.channel import ChannelFields, ChannelUse
from navigator.importers.content.schema.service import ServiceFile

INTRODUCTION = """\
# What the directory covers

Written by `flask content coverage --write`; never edit it by hand.

A cell counts the published services of a topic that people of a municipality can use:
**near / remote / nationwide**. Near has a place to visit there, a phone of its own for it, or
serves it alone. Remote is the rest of what the county and its municipalities give. A cell without
any names the service to call instead. Days of publication are not looked at, so that the page
changes only when the content does.
"""


class Cell(NamedTuple):
    """Services of one topic for the people of one municipality."""

    near: int
    remote: int
    nationwide: int


def cell(reading: Reading, municipality: str, topic: str) -> Cell:
    """Count the published services of a topic that reach a municipality."""
    counts = Counter(
        distance(reading, record.value, municipality)
        for record in reading.of("services").values()
        if record.value.state == "published" and topic in record.value.topics
    )
    return Cell(counts["near"], counts["remote"], counts["nationwide"])


def distance(reading: Reading, service: ServiceFile, municipality: str) -> str | None:
    """Say how a service reaches a municipality: near, remote, nationwide, or not at all."""
    if not reaches(service, municipality):
        return None
    if service.area.municipalities == [municipality]:
        return "near"
    places = reading.of("places")
    if any(_is_near(channel, places, municipality) for channel in _channels(reading, service)):
        return "near"
    return "nationwide" if service.area.reach == "nationwide" else "remote"


def page(reading: Reading) -> str:
    """Return the whole coverage page in Markdown."""
    parts = (INTRODUCTION, *_table(reading), *_ledger(reading))
    return "\n".join(parts).rstrip("\n") + "\n"


def _channels(reading: Reading, service: ServiceFile) -> Iterator[ChannelFields]:
    shared = reading.of("channels")
    for channel in service.channels:
        if not isinstance(channel, ChannelUse):
            yield channel
        elif channel.use in shared:
            yield shared[channel.use].value


def _is_near(
    channel: ChannelFields, places: Mapping[str, ContentRecord], municipality: str
) -> bool:
    """Tell whether a channel is in the municipality or for it."""
    place = places.get(channel.place or "")
    if place is not None and place.value.municipality == municipality:
        return True
    return channel.kind in {"phone", "visit"} and municipality in channel.municipalities


def _table(reading: Reading) -> Iterator[str]:
    """Write the table of topics and municipalities."""
    municipalities = dict(sorted(reading.of("municipalities").items()))
    yield "## Topics and municipalities\n"
    heads = [record.value.name.en for record in municipalities.values()]
    yield _row("Topic", *heads)
    yield _row("---", *["---"] * len(heads))
    topics = reading.of("topics").items()
    for slug, topic in sorted(topics, key=lambda item: (item[1].value.order, item[0])):
        cells = [
            _said(cell(reading, municipality, slug), topic.value.fallback)
            for municipality in municipalities
        ]
        yield _row(topic.value.name.en, *cells)


def _said(counts: Cell, fallback: str) -> str:
    return " / ".join(map(str, counts)) if any(counts) else f"→ {fallback}"


def _ledger(reading: Reading) -> Iterator[str]:
    """Write the ledger's sums, and the reasons of what has no listing of its own."""
    parts: dict[str, Counter[str]] = {}
    reasons = []
    for record, fact, entry in entries(reading):
        kind = "became" if entry.became else "merged" if entry.merged_into else "left out"
        parts.setdefault(record.slug, Counter())[kind] += 1
        if not entry.became:
            reason = entry.left_out or f"{entry.merged_into}: {entry.why}"
            reasons.append(f"- `{fact}` ({kind}) {reason}")
    yield "\n## Researched facts\n"
    yield _row("Part", "Facts", "Own listing", "Merged", "Left out")
    yield _row("---", *["---"] * 4)
    for part, counts in parts.items():
        yield _sums(part, counts)
    yield _sums("all", sum(parts.values(), Counter[str]()))
    yield "\n## Facts without a listing of their own\n"
    yield from reasons


def _sums(part: str, counts: Counter[str]) -> str:
    return _row(part, counts.total(), counts["became"], counts["merged"], counts["left out"])


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"
