"""Notices, texts, the crisis page and the site's settings."""

from typing import Any

from navigator.domain.models import Notice, Service, SiteState, Situation, TextPage, Topic
from navigator.importers.content.rows.context import (
    Facts,
    Rows,
    canonical,
    dump_fact,
    dump_sources,
    slugs_of,
    texts,
)
from navigator.importers.content.schema.pages import (
    HelpNowFile,
    NoticeFile,
    SiteFile,
    SituationFile,
    TextFile,
)


def find_notice(rows: Rows, slug: str) -> Notice | None:
    """Return the notice of `slug`."""
    return rows.find(Notice, slug)


def apply_notice(rows: Rows, slug: str, record: NoticeFile) -> None:
    """Write a notice."""
    row = rows.find(Notice, slug) or Notice(slug=slug)
    row.title = texts(record.title)
    row.text = texts(record.text)
    for name in ("level", "shown_from", "shown_until", "site"):
        setattr(row, name, getattr(record, name))
    row.services = [rows.get(Service, service) for service in record.services]
    row.topics = [rows.get(Topic, topic) for topic in record.topics]
    row.fact = Facts(rows, "notices", slug, record).write("text", row.fact, None)
    row.modified = rows.now
    rows.keep(row)


def dump_notice(rows: Rows, row: Notice) -> dict[str, Any]:
    """Return a notice as its file says it."""
    data = {
        "title": row.title,
        "text": row.text,
        "level": row.level,
        "shown_from": row.shown_from,
        "shown_until": row.shown_until,
        "site": row.site,
        "services": slugs_of(row.services),
        "topics": slugs_of(row.topics),
        "sources": dump_sources(rows, "notices", row.slug),
        "fact": dump_fact(row.fact, own_only=False),
    }
    return canonical("notices", data)


def find_situation(rows: Rows, slug: str) -> Situation | None:
    """Return the life situation of `slug`."""
    return rows.find(Situation, slug)


def apply_situation(rows: Rows, slug: str, record: SituationFile) -> None:
    """Write a life situation."""
    row = rows.find(Situation, slug) or Situation(slug=slug)
    row.position = record.order
    row.content = record.plain()
    row.modified = rows.now
    rows.keep(row)


def dump_situation(_rows: Rows, row: Situation) -> dict[str, Any]:
    """Return a life situation as its file says it."""
    return canonical("situations", row.content)


def find_text(rows: Rows, slug: str) -> TextPage | None:
    """Return the text of `slug`."""
    return rows.find(TextPage, slug)


def apply_text(rows: Rows, slug: str, record: TextFile) -> None:
    """Write a text page."""
    row = rows.find(TextPage, slug) or TextPage(slug=slug)
    row.content = record.plain()
    row.modified = rows.now
    rows.keep(row)


def dump_text(_rows: Rows, row: TextPage) -> dict[str, Any]:
    """Return a text page as its file says it."""
    return canonical("texts", row.content)


def _state(rows: Rows) -> SiteState:
    state = rows.session.get(SiteState, 1)
    if state is None:
        state = SiteState(id=1, content_version=0, settings={}, help_now={})
        rows.session.add(state)
    return state


def find_help_now(rows: Rows, _slug: str) -> SiteState | None:
    """Return the site's row if it holds a crisis page."""
    state = rows.session.get(SiteState, 1)
    return state if state is not None and state.help_now else None


def apply_help_now(rows: Rows, _slug: str, record: HelpNowFile) -> None:
    """Write the crisis page."""
    _state(rows).help_now = record.plain()


def dump_help_now(_rows: Rows, row: SiteState) -> dict[str, Any]:
    """Return the crisis page as its file says it."""
    return canonical("help-now", row.help_now)


def find_site(rows: Rows, _slug: str) -> SiteState | None:
    """Return the site's row if it holds settings."""
    state = rows.session.get(SiteState, 1)
    return state if state is not None and state.settings else None


def apply_site(rows: Rows, _slug: str, record: SiteFile) -> None:
    """Write the site's settings."""
    _state(rows).settings = record.model_dump(mode="json")


def dump_site(_rows: Rows, row: SiteState) -> dict[str, Any]:
    """Return the site's settings as its file says them."""
    return canonical("site", row.settings)
