"""People who answer the questions: the requests that they make, each with its cookie."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from http.cookies import SimpleCookie
from random import Random
from urllib.parse import urlencode

from navigator.guide.cookie import NAME
from tests.bench.load import HEADERS, Request
from tests.bench.servers import Answer, Server

QUESTION, ANSWER, PLAN = "question", "answer", "plan"
STEPS = {QUESTION: 2.0, ANSWER: 2.0, PLAN: 4.0}
"""What is measured → how many times the 95th percentile of a bare Flask page it may take."""
PEOPLE = 12
IN_DANGER = 6
"""Of so many people one needs help at once."""
FIRST = "/fi/questions/1"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
CHOICE = re.compile(r'name="choice"\s+value="(\d+)"')
OR = 'class="question__or"'
"""Stands before the answers that are chosen alone."""
MOST_CHOSEN = 3

Walk = Mapping[str, Sequence[Request]]
"""Step → its requests, of all people."""


def walk(server: Server, people: int = PEOPLE) -> Walk:
    """Let people answer all that they are asked; no two need answer the same."""
    found: dict[str, list[Request]] = {step: [] for step in STEPS}
    for person in range(people):
        for step, request in _way_of(server, person):
            found[step].append(request)
    return found


def _way_of(server: Server, person: int) -> Iterator[tuple[str, Request]]:
    """Yield each request of one person, and at the end their plan, counted already."""
    chance, request = Random(person), Request(FIRST)
    while request.path.partition("?")[0].rpartition("/")[2].isdigit():
        yield QUESTION, request
        is_calm = request.path == FIRST and person % IN_DANGER > 0
        chosen = _chosen(_asked(server, request).body.decode(), chance, is_calm)
        sent = _form(request, chosen)
        yield ANSWER, sent
        answer = _asked(server, sent)
        request = _with_cookie(replace(request, path=answer.headers["Location"]), answer)
    plan = replace(request, path="/fi/questions/plan")
    yield PLAN, _with_cookie(plan, _asked(server, plan))


def _chosen(page: str, chance: Random, is_calm: bool) -> list[str]:
    """Choose from a page without a packing; the calm choose what stands alone."""
    together, _or, alone = page.partition(OR)
    choices, most = CHOICE.findall(together), 1 if 'type="radio"' in page else MOST_CHOSEN
    if is_calm:
        return CHOICE.findall(alone)[:1] or CHOICE.findall(page)[-1:]
    return chance.sample(choices, min(len(choices), chance.randint(1, most)))


def _form(page: Request, chosen: Sequence[str]) -> Request:
    """Return the form of a page as it is sent."""
    body = urlencode({"choice": list(chosen)}, doseq=True)
    path = page.path.partition("?")[0]
    return Request(path, "POST", {**page.headers, **FORM}, body)


def _asked(server: Server, request: Request) -> Answer:
    """Send a request, to be read plain. Raises RuntimeError when it ends ill."""
    answer = server.ask(replace(request, headers={**request.headers, "Accept-Encoding": ""}))
    if answer.status >= 400:
        raise RuntimeError(f"{request.method} {request.path} answers {answer.status}")
    return answer


def _with_cookie(request: Request, answer: Answer) -> Request:
    """Return a request with the cookie that came with an answer, if one did."""
    cookie = SimpleCookie(answer.headers.get("Set-Cookie", "")).get(NAME)
    if cookie is None:
        return request
    return replace(request, headers={**HEADERS, "Cookie": f"{NAME}={cookie.value}"})
