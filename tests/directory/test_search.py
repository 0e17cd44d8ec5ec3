from datetime import timedelta
from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine

from navigator.domain.counts import DailyCount
from navigator.domain.models import Condition, ServiceCondition
from tests.directory.county import ALWAYS, MOMENT
from tests.pages import words_of

SLUGS = ("a", "b", "c", "d", "e", "f")


@pytest.fixture
def varied(county):
    """Six services that differ in every facet, beside the guidance."""
    other = county.organisation("other")
    jobseeker = county.add(
        Condition(slug="tyoton-tyonhakija", text={"fi": "Työtön"}, modified=MOMENT)
    )
    pairs = product([county.near, county.far, None], [county.debts, county.housing])
    for slug, (municipality, topic) in zip(SLUGS, pairs, strict=True):
        local = {"reach": "local", "municipalities": [municipality]} if municipality else {}
        service = county.service(
            slug,
            topics=[topic],
            organiser=other if slug in "abc" else county.organiser,
            languages=["fi", "sv"] if slug in "ace" else ["fi"],
            number=None if slug == "f" else "012 345 6789",
            hours=ALWAYS if slug in "ab" else None,
            **local,
        )
        if slug in "bd":
            condition = ServiceCondition(condition_id=jobseeker.id, position=0)
            service.condition_links.append(condition)
        if slug == "f":
            chat = county.channel("f/chat", "chat", url={"fi": "https://x.example"})
            county.reach(service, chat, main=True)
    county.publish()


def slugs(found):
    return sorted(
        urlsplit(href).path.rpartition("/")[2] for href in found.hrefs(".service-card__name a")
    )


def total(found):
    return int(found.words("#results").partition(" ")[0].replace("\xa0", ""))


def counts(found):
    """Return (facet, value) → the number beside it."""
    return {
        (box["name"], box["value"]): int(
            words_of(found.soup.select_one(f"label[for='{box['id']}'] .small")).strip("()")
        )
        for box in found.soup.select(".facets input[type=checkbox]")
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["a", "b", "c", "d", "e", "f", "guidance"]),
        ("municipality=lahti", ["a", "b", "e", "f", "guidance"]),
        ("municipality=lahti&topic=housing", ["b", "f"]),
        ("municipality=lahti&municipality=heinola&topic=housing", ["b", "d", "f"]),
        ("topic=debts&topic=housing&provider=other", ["a", "b", "c"]),
        ("language=sv", ["a", "c", "e"]),
        ("language=sv&language=fi&channel=chat", ["f"]),
        ("audience=jobseekers", ["b", "d"]),
        ("open=now", ["a", "b", "guidance"]),
        ("open=now&topic=housing", ["b"]),
        ("q=guidance", ["guidance"]),
        ("q=guidance&topic=housing", []),
    ],
)
def test_limits_combine(varied, page, query, expected):
    found = page(f"/fi/services?{query}")
    assert slugs(found) == expected
    assert total(found) == len(expected)


@pytest.mark.parametrize(
    "query",
    ["", "municipality=lahti", "topic=debts&language=sv", "provider=other&open=now", "q=guidance"],
)
@pytest.mark.one_database
def test_each_count_is_what_following_it_gives(varied, page, query):
    """Each facet is counted as if its own limits were lifted."""
    given = parse_qs(query)
    told = counts(page(f"/en/services?{query}"))
    assert len(told) > 5
    for (facet, value), number in told.items():
        followed = "&".join(
            f"{name}={one}" for name, all_of in given.items() if name != facet for one in all_of
        )
        assert total(page(f"/en/services?{followed}&{facet}={value}")) == number, (facet, value)


@pytest.mark.one_database
def test_what_is_chosen_is_checked_and_can_be_taken_away_alone(varied, page):
    found = page("/en/services?q=x&topic=debts&topic=housing&municipality=lahti&open=now")
    checked = {(box["name"], box["value"]) for box in found.soup.select(".facets [checked]")}
    chosen = {("topic", "debts"), ("topic", "housing"), ("municipality", "lahti"), ("open", "now")}
    assert checked == chosen
    left = [set(_pairs(href)) for href in found.hrefs(".chips__chip")]
    assert sorted(map(sorted, left)) == sorted(
        sorted({("q", "x"), *chosen} - {gone}) for gone in chosen
    )
    clear = found.hrefs(".chips li a:not(.chips__chip)")
    assert [_pairs(href) for href in clear] == [[("q", "x")]]


def _pairs(href):
    query = parse_qs(urlsplit(href).query)
    return [(name, value) for name, values in query.items() for value in values]


@pytest.mark.one_database
def test_of_many_providers_the_largest_and_the_chosen_are_offered(county, page):
    for number in range(25):
        organiser = county.organisation(f"org-{number:02}")
        county.service(f"one-{number}", organiser=organiser, number=None)
    for number in range(3):
        county.service(f"more-{number}", organiser=organiser, number=None)
    county.publish()
    offered = [value for facet, value in counts(page("/en/services")) if facet == "provider"]
    assert offered[0] == "org-24"
    assert len(offered) == 20
    left_out = next(f"org-{number:02}" for number in range(25) if f"org-{number:02}" not in offered)
    chosen = counts(page(f"/en/services?provider={left_out}"))
    assert next(value for facet, value in chosen if facet == "provider") == left_out


@pytest.mark.one_database
def test_the_form_of_limits_keeps_what_was_typed_and_the_own_list(varied, page):
    found = page("/en/services?q=guidance&s=a&s=b")
    hidden = found.soup.select(".facets input[type=hidden]")
    assert [(box["name"], box["value"]) for box in hidden] == [
        ("q", "guidance"),
        ("s", "a"),
        ("s", "b"),
    ]
    assert found.soup.select_one("#q")["value"] == "guidance"


def test_results_come_in_pages_without_gaps_and_doubles(county, page):
    for number in range(45):
        county.service(f"number-{number:02}", number=None)
    county.publish()
    shown = [slugs(page(f"/fi/services?page={number}")) for number in (1, 2, 3)]
    assert [len(part) for part in shown] == [20, 20, 6]
    assert len({slug for part in shown for slug in part}) == 46
    second = page("/fi/services?page=2")
    assert second.soup.select_one(".service-cards")["start"] == "21"
    assert second.soup.select_one("[aria-current=page]").get_text().split()[-1] == "2"
    assert second.hrefs("a[rel=prev]") == ["/fi/services"]
    assert second.hrefs("a[rel=next]") == ["/fi/services?page=3"]


@pytest.mark.one_database
def test_a_page_beyond_the_end_leads_to_the_first(varied, page):
    found = page("/en/services?topic=debts&page=99")
    assert slugs(found) == []
    assert "/en/services?topic=debts" in found.hrefs("main p a")


@pytest.mark.one_database
def test_nothing_found_is_no_dead_end(varied, page):
    found = page("/en/services?q=guidance&municipality=lahti&topic=housing")
    ways = {
        href: words_of(link)
        for link in found.main.select("ul a, .backup a")
        for href in [link["href"]]
    }
    assert "/en/services?q=guidance&municipality=lahti" in ways  # without the topic
    assert "1 service" in ways["/en/services?q=guidance&municipality=lahti"]
    assert "/en/services?q=guidance" in ways  # without limits
    assert "/en/help-now" in ways
    assert "/en/#topics" in ways
    assert "tel:0120000000" in ways  # a telephone


@pytest.mark.one_database
def test_a_way_on_is_offered_only_when_it_leads_somewhere(varied, page):
    found = page("/en/services?q=qqzzqq&municipality=lahti&topic=debts")
    assert "/en/services?q=qqzzqq" not in found.hrefs("#results ~ ul a")
    found = page("/en/services?q=guidance&topic=housing&provider=other")
    assert "/en/services?q=guidance" in found.hrefs("#results ~ ul a")


def test_a_search_without_result_is_counted_without_its_words(varied, app, client, session):
    client.get("/en/services?q=qqzzqq", headers={"User-Agent": "Mozilla/5.0"})
    app.extensions["counts"].flush()
    session.rollback()
    rows = {(row.kind, row.key): row.count for row in session.query(DailyCount)}
    assert rows["search without result", "all"] == 1
    assert not any("qqzzqq" in f"{key}" for key in rows)


@pytest.mark.one_database
def test_open_now_follows_the_clock(county, client):
    county.service("office")
    county.publish()
    for hour, is_open in ((8, False), (9, True), (15, True), (16, False)):
        with time_machine.travel(MOMENT.replace(hour=hour), tick=False):
            body = client.get("/en/services?open=now").text
        assert ("/en/services/office" in body) is is_open, hour


@pytest.mark.one_database
def test_open_now_is_not_kept_past_the_change(county, client):
    county.service("office")
    county.publish()
    with time_machine.travel(MOMENT.replace(hour=8, minute=59, second=40), tick=False) as clock:
        first = client.get("/en/services?open=now")
        assert first.headers["Cache-Control"] == "public, max-age=20"
        assert "/en/services/office" not in first.text
        clock.shift(20)
        assert "/en/services/office" in client.get("/en/services?open=now").text


@pytest.mark.parametrize(
    "query",
    [
        "q=topic:debts+OR+(name:*)",
        "q=%22%22%22+AND+NOT+%5B",
        "q=" + "a" * 5000,
        "q=" + "x+" * 2000,
        "page=-1",
        "page=99999999999999999999",
        "page=%D9%A1",
        "page=1e9&page=2",
        "municipality=atlantis&topic=..%2F..&provider='+OR+1=1--",
        "open=now&open=never",
        "language=%F0%9F%98%80",
        "topic=debts&" * 200,
        "s=nothing&s=%3Cb%3E",
        "q[]=1&q[a][b]=2&__proto__=x",
        "q=%E2%80%AE%E2%81%A6",
    ],
)
@pytest.mark.one_database
def test_f31_absurd_searches_are_answered(varied, page, query):
    found = page(f"/fi/services?{query}")
    assert found.soup.select_one("form[role=search]")
    assert len(found.soup.select_one("#q")["value"]) <= 200


@pytest.mark.one_database
def test_a_search_of_ten_thousand_letters_is_refused_plainly(varied, page):
    assert page("/fi/services?q=" + "a" * 10_000, status=400).hrefs("main a[href='tel:112']")


@pytest.mark.one_database
def test_what_was_typed_comes_back_as_text(varied, page):
    found = page("/en/services?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    assert found.soup.select_one("#q")["value"] == "<img src=x onerror=alert(1)>"
    assert not found.soup.select("img")


@pytest.mark.one_database
def test_a_slip_of_the_finger_is_told(county, page):
    county.service("velkaneuvonta", name={"fi": "Velkaneuvonta"})
    county.publish()
    found = page("/fi/services?q=velkaneuvotna")
    assert slugs(found) == ["velkaneuvonta"]
    assert "velkaneuvotna" in found.words("#results + p")


@pytest.mark.one_database
def test_only_plain_lists_of_services_are_for_search_engines(varied, page):
    def robots(query):
        found = page(f"/fi/services?{query}").soup.select_one("meta[name=robots]")
        return found and found["content"]

    assert robots("") is None
    assert {robots(query) for query in ("q=a", "topic=debts", "open=now", "page=2", "s=a")} == {
        "noindex, follow"
    }


@pytest.mark.one_database
def test_a_service_that_ended_today_is_not_found_though_the_index_has_it(varied, county, page):
    county.guidance.public_until = MOMENT.date() - timedelta(days=1)
    county.session.commit()  # the index is of before
    assert "guidance" not in slugs(page("/fi/services"))
