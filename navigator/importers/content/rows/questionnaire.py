"""The parts of the questionnaire."""

from typing import Any

from navigator.domain.models import QuestionnairePart
from navigator.importers.content.rows.context import Rows, canonical
from navigator.importers.content.schema.questionnaire import QuestionnaireFile


def find(rows: Rows, slug: str) -> QuestionnairePart | None:
    """Return the part of `slug`."""
    return rows.find(QuestionnairePart, slug)


def apply(rows: Rows, slug: str, record: QuestionnaireFile) -> None:
    """Write a part of the questionnaire."""
    row = rows.find(QuestionnairePart, slug) or QuestionnairePart(slug=slug)
    row.content = record.plain()
    row.modified = rows.now
    rows.keep(row)


def dump(_rows: Rows, row: QuestionnairePart) -> dict[str, Any]:
    """Return a part as its file says it."""
    return canonical("questionnaire", row.content)
