"""Somebody who shares a plan in a browser without windows."""

from werkzeug.test import TestResponse

from tests.guide.visitor import OWN, Visitor
from tests.pages import Page, read_page


class Resident:
    """One person with a plan."""

    def __init__(self, visitor: Visitor, language: str = "fi") -> None:
        self.visitor, self.client = visitor, visitor.client
        self.base = f"/{language}/handover"

    def get(self, path: str = "") -> TestResponse:
        """Open a page of the handover."""
        return self.client.get(self.base + path, headers=OWN)

    def post(self, path: str = "", **fields: object) -> TestResponse:
        """Send a form of the handover."""
        return self.client.post(self.base + path, data=fields, headers=OWN)

    def page(self, path: str, status: int = 200, **fields: object) -> Page:
        """Send a form, and fail on what no page may have."""
        answer = self.post(path, **fields)
        assert answer.status_code == status
        return read_page(answer.text)

    def form(self, **chosen: list[str]) -> dict[str, object]:
        """Choose, look, and return what the form of the agreement sends with consent."""
        page = self.page("/share", **chosen)
        fields: dict[str, object] = {"agreed": "y", "hours": "72"}
        for name in ("answer", "service", "shown", "ticket"):
            hidden = page.soup.select(f"input[type=hidden][name={name}]")
            fields[name] = [field["value"] for field in hidden]
        return fields

    def code(self, **changed: object) -> str:
        """Share the third answer and the first service, and return the code."""
        page = self.page("/code", **(self.form(answer=["3"], service=["1"]) | changed))
        return page.words(".handover__code")
