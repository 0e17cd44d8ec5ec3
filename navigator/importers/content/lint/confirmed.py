"""Translations older than their source: what the Finnish said when they were last looked at."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from navigator.importers.content.lint.findings import Finding, error
from navigator.importers.content.lint.texts import trios_of
from navigator.importers.content.reading import ContentRecord, Reading

LEDGER = Path("terms", "translated.yaml")
EVERYTHING = "all"
"""Confirms every record, with those that have no line yet."""
SIGNS = 12
"""Hexadecimal signs of a digest: enough to tell one text from its own next version."""
ABOUT = (
    "Tiivisteet suomenkielisistä teksteistä, joita vastaan käännökset on viimeksi katsottu."
    " Kirjoittaa flask content lint --confirm."
)


def check(record: ContentRecord, confirmed: Mapping[str, str]) -> Iterator[Finding]:
    """Report a record whose Finnish changed after its translations were last looked at."""
    name = name_of(record)
    if name in confirmed and confirmed[name] != source_digest(record):
        for trio in trios_of(record):
            message = (
                "the Finnish has changed: look at the translations,"
                f" then flask content lint --confirm {name}"
            )
            yield error("older-translation", trio.fi, message)
            return


def confirm(reading: Reading, content: Path, names: Sequence[str], old: Mapping[str, str]) -> int:
    """Write down that the translations of these records match their Finnish; count them."""
    now = {name_of(record): source_digest(record) for record in reading.records.values()}
    chosen = {name: now[name] for name in now if name in names or EVERYTHING in names}
    kept = {name: digest for name, digest in old.items() if name in now}
    lines = [f"  {name}: {digest}" for name, digest in sorted((kept | chosen).items())]
    text = "\n".join([f"about: {ABOUT}", "translated:", *lines, ""])
    (content / LEDGER).write_text(text, encoding="utf-8")
    return len(chosen)


def name_of(record: ContentRecord) -> str:
    """Return what a record is called in the ledger: services/neuvonta."""
    return record.path.removesuffix(".yaml")


def source_digest(record: ContentRecord) -> str:
    """Return the digest of a record's Finnish texts, wherever in the file they stand.

    It begins with a letter, so that YAML never takes it for a number.
    """
    texts = sorted(trio.fi.value for trio in trios_of(record))
    return "x" + sha256("\0".join(texts).encode()).hexdigest()[:SIGNS]
