"""Content records as rows: `apply` writes a record into its row, `dump` reads it back.

For every kind, `dump(apply(x)) == x`: what a file says survives the database unchanged.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from navigator.importers.content.rows import (
    channels,
    organisations,
    pages,
    questionnaire,
    services,
    topics,
    words,
)
from navigator.importers.content.rows.context import Rows


class Handler(NamedTuple):
    """How one kind of record goes into the database and comes out."""

    find: Callable[[Rows, str], Any]
    """Return the row of a slug, or None."""
    apply: Callable[[Rows, str, Any], None]
    """Write a record (in its shape) into its row, made if needed."""
    dump: Callable[[Rows, Any], dict[str, Any]]
    """Return a row as the plain values of a file."""


HANDLERS: dict[str, Handler] = {
    "vocabularies": Handler(
        topics.find_vocabulary, topics.apply_vocabulary, topics.dump_vocabulary
    ),
    "organisations": Handler(
        organisations.find_organisation,
        organisations.apply_organisation,
        organisations.dump_organisation,
    ),
    "municipalities": Handler(
        organisations.find_municipality,
        organisations.apply_municipality,
        organisations.dump_municipality,
    ),
    "topics": Handler(topics.find_topic, topics.apply_topic, topics.dump_topic),
    "conditions": Handler(topics.find_condition, topics.apply_condition, topics.dump_condition),
    "places": Handler(
        organisations.find_place, organisations.apply_place, organisations.dump_place
    ),
    "channels": Handler(channels.find_shared, channels.apply_shared, channels.dump_shared),
    "services": Handler(services.find, services.apply, services.dump),
    "situations": Handler(pages.find_situation, pages.apply_situation, pages.dump_situation),
    "notices": Handler(pages.find_notice, pages.apply_notice, pages.dump_notice),
    "texts": Handler(pages.find_text, pages.apply_text, pages.dump_text),
    "synonyms": Handler(words.find_synonyms, words.apply_synonyms, words.dump_synonyms),
    "danger": Handler(words.find_danger, words.apply_danger, words.dump_danger),
    "questionnaire": Handler(questionnaire.find, questionnaire.apply, questionnaire.dump),
    "help-now": Handler(pages.find_help_now, pages.apply_help_now, pages.dump_help_now),
    "site": Handler(pages.find_site, pages.apply_site, pages.dump_site),
}
