"""The plan as the draft of an e-mail to oneself: plain text, made in the page, sent by nobody."""

from navigator.guide.plan_view import PlanCard, PlanPage
from navigator.i18n.messages import gettext as _
from navigator.i18n.texts import plain

LONGEST = 1500
"""Characters of the body: longer drafts are cut by some programs."""


def draft(page: PlanPage) -> tuple[str, str]:
    """Return the subject and the text of the draft. The subject says nothing of the person."""
    lines = [_line(card) for card in page.cards]
    begin = _("You can begin the call like this:")
    if not page.may_call:
        begin = _("You can begin your message like this:")
    told = [begin, plain(page.plan.say.opening), plain(page.plan.say.request)]
    body = "\n".join([*lines, "", *told])
    while len(body) > LONGEST and lines:
        lines.pop()
        body = "\n".join([*lines, "", *told])
    return _("Notes"), body


def _line(card: PlanCard) -> str:
    """Return one line: who, how to reach them, and whom to ask if that fails."""
    own = card.contact or card.page or card.other
    line = plain(card.service.name) + (f": {own.value}" if own else "")
    if card.is_dated:
        line = f"{line}. " + _("This contact may be old.")
    if card.instead is None:
        return line
    asked = f"{plain(card.instead.service.name)} {card.instead.contact.value}"
    return f"{line}. " + _("If you cannot get in touch, ask: %(whom)s", whom=asked)
