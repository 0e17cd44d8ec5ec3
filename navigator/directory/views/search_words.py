"""The words that people search with, by letter: suggestions that need no script."""

from collections.abc import Iterable

from flask import render_template, request

from navigator.directory.blueprint import bp
from navigator.directory.queries import topics_in_order
from navigator.directory.search_words import by_letter
from navigator.extensions import db
from navigator.i18n.languages import current_language
from navigator.i18n.texts import plain
from navigator.search.following import table_rows
from navigator.web.caching import public_page


@bp.get("/search-words")
@public_page(query=("letter",))
def search_words() -> str:
    """Show the words of one letter, each a search; the first letter when none was chosen."""
    letters = by_letter(_words())
    wanted = request.args.get("letter", "")
    chosen = wanted if wanted in letters else next(iter(letters), "")
    return render_template(
        "directory/search_words.html",
        letters=list(letters),
        chosen=chosen,
        words=letters.get(chosen, []),
    )


def _words() -> Iterable[str]:
    """Return the everyday words of the page's language, and the names of the topics."""
    rows = table_rows(db.session).synonyms.get(current_language(), ())
    yield from (row.key for row in rows)
    yield from (plain(topic.name) for topic in topics_in_order(db.session))
