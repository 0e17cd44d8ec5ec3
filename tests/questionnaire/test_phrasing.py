"""The first sentences of a call or a message, and words for those who answer for another."""

from dataclasses import replace

from navigator.questionnaire.building import questionnaire_from
from navigator.questionnaire.conditions import AllOf, Chose
from navigator.questionnaire.planning import plan
from navigator.questionnaire.values import Need, Phrase
from tests.questionnaire.conftest import answers

TEXT = {"fi": "Teksti", "sv": "Text", "en": "Text", "fi-simple": "Teksti"}
ALWAYS = AllOf(())
URGENT = Chose("urgent", frozenset({"danger"}))


def need(questionnaire, place, weight=1, given=ALWAYS):
    """Make a need of those who need help with work, of which one says `fi0`, `en0` …"""
    said = {language: f"{language}{place}" for language in TEXT}
    raised_by = questionnaire.need_by_id["work"].raised_by
    say = (Phrase(f"n{place}", given, said),)
    return Need(f"n{place}", TEXT, TEXT, say, "also", weight, raised_by)


def opening(questionnaire, services, needs, **chosen):
    """Return how the first call begins for somebody with these needs."""
    changed = replace(questionnaire, needs=tuple(needs))
    return plan(changed, answers(whom="me", themes="work", **chosen), services).say.opening


def test_the_first_call_begins_with_two_sentences(questionnaire, services):
    made = plan(questionnaire, answers(whom="me", themes="work", contact="no-car"), services)
    assert made.say.opening["fi"] == "Hei, asiani on tämä: työ."
    assert made.say.request["fi"] == "Kuka auttaa?"
    assert [text["fi"] for text in made.say.additions] == ["Autoa ei ole."]
    nothing = plan(replace(questionnaire, needs=()), answers(), services)
    assert (nothing.say.opening["fi"], nothing.say.additions) == ("Hei, tarvitsen apua.", ())


def test_the_first_call_names_two_needs_that_stand_by_themselves(questionnaire, services):
    needs = [need(questionnaire, place, weight=int(place != 1)) for place in range(4)]
    said = opening(questionnaire, services, needs)
    assert said["fi"] == "Hei, asiani on tämä: fi0, ja fi2."
    assert said["en"].endswith("en0, and en2.")


def test_of_a_need_only_what_was_told_is_said(questionnaire, services):
    needs = [need(questionnaire, 0, given=URGENT), need(questionnaire, 1)]
    assert opening(questionnaire, services, needs)["fi"] == "Hei, asiani on tämä: fi1."
    told = opening(questionnaire, services, needs, urgent="danger")
    assert told["fi"] == "Hei, asiani on tämä: fi0, ja fi1."


def test_when_nothing_can_be_said_of_any_need_the_call_begins_plainly(questionnaire, services):
    needs = [need(questionnaire, 0, given=URGENT)]
    assert opening(questionnaire, services, needs)["fi"] == "Hei, tarvitsen apua."


def voiced(parts, **words):
    """Return the sample with words for others in the reason of the need `work`."""
    changed = [{**part} for part in parts]
    for part in changed:
        part["needs"] = [
            {**n, "because": {**n["because"], **words}} if n["id"] == "work" else n
            for n in part["needs"]
        ]
    return questionnaire_from(changed)


def reason(questionnaire, services, whom):
    """Return the reason of the first line of a plan for somebody who needs help with work."""
    made = plan(questionnaire, answers(whom=whom, themes="work"), services)
    return made.lines[0].reasons[0].because["fi"]


def test_who_answers_for_another_reads_words_about_them(parts, services):
    client, close = ({**TEXT, "fi": word} for word in ("Asiakas.", "Läheinen."))
    questionnaire = voiced(parts, for_client=client, for_close=close)
    assert reason(questionnaire, services, "me") == "Kerroit asiasta Työ."
    assert reason(questionnaire, services, "close") == "Läheinen."
    assert questionnaire.told_for({"whom": frozenset({"client"})}).needs[1].because == client
    assert questionnaire.need_by_id["work"].because.keys() == TEXT.keys()


def test_words_for_another_serve_whoever_it_is(parts, services):
    questionnaire = voiced(parts, for_other={**TEXT, "fi": "Hän."})
    assert reason(questionnaire, services, "close") == "Hän."
    assert reason(questionnaire, services, "") == "Kerroit asiasta Työ."
