"""Everyday words of the real content bring what their editors named to the top."""

from typing import NamedTuple

import pytest
from sqlalchemy import select

from navigator.config import ROOT
from navigator.domain.models import Service, SynonymList
from navigator.extensions import db
from navigator.search import Reader, Snapshot, Tables
from navigator.search.following import table_rows
from tests.real_site import ENDED, FINNISH_ALONE

LISTS = sorted(path.stem for path in (ROOT / "content" / "synonyms").glob("*.yaml"))


class Asked(NamedTuple):
    """The index of the real content, with the everyday words beside it."""

    lists: dict[str, SynonymList]
    snapshot: Snapshot
    tables: Tables
    slugs: dict[int, str]

    def first(self, text, language):
        """Return the slug of the first result that is real; None without any."""
        ids = self.snapshot.find(text, language, {}, self.tables, limit=3).ids
        slugs = (self.slugs[number] for number in ids)
        return next((slug for slug in slugs if slug not in (ENDED, FINNISH_ALONE)), None)


@pytest.fixture(scope="module")
def asked(site):
    snapshot = Reader(site.config["SETTINGS"].index).snapshot()
    with site.app_context(), db.reading() as session:
        return Asked(
            {row.slug: row for row in session.scalars(select(SynonymList))},
            snapshot,
            Tables(table_rows(session), snapshot.analyser),
            {row.id: row.slug for row in session.execute(select(Service.id, Service.slug))},
        )


@pytest.mark.parametrize("name", LISTS)
def test_each_everyday_word_brings_a_named_service_first(asked, name):
    row = asked.lists[name]
    expected = {key: entry["top"] for entry in row.content["entries"] for key in entry["keys"]}
    found = {key: asked.first(key, row.language) for key in expected}
    assert {key: first for key, first in found.items() if first not in expected[key]} == {}
