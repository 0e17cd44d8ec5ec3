import json

import pytest

from navigator.directory.search_figures import search_figures
from tests.search_quality import ratchet, report
from tests.search_quality.figures import Outcome
from tests.search_quality.judged import HELD_OUT, PUBLIC, TUNING, Judged, Phrase, searches

GOOD, BAD = {"ndcg": 0.7, "mrr": 0.9}, {"ndcg": 0.697, "mrr": 0.9}
FIGURES = {
    "day": "2026-01-02",
    "analyser": "a sample",
    "sets": {TUNING: {"queries": 9, "first": 0.5, "failed": 0.25, **GOOD}},
    "languages": {},
    "kinds": {},
    "danger": {"dangerous": 8, "harmless": 4, "recall": 1.0, "precision": 0.9, "named": 0.8},
}


def outcome(name, of, *found):
    return Outcome(Judged(name, f"sample {name}", "fi", of, "", {"a": 2}), found)


def test_a_set_that_falls_is_named_with_its_figure():
    assert list(ratchet.fallen({PUBLIC: GOOD}, {PUBLIC: BAD})) == ["public: ndcg 0.7000 → 0.6970"]


def test_a_set_may_rise_or_fall_a_little():
    assert not list(ratchet.fallen({PUBLIC: BAD}, {PUBLIC: GOOD}))
    assert not list(ratchet.fallen({PUBLIC: GOOD}, {PUBLIC: {"ndcg": 0.6985, "mrr": 0.8985}}))


def test_a_search_that_got_worse_is_named_with_its_ranks():
    now = [outcome("own1", TUNING, "x", "a"), outcome("own2", TUNING, "a"), outcome("new", PUBLIC)]
    said = list(ratchet.worsened({"own1": (1, 1.0), "own2": (2, 0.6)}, now))
    assert said == ["  own1 “sample own1” (fi): first useful 1 → 2, nDCG 1.000 → 0.631"]


def test_nothing_is_kept_or_said_of_a_search_that_is_held_out():
    hidden = [outcome("own3", HELD_OUT, "x", "a")]
    assert ratchet.ranks(hidden) == {}
    assert not list(ratchet.worsened({"own3": (1, 1.0)}, hidden))
    kept = json.loads(report.RANKS.read_text("utf-8"))
    assert kept.keys() == {row.id for row in searches() if row.set != HELD_OUT}


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"recall": 0.98, "precision": 0.9}, ""),
        ({"recall": 0.97, "precision": 0.9}, "unseen phrase"),
        ({"recall": 0.98, "precision": 0.89}, "harmless phrase"),
    ],
)
def test_danger_that_goes_unseen_or_is_seen_in_vain_is_named(figures, said):
    answers = {
        Phrase("unseen phrase", "fi", "life"): [],
        Phrase("seen phrase", "fi", "life"): ["life"],
        Phrase("harmless phrase", "fi", "none"): ["help"],
    }
    lines = list(ratchet.unsafe(figures, answers))
    assert len(lines) == (2 if said else 0)
    assert not said or said in lines[1]


def test_the_chapter_stands_between_its_markers_and_nothing_else_changes():
    page = f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n"
    new = report.with_chapter(page, FIGURES)
    assert new.startswith(f"before\n{report.BEGIN}\n")
    assert new.endswith(f"{report.END}\nafter\n")
    assert "old" not in new
    assert "| judged by service | 9 | 0.700 | 0.900 | 50.0% | 25.0% |" in new
    assert report.with_chapter(new, FIGURES) == new


def test_the_chapter_of_the_documentation_shows_the_figures_that_are_kept():
    kept = search_figures()
    page = report.CHAPTER.read_text("utf-8")
    assert report.with_chapter(page, kept) == page


def test_every_judged_service_exists():
    slugs = {path.stem for path in (report.ROOT / "content" / "services").glob("*.yaml")}
    judged = {slug for row in searches() for slug in row.grades}
    assert judged <= slugs
