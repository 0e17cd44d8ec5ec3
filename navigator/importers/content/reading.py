"""Read `content/`: each file against its shape, every mistake with its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from navigator.importers.content.mistakes import Location, Mistake, line_of
from navigator.importers.content.schema import KINDS, SINGLE

Key = tuple[str, str]
"""Kind and slug of a record."""

UNION_TAGS = frozenset({"own", "use"})


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
    mistakes: list[Mistake] = field(default_factory=list)

    def of(self, kind: str) -> Mapping[str, ContentRecord]:
        """Return the records of one kind, by slug."""
        return {slug: record for (k, slug), record in self.records.items() if k == kind}


def round_trip() -> YAML:
    """Make a YAML 1.2 reader and writer that keeps comments, order and quotes."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def files(content: Path) -> Iterator[tuple[str, str, Path]]:
    """List the content files as kind, slug and path, in the order in which they are loaded."""
    for kind in KINDS:
        if kind in SINGLE:
            yield kind, kind, content / f"{kind}.yaml"
        else:
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
    for kind, slug, path in files(content):
        name = path.relative_to(content).as_posix()
        result = _read_one(kind, slug, path, name)
        if isinstance(result, ContentRecord):
            reading.records[kind, slug] = result
        else:
            reading.mistakes += result
    reading.mistakes += _strangers(content)
    return reading


def parse(kind: str, text: str) -> Any:
    """Return what a file of `kind` says. Raises ValidationError or YAMLError."""
    return KINDS[kind].model_validate(plain(round_trip().load(text)))


def _read_one(kind: str, slug: str, path: Path, name: str) -> ContentRecord | list[Mistake]:
    """Read one file, or say everything that is wrong with it."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return [Mistake(name, 1, "", "expected this file, which is missing")]
    except UnicodeDecodeError as error:
        return [Mistake(name, 1, "", f"expected UTF-8, found byte {error.object[error.start]:#x}")]
    try:
        document = round_trip().load(text)
    except YAMLError as error:
        return [_yaml_mistake(name, error)]
    try:
        value = KINDS[kind].model_validate(plain(document))
    except ValidationError as error:
        return _shape_mistakes(name, document, error)
    return ContentRecord(kind, slug, name, text, document, value)


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
        location = tuple(step for step in part["loc"] if step not in UNION_TAGS)
        message = part["msg"].removeprefix("Value error, ")
        found = "" if part["type"] in {"missing", "value_error"} else f" (found {_short(part)})"
        line = line_of(document, location)
        mistakes.append(Mistake(name, line, ".".join(map(str, location)), message + found))
    return mistakes


def _short(part: Any) -> str:
    """Quote what was found, cut to a readable length."""
    found = repr(part["input"])
    return found if len(found) <= 60 else f"{found[:57]}…"  # noqa: PLR2004 - characters


def _strangers(content: Path) -> list[Mistake]:
    """List the YAML files that stand where nothing reads them."""
    known = {path for _, _, path in files(content)}
    return [
        Mistake(path.relative_to(content).as_posix(), 1, "", "expected no file of this name here")
        for pattern in ("**/*.yaml", "**/*.yml")
        for path in sorted(content.glob(pattern))
        if path not in known
    ]


def plain(node: Any) -> Any:
    """Turn what the round-trip loader gives into plain Python values."""
    match node:
        case dict():
            return {plain(key): plain(value) for key, value in node.items()}
        case list():
            return [plain(item) for item in node]
        case bool() | None | date():
            return node
        case str():
            return str(node)
        case int():
            return int(node)
        case float():
            return float(node)
        case BaseModel():
            return node.model_dump()
        case _:
            return node
