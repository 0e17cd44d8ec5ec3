"""The catalogues of interface sentences: collected from the code, complete in every language.

English is written in the code itself; `translations/fi` and `translations/sv` hold the rest.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from navigator.config import ROOT

TRANSLATIONS = ROOT / "translations"
TRANSLATED = ("fi", "sv")
KEYWORDS = {
    "_": None,
    "_l": None,
    "gettext": None,
    "ngettext": (1, 2),
    "_n": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]")


def path_of(language: str) -> Path:
    """Return the catalogue file of `language`."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"


def collect() -> Catalog:
    """Collect every sentence that the code marks, with the files it stands in."""
    with (ROOT / "translations" / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = Catalog(charset="utf-8")
    extracted = extract_from_dir(
        ROOT / "navigator", methods, options, KEYWORDS, comment_tags=("Translators:",)
    )
    for filename, _line, message, comments, context in extracted:
        found.add(message, None, [(f"navigator/{filename}", 0)], (), comments, context=context)
    return found


def read(language: str) -> Catalog:
    """Read a catalogue; an empty one if there is none yet."""
    path = path_of(language)
    if not path.exists():
        return _new(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str, found: Catalog) -> tuple[int, int]:
    """Bring a catalogue up to `found`; return how many sentences came and how many left.

    Nothing is guessed: a new sentence is empty, one that is no longer used goes.
    """
    catalogue = read(language)
    before = _ids(catalogue)
    catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    write(language, catalogue)
    after = _ids(catalogue)
    return len(after - before), len(before - after)


def problems(language: str, found: Catalog) -> Iterator[str]:
    """Tell what a catalogue lacks, one sentence each."""
    catalogue = read(language)
    for message in found:
        if not message.id:
            continue
        known = catalogue.get(message.id, message.context)
        if known is None:
            yield f"{language}: not in the catalogue: {_name(message)}"
        else:
            yield from (f"{language}: {problem}" for problem in _problems_of(known))


def _problems_of(message: Message) -> Iterator[str]:
    """Tell what is wrong with one translation."""
    translated = _forms(message.string)
    if not all(translated):
        yield f"not translated: {_name(message)}"
        return
    if message.fuzzy:
        yield f"marked fuzzy: {_name(message)}"
    wanted = _placeholders(_forms(message.id)[-1])
    for form in translated:
        if _placeholders(form) != wanted:
            yield f"other placeholders than in English: {_name(message)}"


def compile_stale() -> list[str]:
    """Compile the catalogues that are newer than their compiled form; return their languages."""
    stale = [language for language in TRANSLATED if _is_stale(path_of(language))]
    for language in stale:
        with path_of(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(language))
    return stale


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return path.exists() and (
        not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns
    )


def write(language: str, catalogue: Catalog) -> None:
    """Write a catalogue so that a change of one sentence changes its lines alone."""
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file, catalogue, width=100, sort_output=True, include_lineno=False, omit_header=False
        )


def _new(language: str) -> Catalog:
    """Begin a catalogue."""
    return Catalog(
        locale=language,
        charset="utf-8",
        project="paijat-hame-service-navigator",
        version="1",
        header_comment="# Interface sentences. The English ones come from the code:\n"
        "# run `flask catalogue extract`, translate what is empty, run `flask catalogue check`.",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        fuzzy=False,
    )


def _ids(catalogue: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in catalogue if message.id}


def _forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def _name(message: Message) -> str:
    return repr(_forms(message.id)[0])
