"""Somebody who answers questions in a browser without windows."""

from http.cookies import SimpleCookie

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from navigator.guide.cookie import NAME
from navigator.questionnaire.numbers import SKIPPED, number_of
from tests.pages import Page, read_page

OWN = {"Sec-Fetch-Site": "same-origin", "User-Agent": "Mozilla/5.0 (Android 15) Firefox/140.0"}
ANSWERS = {
    "urgent": ["none"],
    "whom": ["me"],
    "municipality": ["mallila"],
    "age": ["adult"],
    "themes": ["work", "home"],
    "working": ["no"],
    "contact": ["no-car"],
}
"""A complete way through the sample questionnaire; all its questions in order."""
ORDER = list(ANSWERS)


class Visitor:
    """One person, whose browser keeps the cookie it gets and tells where they come from."""

    def __init__(self, client: FlaskClient, language: str = "fi") -> None:
        self.client = client
        self.base = f"/{language}/questions"
        self.referrers: list[str] = []
        """What the browser told of the page before, request by request."""
        self._at = ""

    def get(self, path: str = "", **headers: str) -> TestResponse:
        """Open a page of the questionnaire."""
        return self._ask("GET", path, headers=OWN | headers)

    def page(self, path: str = "", status: int = 200) -> Page:
        """Open a page, and fail on what no page may have."""
        answer = self.get(path)
        assert answer.status_code == status, (path, answer.headers.get("Location"))
        return read_page(answer.text)

    def post(self, path: str, **fields: object) -> TestResponse:
        """Send a form of the questionnaire."""
        return self._ask("POST", path, data=fields, headers=OWN)

    def _ask(self, method: str, path: str, headers: dict[str, str], **sent: object) -> TestResponse:
        """Ask as a browser does whose last page said which referrers it may tell to us."""
        if self._at:
            headers = {"Referer": self._at} | headers
            self.referrers.append(self._at)
        answer = self.client.open(self.base + path, method=method, headers=headers, **sent)
        if answer.headers["Referrer-Policy"] == "same-origin":
            self._at = answer.request.url
        return answer

    def answer(self, question: str, *options: str, number: int | None = None) -> TestResponse:
        """Answer a question; without a number, at the place where the sample asks it."""
        place = number or ORDER.index(question) + 1
        return self.post(f"/{place}", choice=[number_of(question, option) for option in options])

    def skip(self, question: str, *options: str) -> TestResponse:
        """Skip a question, though options may be chosen."""
        return self.post(
            f"/{ORDER.index(question) + 1}",
            skip=number_of(question, SKIPPED),
            choice=[number_of(question, option) for option in options],
        )

    def answer_all(self, **changed: list[str]) -> TestResponse:
        """Answer every question that is asked, and return where the last one led."""
        said = ANSWERS | changed
        if "adult" not in said["age"] or "work" not in said["themes"]:
            said.pop("working")
        for number, (question, options) in enumerate(said.items(), 1):
            answer = self.answer(question, *options, number=number)
            assert answer.status_code == 303, question
        return answer

    @property
    def cookie(self) -> str:
        """The value of the cookie that the browser holds."""
        found = self.client.get_cookie(NAME)
        assert found is not None
        return found.value

    def chosen(self, question: str) -> list[str]:
        """Return the words of the options that a question shows as chosen."""
        page = self.page(f"/{ORDER.index(question) + 1}")
        return page.all_words("input[checked] + label")


def cookie_of(answer: TestResponse) -> dict[str, str]:
    """Return the value and the attributes of the one cookie that an answer sets."""
    [header] = answer.headers.getlist("Set-Cookie")
    morsel = SimpleCookie(header)[NAME]
    return {"value": morsel.value, **{name: str(value) for name, value in morsel.items() if value}}
