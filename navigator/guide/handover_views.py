"""The page of a code: the resident sees what became of it, and takes it back."""

from datetime import UTC, datetime

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from navigator.extensions import db
from navigator.guide.handover_blueprint import address, bp, page
from navigator.guide.handover_forms import CodeForm
from navigator.guide.handover_queries import service_names
from navigator.guide.handover_store import store
from navigator.handover import Reply
from navigator.i18n.messages import gettext as _
from navigator.listings.openings import now
from navigator.listings.site import guidance
from navigator.web import guards
from navigator.web.guards import same_origin


@bp.route("", methods=["GET", "POST"])
@same_origin
def start() -> ResponseReturnValue:
    """Ask for the code, and tell what became of the handover. The code comes in the body alone."""
    form = CodeForm(request.form)
    if request.method == "GET":
        return code_page(CodeForm(None))
    if not form.validate():
        return code_page(form), 422
    status = store().status(form.code.data, address=address(), now=datetime.now(UTC))
    if status is None:
        return nothing_found(form)
    is_elsewhere = status.reply is not None and not status.reply.taken_up
    return page(
        "handover_status",
        status=status,
        code=form.code.data,
        next=_next(status.reply),
        guidance=guidance() if is_elsewhere else None,
    )


@bp.route("/withdraw", methods=["GET", "POST"])
@same_origin
def withdraw() -> ResponseReturnValue:
    """Take the handover back: nobody opens it any more."""
    if request.method == "GET":
        return redirect(url_for(".start"), code=303)
    form = CodeForm(request.form)
    if not form.validate():
        return code_page(form), 422
    is_gone = store().withdraw(form.code.data, address=address(), now=datetime.now(UTC))
    db.session.commit()
    return page("handover_withdrawn") if is_gone else nothing_found(form)


def code_page(form: CodeForm) -> str:
    """Show the field for the code, and to professionals what they can do with it."""
    return page("handover_start", form=form, professional=guards.current_professional())


def nothing_found(form: CodeForm) -> ResponseReturnValue:
    """Say the same of codes that are wrong, over, taken back or used up."""
    form.code.errors = [
        _(
            "We found nothing with this code. It may have ended or been taken back. Check the "
            "code, or make a new one."
        )
    ]
    return code_page(form), 422


def _next(reply: Reply | None) -> dict[str, dict[str, str]]:
    """Return the next option that a professional named, if it is still public."""
    slugs = [reply.next_service] if reply and reply.next_service else []
    return service_names(db.session, now().date(), slugs) if slugs else {}
