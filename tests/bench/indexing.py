"""Build the index of a data folder and load it: `python -m tests.bench.indexing FOLDER`.

Prints the seconds that each took, as JSON.
"""

import json
import sys
import time
from pathlib import Path

from navigator.config import Settings
from navigator.domain.models import SiteState
from navigator.extensions import db
from navigator.listings.openings import now
from navigator.search import Reader, rebuild
from navigator.search.collect import documents
from tests.bench.sites import application_on


def main(folder: Path) -> None:
    """Do both and print how long they took."""
    app = application_on(folder)
    settings: Settings = app.config["SETTINGS"]
    with app.app_context(), db.reading() as session:
        version = session.get_one(SiteState, 1).content_version
        started = time.perf_counter()
        rebuild(settings.index, documents(session, now().date()), version)
        built = time.perf_counter()
        Reader(settings.index).snapshot(version)
        loaded = time.perf_counter()
    print(json.dumps({"build": built - started, "load": loaded - built}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
