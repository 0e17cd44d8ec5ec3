"""The pages that are measured, and addresses that no cache holds yet."""

from collections.abc import Iterator
from itertools import count, cycle, islice, product
from urllib.parse import urlencode

from navigator.domain.text import LANGUAGES
from tests.bench.services import slug_of
from tests.bench.words import made_up_words

MUNICIPALITIES = ("lahti", "hollola", "heinola", "orimattila")
TOPICS = ("tyo-ja-tyottomyys", "mieli", "asuminen", "raha-ja-tuet")
LIST = f"/fi/services?q=esimerkkipalvelu&municipality={MUNICIPALITIES[0]}&topic={TOPICS[0]}"
PAGES = {"home": "/fi/", "service": f"/fi/services/{slug_of(7)}", "list": LIST}
"""Pages that come from the cache, by name."""
OTHER_PAGES = {
    "topic": f"/fi/topics/{TOPICS[0]}",
    "municipality": f"/fi/municipalities/{MUNICIPALITIES[0]}",
    "organisation": "/fi/organisations/lahden-kaupunki",
    "help now": "/fi/help-now",
    "quality": "/fi/quality",
    "sitemap": "/sitemap.xml",
}
"""Pages whose statements are counted beside those that are measured."""


def services_not_seen(size: int) -> Iterator[str]:
    """Yield addresses of services, none of them twice: with a list of one's own in the address."""
    for round_number in count():
        for number in range(1, size + 1):
            listed = f"?s={slug_of(round_number)}" if round_number else ""
            for language in LANGUAGES:
                yield f"/{language}/services/{slug_of(number)}{listed}"


def lists_not_seen() -> Iterator[str]:
    """Yield searches with two limits, none of them twice."""
    limits = cycle(product(LANGUAGES, MUNICIPALITIES, TOPICS))
    words = made_up_words()
    for first, second in product(words, words):
        language, municipality, topic = next(limits)
        query = {"q": f"{first} {second}", "municipality": municipality, "topic": topic}
        yield f"/{language}/services?{urlencode(query)}"


def take(number: int, addresses: Iterator[str]) -> list[str]:
    """Return the next so many addresses."""
    return list(islice(addresses, number))
