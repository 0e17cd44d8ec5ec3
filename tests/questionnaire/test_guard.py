"""What keeps content from being published: facts in, sentences out."""

from dataclasses import replace

import pytest

from navigator.questionnaire.proof import guard
from navigator.questionnaire.proof.situations import Ground
from tests.questionnaire.conftest import PHONE, facts


def nothing():
    """Say that nothing has been published yet."""


@pytest.fixture
def refused(questionnaire, services):
    """Publish the sample with one service otherwise, or (None) taken away."""
    now = Ground(questionnaire, services)

    def publish(slug, service, before=lambda: now):
        others = {name: one for name, one in services.items() if name != slug}
        after = others | ({slug: service} if service else {})
        return guard.refusals(Ground(questionnaire, after), before)

    return publish


def test_what_helps_everybody_is_published(refused, services):
    assert refused("tyopaja", services["tyopaja"], nothing) == ()


def test_a_service_more_or_changed_is_published_when_it_takes_no_help_away(refused, services):
    assert refused("uusi", facts("uusi", "work")) == ()
    assert refused("tyopaja", replace(services["tyopaja"], channels=())) == ()
    assert refused("tyopaja", None) == ()


def test_a_service_that_a_rule_names_is_not_taken_away(refused):
    found = refused("hatapuhelin", None)
    assert "The rule emergencies/danger names hatapuhelin, which is not public." in found
    assert "In Mallila en, “Esimerkki on vaarassa. en.”: no help at once." in found


def test_the_last_way_to_be_in_touch_is_not_taken_from_anybody(refused, services):
    found = refused("neuvonta", replace(services["neuvonta"], channels=(PHONE,)))
    assert found
    assert all("“En puhelimessa en”" in failure for failure in found)
    assert "In Kaavala en, “En puhelimessa en”: nobody to contact." in found


def test_a_need_is_left_without_a_service_nowhere(refused, services):
    bare = replace(services["neuvonta"], needs=("advice", "home", "job"))
    assert "In Kaavala en, of unknown age, työ en: no service." in refused("neuvonta", bare)


def test_what_failed_before_lets_other_changes_through(questionnaire, services, refused):
    del services["hatapuhelin"]
    broken = Ground(questionnaire, dict(services))
    assert guard.failures(broken)
    assert refused("uusi", facts("uusi", "work"), lambda: broken) == ()
    worse = refused("neuvonta", None, lambda: broken)
    assert worse
    assert not any("hatapuhelin" in failure for failure in worse)
    assert refused("uusi", facts("uusi", "work"), nothing) == guard.failures(broken)
