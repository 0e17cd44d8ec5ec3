"""What a resident may share, what they chose of it, and the text that they agree to."""

import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from flask import abort

from navigator.domain.base import Localised
from navigator.extensions import db
from navigator.guide.handover_queries import consent_text
from navigator.guide.plan_view import PlanCard, plan_page
from navigator.guide.visit import Visit
from navigator.handover import Summary
from navigator.i18n.languages import current_language
from navigator.i18n.texts import plain


@dataclass(frozen=True, slots=True)
class Consent:
    """The text that a resident agrees to."""

    content: Mapping[str, Any]
    version: str
    """The day it was checked, and a hash that no other wording has."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that can be shared, by the number that its box has."""

    answers: Mapping[str, tuple[str, str]]
    """Question and answer, in the language of the page."""
    services: Mapping[str, tuple[str, Localised]]
    """Slug and name."""
    emergencies: Sequence[PlanCard]
    """Emergency help, which stands above everything once something urgent was said."""


def offer_of(visit: Visit, moment: datetime) -> Offer:
    """Return each question that was answered, and each service of the plan's first view."""
    answers = {
        str(number): (plain(asked.title), _words(asked.options, visit.answers[asked.id]))
        for number, asked in enumerate(visit.path, 1)
        if visit.answers.get(asked.id)
    }
    plan = plan_page(visit, moment)
    names = {card.service.slug: card.service.name for card in plan.cards}
    services = {str(number): named for number, named in enumerate(names.items(), 1)}
    return Offer(answers, services, plan.emergencies)


def _words(options: Any, chosen: frozenset[str]) -> str:
    return "; ".join(plain(option.text) for option in options if option.id in chosen)


def summary_of(
    offer: Offer, answers: list[str], services: list[str], consent: Consent, moment: datetime
) -> Summary:
    """Return what the professional will see of an offer: the boxes that were ticked, alone."""
    return Summary(
        created=moment,
        language=current_language(),
        answers=[line for number, line in offer.answers.items() if number in answers],
        services=[slug for number, (slug, _name) in offer.services.items() if number in services],
        consent=consent.version,
    )


def fingerprint(summary: Summary, secret: bytes) -> str:
    """Return what a form carries to say which text was shown: it tells nothing to others."""
    shown = summary.model_dump_json(exclude={"created"})
    return hmac.digest(secret, f"handover shown {shown}".encode(), "sha256").hex()[:32]


def current_consent() -> Consent:
    """Return the text that residents agree to, or 404: without one nothing is shared."""
    row = consent_text(db.session)
    if row is None:
        abort(404)
    digest = sha256(json.dumps(row.content, sort_keys=True).encode()).hexdigest()[:8]
    return Consent(row.content, f"{row.content['checked']} {digest}")
