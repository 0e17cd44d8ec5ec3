"""Pages of text, in the three languages and in easy Finnish."""

from typing import Any

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.extensions import db
from navigator.i18n.languages import current_language, use_easy_finnish
from navigator.listings.openings import now
from navigator.listings.site import exit_url, guidance
from navigator.web.caching import not_in_browsers, public_page


@bp.get("/about")
@public_page
def about() -> str:
    """Say what this service is."""
    return _page("about")


@bp.get("/accessibility")
@public_page
def accessibility() -> str:
    """Show the accessibility statement."""
    return _page("accessibility")


@bp.get("/privacy")
@public_page
def privacy() -> str:
    """Say what is known of visitors: nothing."""
    return _page("privacy")


@bp.get("/hide-visit")
@public_page
def hide_visit() -> str:
    """Tell how to hide that one was here."""
    not_in_browsers()
    return _page("hide-visit", way_out=exit_url())


@bp.get("/easy")
@public_page
def easy() -> ResponseReturnValue:
    """Show the front page in easy Finnish, which stands under /fi alone."""
    if current_language() != "fi":
        return redirect(url_for(".easy", lang="fi"), code=302)
    use_easy_finnish()
    moment = now()
    return render_template(
        "directory/easy.html",
        page=_content("easy"),
        services=queries.easy_services(db.session, day=moment.date()),
        guidance=guidance(moment),
    )


@bp.get("/easy/<slug:slug>")
@public_page
def easy_page(slug: str) -> ResponseReturnValue:
    """Show a service, a situation or a page of text in easy Finnish."""
    if current_language() != "fi":
        return redirect(url_for(".easy_page", slug=slug, lang="fi"), code=302)
    use_easy_finnish()
    page = _easy_text(slug)
    if page is not None:
        return render_template("directory/easy_text.html", page=page, slug=slug)
    found = queries.situation_by_slug(db.session, slug)
    if found is not None and found.content.get("easy"):
        return _easy_situation(found.content, slug)
    return _easy_service(slug)


def _easy_text(slug: str) -> dict[str, Any] | None:
    """Return a page of text, or the crisis page, if it has an easy text."""
    if slug == "help-now":
        state = queries.site_state(db.session)
        content = state.help_now if state else {}
    else:
        page = queries.text_page(db.session, slug)
        content = page.content if page else {}
    return content if content.get("easy") else None


def _easy_situation(page: dict[str, Any], slug: str) -> str:
    """Show a life situation in easy Finnish."""
    if page.get("quick_exit"):
        not_in_browsers()
    return render_template(
        "directory/easy_situation.html", page=page, slug=slug, exit_url=exit_url()
    )


def _easy_service(slug: str) -> str:
    """Show a service in easy Finnish, if it has such a text."""
    moment = now()
    service = queries.service_by_slug(db.session, slug)
    if service is None or not service.is_public_on(moment.date()):
        abort(404)
    if service.easy is None or service.easy.state != "published":
        abort(404)
    if service.quick_exit:
        not_in_browsers()
    card = queries.cards_by_slug(db.session, [slug], day=moment.date())[0]
    return render_template(
        "directory/easy_service.html", service=service, card=card, exit_url=exit_url()
    )


def _page(slug: str, *, way_out: str | None = None) -> str:
    """Show a page of text. `way_out`: where the quick exit leads, on a page that needs one."""
    return render_template("directory/text.html", page=_content(slug), slug=slug, way_out=way_out)


def _content(slug: str) -> dict[str, Any]:
    """Return what a page of text says, or 404."""
    page = queries.text_page(db.session, slug)
    if page is None:
        abort(404)
    return page.content
