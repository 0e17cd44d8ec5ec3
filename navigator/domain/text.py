"""Texts that know their language, and which one to show when a language is missing."""

from collections.abc import Mapping
from typing import NamedTuple

LANGUAGES = ("fi", "sv", "en")
"""Languages of the site, the source language first: the order in which a text falls back."""

EASY_FINNISH = "fi-simple"


class Text(NamedTuple):
    """A text in one language."""

    text: str
    language: str


def in_language(localised: Mapping[str, str] | None, language: str) -> Text | None:
    """Return the text in `language` or, failing that, in the first language that has it."""
    if not localised:
        return None
    for candidate in (language, *LANGUAGES, *localised):
        if text := localised.get(candidate):
            return Text(text, candidate)
    return None
