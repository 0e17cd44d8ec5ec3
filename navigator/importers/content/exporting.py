"""Write the database back as content files, with the comments and order they came with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.domain.models import (
    Channel,
    Condition,
    ContentFile,
    DangerKind,
    Municipality,
    Notice,
    Organisation,
    Place,
    QuestionnairePart,
    Service,
    Situation,
    SynonymList,
    TextPage,
    Topic,
    Vocabulary,
)
from navigator.importers.content.documents import rewritten, written
from navigator.importers.content.reading import Key
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
    "situations": Situation,
    "notices": Notice,
    "texts": TextPage,
    "synonyms": SynonymList,
    "danger": DangerKind,
    "questionnaire": QuestionnairePart,
}


@dataclass
class Exported:
    """What an export wrote."""

    written: list[Key] = field(default_factory=list)
    same: int = 0
    """Files that already stood there, byte for byte."""
    spared: list[Key] = field(default_factory=list)
    """Files that were edited since they were loaded, and are left as they are."""


def export(session: Session, target: Path, rows: Rows, *, force: bool = False) -> Exported:
    """Write every record into `target` as a file that loads back to the same database.

    A file there that was edited since it was loaded is spared, unless `force`: load it first.
    """
    kept = {(file.kind, file.slug): file for file in session.scalars(select(ContentFile))}
    exported = Exported()
    for kind, slug in _keys(session):
        row = HANDLERS[kind].find(rows, slug)
        if row is None:
            continue
        text = _text(kind, kept.get((kind, slug)), HANDLERS[kind].dump(rows, row))
        path = target / (f"{kind}.yaml" if kind in SINGLE else f"{kind}/{slug}.yaml")
        there = path.read_bytes() if path.exists() else None
        if there == text.encode("utf-8"):
            exported.same += 1
        elif there is not None and not force and not _is_loaded(there, kept.get((kind, slug))):
            exported.spared.append((kind, slug))
        else:
            _write_whole(path, text)
            exported.written.append((kind, slug))
    return exported


def _is_loaded(content: bytes, file: ContentFile | None) -> bool:
    """Tell whether a file is the one that was loaded last."""
    return file is not None and content == file.text.encode("utf-8")


def _write_whole(path: Path, text: str) -> None:
    """Write a file beside its place and move it there, so that it is never cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(text.encode("utf-8"))
    beside.replace(path)


def _keys(session: Session) -> Iterator[Key]:
    """List every record of the database."""
    for kind in KINDS:
        if kind in SINGLE:
            yield kind, kind
            continue
        for slug in session.scalars(select(MODELS[kind].slug).order_by(MODELS[kind].slug)):
            if "/" not in slug:  # a channel of one service stands in the service's file
                yield kind, slug


def _text(kind: str, file: ContentFile | None, data: dict[str, Any]) -> str:
    """Return the file as it came if it still says `data`, else with what changed."""
    if file is None:
        return written(kind, data)
    return file.text if file.data == data else rewritten(kind, file.text, data)
