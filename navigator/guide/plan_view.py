"""A plan in words: each line with its service, its contact, its hours and its reasons."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from navigator.domain.models import Service
from navigator.guide.queries import DOUBTFUL, value_of
from navigator.guide.visit import Visit
from navigator.i18n.languages import current_language, text_language
from navigator.listings.contacts import Contact, contacts_of
from navigator.questionnaire.facts import ChannelFacts
from navigator.questionnaire.person import NO_PHONE, Person, person_of
from navigator.questionnaire.planning import emergency_lines, plan
from navigator.questionnaire.plans import Line, Plan
from navigator.questionnaire.reaching import PAGES, own_phone
from navigator.questionnaire.values import CLIENT, CLOSE, LANES, WHOM, Lane, Localised


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One line of the plan."""

    line: Line
    service: Service
    contact: Contact | None
    """How to reach it at its own contact; None: none suits the person, or `page` is better."""
    page: Contact | None
    """Its own page, which is the way in when there is no contact."""
    writing: Contact | None
    """In an emergency: where those can write who cannot speak."""
    other: Contact | None
    """Its contact when none suits: somebody else may use it for the person."""
    instead: "Instead | None"
    """Whom to ask when the service itself cannot be reached."""
    reasons: Sequence[Localised]
    answers: Sequence[Localised]
    """The chosen options behind the reasons, in words."""

    @property
    def key(self) -> Hashable:
        """What its words follow from, apart from its reasons and answers.

        Whether it is open is told by the clock, so these words are part of it.
        """
        line, shown, other = self.line, self.contact or self.page, self.other
        opening = shown.opening if shown else None
        asked = (other.kind, other.value) if other else None
        ask = tuple(tuple(text.items()) for text in line.ask)
        return line.service, line.contact, line.page, line.writing, opening, asked, ask

    @property
    def is_dated(self) -> bool:
        """Tell whether the contact may be old, so that the plan says so."""
        fact = self.contact.fact if self.contact else None
        return fact is not None and fact.state in DOUBTFUL


@dataclass(frozen=True, slots=True)
class Instead:
    """Another service that can be asked, always shown with its own name."""

    service: Service
    contact: Contact


@dataclass(frozen=True, slots=True)
class _Look:
    """Whose plan is made, and when."""

    visit: Visit
    person: Person
    moment: datetime

    @property
    def rows(self) -> Mapping[str, Service]:
        """The services, by slug."""
        return self.visit.guide.rows


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
    may_call: bool
    """Whether the person can speak on the phone."""
    is_for_another: bool
    """Whether the answers are about somebody else than the reader."""

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
    guide, person = visit.guide, _person(visit)
    made = plan(guide.questionnaire, visit.answers, guide.services, person.language)
    shown, rows = {line.service for line in made.shown}, guide.rows
    look = _Look(visit, person, moment)
    lines = {lane: _cards(made.lane(lane), look) for lane in LANES}
    return PlanPage(
        plan=made,
        emergencies=_cards(made.emergencies, look),
        coordinator=next(iter(_cards(filter(None, [made.coordinator]), look)), None),
        lanes=[(lane, cards) for lane, cards in lines.items() if cards],
        more=_more(made, rows, shown),
        near_misses=[
            (rows[miss.service], miss.because)
            for miss in made.near_misses
            if miss.service in rows and miss.service not in shown
        ],
        may_call=NO_PHONE not in person.wishes,
        is_for_another=not visit.answers.get(WHOM, frozenset()).isdisjoint({CLOSE, CLIENT}),
    )


def emergency_cards(visit: Visit, moment: datetime) -> list[PlanCard]:
    """Return the emergency help that stands above every page once something urgent was said."""
    if not visit.has_emergency:
        return []
    found, person = visit.guide, _person(visit)
    lines = emergency_lines(found.questionnaire, visit.answers, person, found.services)
    return _cards(lines, _Look(visit, person, moment))


def _person(visit: Visit) -> Person:
    return person_of(visit.guide.questionnaire, visit.answers, current_language())


def _cards(lines: Iterable[Line], look: _Look) -> list[PlanCard]:
    return [_card(line, look) for line in lines if line.service in look.rows]


def _card(line: Line, look: _Look) -> PlanCard:
    chosen = dict.fromkeys(answer for reason in line.reasons for answer in reason.answers)
    service = look.rows[line.service]
    is_own = line.contact is not None and line.contact.service == line.service
    channel = line.contact.channel if line.contact and is_own and not line.page else None
    return PlanCard(
        line=line,
        service=service,
        contact=_contact(channel, service, look),
        page=_contact(line.page, service, look),
        writing=_contact(line.writing, service, look),
        other=None if is_own else _other(service, look),
        instead=None if is_own else _instead(line, look),
        reasons=[reason.because for reason in line.reasons],
        answers=[_words_of(look.visit, question, option) for question, option in chosen],
    )


def _contact(channel: ChannelFacts | None, service: Service, look: _Look) -> Contact | None:
    """Return the channel that the rules chose, in words."""
    if channel is None:
        return None
    wanted = (channel.kind, channel.value)

    def make() -> Contact | None:
        for link in service.channel_links:
            if (link.channel.kind, value_of(link.channel)) == wanted:
                return contacts_of([link], look.moment)[0]
        return None

    key = ("contact", text_language(), service.slug, wanted)
    return look.visit.guide.shelf.kept(key, make, look.moment)


def _instead(line: Line, look: _Look) -> Instead | None:
    """Return who can be asked instead."""
    service = look.rows.get(line.contact.service) if line.contact else None
    if line.contact is None or service is None:
        return None
    contact = _contact(line.contact.channel, service, look)
    return Instead(service, contact) if contact else None


def _other(service: Service, look: _Look) -> Contact | None:
    """Return the contact that most people use: their number, or else the place."""
    phone = own_phone(look.visit.guide.services[service.slug], look.person)
    if phone is not None:
        return _contact(phone, service, look)
    links = [link for link in service.channel_links if link.channel.audience == "everyone"]
    contacts = contacts_of(links, look.moment, look.person.municipality or "")
    return next((contact for contact in contacts if contact.kind not in PAGES), None)


def _words_of(visit: Visit, question: str, option: str) -> Localised:
    asked = visit.guide.questionnaire.told_for(visit.answers).by_id[question]
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
