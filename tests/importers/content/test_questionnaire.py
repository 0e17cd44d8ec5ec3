"""The parts of the questionnaire fit together, and survive the database."""

import pytest

from navigator.importers.content.lint import lint
from navigator.importers.content.reading import read

PART = "questionnaire/esimerkki.yaml"
CHOICE = "raised_by: {themes: [home, unsure]}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (CHOICE, "raised_by: {themes: [muu]}", "expected an option of themes, found 'muu'"),
        (CHOICE, "raised_by: {muu: [home]}", "expected an earlier question, found 'muu'"),
        (CHOICE, "raised_by: {any: [{muu: [home]}]}", "expected an earlier question, found 'muu'"),
        (CHOICE, "raised_by: {all: [{muu: [home]}]}", "expected an earlier question, found 'muu'"),
        (CHOICE, "raised_by: {not: {muu: [home]}}", "expected an earlier question, found 'muu'"),
        (
            CHOICE,
            "raised_by: {at_least: {muu: 2}}",
            "expected an earlier question, found 'muu'",
        ),
        (
            "ask_if: {age: [adult], themes: [work]}",
            "ask_if: {contact: [no-car]}",
            "expected an earlier question, found 'contact'",
        ),
        (
            "- option: danger\n",
            "- option: danger\n      ask: {muu: {fi: A., sv: A., en: A., fi-simple: A.}}\n",
            "rules.emergencies.0.ask: expected one of the services named, found 'muu'",
        ),
        (
            "need: advice",
            "need: muu",
            "rules.coordinators.0.need: expected a need, found 'muu'",
        ),
        (
            "segments: [together]",
            "segments: [muu]",
            "rules.coordinators.0.segments: expected a segment, found 'muu'",
        ),
        (
            "option: danger",
            "option: muu",
            "rules.emergencies.0.option: expected an option of urgent, found 'muu'",
        ),
        ("young: {to: 17}", "muu: {to: 17}", "rules.ages: expected an option of age, found 'muu'"),
        (
            "services: [hatapuhelin]",
            "services: [muu]",
            "rules.emergencies.0.services.0: expected one of services, found 'muu'",
        ),
        (
            "fallbacks: [neuvonta]",
            "fallbacks: [vanha-paja]",
            "rules.fallbacks.0: expected a published service, 'vanha-paja' is withdrawn",
        ),
        (
            "condition: tyoton-tyonhakija",
            "condition: muu",
            "rules.bars.0.condition: expected one of conditions, found 'muu'",
        ),
        ("id: whom", "id: who", "questions: expected a question 'whom'"),
        (
            "- id: home\n        text",
            "- id: work\n        text",
            "questions.4.options: expected each option once",
        ),
        ("- id: mallila\n        text", "- id: muu\n        text", "'muu'"),
        (
            "outside:\n  turvakoti:",
            "outside:\n  tyopaja:",
            "outside.tyopaja: expected a service without `needs`",
        ),
        (
            "outside:\n  turvakoti:",
            "outside:\n  muu:",
            "outside.muu: expected one of services, found 'muu'",
        ),
    ],
)
def test_what_a_rule_names_must_be_there(spoilt, old, new, expected):
    assert any(expected in mistake for mistake in spoilt(PART, old, new))


@pytest.mark.parametrize(
    "condition",
    ["{themes: home}", "{themes: []}", "{any: {themes: [home]}}", "{at_least: {themes: 0}}"],
)
def test_a_condition_has_the_shape_of_one(spoilt, condition):
    found = spoilt(PART, CHOICE, f"raised_by: {condition}")
    assert [mistake for mistake in found if "expected a condition" in mistake]


def test_the_last_of_the_segments_and_phrases_holds_always(change, mistakes):
    change(PART, "    - id: alone\n", "    - id: alone\n      load: 1\n")
    change(
        PART,
        "  requests:\n    - id: anybody\n",
        "  requests:\n    - id: anybody\n      if: {whom: [me]}\n",
    )
    found = [mistake.split(": ", 1)[1] for mistake in mistakes()]
    expected = "expected the last one to hold always"
    assert found == [f"rules.segments: {expected}", f"phrases.requests: {expected}"]


def test_every_question_has_a_way_on_for_those_who_do_not_know(content, mistakes):
    path = content / PART
    path.write_text(path.read_text("utf-8").replace("id: not-sure", "id: dont-know"), "utf-8")
    assert sum("a way on for those who do not know" in mistake for mistake in mistakes()) == 7


def test_a_question_or_a_need_is_said_once(spoilt):
    found = spoilt(PART, "id: working\n", "id: themes\n")
    assert any("questions.5.id: expected 'themes' only once" in mistake for mistake in found)


def test_a_section_is_said_in_one_file(content, mistakes):
    (content / "questionnaire/toinen.yaml").write_text("outside: {turvakoti: Syy.}\n", "utf-8")
    assert mistakes() == []
    text = (content / PART).read_text("utf-8")
    needs = text[text.index("needs:\n") : text.index("rules:\n")]
    (content / "questionnaire/toinen.yaml").write_text(needs, "utf-8")
    assert mistakes() == [
        f"questionnaire/toinen.yaml:1: needs: expected `needs` in one file; {PART} has it"
    ]


def test_every_section_is_said(change, mistakes, content):
    text = (content / PART).read_text("utf-8")
    (content / PART).write_text(text[: text.index("phrases:\n")], "utf-8")
    assert f"{PART}:1: expected `phrases` in one file of content/questionnaire" in mistakes()


def test_a_site_may_have_no_questionnaire(content, mistakes):
    (content / PART).unlink()
    assert mistakes() == []


def test_a_part_says_something(content, mistakes):
    (content / "questionnaire/tyhja.yaml").write_text("needs: []\n", "utf-8")
    assert mistakes() == [
        "questionnaire/tyhja.yaml:1: expected questions, needs, rules, phrases or outside"
    ]


def test_a_service_answers_needs_or_is_knowingly_outside(spoilt, change, mistakes):
    assert spoilt("services/tyopaja.yaml", "needs: [work]", "needs: [other, muu]") == [
        "needs.1: expected a need, found 'muu'"
    ]
    change("services/tyopaja.yaml", "needs: [other, muu]\n", "")
    assert any("expected `needs`, or a reason in `outside`" in mistake for mistake in mistakes())


def test_needs_survive_the_database(reload, service):
    reload()
    assert service("neuvonta").needs == ["advice", "work", "home", "job"]
    assert service("turvakoti").needs == []


def test_easy_finnish_is_read_as_easy_finnish(change, content):
    long = f"{'sana ' * 16}sana."
    change(PART, "fi-simple: Kerroit asiasta Koti. helppo", f"fi-simple: {long}")
    found = [str(finding) for finding in lint(read(content)).findings]
    assert [one for one in found if "because.fi-simple: sentence of 17 words" in one]
