"""The plan as the draft of an e-mail to oneself: plain text, made in the page, sent by nobody."""

from navigator.guide.plan_view import PlanCard, PlanPage
from navigator.i18n.messages import gettext as _
from navigator.i18n.texts import plain

LONGEST = 1500
"""Characters of the body: longer drafts are cut by some programs."""


def draft(page: PlanPage) -> tuple[str, str]:
    """Return the subject and the text of the draft. The subject says nothing of the person."""
    lines = [_line(card) for card in page.cards]
    told = [plain(page.plan.say.opening), plain(page.plan.say.request)]
    body = "\n".join([*lines, "", _("You can begin the call like this:"), *told])
    while len(body) > LONGEST and lines:
        lines.pop()
        body = "\n".join([*lines, "", _("You can begin the call like this:"), *told])
    return _("Notes"), body


def _line(card: PlanCard) -> str:
    """Return one line: who, and how to reach them."""
    name = plain(card.service.name)
    if card.contact is None:
        return f"{name}: {card.other.value}" if card.other else name
    if card.instead is not None:
        return f"{name}: {plain(card.instead.name)} {card.contact.value}"
    return f"{name}: {card.contact.value}"
