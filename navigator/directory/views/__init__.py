"""The public pages, one subject a module. Importing them adds their routes to the blueprint."""

from navigator.directory.views import (
    feedback,
    help_now,
    home,
    municipality,
    organisation,
    own_list,
    quality,
    search,
    search_words,
    service,
    situation,
    technical,
    texts,
    topic,
)

__all__ = [
    "feedback",
    "help_now",
    "home",
    "municipality",
    "organisation",
    "own_list",
    "quality",
    "search",
    "search_words",
    "service",
    "situation",
    "technical",
    "texts",
    "topic",
]
