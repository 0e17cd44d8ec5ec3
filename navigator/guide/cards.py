"""The lines of a plan as HTML: made once for each service and contact, and then kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask import get_template_attribute
from markupsafe import Markup, escape

from navigator.domain.models import Service
from navigator.guide.kept import Shelf, filled, opening, parts_of
from navigator.guide.plan_view import PlanCard
from navigator.i18n.languages import text_language


def emergency_box(
    shelf: Shelf, cards: Sequence[PlanCard], moment: datetime, *, goes_on: bool = True
) -> Markup:
    """Return the help at once; nothing when nothing is urgent.

    `goes_on`: whether questions are still to be answered.
    """
    if not cards:
        return escape("")
    key = ("emergencies", text_language(), goes_on, *(card.key for card in cards))

    def make() -> Markup:
        return _html("guide/parts.html", "emergency_box", cards, goes_on)

    return shelf.kept(key, make, moment)


def plan_card(shelf: Shelf, card: PlanCard, moment: datetime) -> Markup:
    """Return one line; why it stands in this plan is put in, and not kept."""
    key = ("card", text_language(), card.key)
    parts = shelf.kept(
        key,
        lambda: parts_of(_html("guide/card.html", "plan_card", card, opening("why"))),
        moment,
    )
    return filled(parts, {"why": _html("guide/card.html", "why", card.reasons, card.answers)})


def service_link(shelf: Shelf, service: Service, moment: datetime) -> Markup:
    """Return a service as a link."""
    key = ("link", text_language(), service.slug)
    return shelf.kept(key, lambda: _html("guide/card.html", "service_link", service), moment)


def _html(template: str, macro: str, *values: Any) -> Markup:
    html: Markup = get_template_attribute(template, macro)(*values)
    return html
