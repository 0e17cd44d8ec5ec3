"""The questions, one a page, and leaving them. An answer never stands in an address."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from navigator.guide.blueprint import bp
from navigator.guide.plan_view import emergency_cards
from navigator.guide.visit import Visit, current_visit, forget
from navigator.i18n.languages import current_language, use_easy_finnish
from navigator.i18n.messages import gettext as _
from navigator.listings.openings import now
from navigator.listings.site import exit_url, guidance
from navigator.questionnaire.conditions import NOT_SURE
from navigator.questionnaire.path import is_answer
from navigator.questionnaire.values import Question
from navigator.web.guards import public, same_origin

KEPT = "kept"
"""Parameter of the address after an answer: if no cookie comes with it, the browser kept none."""


@bp.get("")
@public
def start() -> str:
    """Say what the questionnaire is, how long it takes, and what is kept."""
    _choose_easy_finnish()
    visit = current_visit()
    return render_template("guide/start.html", visit=visit, guidance=guidance())


@bp.route("/<int:number>", methods=["GET", "POST"])
@same_origin
def question(number: int) -> ResponseReturnValue:
    """Ask a question, or take its answer."""
    _choose_easy_finnish()
    visit = current_visit()
    if number > len(visit.path) or (visit.next is not None and number > visit.next):
        return _without_cookie() if KEPT in request.args and visit.is_new else _go_on(visit)
    asked = visit.path[number - 1]
    if request.method == "GET":
        return _page(visit, asked, number)
    chosen = frozenset(request.form.getlist("choice"))
    if "skip" in request.form:
        chosen = frozenset()
    elif mistake := _mistake(asked, chosen):
        return _page(visit, asked, number, mistake, chosen), 422
    answered = visit.with_answer(asked, chosen)
    return answered.keep_in(_go_on(answered, kept=True))


def _mistake(asked: Question, chosen: frozenset[str]) -> str:
    """Say what is wrong with an answer; nothing when it can be taken."""
    if not chosen:
        return _("Choose an answer, or skip the question.")
    if is_answer(asked, chosen):
        return ""
    if any(option.alone and option.id in chosen for option in asked.options):
        return _("Some of your choices do not go together. Check which of them are true.")
    return _("Choose from the answers on this page.")


NOTHING: frozenset[str] = frozenset()


def _page(
    visit: Visit, asked: Question, number: int, mistake: str = "", chosen: frozenset[str] = NOTHING
) -> str:
    """Show one question; the title says only its place."""
    return render_template(
        "guide/question.html",
        visit=visit,
        question=asked,
        number=number,
        chosen=chosen or visit.answers.get(asked.id, frozenset()),
        mistake=mistake,
        not_sure=NOT_SURE,
        emergencies=emergency_cards(visit, now()) if number > 1 else [],
        exit_href=url_for(".leave"),
        easy=_is_easy(),
    )


def _go_on(visit: Visit, *, kept: bool = False) -> Response:
    """Lead to the next question, or to the answers when there is none."""
    more: dict[str, Any] = {KEPT: 1} if kept else {}
    if _is_easy():
        more["easy"] = 1
    if visit.next is None:
        return redirect(url_for(".check", **more), code=303)
    return redirect(url_for(".question", number=visit.next, **more), code=303)


def _without_cookie() -> ResponseReturnValue:
    """Say that the browser keeps no answers, and what works without."""
    return render_template("guide/no_cookie.html", guidance=guidance()), 200


@bp.get("/check")
@public
def check() -> ResponseReturnValue:
    """Show every answer, each with a way to change it."""
    _choose_easy_finnish()
    visit = current_visit()
    if KEPT in request.args and visit.is_new:
        return _without_cookie()
    return render_template(
        "guide/check.html",
        visit=visit,
        rows=[
            (number, asked, visit.answers.get(asked.id))
            for number, asked in enumerate(visit.path, 1)
        ],
        emergencies=emergency_cards(visit, now()),
        exit_href=url_for(".leave"),
        easy=_is_easy(),
    )


@bp.post("/erase")
@same_origin
def erase() -> ResponseReturnValue:
    """Overwrite the answers, and begin again."""
    return forget(redirect(url_for(".start"), code=303))


@bp.get("/exit")
@public
def leave() -> ResponseReturnValue:
    """Overwrite the answers, and lead to a page that tells nothing."""
    return forget(redirect(exit_url(), code=303))


def _is_easy() -> bool:
    """Tell whether the page is asked for in easy Finnish."""
    return current_language() == "fi" and bool(request.args.get("easy"))


def _choose_easy_finnish() -> None:
    if _is_easy():
        use_easy_finnish()
