"""Prove that somebody can be reached, and that every service can be found."""

from collections.abc import Iterator

from navigator.questionnaire.matching import matches_of
from navigator.questionnaire.person import Person
from navigator.questionnaire.planning import emergency_lines, first_view, public
from navigator.questionnaire.proof.situations import Ground, Situation
from navigator.questionnaire.proof.wording import said, where, who, wished
from navigator.questionnaire.values import URGENT


def fallbacks(ground: Ground) -> Iterator[str]:
    """Report people for whom not even a fallback is reachable.

    `plan` adds a fallback wherever no other line is reachable, so this alone proves that every
    plan holds a contact that the person can use. Who wishes more is reached no sooner: told are
    the fewest wishes that nobody meets.
    """
    named = public(ground.questionnaire.fallbacks, ground.services)
    for place in ground.places:
        told: list[frozenset[str]] = []
        for wishes in ground.wishes:
            if any(ground.contact(service.slug, place, wishes) for service in named):
                continue
            if not any(fewer <= wishes for fewer in told):
                told.append(wishes)
                words = ", ".join(wished(ground.questionnaire, wishes)) or "any way of contact"
                yield f"{where(ground, place)}, {words}: nobody to contact."


def named_services(ground: Ground) -> Iterator[str]:
    """Report services that a rule names and that are not public."""
    questionnaire = ground.questionnaire
    named = {f"emergencies/{e.option}": e.services for e in questionnaire.emergencies}
    for rule, slugs in (named | {"fallbacks": questionnaire.fallbacks}).items():
        for slug in slugs:
            if slug not in ground.services:
                yield f"The rule {rule} names {slug}, which is not public."


def emergencies(ground: Ground) -> Iterator[str]:
    """Report urgent answers that are not met by help that can be reached at once."""
    for emergency in ground.questionnaire.emergencies:
        answers = {URGENT: frozenset({emergency.option})}
        for place in ground.places:
            for wishes in ground.wishes:
                person = Person(place, wishes=wishes)
                lines = emergency_lines(ground.questionnaire, answers, person, ground.services)
                own = [line for line in lines if line.contact]
                if not own or own[0].lane != "now":
                    text = said(emergency.because)
                    yield f"{where(ground, place)}, “{text}”: no help at once."


def needs_met(ground: Ground) -> Iterator[str]:
    """Report needs that no public service of a municipality answers."""
    for need, situations in ground.situations.items():
        for situation in situations:
            for place in ground.municipalities:
                if not ground.fitting(need, situation, place):
                    yield f"{where(ground, place)}, {who(ground, situation, need, ())}: no service."


def only_by_fallback(ground: Ground) -> Iterator[tuple[str, str, str]]:
    """List need, municipality and situation in which none of the services shown is reachable.

    No failure: the plan then names a fallback. It tells editors where contacts are missing.
    """
    for need in ground.situations:
        for place in ground.municipalities:
            for fits, situation in _different(ground, need, place).items():
                for wishes in ground.wishes:
                    if not _is_reached(ground, situation, place, wishes, (need, fits)):
                        yield need, place, who(ground, situation, need, wishes)


def _different(ground: Ground, need: str, place: str | None) -> dict[frozenset[str], Situation]:
    """Return the different sets of services that fit, each with one situation of it."""
    found: dict[frozenset[str], Situation] = {}
    for situation in ground.situations[need]:
        found.setdefault(frozenset(ground.fitting(need, situation, place)), situation)
    return found


def _is_reached(
    ground: Ground,
    situation: Situation,
    place: str | None,
    wishes: frozenset[str],
    answered: tuple[str, frozenset[str]],
) -> bool:
    """Tell whether one of the best services that answer a need can be reached."""
    need, fits = answered
    person = ground.person(situation, place, wishes)
    ranked = matches_of(need, person, (ground.services[slug] for slug in fits))
    slugs = [match.service.slug for match in ranked]
    shown = first_view(slugs, person, ground.services)
    return any(ground.contact(slug, place, wishes) for slug in shown)


def services_found(ground: Ground) -> Iterator[str]:
    """Report services to which no path leads and that are not listed as such, and the reverse."""
    outside = ground.questionnaire.outside
    found = {
        slug
        for need in ground.situations
        for place in ground.places
        for fits in _different(ground, need, place)
        for slug in fits
    }
    for rule in ground.questionnaire.coordinators:
        found.update(service.slug for service in ground.answering.get(rule.need, ()))
    for slug in sorted(ground.services.keys() - found - outside):
        yield f"No answers lead to {slug}, and it is not listed under `outside`."
    for slug in sorted(found & outside):
        yield f"Answers lead to {slug}, though it is listed under `outside`."
    for slug in sorted(outside - ground.services.keys()):
        yield f"{slug} is listed under `outside`, but is not public."
