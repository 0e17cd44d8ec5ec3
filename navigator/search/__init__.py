"""The search index: what goes in, how it is kept on disk, what comes out.

Commands call `rebuild`; each worker keeps one `Reader`, asks it for the `Snapshot` of the content
version it shows, and calls `find`. Any damage is `IndexUnavailable`: the caller then searches the
database. How and why: docs/decisions/0007-search-index.md.
"""

from navigator.search.documents import Document
from navigator.search.errors import IndexUnavailable
from navigator.search.generations import built_on, rebuild
from navigator.search.reader import Reader
from navigator.search.snapshot import Found, Snapshot
from navigator.search.tables import NO_TABLES, Rows, Tables

__all__ = [
    "NO_TABLES",
    "Document",
    "Found",
    "IndexUnavailable",
    "Reader",
    "Rows",
    "Snapshot",
    "Tables",
    "built_on",
    "rebuild",
]
