"""A made-up questionnaire, and services as the rules see them."""

import pytest

from navigator.config import ROOT
from navigator.importers.content.reading import read
from navigator.questionnaire.building import questionnaire_from
from navigator.questionnaire.facts import ChannelFacts, ServiceFacts

SAMPLE = read(ROOT / "tests" / "sample_content")
PHONE = ChannelFacts("phone", "03 000 000", main=True)
CHAT = ChannelFacts("chat", "https://chat.example.fi")


@pytest.fixture(scope="session")
def parts():
    """The parts of the sample questionnaire, as its files say them."""
    return [record.value.plain() for record in SAMPLE.of("questionnaire").values()]


@pytest.fixture
def questionnaire(parts):
    return questionnaire_from(parts)


def facts(slug, *needs, channels=(PHONE,), reach="county", **fields):
    """Make a service as the rules see it."""
    return ServiceFacts(slug=slug, needs=needs, reach=reach, channels=tuple(channels), **fields)


@pytest.fixture
def services():
    """Services that answer every need of the sample, by slug."""
    made = [
        facts("hatapuhelin", "safety", reach="nationwide", channels=(PHONE, CHAT)),
        facts(
            "neuvonta",
            "advice",
            "work",
            "home",
            "job",
            channels=(PHONE, CHAT),
            reach="nationwide",
        ),
        facts(
            "tyopaja",
            "work",
            reach="local",
            municipalities=frozenset({"mallila"}),
            conditions=frozenset({"tyoton-tyonhakija"}),
            ages=(16, 28),
            fallback="neuvonta",
        ),
    ]
    return {service.slug: service for service in made}


def answers(**chosen):
    """Write answers: `answers(age="adult", themes="work home", whom="")`."""
    return {question: frozenset(options.split()) for question, options in chosen.items()}


@pytest.fixture(scope="session")
def people():
    """The people of the sample, as their file says them."""
    return [
        record.value.plain() for (kind, _), record in SAMPLE.checked.items() if "people" in kind
    ]
