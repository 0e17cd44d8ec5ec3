"""The parts of the questionnaire fit together: conditions, needs and rules name what exists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from navigator.importers.content.mistakes import Location, Mistake
from navigator.importers.content.reading import ContentRecord, Reading

SECTIONS = ("questions", "needs", "rules", "phrases")
READ_BY_THE_RULES = ("urgent", "whom", "municipality", "age", "contact")
"""Questions that every questionnaire has."""
OTHER = "other"
"""Stands first among a service's needs when it is made for something that is not asked."""
NOT_SURE, UNSURE, ELSEWHERE = "not-sure", "unsure", "elsewhere"


@dataclass(frozen=True)
class Parts:
    """The one file that says each section."""

    files: Mapping[str, ContentRecord]
    options: Mapping[str, Sequence[str]]
    """Question → its options, in the order of the questions."""
    needs: frozenset[str]

    def section(self, name: str) -> Any:
        """Return what a section says."""
        return getattr(self.files[name].value, name)

    def mistake(self, location: Location, message: str) -> Mistake:
        """Describe a mistake in the file of a section, which `location` begins with."""
        return self.files[str(location[0])].mistake(location, message)


def check(reading: Reading, day: date) -> Iterator[Mistake]:  # noqa: ARG001
    """Report what does not fit. A site without a questionnaire has nothing to fit."""
    records = reading.of("questionnaire")
    if not records or reading.has_broken("questionnaire"):
        return
    mistakes = list(_sections(records))
    yield from mistakes
    if not mistakes:
        parts = _parts(records)
        yield from _questions(reading, parts)
        yield from _conditions(parts)
        yield from _rules(parts)
        yield from _services(reading, parts)


def _sections(records: Mapping[str, ContentRecord]) -> Iterator[Mistake]:
    """Report sections that no file says, or two do."""
    first = next(iter(records.values()))
    for name in SECTIONS:
        saying = [record for record in records.values() if getattr(record.value, name)]
        if not saying:
            yield first.mistake((), f"expected `{name}` in one file of content/questionnaire")
        for record in saying[1:]:
            yield record.mistake((name,), f"expected `{name}` in one file; {saying[0].path} has it")


def _parts(records: Mapping[str, ContentRecord]) -> Parts:
    files = {
        name: record
        for name in (*SECTIONS, "outside")
        for record in records.values()
        if getattr(record.value, name)
    }
    questions = files["questions"].value.questions
    options = {question.id: [option.id for option in question.options] for question in questions}
    return Parts(files, options, frozenset(need.id for need in files["needs"].value.needs))


def _questions(reading: Reading, parts: Parts) -> Iterator[Mistake]:
    """Report questions and options said twice, left out or not known."""
    questions = parts.section("questions")
    yield from _twice(parts, "questions", [question.id for question in questions])
    yield from _twice(parts, "needs", [need.id for need in parts.section("needs")])
    for position, question in enumerate(questions):
        options = parts.options[question.id]
        if len(set(options)) != len(options):
            yield parts.mistake(("questions", position, "options"), "expected each option once")
        if NOT_SURE not in options:
            message = f"expected an option {NOT_SURE!r}, a way on for those who do not know"
            yield parts.mistake(("questions", position, "options"), message)
    for name in READ_BY_THE_RULES:
        if name not in parts.options:
            yield parts.mistake(("questions",), f"expected a question {name!r}")
    if reading.has_broken("municipalities"):
        return
    wanted = {*reading.of("municipalities"), ELSEWHERE, NOT_SURE}
    for option in sorted(wanted ^ set(parts.options.get("municipality", wanted))):
        message = f"expected the municipalities, {ELSEWHERE!r} and {NOT_SURE!r}: {option!r}"
        yield parts.mistake(("questions",), message)


def _twice(parts: Parts, section: str, names: Sequence[str]) -> Iterator[Mistake]:
    for position, name in enumerate(names):
        if name in names[:position]:
            yield parts.mistake((section, position, "id"), f"expected {name!r} only once")


def _conditions(parts: Parts) -> Iterator[Mistake]:
    """Report conditions that name no option, or a question that is asked later."""
    names = list(parts.options)
    for section in SECTIONS:
        for location, condition in _conditions_in(parts.section(section), (section,)):
            known: Mapping[str, Sequence[str]] = parts.options
            if section == "questions":
                earlier = names[: int(location[1])]
                known = {name: parts.options[name] for name in earlier}
            for where, message in _unknown(condition, known):
                yield parts.mistake((*location, *where), message)


def _conditions_in(value: Any, location: Location) -> Iterator[tuple[Location, Any]]:
    """Find the conditions of a section, with where they stand."""
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from _conditions_in(item, (*location, position))
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            if name in {"ask_if", "raised_by", "excluded_if", "if_"} and inner is not None:
                yield (*location, field.alias or name), inner
            else:
                yield from _conditions_in(inner, (*location, name))


def _unknown(
    condition: Mapping[str, Any], known: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Location, str]]:
    """List what a condition names that is not there, with where it stands."""
    for where, inner in _inside(condition):
        for found, message in _unknown(inner, known):
            yield (*where, *found), message
    for question, options in _choices(condition):
        if question not in known:
            yield (question,), f"expected an earlier question, found {question!r}"
            continue
        for option in options:
            if option not in {*known[question], UNSURE}:
                yield (question,), f"expected an option of {question}, found {option!r}"


def _inside(condition: Mapping[str, Any]) -> Iterator[tuple[Location, Any]]:
    """List the conditions inside a condition."""
    for name in ("any", "all"):
        for position, part in enumerate(condition.get(name, ())):
            yield (name, position), part
    if "not" in condition:
        yield ("not",), condition["not"]


def _choices(condition: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    """List the questions that a condition itself looks at, with the options it names."""
    yield from ((question, ()) for question in condition.get("at_least", ()))
    for name, options in condition.items():
        if name not in {"any", "all", "not", "at_least"}:
            yield name, options


def _rules(parts: Parts) -> Iterator[Mistake]:
    """Report rules about needs, ages and options that do not exist, and lists without an end."""
    rules, phrases = parts.section("rules"), parts.section("phrases")
    for position, rule in enumerate(rules.coordinators):
        if rule.need not in parts.needs:
            where = ("rules", "coordinators", position, "need")
            yield parts.mistake(where, f"expected a need, found {rule.need!r}")
        for segment in set(rule.segments) - {segment.id for segment in rules.segments}:
            where = ("rules", "coordinators", position, "segments")
            yield parts.mistake(where, f"expected a segment, found {segment!r}")
    yield from _emergencies(parts)
    for age in set(rules.ages) - set(parts.options.get("age", ())):
        yield parts.mistake(("rules", "ages"), f"expected an option of age, found {age!r}")
    if rules.segments[-1].if_ is not None or rules.segments[-1].load:
        yield parts.mistake(("rules", "segments"), "expected the last one to hold always")
    for name in ("openings", "plain_openings", "requests"):
        if getattr(phrases, name)[-1].if_ is not None:
            yield parts.mistake(("phrases", name), "expected the last one to hold always")


def _emergencies(parts: Parts) -> Iterator[Mistake]:
    """Report help in danger for an option that does not exist, and words for no service of it."""
    for position, emergency in enumerate(parts.section("rules").emergencies):
        if emergency.option not in parts.options.get("urgent", ()):
            where = ("rules", "emergencies", position, "option")
            yield parts.mistake(where, f"expected an option of urgent, found {emergency.option!r}")
        for slug in set(emergency.ask) - set(emergency.services):
            where = ("rules", "emergencies", position, "ask")
            yield parts.mistake(where, f"expected one of the services named, found {slug!r}")


def _services(reading: Reading, parts: Parts) -> Iterator[Mistake]:
    """Report services with unknown needs, or with none though nobody says why."""
    outside = parts.files["outside"].value.outside if "outside" in parts.files else {}
    services = reading.of("services")
    for slug, record in services.items():
        needs = record.value.needs
        for position, need in enumerate(needs):
            if need not in parts.needs | {OTHER}:
                yield record.mistake(("needs", position), f"expected a need, found {need!r}")
        if record.value.state == "published" and not needs and slug not in outside:
            message = "expected `needs`, or a reason in `outside` of content/questionnaire"
            yield record.mistake(("needs",), message)
    for slug in outside:
        if slug not in services and not reading.has_broken("services"):
            yield parts.mistake(("outside", slug), f"expected one of services, found {slug!r}")
        elif slug in services and services[slug].value.needs:
            yield parts.mistake(("outside", slug), "expected a service without `needs`")
