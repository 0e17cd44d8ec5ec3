"""What every public page may need of the site as a whole."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from navigator.domain.models import SiteState
from navigator.extensions import db
from navigator.listings.openings import OpeningTag, now, opening_tag
from navigator.listings.queries import CardRow, cards_by_slug
from navigator.web.per_version import per_version


@dataclass(frozen=True, slots=True)
class Backup:
    """A service to call when another one's contact fails."""

    row: CardRow
    opening: OpeningTag | None

    @property
    def number(self) -> str | None:
        """The number to call, if it is reached by phone."""
        return self.row.number if self.row.channel_kind == "phone" else None


def settings() -> dict[str, object]:
    """Return `content/site.yaml` as it was loaded."""
    return per_version("site settings", _settings)


def _settings(session: Session) -> dict[str, object]:
    state = session.get(SiteState, 1)
    return state.settings if state else {}


def review_days() -> dict[str, int]:
    """Return the days between checks, by kind of fact."""
    days = settings().get("review_days")
    return dict(days) if isinstance(days, dict) else {}


def exit_url() -> str:
    """Return where the quick exit leads."""
    return str(settings().get("exit_url") or "https://www.ilmatieteenlaitos.fi/")


def backup(slug: str | None, moment: datetime | None = None) -> Backup | None:
    """Return the service of `slug` as a backup, or the site's own: the county's guidance."""
    moment = moment or now()
    wanted = [found for found in (slug, str(settings().get("fallback") or "")) if found]
    rows = cards_by_slug(db.session, wanted, day=moment.date())
    return Backup(rows[0], opening_tag(rows[0].hours, moment)) if rows else None


def guidance(moment: datetime | None = None) -> Backup | None:
    """Return the county's guidance, which takes any question."""
    return backup(None, moment)
