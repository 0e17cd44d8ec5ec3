"""Sample records: a small county that does not exist, as content files and as rows.

The files in `tests/sample_content/` are a whole directory in little: two municipalities, three
organisations, three topics, and six services. Its days fit `TODAY`.
"""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from flask import Flask

from navigator.domain.models import (
    Channel,
    Condition,
    Fact,
    FactSource,
    Municipality,
    Organisation,
    Service,
    Source,
    Topic,
)
from navigator.domain.text import LANGUAGES
from navigator.extensions import db
from navigator.importers.content.loading import Report, load
from navigator.importers.content.reading import digest, read

SAMPLE = Path(__file__).parent / "sample_content"
TODAY = date(2026, 11, 24)
"""A day on which the sample's facts are fresh, its notices shown and its services public."""
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""A Tuesday, noon in Finland."""


def sample_content(tmp_path: Path) -> Path:
    """Copy the sample content into `tmp_path`, to be changed at will, and return the folder."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


def reachable_content(tmp_path: Path) -> Path:
    """Copy the sample content with advice for everybody: in writing, and outside the county too."""
    content = sample_content(tmp_path)
    rewrite(content, "services/neuvonta.yaml", "kind: web_page", "kind: chat")
    rewrite(content, "services/neuvonta.yaml", "reach: county", "reach: nationwide")
    return content


def load_content(app: Flask, content: Path, *, reason: str = "Loaded in a test.") -> Report:
    """Load content files into the application's database, and commit."""
    reading = read(content)
    assert not reading.mistakes, "\n".join(map(str, reading.mistakes))
    with app.app_context(), db.writing() as session:
        return load(session, reading, digest=digest(content), now=NOW, reason=reason)


def rewrite(content: Path, file: str, old: str, new: str) -> None:
    """Replace `old`, which stands in `file` once, by `new`."""
    text = (content / file).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    (content / file).write_text(text.replace(old, new), "utf-8")


def text(words: str) -> dict[str, str]:
    """Return `words` in each language, saying which one."""
    return {language: f"{words} ({language})" for language in LANGUAGES}


def municipality(**given: Any) -> Municipality:
    """Make a municipality."""
    slug = given.get("slug", "mallila")
    values: dict[str, Any] = {
        "slug": slug,
        "code": "901",
        "name": text(slug),
        "inessive": text(f"in {slug}"),
        "wellbeing_county": "09",
        "organisation": "esimerkkialue",
        "employment_authority": "esimerkkialue",
        "nearby": [],
        "modified": NOW,
    }
    return Municipality(**values | given)


def organisation(**given: Any) -> Organisation:
    """Make an organisation."""
    slug = given.get("slug", "esimerkkialue")
    values: dict[str, Any] = {
        "slug": slug,
        "name": text(slug),
        "kind": "wellbeing_county",
        "reach": "county",
        "description": text("What it does."),
        "modified": NOW,
    }
    return Organisation(**values | given)


def topic(**given: Any) -> Topic:
    """Make a topic."""
    slug = given.get("slug", "apu")
    values: dict[str, Any] = {
        "slug": slug,
        "position": 1,
        "name": text(slug),
        "hint": text("What is inside"),
        "text": text("What help there is."),
        "quick_exit": False,
        "front": True,
        "fallback": "neuvonta",
        "modified": NOW,
    }
    return Topic(**values | given)


def condition(**given: Any) -> Condition:
    """Make a condition."""
    slug = given.get("slug", "tyoton-tyonhakija")
    return Condition(**{"slug": slug, "text": text(slug), "modified": NOW} | given)


def source(**given: Any) -> Source:
    """Make a source of the service `neuvonta`."""
    values: dict[str, Any] = {
        "owner_kind": "services",
        "owner_slug": "neuvonta",
        "key": "sivu",
        "position": 0,
        "publisher": "Esimerkkialue",
        "url": "https://example.org/",
        "read": date(2026, 11, 1),
    }
    return Source(**values | given)


def fact(*sources: Source, **given: Any) -> Fact:
    """Make a fact that cites `sources`, the first of which decided."""
    values: dict[str, Any] = {"kind": "contact", "inherited": False, "state": "verified"}
    citations = [FactSource(source=cited, position=at) for at, cited in enumerate(sources)]
    return Fact(**values | {"citations": citations} | given)


def channel(**given: Any) -> Channel:
    """Make a shared phone."""
    slug = given.get("slug", "puhelin")
    values: dict[str, Any] = {
        "slug": slug,
        "kind": "phone",
        "name": text(slug),
        "number": "03 123 4567",
        "audience": "everyone",
        "languages": [],
        "modified": NOW,
    }
    return Channel(**values | given)


def service(**given: Any) -> Service:
    """Make a service that is public; give its `organiser`."""
    slug = given.get("slug", "neuvonta")
    values: dict[str, Any] = {
        "slug": slug,
        "state": "published",
        "public_from": date(2026, 11, 1),
        "name": text(slug),
        "summary": text("What you get."),
        "audience": text("For whom."),
        "how_to_start": text("How to begin."),
        "price_kind": "unknown",
        "reach": "county",
        "languages": [],
        "urgency": "ordinary",
        "horizon": "soon",
        "quick_exit": False,
        "needs": [],
        "related": [],
        "replaced_by": [],
        "researched": [],
        "modified": NOW,
    }
    return Service(**values | given)
