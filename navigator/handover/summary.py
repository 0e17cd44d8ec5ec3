"""What is handed over, and what comes back."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Line = str


class Summary(BaseModel):
    """Everything that the professional will see: no more than the resident saw and chose."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    created: datetime
    language: str = Field(pattern=r"^[a-z]{2}$")
    answers: list[tuple[Line, Line]] = []
    """Question and answer, in words of `language`."""
    services: list[str] = []
    """Slugs of the services that the resident chose to share."""
    consent: str
    """Version of the text that the resident agreed to."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was chosen."""
        return not (self.answers or self.services)


class Reply(BaseModel):
    """What the professional answers the resident."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    taken_up: bool
    reason: str = Field(default="", max_length=500)
    """Why it is not for them."""
    next_service: str | None = None
    """Slug of the next option."""
    at: datetime


class Opened(BaseModel):
    """What the professional sees, and within which limits."""

    model_config = ConfigDict(frozen=True)

    summary: Summary
    expires: datetime
    openings_left: int


class Status(BaseModel):
    """What the resident sees with the same code."""

    model_config = ConfigDict(frozen=True)

    expires: datetime
    openings: int
    reply: Reply | None


Outcome = Literal["created", "opened", "refused", "answered", "withdrawn"]
