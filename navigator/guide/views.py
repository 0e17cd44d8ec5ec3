"""The questions, one a page. An answer never stands in an address."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from navigator.guide.blueprint import bp
from navigator.guide.cards import emergency_box
from navigator.guide.kept import Parts, filled, opening, parts_of
from navigator.guide.plan_view import emergency_cards
from navigator.guide.visit import Visit, current_visit
from navigator.i18n.languages import current_language, text_language, use_easy_finnish
from navigator.i18n.messages import gettext as _
from navigator.listings.openings import now
from navigator.listings.site import guidance
from navigator.questionnaire.numbers import SKIPPED, number_of
from navigator.questionnaire.path import is_answer
from navigator.questionnaire.values import Question
from navigator.web.compression import Body, send_untagged
from navigator.web.guards import public, same_origin

KEPT = "kept"
"""Parameter of the address after an answer: if no cookie comes with it, the browser has none."""
NOTHING: frozenset[str] = frozenset()
CHECKED = " checked"


@bp.get("")
@public
def start() -> str:
    """Say what the questionnaire is, how long it takes, and what is kept."""
    more = easy_or_not()
    return render_template(
        "guide/start.html",
        visit=current_visit(),
        guidance=guidance(),
        exit_href=url_for(".leave"),
        more=more,
    )


@bp.route("/<int(min=1):number>", methods=["GET", "POST"])
@same_origin
def question(number: int) -> ResponseReturnValue:
    """Ask a question, or take its answer."""
    more = easy_or_not()
    visit = current_visit()
    if number > len(visit.path) or (visit.next is not None and number > visit.next):
        return _without_cookie() if KEPT in request.args and visit.is_new else _go_on(visit, more)
    asked = visit.path[number - 1]
    if request.method == "GET":
        return _page(visit, asked, number)
    chosen = _chosen(asked)
    if mistake := "" if _is_skipped(asked) else _mistake(asked, chosen):
        return _page(visit, asked, number, mistake, chosen), 422
    answered = visit.with_answer(asked, NOTHING if _is_skipped(asked) else chosen)
    return answered.keep_in(_go_on(answered, more | {KEPT: 1}))


def _chosen(asked: Question) -> frozenset[str]:
    """Return the options that were sent, by the numbers that the cookie too knows them by.

    What is no option of this question becomes no option at all, and so no answer: the form of
    another question, sent from an older tab.
    """
    names = {str(number_of(asked.id, option.id)): option.id for option in asked.options}
    return frozenset(names.get(value, SKIPPED) for value in request.form.getlist("choice"))


def _is_skipped(asked: Question) -> bool:
    return request.form.get("skip") == str(number_of(asked.id, SKIPPED))


def _mistake(asked: Question, chosen: frozenset[str]) -> str:
    """Say what is wrong with an answer; nothing when it can be taken."""
    if not chosen:
        return _("Choose an answer, or skip the question.")
    if is_answer(asked, chosen):
        return ""
    if any(option.alone and option.id in chosen for option in asked.options):
        return _("Some of your choices do not go together. Check which of them are true.")
    return _("Choose from the answers on this page.")


def _page(
    visit: Visit, asked: Question, number: int, mistake: str = "", chosen: frozenset[str] = NOTHING
) -> Response | str:
    """Show one question. What was chosen is put into a page that is kept for everyone."""
    moment = now()

    def make() -> Parts:
        return parts_of(_question_page(visit, asked, number, mistake))

    shelf = visit.guide.shelf
    key = ("question", text_language(), id(asked), number, visit.is_violent, visit.is_lost)
    page = make() if mistake else shelf.kept(key, make, moment)
    if visit.is_new and not mistake:
        return send_untagged(shelf.kept(("new", key), lambda: _empty(page), moment))
    chosen = chosen or visit.answers.get(asked.id, NOTHING)
    above = emergency_box(shelf, emergency_cards(visit, moment), moment)
    return filled(page, {"above": above} | {f"chosen {option}": CHECKED for option in chosen})


def _empty(page: Parts) -> Body:
    """Return the page for those who have said nothing yet, packed once."""
    return Body(filled(page, {}).encode())


def _question_page(visit: Visit, asked: Question, number: int, mistake: str) -> str:
    """Make the page of a question; its title says only its place. It knows no answers."""
    return render_template(
        "guide/question.html",
        question=asked,
        number=number,
        most=len(visit.guide.questionnaire.questions),
        number_of=number_of,
        skipped=SKIPPED,
        marks={option.id: opening(f"chosen {option.id}") for option in asked.options},
        above=opening("above"),
        mistake=mistake,
        is_violent=visit.is_violent,
        is_lost=visit.is_lost,
        exit_href=url_for(".leave"),
        more=easy_or_not(),
    )


def _go_on(visit: Visit, more: dict[str, Any]) -> Response:
    """Lead to the next question, or to the answers when there is none."""
    key = ("step", current_language(), visit.next, *more)
    address = visit.guide.shelf.kept(key, lambda: _step(visit.next, more), now())
    return redirect(address, code=303)


def _step(number: int | None, more: dict[str, Any]) -> str:
    """Return the address of a question, or of the answers."""
    if number is None:
        return url_for(".check", **more)
    return url_for(".question", number=number, **more)


def _without_cookie() -> str:
    """Say that no answers came, why that may be, and what works without."""
    return render_template("guide/no_cookie.html", guidance=guidance(), exit_href=url_for(".leave"))


def without_answers(visit: Visit) -> str:
    """Say that there are no answers yet, or none any more, and lead to the start."""
    return render_template(
        "guide/no_answers.html",
        is_lost=visit.is_lost,
        guidance=guidance(),
        exit_href=url_for(".leave"),
        more=easy_or_not(),
    )


@bp.get("/check")
@public
def check() -> str:
    """Show every answer, each with a way to change it."""
    more = easy_or_not()
    visit, moment = current_visit(), now()
    if KEPT in request.args and visit.is_new:
        return _without_cookie()
    if not visit.answers:
        return without_answers(visit)
    return render_template(
        "guide/check.html",
        visit=visit,
        rows=[
            (number, asked, visit.answers.get(asked.id))
            for number, asked in enumerate(visit.path, 1)
        ],
        above=emergency_box(visit.guide.shelf, emergency_cards(visit, moment), moment),
        exit_href=url_for(".leave"),
        more=more,
    )


def easy_or_not() -> dict[str, Any]:
    """Use easy Finnish if the address asks for it; return what keeps it in the next address."""
    if current_language() != "fi" or not request.args.get("easy"):
        return {}
    use_easy_finnish()
    return {"easy": 1}
