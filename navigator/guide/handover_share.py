"""Sharing: a resident chooses, sees what will be seen, agrees, and gets a code."""

import re
import secrets
from datetime import UTC, datetime, timedelta

from flask import current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from navigator.extensions import db
from navigator.guide.handover_blueprint import address, bp, page
from navigator.guide.handover_forms import AgreeForm
from navigator.guide.handover_sharing import (
    Consent,
    Offer,
    current_consent,
    fingerprint,
    offer_of,
    summary_of,
)
from navigator.guide.handover_store import store
from navigator.guide.views import easy_or_not
from navigator.guide.visit import Visit, current_visit
from navigator.handover import Summary
from navigator.i18n.links import absolute
from navigator.i18n.messages import gettext as _
from navigator.listings.openings import now
from navigator.web.guards import same_origin
from navigator.web.qr_codes import qr_code

TICKET = re.compile(r"[0-9a-f]{32}")
"""What a form carries so that it makes one code, however often it is sent."""


@bp.route("/share", methods=["GET", "POST"])
@same_origin
def share() -> ResponseReturnValue:
    """Let the resident choose what to share, and then see it as the professional will."""
    more = easy_or_not()
    if not current_visit().answers:
        return redirect(url_for("guide.start", **more), code=303)
    consent, offer = current_consent(), offer_of(current_visit(), now())
    if request.method == "GET":
        return page("handover_share", offer=offer, mistake="")
    summary = _chosen(offer, consent)
    if summary.is_empty:
        mistake = _("Choose at least one thing to share.")
        return page("handover_share", offer=offer, mistake=mistake), 422
    return _preview(summary, offer, consent, AgreeForm(None))


@bp.route("/code", methods=["GET", "POST"])
@same_origin
def code() -> ResponseReturnValue:
    """Seal what was shown and agreed to, and show the code. Sent again, it is the same code."""
    more, visit = easy_or_not(), current_visit()
    if request.method == "GET" or not visit.answers:
        return redirect(url_for(".share", **more), code=303)
    consent, offer = current_consent(), offer_of(visit, now())
    summary, form = _chosen(offer, consent), AgreeForm(request.form)
    if summary.is_empty:
        return redirect(url_for(".share", **more), code=303)
    if not form.validate():
        return _preview(summary, offer, consent, form), 422
    ticket = _ticket(visit, summary)
    if ticket is None:
        return _preview(summary, offer, consent, AgreeForm(None), has_changed=True), 409
    # Making keys takes a while; nothing was written yet, so let others write meanwhile.
    db.session.rollback()
    life = timedelta(hours=int(form.hours.data))
    made = store().create(summary, datetime.now(UTC), life, ticket=ticket, address=address())
    db.session.commit()
    if made is None:
        return page("handover_over"), 410
    link = f"{absolute(url_for('.start'))}#{made.code}"
    return page("handover_code", code=made.code, until=made.expires, qr=qr_code(link))


def _ticket(visit: Visit, summary: Summary) -> str | None:
    """Return what the code is made of, or None when the form does not tell what was shown.

    It ends with the visit: what a browser keeps of the form gives no code without its answers.
    """
    ticket, shown = request.form.get("ticket", ""), request.form.get("shown")
    if not TICKET.fullmatch(ticket) or shown != _fingerprint(summary):
        return None
    return f"{visit.begun.isoformat()} {ticket} {shown}"


def _chosen(offer: Offer, consent: Consent) -> Summary:
    """Return what the boxes of the form say."""
    answers, services = request.form.getlist("answer"), request.form.getlist("service")
    return summary_of(offer, answers, services, consent, now())


def _fingerprint(summary: Summary) -> str:
    return fingerprint(summary, current_app.config["SETTINGS"].secret_key)


def _preview(
    summary: Summary, offer: Offer, consent: Consent, form: AgreeForm, *, has_changed: bool = False
) -> str:
    """Show what the professional will see, and the text to agree to."""
    return page(
        "handover_preview",
        summary=summary,
        services=dict(named for named in offer.services.values() if named[0] in summary.services),
        consent=consent,
        form=form,
        shown=_fingerprint(summary),
        ticket=secrets.token_hex(16),
        answers=request.form.getlist("answer"),
        ticked=request.form.getlist("service"),
        has_changed=has_changed,
    )
