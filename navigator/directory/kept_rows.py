"""What cards are made of, read from the database once for each worker and content version."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from navigator.directory import queries
from navigator.directory.queries import CardRow, LocalChannel
from navigator.web.per_version import rows_per_version


def cards_by_id(ids: Sequence[int], day: date) -> list[CardRow]:
    """Return the services of `ids` that are public on `day`, in that order."""

    def find(session: Session, missing: Sequence[int]) -> Mapping[int, CardRow]:
        return {row.id: row for row in queries.cards_by_id(session, missing, day=day)}

    return list(rows_per_version(("cards", day), ids, find).values())


def places_of(ids: Sequence[int]) -> dict[int, list[dict[str, str]]]:
    """Return the names of local services' municipalities, by service id."""
    return rows_per_version("places", ids, queries.municipalities_of)


def spoken_channels(ids: Sequence[int], language: str) -> dict[int, LocalChannel]:
    """Return the line in `language` of each service whose main line is known to be in others."""

    def find(session: Session, missing: Sequence[int]) -> Mapping[int, LocalChannel]:
        return queries.spoken_channels(session, missing, language=language)

    return rows_per_version(("spoken", language), ids, find)
