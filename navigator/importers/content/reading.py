"""Read `content/`: each file against its shape, every mistake with its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from navigator.importers.content.documents import plain, round_trip
from navigator.importers.content.mistakes import Location, Mistake, line_of
from navigator.importers.content.schema import CHECKED, KINDS, SINGLE
from navigator.importers.content.schema.channel import TAGS
from navigator.importers.content.schema.common import SLUG

Key = tuple[str, str]
"""Kind and slug of a record."""

SHORT = 60
"""Characters of what was found that a message quotes."""
WORDS = (
    ("Field required", "expected this field, which is missing"),
    ("Extra inputs are not permitted", "expected no field of this name"),
    ("Value error, ", ""),
    ("Input should be", "expected"),
    ("String should match pattern", "expected a text of the pattern"),
    ("String should have", "expected a text of"),
    ("List should have", "expected a list of"),
)
"""Pydantic's words, and ours."""


@dataclass(frozen=True)
class ContentRecord:
    """One file that was read without a mistake."""

    kind: str
    slug: str
    path: str
    """From `content/` on."""
    text: str
    document: Any
    """As ruamel.yaml's round-trip loader gave it."""
    value: Any
    """The file in the shape of its kind (`schema.KINDS`)."""

    def mistake(self, location: Location, message: str) -> Mistake:
        """Describe a mistake at `location` of this file."""
        line = line_of(self.document, location)
        return Mistake(self.path, line, ".".join(map(str, location)), message)


@dataclass
class Reading:
    """All that stands in `content/`."""

    records: dict[Key, ContentRecord] = field(default_factory=dict)
    checked: dict[Key, ContentRecord] = field(default_factory=dict)
    """The ledger and the terms: what the records are checked against, never loaded."""
    mistakes: list[Mistake] = field(default_factory=list)
    broken: set[Key] = field(default_factory=set)
    """Files that exist and have a mistake of shape, so that what they say is not known."""

    def has_broken(self, *kinds: str) -> bool:
        """Tell whether a file of one of these kinds could not be read."""
        return any(kind in kinds for kind, _ in self.broken)

    def of(self, kind: str) -> Mapping[str, ContentRecord]:
        """Return the records of one kind, by slug."""
        return {slug: record for (k, slug), record in self.records.items() if k == kind}


def files(content: Path) -> Iterator[tuple[str, str, Path]]:
    """List the content files as kind, slug and path, in the order in which they are loaded."""
    for kind in KINDS:
        if kind in SINGLE:
            yield kind, kind, content / f"{kind}.yaml"
        else:
            for path in sorted((content / kind).glob("*.yaml")):
                yield kind, path.stem, path


def checked_files(content: Path) -> Iterator[tuple[str, str, Path]]:
    """List the files of the ledger and the terms as kind, slug and path."""
    for kind in CHECKED:
        for path in sorted((content / kind).glob("*.yaml")):
            yield kind, path.stem, path


def digest(content: Path) -> str:
    """Return the SHA-256 of all content files, names included: two equal folders load alike."""
    total = sha256()
    for kind, slug, path in files(content):
        if path.exists():
            total.update(f"{kind}/{slug}\0".encode())
            total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()


def read(content: Path) -> Reading:
    """Read every file in `content`. Mistakes are collected, never raised."""
    reading = Reading()
    for kind, slug, path in (*files(content), *checked_files(content)):
        name = path.relative_to(content).as_posix()
        result = _read_one(kind, slug, path, name)
        if isinstance(result, ContentRecord):
            kept = reading.checked if kind in CHECKED else reading.records
            kept[kind, slug] = result
        else:
            reading.mistakes += result
            reading.broken.add((kind, slug))
    reading.mistakes += _strangers(content)
    return reading


def _read_one(kind: str, slug: str, path: Path, name: str) -> ContentRecord | list[Mistake]:
    """Read one file, or say everything that is wrong with it."""
    if not SLUG.fullmatch(slug):
        return [Mistake(name, 1, "", "expected a file name of a–z, 0–9 and single hyphens")]
    text = _text_of(path, name)
    if isinstance(text, Mistake):
        return [text]
    try:
        document = round_trip().load(text)
        value = (KINDS | CHECKED)[kind].model_validate(plain(document))
    except YAMLError as error:
        return [_yaml_mistake(name, error)]
    except ValidationError as error:
        return _shape_mistakes(name, document, error)
    return ContentRecord(kind, slug, name, text, document, value)


def _text_of(path: Path, name: str) -> str | Mistake:
    """Return the file's text, its line ends as they are."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Mistake(name, 1, "", "expected this file, which is missing")
    except OSError as error:
        return Mistake(name, 1, "", f"expected a file that can be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Mistake(name, line, "", f"expected UTF-8, found byte {error.object[error.start]:#x}")


def _yaml_mistake(name: str, error: YAMLError) -> Mistake:
    """Turn the parser's complaint into a mistake with its line."""
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        return Mistake(name, line, "", f"expected YAML 1.2: {error.problem or error.context}")
    return Mistake(name, 1, "", f"expected YAML 1.2: {error}")


def _shape_mistakes(name: str, document: Any, error: ValidationError) -> list[Mistake]:
    """Turn each complaint about the shape into a mistake with its line."""
    mistakes = []
    for part in error.errors():
        location = tuple(step for step in part["loc"] if step not in TAGS)
        line = line_of(document, location)
        mistakes.append(Mistake(name, line, ".".join(map(str, location)), _message(part)))
    return mistakes


def _message(part: Any) -> str:
    """Say what was expected and, where the field is there, what was found."""
    message: str = part["msg"]
    for theirs, ours in WORDS:
        message = message.replace(theirs, ours)
    if part["type"] in {"missing", "value_error"}:
        return message
    found = repr(part["input"])
    return f"{message}, found {found if len(found) <= SHORT else f'{found[:SHORT]}…'}"


def _strangers(content: Path) -> list[Mistake]:
    """List the YAML files that stand where nothing reads them."""
    known = {path for _, _, path in (*files(content), *checked_files(content))}
    return [
        Mistake(path.relative_to(content).as_posix(), 1, "", "expected no file of this name here")
        for pattern in ("**/*.yaml", "**/*.yml")
        for path in sorted(content.glob(pattern))
        if path not in known
    ]
