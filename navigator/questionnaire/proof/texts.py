"""Prove that no text is missing in any language."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from navigator.questionnaire.values import Questionnaire

LANGUAGES = ("fi", "sv", "en", "fi-simple")


def missing(questionnaire: Questionnaire) -> Iterator[str]:
    """Report texts that lack a language."""
    for where, text in texts_of(questionnaire, ""):
        for language in LANGUAGES:
            if not text.get(language, "").strip():
                yield f"{where} has no text in {language}."


def texts_of(value: Any, where: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """List every localised text, with where it stands."""
    if isinstance(value, Mapping):
        if LANGUAGES[0] in value:
            yield where, value
        else:
            for name, item in value.items():
                yield from texts_of(item, f"{where}/{name}")
    elif isinstance(value, tuple):
        for item in value:
            name = getattr(item, "id", getattr(item, "option", getattr(item, "condition", "")))
            yield from texts_of(item, f"{where}/{name}")
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts_of(getattr(value, part.name), f"{where}.{part.name}".lstrip("."))
