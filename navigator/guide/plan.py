"""The plan: whom to contact first, how, when and why."""

from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import quote

from flask import make_response, render_template, url_for
from flask.typing import ResponseReturnValue

from navigator.guide.blueprint import bp
from navigator.guide.mail import draft
from navigator.guide.plan_view import PlanPage, plan_page
from navigator.guide.views import easy_or_not
from navigator.guide.visit import Visit, current_visit
from navigator.listings.openings import now
from navigator.questionnaire.values import MUNICIPALITY
from navigator.statistics.counting import count_month
from navigator.web.guards import public

VALID = timedelta(days=14)
"""How long a printed plan can be trusted; then hours and numbers may have changed."""
EVERYWHERE = "all"


@bp.get("/plan")
@public
def plan() -> ResponseReturnValue:
    """Show the plan; with no answers yet it still leads to somebody who answers."""
    more = easy_or_not()
    visit, moment = current_visit(), now()
    page = plan_page(visit, moment)
    answer = make_response(
        render_template(
            "guide/plan.html",
            visit=visit,
            page=page,
            day=moment.date(),
            valid_until=moment.date() + VALID,
            mail_href=f"mailto:?{_mail(page)}",
            exit_href=url_for(".leave"),
            more=more,
        )
    )
    if visit.is_new or visit.is_lost or visit.counted:
        return answer
    _count(visit, page, moment.date())
    return replace(visit, counted=True).keep_in(answer)


def _mail(page: PlanPage) -> str:
    subject, body = draft(page)
    return f"subject={quote(subject)}&body={quote(body)}"


def _count(visit: Visit, page: PlanPage, day: date) -> None:
    """Count each need once, met or unmet, for the municipality: bare numbers a month."""
    chosen = visit.answers.get(MUNICIPALITY, frozenset())
    where = next(iter(chosen), EVERYWHERE)
    for entry in page.plan.needs:
        met = any(line.contact for line in page.plan.shown if line.service in entry.services)
        count_month("need met" if met else "need unmet", f"{entry.need.id} {where}", day)
