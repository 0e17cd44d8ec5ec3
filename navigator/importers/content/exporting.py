"""Write the database back as content files, with the comments and order they came with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.domain.models import (
    Channel,
    Condition,
    ContentFile,
    Municipality,
    Notice,
    Organisation,
    Place,
    Service,
    TextPage,
    Topic,
    Vocabulary,
)
from navigator.importers.content.reading import Key, plain, round_trip
from navigator.importers.content.rows import HANDLERS
from navigator.importers.content.rows.context import Rows
from navigator.importers.content.schema import KINDS, SINGLE

MODELS: dict[str, Any] = {
    "vocabularies": Vocabulary,
    "municipalities": Municipality,
    "organisations": Organisation,
    "topics": Topic,
    "conditions": Condition,
    "places": Place,
    "channels": Channel,
    "services": Service,
    "notices": Notice,
    "texts": TextPage,
}


@dataclass
class Exported:
    """What an export wrote."""

    written: list[Key] = field(default_factory=list)
    same: int = 0
    """Files that already stood there, byte for byte."""


def export(session: Session, target: Path, rows: Rows) -> Exported:
    """Write every record into `target` as a file that loads back to the same database."""
    kept = {(file.kind, file.slug): file for file in session.scalars(select(ContentFile))}
    exported = Exported()
    for kind, slug in _keys(session):
        row = HANDLERS[kind].find(rows, slug)
        if row is None:
            continue
        text = _text(kept.get((kind, slug)), HANDLERS[kind].dump(rows, row))
        path = target / (f"{kind}.yaml" if kind in SINGLE else f"{kind}/{slug}.yaml")
        if path.exists() and path.read_text("utf-8") == text:
            exported.same += 1
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            exported.written.append((kind, slug))
    return exported


def _keys(session: Session) -> Iterator[Key]:
    """List every record of the database."""
    for kind in KINDS:
        if kind in SINGLE:
            yield kind, kind
            continue
        for slug in session.scalars(select(MODELS[kind].slug).order_by(MODELS[kind].slug)):
            if "/" not in slug:  # a channel of one service stands in the service's file
                yield kind, slug


def _text(file: ContentFile | None, data: dict[str, Any]) -> str:
    """Return the file as it came if it still says `data`, else with what changed."""
    if file is None:
        return _dump({key: value for key, value in data.items()})
    if file.data == data:
        return file.text
    document = round_trip().load(file.text)
    if plain_json(document) == data:
        return file.text
    _update(document, data)
    return _dump(document)


def plain_json(document: Any) -> Any:
    """Return a document as plain JSON values: dates as text."""
    return _json(plain(document))


def _json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_json(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _update(document: Any, data: dict[str, Any]) -> None:
    """Change a round-trip document so that it says `data`, and touch nothing else."""
    for name in [name for name in document if name not in data]:
        del document[name]
    for name, value in data.items():
        if isinstance(value, dict) and isinstance(document.get(name), dict):
            _update(document[name], value)
        elif name not in document or plain_json(document[name]) != value:
            document[name] = value


def _dump(document: Any) -> str:
    stream = StringIO()
    round_trip().dump(document, stream)
    return stream.getvalue()
