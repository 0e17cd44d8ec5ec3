"""A resident who has answered every question of the sample, and a professional who is let in."""

import pytest

from navigator.domain.models import TextPage
from navigator.handover import sealing
from navigator.web import guards
from tests.factories import NOW, text
from tests.guide.handover.resident import Resident

CONSENT = {
    "title": text("Esimerkki suostumuksesta"),
    "lead": text("Esimerkin johdanto."),
    "sections": [{"heading": text("Esimerkin kohta"), "body": text("Esimerkin teksti.")}],
    "checked": "2026-11-24",
    "easy_title": "Esimerkki helposta suostumuksesta",
    "easy": [{"heading": "Helppo kohta", "body": "Helppo teksti."}],
}


@pytest.fixture
def resident(visitor, session, monkeypatch):
    """Return somebody who has a plan. Keys take little memory: how much is tested apart."""
    monkeypatch.setattr(sealing, "MEMORY_KIB", 64)
    session.add(TextPage(slug="consent", content=CONSENT, modified=NOW))
    session.commit()
    visitor.answer_all()
    return Resident(visitor)


@pytest.fixture
def as_professional(monkeypatch):
    """Return a function that signs a professional in, or out."""

    def sign_in(account="sample-1"):
        who = guards.Professional(account, "esimerkkialue") if account else None
        monkeypatch.setattr(guards, "current_professional", lambda: who)

    return sign_in
