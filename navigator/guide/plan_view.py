"""A plan in words: each line with its service, its contact, its hours and its reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from navigator.domain.models import Service
from navigator.extensions import db
from navigator.guide.queries import services_by_slug, value_of
from navigator.guide.visit import Visit
from navigator.listings.contacts import Contact, contacts_of
from navigator.questionnaire.person import person_of
from navigator.questionnaire.planning import emergency_lines, plan
from navigator.questionnaire.plans import Line, Plan
from navigator.questionnaire.values import LANES, MUNICIPALITY, Lane, Localised


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One line of the plan."""

    line: Line
    service: Service
    contact: Contact | None
    """How to reach it; None: no way that suits the person."""
    other: Contact | None
    """Its main contact when none suits: somebody else may use it for the person."""
    instead: Service | None
    """The service that answers when this one's own contact fails."""
    reasons: Sequence[Localised]
    answers: Sequence[Localised]
    """The chosen options behind the reasons, in words."""


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Everything that the page of a plan shows."""

    plan: Plan
    emergencies: Sequence[PlanCard]
    coordinator: PlanCard | None
    lanes: Sequence[tuple[Lane, Sequence[PlanCard]]]
    more: Sequence[tuple[Localised, Sequence[Service]]]
    """Need → the services that are not on the first screen."""
    near_misses: Sequence[tuple[Service, Localised]]

    @property
    def cards(self) -> list[PlanCard]:
        """All lines, from the top."""
        return [*self.emergencies, *self.ordinary]

    @property
    def ordinary(self) -> list[PlanCard]:
        """All lines but the emergency help."""
        above = [self.coordinator] if self.coordinator else []
        return [*above, *(card for _, cards in self.lanes for card in cards)]


def plan_page(visit: Visit, moment: datetime) -> PlanPage:
    """Make the plan for a visit's answers."""
    made = plan(visit.guide.questionnaire, visit.answers, visit.guide.services)
    shown = {line.service for line in made.shown}
    wanted = [
        *shown,
        *(line.contact.service for line in made.shown if line.contact),
        *(slug for entry in made.needs for slug in entry.services),
        *(miss.service for miss in made.near_misses),
    ]
    rows = services_by_slug(db.session, list(dict.fromkeys(wanted)), day=moment.date())
    lines = {lane: _cards(made.lane(lane), rows, visit, moment) for lane in LANES}
    return PlanPage(
        plan=made,
        emergencies=_cards(made.emergencies, rows, visit, moment),
        coordinator=next(
            iter(_cards([made.coordinator] if made.coordinator else [], rows, visit, moment)), None
        ),
        lanes=[(lane, cards) for lane, cards in lines.items() if cards],
        more=_more(made, rows, shown),
        near_misses=[
            (rows[miss.service], miss.because)
            for miss in made.near_misses
            if miss.service in rows and miss.service not in shown
        ],
    )


def emergency_cards(visit: Visit, moment: datetime) -> list[PlanCard]:
    """Return the emergency help that stands above every page once something urgent was said."""
    if not visit.has_emergency:
        return []
    found = visit.guide
    person = person_of(found.questionnaire, visit.answers)
    lines = emergency_lines(found.questionnaire, visit.answers, person, found.services)
    rows = services_by_slug(db.session, [line.service for line in lines], day=moment.date())
    return _cards(lines, rows, visit, moment)


def _cards(
    lines: Iterable[Line], rows: Mapping[str, Service], visit: Visit, moment: datetime
) -> list[PlanCard]:
    return [_card(line, rows, visit, moment) for line in lines if line.service in rows]


def _card(line: Line, rows: Mapping[str, Service], visit: Visit, moment: datetime) -> PlanCard:
    answering = rows.get(line.contact.service) if line.contact else None
    chosen = dict.fromkeys(answer for reason in line.reasons for answer in reason.answers)
    service, contact = rows[line.service], _contact(line, answering, moment)
    return PlanCard(
        line=line,
        service=service,
        contact=contact,
        other=None if contact else _other(service, visit, moment),
        instead=answering if answering is not None and answering.slug != line.service else None,
        reasons=[reason.because for reason in line.reasons],
        answers=[_words_of(visit, question, option) for question, option in chosen],
    )


def _contact(line: Line, answering: Service | None, moment: datetime) -> Contact | None:
    """Return the channel that the rules chose, in words."""
    if line.contact is None or answering is None:
        return None
    wanted = (line.contact.channel.kind, line.contact.channel.value)
    for link in answering.channel_links:
        if (link.channel.kind, value_of(link.channel)) == wanted:
            return contacts_of([link], moment)[0]
    return None


def _other(service: Service, visit: Visit, moment: datetime) -> Contact | None:
    """Return the contact that most people use, the municipality's own first."""
    municipality = next(iter(visit.answers.get(MUNICIPALITY, ())), "")
    links = [link for link in service.channel_links if link.channel.audience == "everyone"]
    return next(iter(contacts_of(links, moment, municipality)), None)


def _words_of(visit: Visit, question: str, option: str) -> Localised:
    asked = visit.guide.questionnaire.by_id[question]
    return next(choice.text for choice in asked.options if choice.id == option)


def _more(
    made: Plan, rows: Mapping[str, Service], shown: set[str]
) -> list[tuple[Localised, Sequence[Service]]]:
    """Return what stands behind "see all", by need; each service once."""
    told = set(shown)
    more: list[tuple[Localised, Sequence[Service]]] = []
    for entry in made.needs:
        rest = [rows[slug] for slug in entry.services if slug in rows and slug not in told]
        told.update(service.slug for service in rest)
        if rest:
            more.append((entry.need.name, rest))
    return more
