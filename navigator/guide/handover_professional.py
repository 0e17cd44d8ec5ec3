"""The professional's half: opening what was shared, and answering. Guarded from everyone so far."""

from datetime import UTC, datetime

from flask import g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.fields.choices import SelectChoice

from navigator.extensions import db
from navigator.guide.handover_blueprint import address, bp, page
from navigator.guide.handover_forms import TAKEN_UP, AnswerForm, CodeForm
from navigator.guide.handover_queries import service_names
from navigator.guide.handover_sharing import current_consent
from navigator.guide.handover_store import store
from navigator.guide.handover_views import code_page, nothing_found
from navigator.handover import Reply
from navigator.i18n.messages import gettext as _
from navigator.i18n.texts import plain
from navigator.listings.openings import now
from navigator.web.guards import professionals_only


@bp.route("/open", methods=["GET", "POST"])
@professionals_only
def open_handover() -> ResponseReturnValue:
    """Show a professional what was shared, what was agreed to, and the form of the answer."""
    if request.method == "GET":
        return redirect(url_for(".start"), code=303)
    form = CodeForm(request.form)
    if not form.validate():
        return code_page(form), 422
    opened = store().open(
        form.code.data,
        account=g.professional.account,
        organisation=g.professional.organisation,
        address=address(),
        now=datetime.now(UTC),
    )
    db.session.commit()
    if opened is None:
        return nothing_found(form)
    return page(
        "handover_opened",
        opened=opened,
        services=service_names(db.session, now().date(), opened.summary.services),
        consent=current_consent(),
        form=_answer_form(code=form.code.data),
    )


@bp.route("/answer", methods=["GET", "POST"])
@professionals_only
def answer() -> ResponseReturnValue:
    """Leave the professional's answer for the resident."""
    if request.method == "GET":
        return redirect(url_for(".start"), code=303)
    form, code = _answer_form(), CodeForm(request.form)
    if not code.validate():
        return code_page(code), 422
    if not form.validate():
        return page("handover_answer", form=form), 422
    is_theirs = store().answer(
        code.code.data,
        _reply(form),
        account=g.professional.account,
        organisation=g.professional.organisation,
        now=datetime.now(UTC),
    )
    db.session.commit()
    return page("handover_answered") if is_theirs else nothing_found(code)


def _answer_form(code: str | None = None) -> AnswerForm:
    """Return the form of the answer: empty for a code that was opened, else as it was sent."""
    form = AnswerForm(None, code=code) if code else AnswerForm(request.form)
    with db.reading() as session:  # not the session that writes: making keys takes a while
        names = service_names(session, now().date())
    known = [SelectChoice(slug, plain(name)) for slug, name in names.items()]
    known.sort(key=lambda choice: choice.label)
    form.next_service.choices = [SelectChoice("", _("Choose")), *known]
    return form


def _reply(form: AnswerForm) -> Reply:
    """Return the answer that a form holds."""
    is_taken = form.taken_up.data == TAKEN_UP
    return Reply(
        taken_up=is_taken,
        reason="" if is_taken else form.reason.data.strip(),
        next_service=None if is_taken else form.next_service.data,
        at=datetime.now(UTC),
    )
