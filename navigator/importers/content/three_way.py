"""Compare what was loaded, what stands in the database and what the file says now."""

from collections.abc import Iterable, Set
from typing import Any, NamedTuple

MISSING: Any = object()
"""A field that one side does not have."""
ORDER = "(order)"
"""Stands in a conflict or a change for the order of a list."""


class Conflict(NamedTuple):
    """A field that was changed on both sides, differently. The database's value stays."""

    field: str
    database: Any
    file: Any


class Merged(NamedTuple):
    """What should stand in the database, and the base to compare with next time."""

    data: dict[str, Any]
    base: dict[str, Any]
    conflicts: list[Conflict]


def merge(base: dict[str, Any], database: dict[str, Any], file: dict[str, Any]) -> Merged:
    """Take each field's change from the side that changed it; say where both did.

    All three are records as plain values. `base` is the file as it was loaded before.
    """
    conflicts: list[Conflict] = []
    data, new_base = _merge(_keyed(base), _keyed(database), _keyed(file), "", conflicts)
    return Merged(_listed(data), _listed(new_base), conflicts)


def changes(before: Any, after: Any, field: str = "") -> dict[str, list[Any]]:
    """List the fields that differ: field → [before, after]."""
    found = _changes(_keyed(before), _keyed(after), field)
    return {name: [_listed(old), _listed(new)] for name, (old, new) in found.items()}


def _merge(
    base: Any, database: Any, file: Any, field: str, conflicts: list[Conflict]
) -> tuple[Any, Any]:
    """Return what should stand in the database, and the new base, of one field."""
    if file in (database, base):
        return database, file
    if database == base:
        return file, file
    if _are_maps(database, file) and (base is MISSING or isinstance(base, dict)):
        return _merge_maps({} if base is MISSING else base, database, file, field, conflicts)
    conflicts.append(Conflict(field, _listed(_shown(database)), _listed(_shown(file))))
    return database, base


def _merge_maps(
    base: dict[str, Any],
    database: dict[str, Any],
    file: dict[str, Any],
    field: str,
    conflicts: list[Conflict],
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Merge field by field."""
    make: type[dict[str, Any]] = _Keyed if isinstance(file, _Keyed) else dict
    data, new_base = make(), make()
    first, first_of_base = _orders(base, database, file, field, conflicts)
    merged = {
        name: _merge(*_sides(name, base, database, file), _under(field, name), conflicts)
        for name in dict.fromkeys([*file, *database, *base])
    }
    for name in dict.fromkeys([*first, *merged]):
        if merged[name][0] is not MISSING:
            data[name] = merged[name][0]
    for name in dict.fromkeys([*first_of_base, *merged]):
        if merged[name][1] is not MISSING:
            new_base[name] = merged[name][1]
    return data, new_base


def _orders(
    base: dict[str, Any],
    database: dict[str, Any],
    file: dict[str, Any],
    field: str,
    conflicts: list[Conflict],
) -> tuple[Iterable[str], Iterable[str]]:
    """Return whose order the data, and whose the new base, begins with.

    Only the order of lists says something; that of fields is always the file's.
    """
    common = database.keys() & file.keys()
    if not isinstance(file, _Keyed) or _order(database, common) == _order(file, common):
        return file, file
    common &= base.keys()
    if _order(file, common) == _order(base, common):
        return database, file
    if _order(database, common) == _order(base, common):
        return file, file
    conflicts.append(Conflict(_under(field, ORDER), list(database), list(file)))
    return database, base


def _order(items: dict[str, Any], among: Set[str]) -> list[str]:
    return [name for name in items if name in among]


def _sides(name: str, *sides: dict[str, Any]) -> tuple[Any, Any, Any]:
    base, database, file = (side.get(name, MISSING) for side in sides)
    return base, database, file


def _changes(before: Any, after: Any, field: str) -> dict[str, tuple[Any, Any]]:
    if before == after:
        return {}
    if not _are_maps(before, after):
        return {field: (_shown(before), _shown(after))}
    found: dict[str, tuple[Any, Any]] = {}
    for name in [*after, *(key for key in before if key not in after)]:
        sides = before.get(name, MISSING), after.get(name, MISSING)
        found |= _changes(*sides, _under(field, name))
    common = before.keys() & after.keys()
    if isinstance(after, _Keyed) and _order(before, common) != _order(after, common):
        found[_under(field, ORDER)] = (list(before), list(after))
    return found


def _under(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _are_maps(*values: Any) -> bool:
    return all(isinstance(value, dict) for value in values)


def _shown(value: Any) -> Any:
    return None if value is MISSING else value


class _Keyed(dict[str, Any]):
    """A list of records with names of their own, by name. Unlike in a map, the order counts."""

    def __eq__(self, other: object) -> bool:
        """Tell whether the same items stand in the same order."""
        return isinstance(other, _Keyed) and list(self.items()) == list(other.items())

    def __ne__(self, other: object) -> bool:
        """Tell the opposite; a dict would not ask `__eq__`."""
        return not self == other

    __hash__ = None


def name_of(item: Any) -> str | None:
    """Return the name of a list's item: `id` or `use` of a channel."""
    return (item.get("id") or item.get("use")) if isinstance(item, dict) else None


def _keyed(value: Any) -> Any:
    """Turn lists of named records into maps, so that they merge record by record."""
    if isinstance(value, dict):
        return {key: _keyed(item) for key, item in value.items()}
    if isinstance(value, list) and value:
        names = [name for item in value if (name := name_of(item))]
        if len(set(names)) == len(value):
            return _Keyed(zip(names, (_keyed(item) for item in value), strict=True))
    return value


def _listed(value: Any) -> Any:
    """Undo `_keyed`."""
    if isinstance(value, _Keyed):
        return [_listed(item) for item in value.values()]
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    return value
