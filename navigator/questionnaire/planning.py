"""Make the plan: needs from answers, services from needs, and an order with reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from navigator.questionnaire.conditions import Answers, holds, witnesses
from navigator.questionnaire.facts import ServiceFacts
from navigator.questionnaire.matching import Match, matches_of
from navigator.questionnaire.path import settled
from navigator.questionnaire.person import NO_PHONE, Person, person_of
from navigator.questionnaire.phrasing import say
from navigator.questionnaire.plans import Line, NearMiss, NeedLines, Plan
from navigator.questionnaire.reaching import (
    Contact,
    contact_of,
    first_page,
    own_channel,
    own_phone,
    own_writing,
)
from navigator.questionnaire.values import (
    AGE,
    LANES,
    URGENT,
    Coordinator,
    Need,
    Questionnaire,
    Reason,
    Segment,
)

MOST_FOR_A_NEED = 3
MOST_IN_ALL = 12
"""Services on the first screen; the rest stands behind "see all"."""
MOST_NEAR_MISSES = 3

NONE: frozenset[str] = frozenset()

Services = Mapping[str, ServiceFacts]


def needs_of(questionnaire: Questionnaire, answers: Answers) -> tuple[Need, ...]:
    """Return the needs that settled answers raise, the most pressing first."""
    raised = [need for need in questionnaire.needs if holds(need.raised_by, answers)]
    return tuple(sorted(raised, key=lambda need: LANES.index(need.lane)))


def segment_of(questionnaire: Questionnaire, answers: Answers, needs: Sequence[Need]) -> Segment:
    """Return how the person is helped: the first segment whose load and condition hold."""
    load = sum(need.weight for need in needs)
    return next(
        segment
        for segment in questionnaire.segments
        if load >= segment.load and holds(segment.given, answers)
    )


def plan(
    questionnaire: Questionnaire,
    answers: Answers,
    services: Services,
    language: str | None = None,
) -> Plan:
    """Return the plan for answers, which need not be complete.

    `services`: the public ones. `language`: of the page that shows the plan.
    """
    valid = settled(questionnaire, answers)
    questionnaire = questionnaire.told_for(valid)
    person = person_of(questionnaire, valid, language)
    needs = needs_of(questionnaire, valid)
    segment = segment_of(questionnaire, valid, needs)
    matches = {need.id: matches_of(need.id, person, services.values()) for need in needs}
    listed = [NeedLines(need, _fitting(matches[need.id])) for need in needs]
    emergencies = emergency_lines(questionnaire, valid, person, services)
    coordinator = coordinator_line(questionnaire, valid, segment, person, services)
    taken = [*emergencies, *([coordinator] if coordinator else [])]
    lines = _need_lines(listed, taken, valid, person, services)
    if coordinator is None and not any(line.contact for line in lines):
        lines = _with_fallback(questionnaire, person, services, lines, taken)
    return Plan(
        segment=segment,
        emergencies=emergencies,
        coordinator=coordinator,
        lines=tuple(lines),
        needs=tuple(listed),
        near_misses=tuple(_near_misses(questionnaire, needs, matches))[:MOST_NEAR_MISSES],
        say=say(questionnaire, valid, needs),
    )


def _fitting(matches: Sequence[Match]) -> tuple[str, ...]:
    return tuple(match.service.slug for match in matches if match.fits)


def emergency_lines(
    questionnaire: Questionnaire, answers: Answers, person: Person, services: Services
) -> tuple[Line, ...]:
    """Return the emergency help for what was said to be urgent, the gravest first."""
    urgent = answers.get(URGENT, frozenset())
    lines: dict[str, Line] = {}
    for emergency in questionnaire.emergencies:
        if emergency.option in urgent:
            rule, chosen = f"emergencies/{emergency.option}", ((URGENT, emergency.option),)
            reason = Reason(rule, emergency.because, chosen)
            for service in public(emergency.services, services):
                line = _urgent_line(service, reason, person, services)
                ask = emergency.ask.get(service.slug)
                _add(lines, replace(line, ask=(ask,) if ask else ()))
    return tuple(lines.values())


def _urgent_line(service: ServiceFacts, reason: Reason, person: Person, services: Services) -> Line:
    """Return a line of emergency help: in danger the phone comes first, whatever was wished."""
    channel = own_phone(service, person) or own_channel(service, replace(person, wishes=NONE))
    contact = Contact(service.slug, channel) if channel else contact_of(service, person, services)
    writing = own_writing(service, person) if NO_PHONE in person.wishes else None
    page = first_page(service, person, contact)
    return Line(service.slug, "now", (reason,), contact, page=page, writing=writing)


def public(slugs: Sequence[str], services: Services) -> list[ServiceFacts]:
    """Return the services that a rule names, as far as they are public."""
    return [services[slug] for slug in slugs if slug in services]


def _add(lines: dict[str, Line], line: Line) -> None:
    """Add a line, or its reason and what to ask to the line that the service already has."""
    there = lines.get(line.service)
    if there is None:
        lines[line.service] = line
        return
    reasons, ask = (*there.reasons, *line.reasons), (*there.ask, *line.ask)
    lines[line.service] = replace(there, reasons=reasons, ask=ask)


def coordinator_line(
    questionnaire: Questionnaire,
    answers: Answers,
    segment: Segment,
    person: Person,
    services: Services,
) -> Line | None:
    """Return who coordinates for someone of this segment, if somebody is to."""
    for rule in questionnaire.coordinators:
        if segment.id in rule.segments and holds(rule.given, answers):
            found = _coordinating(rule, answers, person, services)
            if found is not None:
                return found
    return None


def _coordinating(
    rule: Coordinator, answers: Answers, person: Person, services: Services
) -> Line | None:
    """Return the best service of the rule's need that the person can reach."""
    reason = Reason(
        f"coordinators/{rule.id}", rule.because, tuple(sorted(witnesses(rule.given, answers)))
    )
    for found in matches_of(rule.need, person, services.values()):
        contact = contact_of(found.service, person, services) if found.fits else None
        if contact is not None:
            page = first_page(found.service, person, contact)
            return Line(found.service.slug, "first", (reason,), contact, rule.need, page)
    return None


def _need_lines(
    listed: Sequence[NeedLines],
    taken: Sequence[Line],
    answers: Answers,
    person: Person,
    services: Services,
) -> list[Line]:
    """Return the best services of every need: the best of each first, as long as there is room."""
    above = {line.service for line in taken}
    lines: dict[str, Line] = {}
    best = {entry.need.id: first_view(entry.services, person, services) for entry in listed}
    for turn in range(MOST_FOR_A_NEED):
        for entry in listed:
            for slug in best[entry.need.id][turn : turn + 1]:
                has_room = len(lines) < MOST_IN_ALL - len(taken)
                if slug not in above and (slug in lines or has_room):
                    _add(lines, _need_line(entry.need, services[slug], answers, person, services))
    order = [entry.need.id for entry in listed]
    return sorted(
        lines.values(),
        key=lambda line: (LANES.index(line.lane), order.index(line.need or "")),
    )


def first_view(slugs: Sequence[str], person: Person, services: Services) -> Sequence[str]:
    """Return the services of a need that are shown first, of all that answer it.

    If someone who cannot speak on the phone reaches none of them directly, the best one that they
    do reach takes the last place.
    """
    best, rest = slugs[:MOST_FOR_A_NEED], slugs[MOST_FOR_A_NEED:]
    if NO_PHONE not in person.wishes or any(own_channel(services[s], person) for s in best):
        return best
    reached = [slug for slug in rest if own_channel(services[slug], person)]
    return [*best[:-1], *reached[:1]] if reached else best


def _need_line(
    need: Need, service: ServiceFacts, answers: Answers, person: Person, services: Services
) -> Line:
    chosen = tuple(sorted(witnesses(need.raised_by, answers)))
    reason = Reason(f"needs/{need.id}", need.because, chosen)
    lane = "later" if service.referral_only else need.lane
    contact = contact_of(service, person, services)
    page = first_page(service, person, contact)
    return Line(service.slug, lane, (reason,), contact, need.id, page)


def fallback_lines(questionnaire: Questionnaire, person: Person, services: Services) -> list[Line]:
    """Return the first fallback that the person can reach, or else the first of all."""
    reason = Reason("fallbacks", questionnaire.fallback_because, ())
    lines = [
        Line(service.slug, "first", (reason,), contact_of(service, person, services))
        for service in public(questionnaire.fallbacks, services)
    ]
    return sorted(lines, key=lambda line: line.contact is None)[:1]


def _with_fallback(
    questionnaire: Questionnaire,
    person: Person,
    services: Services,
    lines: Sequence[Line],
    taken: Sequence[Line],
) -> list[Line]:
    """Put a fallback before lines of which the person can reach none."""
    fallback = fallback_lines(questionnaire, person, services)
    above = {line.service for line in (*taken, *fallback)}
    others = [line for line in lines if line.service not in above]
    return [*fallback, *others][: MOST_IN_ALL - len(taken)]


def _near_misses(
    questionnaire: Questionnaire, needs: Sequence[Need], matches: Mapping[str, Sequence[Match]]
) -> list[NearMiss]:
    """Return the services made for a need that one answer alone kept out; age comes last."""
    because = {bar.condition: bar.because for bar in questionnaire.bars}
    because[AGE] = questionnaire.age_because
    misses: dict[str, NearMiss] = {}
    for need in needs:
        for found in matches[need.id]:
            slug, only = found.service.slug, found.near_miss
            is_made_for_it = found.service.needs[0] == need.id
            if only is not None and is_made_for_it and slug not in misses:
                misses[slug] = NearMiss(slug, need.id, only, because[only])
    return sorted(misses.values(), key=lambda miss: miss.excluded_by == AGE)
