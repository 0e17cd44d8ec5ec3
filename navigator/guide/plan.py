"""The plan: whom to contact first, how, when and why."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote

from flask import make_response, render_template, url_for
from flask.typing import ResponseReturnValue

from navigator.guide.blueprint import bp
from navigator.guide.cards import emergency_box, plan_card, service_link
from navigator.guide.kept import filled, opening, parts_of, rendered
from navigator.guide.mail import draft
from navigator.guide.paper import Row, rows_of
from navigator.guide.plan_view import PlanPage, plan_page
from navigator.guide.views import easy_or_not, without_answers
from navigator.guide.visit import Visit, current_visit
from navigator.i18n.languages import text_language
from navigator.i18n.messages import gettext as _
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
    """Show the plan; with no answers yet, say so and lead to the start."""
    more = easy_or_not()
    visit, moment = current_visit(), now()
    if not visit.answers:
        return without_answers(visit)
    page = plan_page(visit, moment)
    answer = make_response(_html(visit, page, moment, more))
    if visit.counted:
        return answer
    _count(visit, page, moment.date())
    return replace(visit, counted=True).keep_in(answer)


def _html(visit: Visit, page: PlanPage, moment: datetime, more: Mapping[str, Any]) -> str:
    """Put what the plan says into the page around it, which is kept for everyone."""
    shelf = visit.guide.shelf
    key = ("plan", text_language(), visit.is_violent, page.is_for_another, visit.next)
    frame = shelf.kept(key, lambda: parts_of(_frame(visit, page, more)), moment)
    main = rendered(
        "guide/plan_main.html",
        page=page,
        above=emergency_box(shelf, page.emergencies, moment, goes_on=False),
        plan_card=lambda card: plan_card(shelf, card, moment),
        service_link=lambda service: service_link(shelf, service, moment),
        sheet_lanes=_on_paper(page),
        day=moment.date(),
        valid_until=moment.date() + VALID,
    )
    return filled(frame, {"main": main, "mail": f"mailto:?{_mail(page)}"})


def _frame(visit: Visit, page: PlanPage, more: Mapping[str, Any]) -> str:
    """Make the page around a plan."""
    return render_template(
        "guide/plan.html",
        main=opening("main"),
        mail_href=opening("mail"),
        next=visit.next,
        is_violent=visit.is_violent,
        is_for_another=page.is_for_another,
        exit_href=url_for(".leave"),
        more=more,
    )


def _on_paper(page: PlanPage) -> list[tuple[str, list[Row]]]:
    """Return the rows of the printed plan under the headings of their lanes."""
    headings = {
        "now": _("Do this now"),
        "first": _("First"),
        "also": _("Also"),
        "later": _("Later"),
    }
    begin = [(_("Begin here"), rows_of([page.coordinator]))] if page.coordinator else []
    return [*begin, *((headings[lane], rows_of(cards)) for lane, cards in page.lanes)]


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
