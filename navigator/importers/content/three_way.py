"""Compare what was loaded, what stands in the database and what the file says now."""

from typing import Any, NamedTuple

MISSING: Any = object()
"""A field that one side does not have."""


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
    if database == file:
        return file, file
    if _are_maps(database, file) and (base is MISSING or isinstance(base, dict)):
        return _merge_maps({} if base is MISSING else base, database, file, field, conflicts)
    if database == base:
        return file, file
    if file == base:
        return database, file
    conflicts.append(Conflict(field, _listed(_shown(database)), _listed(_shown(file))))
    return database, base


def _merge_maps(
    base: dict[str, Any],
    database: dict[str, Any],
    file: dict[str, Any],
    field: str,
    conflicts: list[Conflict],
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Merge field by field; the file's order comes first."""
    data, new_base = {}, {}
    for name in [*file, *(key for key in database if key not in file)]:
        sides = [side.get(name, MISSING) for side in (base, database, file)]
        merged, kept = _merge(sides[0], sides[1], sides[2], _under(field, name), conflicts)
        if merged is not MISSING:
            data[name] = merged
        if kept is not MISSING:
            new_base[name] = kept
    return data, new_base


def _changes(before: Any, after: Any, field: str) -> dict[str, tuple[Any, Any]]:
    if before == after:
        return {}
    if not _are_maps(before, after):
        return {field: (_shown(before), _shown(after))}
    found: dict[str, tuple[Any, Any]] = {}
    for name in [*after, *(key for key in before if key not in after)]:
        sides = before.get(name, MISSING), after.get(name, MISSING)
        found |= _changes(*sides, _under(field, name))
    return found


def _under(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _are_maps(*values: Any) -> bool:
    return all(isinstance(value, dict) for value in values)


def _shown(value: Any) -> Any:
    return None if value is MISSING else value


class _Keyed(dict[str, Any]):
    """A list of records with names of their own, by name."""


def _name(item: Any) -> Any:
    """Return the name of a list's item: `id` or `use` of a channel."""
    return (item.get("id") or item.get("use")) if isinstance(item, dict) else None


def _keyed(value: Any) -> Any:
    """Turn lists of named records into maps, so that they merge record by record."""
    if isinstance(value, dict):
        return {key: _keyed(item) for key, item in value.items()}
    if isinstance(value, list) and value:
        names = [_name(item) for item in value]
        if all(names) and len(set(names)) == len(names):
            return _Keyed(zip(names, (_keyed(item) for item in value), strict=True))
    return value


def _listed(value: Any) -> Any:
    """Undo `_keyed`."""
    if not isinstance(value, dict):
        return value
    items = {key: _listed(item) for key, item in value.items()}
    is_list = isinstance(value, _Keyed) or (
        items and all(_name(item) == key for key, item in items.items())
    )
    return list(items.values()) if is_list else items
