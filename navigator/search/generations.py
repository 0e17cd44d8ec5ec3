"""Generations of the index on disk: built beside, moved into place whole, checked when read.

    index/current              the pointer: which generation, and the SHA-256 of its manifest
    index/generations/00000007/manifest.json   version, analyser, the SHA-256 of every file
    index/generations/00000007/…               Whoosh's files, and what workers load

A builder that dies leaves the pointer, and so the generation in use, as it was. Local disk only.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from navigator.domain.hours import HELSINKI
from navigator.search.analysis import analyser
from navigator.search.contents import write_contents
from navigator.search.documents import Document
from navigator.search.errors import IndexUnavailable

FORMAT = 3
"""Raised when the files of a generation change their meaning."""
POINTER, MANIFEST, FOLDER, DRAFT = "current", "manifest.json", "generations", "draft"
KEPT_OLD = 2


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is and what its files must be."""

    version: int
    """The content version that it was built from."""
    documents: int
    files: dict[str, str]
    """File → SHA-256."""
    position: int = 0
    """The last line of the outbox that is in it."""
    analyser: str = ""
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which generation is in use."""

    generation: str
    manifest: str
    """SHA-256 of the generation's manifest."""


def rebuild(
    path: Path,
    documents: Iterable[Document],
    version: int,
    position: int = 0,
    *,
    read_at: datetime | None = None,
) -> int:
    """Build a generation from `documents`, put it into use, return how many it holds.

    `position`: the last line of the outbox when the documents were read. `read_at`: when they were,
    if not just now; midnight may pass while the index is built.
    Raises IndexUnavailable when another process is building.
    """
    with _turn(path):
        draft = path / DRAFT
        shutil.rmtree(draft, ignore_errors=True)  # left by a builder that died
        number = write_contents(draft, list(documents))
        files = {name: _digest(draft / name) for name in _names(draft)}
        manifest = Manifest(version, number, files, position, analyser().name)
        _write(draft / MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
        _sync(draft)
        _put_into_use(path, draft, read_at)
        _drop_old(path)
    return number


def built_on(path: Path) -> date | None:
    """Return the day in Finland on which the documents in use were read; None without an index."""
    try:
        built = (path / POINTER).stat().st_mtime
    except OSError:
        return None
    return datetime.fromtimestamp(built, HELSINKI).date()


@contextmanager
def _turn(path: Path) -> Iterator[None]:
    """Keep other builders out; the lock goes with the process that holds it."""
    path.mkdir(parents=True, exist_ok=True)
    with (path / "building.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise IndexUnavailable("another process is building the index") from error
        yield


def _put_into_use(path: Path, draft: Path, read_at: datetime | None) -> None:
    """Move the draft among the generations, then point at it; the pointer is as old as its text."""
    (path / FOLDER).mkdir(exist_ok=True)
    newest = max((int(folder.name) for folder in _generations(path)), default=0)
    folder = path / FOLDER / f"{newest + 1:08}"
    draft.rename(folder)
    _sync_folder(folder.parent)
    pointer = Pointer(folder.name, _digest(folder / MANIFEST))
    beside = path / f"{POINTER}.new"
    _write(beside, json.dumps(asdict(pointer)).encode())
    if read_at is not None:
        os.utime(beside, (read_at.timestamp(), read_at.timestamp()))
    beside.replace(path / POINTER)
    _sync_folder(path)


def _drop_old(path: Path) -> None:
    """Remove all generations but the current one and two before it."""
    for folder in _generations(path)[: -KEPT_OLD - 1]:
        shutil.rmtree(folder, ignore_errors=True)


def _generations(path: Path) -> list[Path]:
    folders = (path / FOLDER).glob("*") if (path / FOLDER).is_dir() else ()
    return sorted(folder for folder in folders if re.fullmatch(r"\d{8}", folder.name))


def read_pointer(path: Path) -> Pointer:
    """Return what the pointer says."""
    data = _read_json((path / POINTER).read_bytes())
    pointer = Pointer(str(data.get("generation")), str(data.get("manifest")))
    if not re.fullmatch(r"\d{8}", pointer.generation):
        raise IndexUnavailable("the pointer to the index is damaged")
    return pointer


def read_generation(path: Path, pointer: Pointer) -> tuple[Manifest, dict[str, bytes]]:
    """Return a generation's manifest and the files that workers load, each checked.

    The bytes returned are the bytes that were checked. Raises IndexUnavailable when a single one
    of any file is missing or another.
    """
    folder = path / FOLDER / pointer.generation
    written = (folder / MANIFEST).read_bytes()
    if hashlib.sha256(written).hexdigest() != pointer.manifest:
        raise IndexUnavailable("the manifest of the index is damaged")
    manifest = Manifest(**_read_json(written))
    if (manifest.format, manifest.analyser) != (FORMAT, analyser().name):
        raise IndexUnavailable("the index was built by another version of the service")
    return manifest, {
        name: contents
        for name, digest in manifest.files.items()
        if (contents := _checked(folder / name, digest)) is not None
    }


def _checked(file: Path, digest: str) -> bytes | None:
    """Return a file's bytes if they are what the manifest says; None: right, but Whoosh's own."""
    is_loaded = file.parent.name != "whoosh"
    contents = file.read_bytes() if is_loaded else None
    found = _digest(file) if contents is None else hashlib.sha256(contents).hexdigest()
    if found != digest:
        raise IndexUnavailable(f"{file.name} of the index is damaged")
    return contents


def _read_json(written: bytes) -> dict[str, Any]:
    data = json.loads(written)
    if not isinstance(data, dict):
        raise IndexUnavailable("a file of the index is damaged")
    return data


def _names(folder: Path) -> list[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file.relative_to(folder).as_posix() for file in files)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _write(file: Path, contents: bytes) -> None:
    with file.open("wb") as opened:
        opened.write(contents)
        opened.flush()
        os.fsync(opened.fileno())


def _sync(folder: Path) -> None:
    """See to it that every file and folder in `folder` is on the disk."""
    for name in _names(folder):
        _sync_folder(folder / name)
    for inner in (*folder.rglob("*/"), folder):
        _sync_folder(inner)


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
