import os
import subprocess
import sys
from dataclasses import replace

from navigator.search.documents import Document
from tests.bench.pages import take
from tests.bench.servers import ROOT
from tests.bench_search.corpus import grown, rows
from tests.bench_search.over_http import searches
from tests.bench_search.rounds import Timing, timing

REAL = [
    Document(
        id=number,
        slug=f"real-{number}",
        texts={
            "fi": {
                "title": f"Oikea palvelu {number}",
                "keywords": "avainsana",
                "summary": f"Lause {number}. Toinen {number}.",
                "body": f"Teksti {number}.",
            },
            "fi-simple": {"title": "Helppo", "body": "Helppo teksti."},
        },
        numbers=["0001"],
    )
    for number in (1, 2, 3)
]


def test_a_quick_run_measures_every_system_that_is_installed():
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench_search", "--quick"],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = done.stdout.partition("## What is found")[2].partition("## Time")[0]
    names = {line.split("|")[1].strip() for line in found.splitlines() if line.startswith("| ")}
    assert {"this search", "SQLite FTS5, trigrams", "SQLite FTS5, our lemmas"} <= names
    assert {"PostgreSQL `finnish`, OR", "Whoosh as its manual shows it"} <= names


def test_sample_documents_are_named_as_such_and_the_same_in_every_run():
    documents = grown(REAL, 10)
    assert documents == grown(REAL, 10)
    assert documents[:3] == REAL
    assert len({document.id for document in documents}) == 10
    assert all(d.title("fi").startswith("Esimerkki 0") for d in documents[3:])


def test_samples_say_only_what_the_real_documents_say():
    said = {"Lause 1.", "Lause 2.", "Lause 3.", "Toinen 1.", "Toinen 2.", "Toinen 3."}
    sample = grown(REAL, 4)[3].texts["fi"]["summary"]
    halves = [" ".join(pair) for pair in zip(*[iter(sample.split())] * 2, strict=True)]
    assert len(halves) == 2
    assert set(halves) <= said


def test_fewer_documents_than_the_real_ones_are_the_first_of_them():
    assert grown(REAL, 2) == REAL[:2]


def test_peers_get_the_words_that_this_search_gets():
    (row,) = rows(REAL[:1], "fi")
    assert row.parts[:3] == ("Oikea palvelu 1", "avainsana", "Lause 1. Toinen 1.")
    assert row.parts[3] == "Teksti 1. Helppo Helppo teksti. 0001"
    (other,) = rows([replace(REAL[0], numbers=[])], "sv")
    assert other.parts[0] == "Oikea palvelu 1"


def test_a_moment_in_which_the_machine_is_busy_is_no_slow_search():
    calm, busy = [1.0, 2.0, 3.0], [1.0, 90.0, 3.0]
    assert timing([calm, busy, calm]) == Timing(p50=2.0, p95=3.0, p99=3.0)


def test_no_search_that_should_miss_the_cache_comes_twice():
    addresses = take(5000, searches(["velka", "ruoka"]))
    assert len(set(addresses)) == 5000
