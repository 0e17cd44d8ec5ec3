"""Filters of the public templates: what rows mean, in words of the page's language."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from babel.dates import get_day_names
from flask import url_for
from markdown_it import MarkdownIt
from markupsafe import Markup

from navigator.directory.blueprint import bp
from navigator.directory.words import GAPS
from navigator.domain.hours import WEEKDAYS, DayGroup, Hours, Span, describe, week_of
from navigator.domain.models import Gap, Municipality, Service, Situation, Topic
from navigator.domain.text import in_language
from navigator.i18n.formats import day_text, time_range
from navigator.i18n.languages import current_language, direction, text_language
from navigator.i18n.messages import gettext as _
from navigator.i18n.texts import plain

MARKDOWN = MarkdownIt("zero", {"html": False}).enable(["list", "link", "emphasis", "newline"])
"""Paragraphs, lists, links and emphasis; nothing else, and no HTML."""


def _link_open(renderer: Any, tokens: Any, number: int, options: Any, _env: Any) -> str:
    """Open a link; one to another site does not tell it where the reader came from."""
    if not str(tokens[number].attrs.get("href", "")).startswith(("/", "#")):
        tokens[number].attrSet("rel", "noopener noreferrer")
    return str(renderer.renderToken(tokens, number, options, _env))


MARKDOWN.add_render_rule("link_open", _link_open)


@bp.app_template_filter("markdown")
def markdown(text: Mapping[str, str] | str | None) -> Markup:
    """Write a text of several paragraphs, with the language it is in."""
    if isinstance(text, str):
        return Markup(MARKDOWN.render(text))  # noqa: S704 - html is off
    shown = in_language(text, text_language())
    if shown is None:
        return Markup("")
    body = Markup(MARKDOWN.render(shown.text))  # noqa: S704 - html is off
    if shown.language == text_language():
        return body
    return Markup('<div lang="{}" dir="{}">{}</div>').format(
        shown.language, direction(shown.language), body
    )


@bp.app_template_filter("named")
def named(municipality: Municipality) -> tuple[str, dict[str, str]]:
    """Return slug and name, for the search form."""
    return municipality.slug, municipality.name


@bp.app_template_filter("mapped")
def mapped(municipality: Municipality) -> tuple[str, dict[str, str], str]:
    """Return slug, name and address, for the map."""
    slug = municipality.slug
    return slug, municipality.name, url_for("directory.municipality", slug=slug)


@bp.app_template_filter("carried")
def carried(slug: str) -> tuple[str, str]:
    """Return a service of one's own list as a hidden field of a form."""
    return "s", slug


@bp.app_template_filter("tile")
def tile(topic: Topic) -> tuple[dict[str, str], str, dict[str, str]]:
    """Return name, address and hint, for the tiles."""
    return topic.name, url_for("directory.topic", slug=topic.slug), topic.hint


@bp.app_template_filter("situation_tile")
def situation_tile(situation: Situation) -> tuple[dict[str, str], str, dict[str, str]]:
    """Return name, address and hint, for the tiles."""
    page = situation.content
    return page["name"], url_for("directory.situation", slug=situation.slug), page["hint"]


@bp.app_template_filter("in_page_language")
def in_page_language(lists: Mapping[str, list[str]] | None) -> list[Any]:
    """Return the lines in the page's language or, failing that, in one they are in."""
    for language in (text_language(), "fi", "sv", "en"):
        if lists and lists.get(language):
            same = language == text_language()
            return [line if same else {language: line} for line in lists[language]]
    return []


@bp.app_template_filter("ages")
def ages(service: Service) -> str:
    """Say for whom the service is by age, if it matters."""
    low, high = service.age_from, service.age_to
    if low is not None and high is not None:
        return _("%(low)d–%(high)d years", low=low, high=high)
    if low is not None:
        return _("%(low)d years or over", low=low)
    return _("%(high)d years or under", high=high) if high is not None else ""


@bp.app_template_filter("price")
def price(service: Service) -> str:
    """Say what the service costs."""
    words = {
        "free": _("Free of charge."),
        "unknown": _("We do not know the price yet. Ask about it before you go."),
    }.get(service.price_kind, "")
    return f"{words} {plain(service.price_text)}".strip()


@bp.app_template_filter("uses")
def uses(service: Service) -> list[str]:
    """Say how the service can be used, as far as it is known."""
    lines = {
        ("remotely", True): _("You can use it from home, by phone or online."),
        ("remotely", False): _("You need to come in person."),
        ("anonymously", True): _("You do not have to say your name."),
        ("without_strong_identification", True): _("You do not need online banking codes."),
        ("without_strong_identification", False): _(
            "You need online banking codes or a mobile ID."
        ),
        ("referral_only", True): _("You need a referral."),
        ("referral_only", False): _("You do not need a referral."),
    }
    return [text for (name, value), text in lines.items() if getattr(service, name) is value]


@bp.app_template_filter("gap_names")
def gap_names(gaps: Sequence[Gap]) -> list[str]:
    """Name what is missing, each kind once."""
    return [str(GAPS[what]) for what in dict.fromkeys(gap.what for gap in gaps)]


@bp.app_template_filter("bare_url")
def bare_url(url: str) -> str:
    """Return a web address as people read it."""
    return url.removeprefix("https://").removeprefix("www.").rstrip("/")


@bp.app_template_filter("week_rows")
def week_rows(hours: Hours, day: date) -> list[dict[str, Any]]:
    """Return the rows of this week for the table of hours."""
    names = get_day_names("wide", "stand-alone", locale=current_language())
    return [
        {
            "label": str(names[row.date.weekday()]).capitalize(),
            "text": _state_text(row.state, row.intervals),
            "today": row.date == day,
            "note": row.name,
        }
        for row in week_of(hours, day)
    ]


@bp.app_template_filter("later_lines")
def later_lines(hours: Hours, day: date) -> list[str]:
    """Say which coming dates differ from the week."""
    shown = describe(hours, today=day)
    lines = [
        f"{_dates(item.first, item.last)}: {_spans_text(item.intervals)} {plain(item.name)}".strip()
        for item in shown.exceptions
    ]
    for season in shown.seasons:
        week = "; ".join(_group_text(group) for group in season.week)
        lines.append(f"{plain(season.name)} {_dates(season.first, season.last)}: {week}".strip())
    return lines


@bp.app_template_filter("hours_lines")
def hours_lines(data: dict[str, Any] | Hours) -> list[str]:
    """Say the ordinary week in as few lines as it needs: `ma–pe 8.00–16.00`."""
    hours = data if isinstance(data, Hours) else Hours.model_validate(data)
    shown = describe(hours)
    if shown.always:
        return [_("around the clock, every day")]
    if shown.appointment:
        return [_("by appointment")]
    return [_group_text(group) for group in shown.week if not group.closed]


def _group_text(group: DayGroup) -> str:
    names = get_day_names("abbreviated", locale=current_language())
    first, last = (str(names[WEEKDAYS.index(day)]) for day in (group.first, group.last))
    days = first if first == last else f"{first}–{last}"
    return f"{days} {_spans_text(group.intervals)}"


def _state_text(state: str, spans: tuple[Span, ...]) -> str:
    match state:
        case "unknown":
            return _("Not known")
        case "appointment":
            return _("By appointment")
        case "holiday":
            return _("%(hours)s (may be closed)", hours=_spans_text(spans))
        case _:
            return _spans_text(spans)


def _spans_text(spans: tuple[Span, ...]) -> str:
    if not spans:
        return _("Closed")
    return ", ".join(time_range(span.start, span.end) for span in spans)


def _dates(first: date, last: date) -> str:
    return day_text(first) if first == last else f"{day_text(first)}–{day_text(last)}"
