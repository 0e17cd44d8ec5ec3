"""Make a questionnaire from what its content files say."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from navigator.questionnaire.conditions import NEVER, Condition, condition_from
from navigator.questionnaire.values import (
    CLIENT,
    CLOSE,
    Bar,
    Coordinator,
    Emergency,
    Need,
    Option,
    Phrase,
    Phrases,
    Question,
    Questionnaire,
    Segment,
)

Data = Mapping[str, Any]
LAST_AGE = 120
LANGUAGES = ("fi", "sv", "en", "fi-simple")
FOR_OTHERS = "for_other"


def questionnaire_from(parts: Iterable[Data]) -> Questionnaire:
    """Join the parts of a questionnaire and make it.

    Source: `content/questionnaire/*.yaml`, checked. Shape: each part says some of `questions`,
        `needs`, `rules`, `phrases` and `outside`; no two parts say the same.
    """
    said: dict[str, Any] = {}
    for part in parts:
        said |= part
    voices = {whom: _made(_in_voice(said, whom)) for whom in (CLOSE, CLIENT)}
    return replace(_made(_in_voice(said)), voices=voices)


def _in_voice(data: Any, whom: str | None = None) -> Any:
    """Return data with each text in the words for those who answer for `whom`; None: themselves.

    Shape: a text `{fi: …, …, for_client: {fi: …, …}, for_close: …}`; `for_other` serves both.
    """
    if isinstance(data, list):
        return [_in_voice(item, whom) for item in data]
    if not isinstance(data, Mapping):
        return data
    if LANGUAGES[0] in data:
        others = (data.get(f"for_{whom}") or data.get(FOR_OTHERS)) if whom else None
        text = others or data
        return {language: text[language] for language in LANGUAGES if language in text}
    return {name: _in_voice(item, whom) for name, item in data.items()}


def _made(said: Data) -> Questionnaire:
    """Make a questionnaire of all that its parts say."""
    options = {q["id"]: _telling(q) for q in said["questions"]}
    rules = said["rules"]
    return Questionnaire(
        questions=tuple(_question(q, options) for q in said["questions"]),
        needs=tuple(_need(n, options) for n in said["needs"]),
        ages={
            age: (span.get("from", 0), span.get("to", LAST_AGE))
            for age, span in rules["ages"].items()
        },
        bars=tuple(_bar(b, options) for b in rules["bars"]),
        age_because=rules["age_because"],
        emergencies=tuple(_emergency(e) for e in rules["emergencies"]),
        segments=tuple(_segment(s, options) for s in rules["segments"]),
        coordinators=tuple(_coordinator(c, options) for c in rules["coordinators"]),
        fallbacks=tuple(rules["fallbacks"]),
        fallback_because=rules["fallback_because"],
        phrases=_phrases(said["phrases"], options),
        outside=frozenset(said.get("outside", {})),
        digest=_digest(said["questions"]),
    )


Options = Mapping[str, frozenset[str]]


def _telling(question: Data) -> frozenset[str]:
    """Return the options that say something: all but those that stand alone."""
    return frozenset(o["id"] for o in question["options"] if not o.get("alone"))


def _digest(questions: Iterable[Data]) -> str:
    """Return a hash of what can be answered; texts do not count."""
    names = [
        (q["id"], q["kind"], sorted((o["id"], o.get("alone", False)) for o in q["options"]))
        for q in questions
    ]
    return sha256(repr(names).encode()).hexdigest()[:16]


def _question(data: Data, options: Options) -> Question:
    return Question(
        id=data["id"],
        kind=data["kind"],
        title=data["title"],
        why=data["why"],
        help=data.get("help"),
        options=tuple(
            Option(o["id"], o["text"], o.get("hint"), o.get("group"), o.get("alone", False))
            for o in data["options"]
        ),
        ask_if=condition_from(data.get("ask_if"), options),
    )


def _need(data: Data, options: Options) -> Need:
    return Need(
        id=data["id"],
        name=data["name"],
        because=data["because"],
        say=_say(data, options),
        lane=data["lane"],
        weight=data.get("weight", 1),
        raised_by=condition_from(data["raised_by"], options) if "raised_by" in data else NEVER,
    )


def _say(data: Data, options: Options) -> tuple[Phrase, ...]:
    """Return what is said of a need: a text that always holds, or several, each with an `if`."""
    said = data.get("say", [])
    phrases = [{"text": said}] if isinstance(said, Mapping) else said
    return tuple(Phrase(data["id"], _given(p, options), p["text"]) for p in phrases)


def _bar(data: Data, options: Options) -> Bar:
    excluded_if = condition_from(data["excluded_if"], options)
    return Bar(data["condition"], excluded_if, data["because"])


def _emergency(data: Data) -> Emergency:
    services = tuple(data["services"])
    return Emergency(data["option"], services, data["because"], data.get("ask", {}))


def _segment(data: Data, options: Options) -> Segment:
    given = condition_from(data.get("if"), options)
    return Segment(data["id"], data["name"], data["because"], data.get("load", 0), given)


def _coordinator(data: Data, options: Options) -> Coordinator:
    given = condition_from(data.get("if"), options)
    segments = frozenset(data["segments"])
    return Coordinator(data["id"], segments, given, data["need"], data["because"])


def _phrases(data: Data, options: Options) -> Phrases:
    def those(name: str) -> tuple[Phrase, ...]:
        return tuple(Phrase(p["id"], _given(p, options), p["text"]) for p in data.get(name, ()))

    return Phrases(
        those("openings"), those("plain_openings"), those("requests"), those("additions")
    )


def _given(data: Data, options: Options) -> Condition:
    return condition_from(data.get("if"), options)
