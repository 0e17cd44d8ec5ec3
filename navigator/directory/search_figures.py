"""How well the search finds, as it was measured last."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("search_quality.json")


@cache
def search_figures() -> dict[str, Any]:
    """Return the figures: for `all` searches, for those `held_out` in `sets`, and by `languages`.

    Source: the judged searches among the tests, whenever the figures are measured and kept.
    Shape: {"day": "2026-01-31", "all": row, "sets": {set: row}, "languages": {code: row}, "danger":
        {"dangerous", "harmless", "recall", "precision", …}, …}, where a row is {"queries", "ndcg",
        "mrr", "first", "failed"}.
    Units: numbers of searches and phrases; everything else is a share from 0 to 1.
    """
    figures: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return figures
