"""A mistake in a content file, and where it stands."""

from typing import Any, NamedTuple

Location = tuple[str | int, ...]


class Mistake(NamedTuple):
    """One mistake, as a person mends it."""

    path: str
    """The file, from `content/` on."""
    line: int
    """From 1; the nearest line that exists when the field itself is missing."""
    field: str
    """`channels.0.number`; empty for the whole file."""
    message: str
    """What was expected."""

    def __str__(self) -> str:
        """Say it on one line, as compilers do, so that editors can jump there."""
        where = f"{self.path}:{self.line}"
        return (
            f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"
        )


def line_of(document: Any, location: Location) -> int:
    """Return the line, from 1, of the deepest part of `location` that `document` has.

    `document`: what ruamel.yaml's round-trip loader gave, which remembers lines.
    """
    line = 1
    for part in location:
        position = _position(document, part)
        if position is None:
            break
        line = position + 1
        document = document[part]
    return line


def _position(document: Any, part: str | int) -> int | None:
    """Return the line, from 0, of one key or item, if `document` has it."""
    places = getattr(getattr(document, "lc", None), "data", None)
    if not isinstance(places, dict) or part not in places:
        return None
    return int(places[part][0])
