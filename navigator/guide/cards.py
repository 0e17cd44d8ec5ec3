"""The lines of a plan as HTML: made once for each service and contact, and then kept."""

from collections.abc import Sequence
from datetime import datetime

from flask import get_template_attribute
from markupsafe import Markup

from navigator.guide.kept import Shelf
from navigator.guide.plan_view import PlanCard
from navigator.i18n.languages import text_language


def emergency_box(
    shelf: Shelf, cards: Sequence[PlanCard], moment: datetime, *, goes_on: bool = True
) -> Markup:
    """Return the help at once; nothing when nothing is urgent.

    `goes_on`: whether questions are still to be answered.
    """
    if not cards:
        return Markup()
    key = ("emergencies", text_language(), goes_on, *(card.key for card in cards))

    def make() -> Markup:
        html: Markup = get_template_attribute("guide/parts.html", "emergency_box")(cards, goes_on)
        return html

    return shelf.kept(key, make, moment)
