import os
import subprocess
import sys

import pytest

from tests.bench.load import Request, Sample, burst, middle
from tests.bench.measuring import Results
from tests.bench.pages import lists_not_seen, services_not_seen, take
from tests.bench.servers import HELLO, ROOT, STATIC, serving
from tests.bench.words import made_up_words

BODY = b"sample " * 400


@pytest.fixture
def bodies(tmp_path):
    (tmp_path / "home").write_bytes(BODY)
    return {"BENCH_BODIES": str(tmp_path), "WEB_CONCURRENCY": "1"}


def test_a_quick_run_ends_well_and_larger_sites_ask_the_database_no_more():
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--quick"],
        cwd=ROOT,
        env=os.environ | {"WEB_CONCURRENCY": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    counted = done.stdout.partition("## SQL statements")[2].splitlines()
    rows = [line.strip("| ").split(" | ") for line in counted if line.startswith("| ")]
    assert rows[0][1:] == ["20", "60"]
    assert len(rows) == 13
    assert all(small == large for _page, small, large in rows[1:])


def results_with(*statements):
    sites = dict(zip((20, 60), statements, strict=True))
    return Results((), sites, {}, {}, 1, 1.0, {}, {})


def test_a_page_that_asks_more_of_a_larger_site_is_named():
    steady, growing = {"home": 5, "service": 20}, {"home": 5, "service": 60}
    assert results_with(steady, growing).growing_pages == ["service"]
    assert results_with(steady, steady).growing_pages == []


@pytest.mark.parametrize("what", [HELLO, STATIC])
def test_both_peers_send_the_bytes_of_the_page(what, bodies):
    with serving(what, "/home", bodies) as server:
        assert server.get("/home") == (200, BODY)
        assert server.memory().rss >= server.memory().pss > 0


@pytest.mark.parametrize("seconds", [0.2, 1.0])
def test_a_burst_counts_answers_and_failures(seconds, bodies):
    with serving(HELLO, "/home", bodies) as server:
        good = burst(server.port, ["/home"], seconds)
        mixed = burst(server.port, ["/home", "/nowhere"], seconds)
    assert good.rate > 0
    assert good.p50 <= good.p95 <= good.p99
    assert good.failures == 0
    assert mixed.failures > 0


@pytest.mark.parametrize("seconds", [0.2, 1.0])
def test_a_burst_sends_forms_with_their_headers(seconds, bodies):
    form = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": "sample=1"}
    sent = Request("/home", "POST", form, "choice=1&choice=2")
    with serving(HELLO, "/home", bodies) as server:
        taken = server.ask(sent)
        sample = burst(server.port, [sent], seconds)
    assert (taken.status, taken.headers["Location"]) == (303, "/home?kept=1")
    assert sample.rate > 0
    assert sample.failures == 0


def test_the_middle_of_several_bursts_keeps_every_failure():
    samples = [Sample(rate, rate, rate, rate, failures=1) for rate in (1.0, 9.0, 2.0)]
    assert middle(samples) == Sample(2.0, 2.0, 2.0, 2.0, failures=3)


def test_no_address_that_should_miss_the_cache_comes_twice():
    for addresses in (services_not_seen(20), lists_not_seen()):
        taken = take(9000, addresses)
        assert len(set(taken)) == len(taken) == 9000


def test_made_up_words_are_the_same_in_every_run():
    words = made_up_words(500)
    assert words == made_up_words(500)
    assert len(set(words)) == 500
