"""YAML documents: read so that comments, order and quotes survive, and changed in place."""

from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import ConstructorError, RoundTripConstructor
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from navigator.importers.content.schema import KINDS
from navigator.importers.content.three_way import name_of

SHORT_LIST = 80
"""Characters of a list that is written on one line."""


class _Constructor(RoundTripConstructor):
    """Gives values that cannot be, such as 30 February, their place in the file."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep=deep)
        except ValueError as error:
            found = f"{error}, found {node.value!r}"
            raise ConstructorError(None, None, found, node.start_mark) from error


def round_trip() -> YAML:
    """Make a YAML 1.2 reader and writer that keeps comments, order and quotes."""
    yaml = YAML()
    yaml.Constructor = _Constructor
    yaml.preserve_quotes = True
    yaml.width = 10_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def plain(node: Any) -> Any:
    """Turn what the round-trip loader gives into plain Python values."""
    match node:
        case dict():
            return {plain(key): plain(value) for key, value in node.items()}
        case list():
            return [plain(item) for item in node]
        case str():
            return str(node)
        case int() if not isinstance(node, bool):
            return int(node)
        case float():
            return float(node)
        case _:
            return node


def parse(kind: str, text: str) -> Any:
    """Return what a file of `kind` says. Raises ValidationError or YAMLError."""
    return KINDS[kind].model_validate(plain(round_trip().load(text)))


def written(kind: str, data: dict[str, Any]) -> str:
    """Write a record that never was a file."""
    return _dump(_fresh(_with_days(KINDS[kind].model_validate(data))))


def rewritten(kind: str, text: str, data: dict[str, Any]) -> str:
    """Return `text`, a file of `kind`, changed so that it says `data`; the rest stays as it is.

    Raises ValidationError if `data` is not a whole record.
    """
    document = round_trip().load(text)
    wanted = KINDS[kind].model_validate(data)
    _update(document, _with_days(parse(kind, text)), _with_days(wanted))
    changed = _dump(document)
    if parse(kind, changed) == wanted:
        return changed
    return written(kind, data)  # an anchor, perhaps, whose other places must not change


def _dump(document: Any) -> str:
    stream = StringIO()
    round_trip().dump(document, stream)
    return stream.getvalue()


def _with_days(record: Any) -> Any:
    """Return a record's plain values, but days as days, so that they are written without quotes."""
    return _days_of(record.plain(), record.model_dump(by_alias=True, exclude_defaults=True))


def _days_of(plain_value: Any, value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(plain_value, dict) and isinstance(value, dict):
        return {name: _days_of(item, value[name]) for name, item in plain_value.items()}
    if isinstance(plain_value, list) and isinstance(value, list | tuple):
        return [_days_of(*pair) for pair in zip(plain_value, value, strict=True)]
    return plain_value


def _update(document: Any, said: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Change a mapping that says `said` so that it says `wanted`, and touch nothing else."""
    for name in said.keys() - wanted.keys():
        document.pop(name, None)
    place = 0
    for name, value in wanted.items():
        if name not in document:
            document.insert(place, name, _fresh(value))
        elif name not in said or said[name] != value:
            document[name] = _changed(document[name], said.get(name), value)
        place = list(document).index(name) + 1


def _changed(node: Any, said: Any, wanted: Any) -> Any:
    """Return `node`, or what takes its place, saying `wanted`."""
    if isinstance(node, CommentedMap) and isinstance(said, dict) and isinstance(wanted, dict):
        _update(node, said, wanted)
        return node
    if isinstance(node, CommentedSeq) and isinstance(said, list) and isinstance(wanted, list):
        return _changed_list(node, said, wanted)
    if isinstance(node, DoubleQuotedScalarString | SingleQuotedScalarString):
        return type(node)(wanted) if isinstance(wanted, str) else wanted
    return _fresh(wanted)


def _changed_list(node: CommentedSeq, said: list[Any], wanted: list[Any]) -> CommentedSeq:
    """Return the list saying `wanted`; its items stay the same nodes as far as they can."""
    old = dict(enumerate(said))
    places = []
    for position, value in enumerate(wanted):
        at = _place_of(value, position if len(said) == len(wanted) else None, old)
        if at is not None:
            node[at] = _changed(node[at], old.pop(at), value)
        places.append(at)
    kept = [at for at in places if at is not None]
    if kept != sorted(kept):
        return _rearranged(node, places, wanted)
    for at in sorted(old, reverse=True):
        del node[at]
    for position, value in enumerate(wanted):
        if places[position] is None:
            node.insert(position, _fresh(value))
    return node


def _rearranged(
    node: CommentedSeq, places: Sequence[int | None], wanted: list[Any]
) -> CommentedSeq:
    """Return a list of the same items in another order."""
    both = zip(places, wanted, strict=True)
    changed = CommentedSeq([_fresh(value) if at is None else node[at] for at, value in both])
    if node.fa.flow_style():
        changed.fa.set_flow_style()
    return changed


def _place_of(value: Any, position: int | None, old: dict[int, Any]) -> int | None:
    """Find the item that `value` was before: the same, of the same name, or in the same place."""
    for at, item in old.items():
        if item == value or (name_of(item) and name_of(item) == name_of(value)):
            return at
    if position in old and name_of(value) is None:
        return position
    return None


def _fresh(value: Any) -> Any:
    """Return a value as it is written when nothing stood there before."""
    match value:
        case dict():
            return CommentedMap({name: _fresh(item) for name, item in value.items()})
        case list():
            nodes = CommentedSeq([_fresh(item) for item in value])
            if not any(isinstance(item, dict) for item in value) and len(str(value)) < SHORT_LIST:
                nodes.fa.set_flow_style()
            return nodes
        case str() if "\n" in value:
            return LiteralScalarString(value)
        case BaseModel():
            raise TypeError("expected plain values")
        case _:
            return value
