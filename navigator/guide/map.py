"""The flow of the questions as a picture and as a list, and what help each municipality has."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import render_template
from sqlalchemy import select

from navigator.domain.models import Municipality, Topic
from navigator.extensions import db
from navigator.guide.blueprint import bp
from navigator.guide.content import Guide, guide
from navigator.guide.drawing import drawing_of
from navigator.i18n.texts import plain
from navigator.questionnaire.conditions import questions_of
from navigator.questionnaire.values import Question
from navigator.web.caching import public_page


@dataclass(frozen=True, slots=True)
class Item:
    """A question in the list, with the earlier ones that decide whether it is asked."""

    question: Question
    depends_on: Sequence[str]


@bp.get("/map")
@public_page
def map() -> str:  # noqa: A001 - the name of the page
    """Show every question, and the services behind them by topic and municipality."""
    found = guide()
    questions = found.questionnaire.questions
    titles = {question.id: plain(question.title) for question in questions}
    municipalities = db.session.scalars(select(Municipality).order_by(Municipality.slug)).all()
    return render_template(
        "guide/map.html",
        drawing=drawing_of([(q, titles[q.id]) for q in questions]),
        questions=[
            Item(q, [titles[name] for name in titles if name in questions_of(q.ask_if)])
            for q in questions
        ],
        municipalities=municipalities,
        coverage=_coverage(found, municipalities),
    )


def _coverage(found: Guide, municipalities: Sequence[Municipality]) -> list[dict[str, Any]]:
    """Return for each topic the number of services that answers can lead to, by municipality."""
    rows = []
    led_to = [s for s in found.services.values() if s.needs]
    for topic in db.session.scalars(select(Topic).order_by(Topic.position)):
        of_topic = [service for service in led_to if topic.slug in service.topics]
        cells = [
            (place, sum(service.serves(place.slug) for service in of_topic))
            for place in municipalities
        ]
        rows.append({"topic": topic, "cells": cells})
    return rows
