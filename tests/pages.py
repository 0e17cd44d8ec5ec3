"""Reading pages: what no page may have, and what a reader sees."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import html5lib
from bs4 import BeautifulSoup, Tag

OWN = re.compile(r"/(?!/)|#|\?|http://127\.0\.0\.1:8000/")
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
LOADED = {"img": "src", "script": "src", "iframe": "src", "source": "src", "use": "href"}


@dataclass(frozen=True)
class Page:
    """A page that was read."""

    html: str
    soup: BeautifulSoup

    @property
    def h1(self) -> str:
        """The words of the heading."""
        return words_of(self.soup.h1)

    @property
    def title(self) -> str:
        """The title in the window."""
        return words_of(self.soup.title)

    @property
    def main(self) -> Tag:
        """The content, without header and footer."""
        return self.soup.main

    def words(self, selector: str = "main") -> str:
        """Return what a reader sees of the first element that fits."""
        return words_of(self.soup.select_one(selector))

    def all_words(self, selector: str) -> list[str]:
        """Return the words of each element that fits."""
        return [words_of(element) for element in self.soup.select(selector)]

    def hrefs(self, selector: str) -> list[str]:
        """Return where the links that fit lead."""
        return [link["href"] for link in self.soup.select(selector)]

    def headings(self) -> list[str]:
        """Return the headings of the content in their order."""
        return [words_of(heading) for heading in self.main.find_all(["h1", "h2", "h3"])]

    def section(self, heading: str) -> Tag:
        """Return the section that an h2 names."""
        found = next(h for h in self.main.find_all("h2") if words_of(h) == heading)
        return found.find_parent("section") or found.parent


def words_of(element: Tag | None) -> str:
    """Return the words of an element, each gap one space."""
    assert element is not None
    return " ".join(element.get_text().split())


def read_page(html: str) -> Page:
    """Read a page, and fail on what no page may have."""
    page = Page(html, BeautifulSoup(html, "html.parser"))
    if problems := list(problems_of(page)):
        raise AssertionError("\n".join(problems))
    return page


def problems_of(page: Page) -> Iterator[str]:
    """Say what is wrong with a page as such."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(page.html)
    yield from (f"not valid: {place} {code} {values}" for place, code, values in parser.errors)
    ids = Counter(element["id"] for element in page.soup.select("[id]"))
    yield from (f"doubled id: {name}" for name, number in ids.items() if number > 1)
    if len(page.soup.find_all("h1")) != 1:
        yield "not one h1"
    if len(page.soup.find_all("main")) != 1:
        yield "not one main"
    for name in REFERENCES:
        for element in page.soup.select(f"[{name}]"):
            yield from (f"{name} {i} is not there" for i in element[name].split() if i not in ids)
    yield from _inline(page.soup)
    yield from _foreign(page.soup)
    yield from _levels(page)


def _inline(soup: BeautifulSoup) -> Iterator[str]:
    """Say what the content security policy would stop."""
    yield from (f"style on {tag.name}" for tag in soup.select("[style], style"))
    for script in soup.select("script:not([src])"):
        if script.get("type") != "application/ld+json":
            yield "a script in the page"
    for tag in soup.find_all(True):
        yield from (f"handler {name}" for name in tag.attrs if name.startswith("on"))


def _foreign(soup: BeautifulSoup) -> Iterator[str]:
    """Say what would be asked of other sites, and links that tell them where one came from."""
    for name, attribute in LOADED.items():
        for tag in soup.select(f"{name}[{attribute}]"):
            if not OWN.match(tag[attribute]):
                yield f"loads {tag[attribute]}"
    for tag in soup.select("link[rel~=stylesheet], link[rel~=icon], link[rel~=preload]"):
        if not OWN.match(tag["href"]):
            yield f"loads {tag['href']}"
    for form in soup.select("form[action]"):
        if not OWN.match(form["action"]):
            yield f"sends to {form['action']}"
    for link in soup.select("a[href]"):
        yield from _wrong_link(link)


def _wrong_link(link: Tag) -> Iterator[str]:
    href = link["href"]
    if OWN.match(href) or href.startswith(("tel:", "sms:", "mailto:")):
        return
    if not href.startswith(("https://", "http://")):
        yield f"odd link: {href}"
    if not {"noopener", "noreferrer"} <= set(link.get("rel", [])):
        yield f"tells where one came from: {href}"


def _levels(page: Page) -> Iterator[str]:
    """Say where a heading skips a level."""
    level = 1
    for heading in page.soup.find_all(re.compile("^h[1-6]$")):
        if int(heading.name[1]) > level + 1:
            yield f"skips a level: {words_of(heading)}"
        level = int(heading.name[1])
