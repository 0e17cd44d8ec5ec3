import gzip

import pytest

from tests.real_site import every_page

FIRST_VIEW = 14 * 1024
WHOLE_PAGE = 50 * 1024
MOST_REQUESTS = 5


def sizes_of(page, address):
    """Open a page, and return the bytes of everything that it asks for, compressed."""
    asked = []

    def note(request):
        asked.append(request.url)

    page.on("request", note)
    try:
        page.goto(address, wait_until="load")
    finally:
        page.remove_listener("request", note)
    get = page.context.request.get
    return {url: len(gzip.compress(get(url).body(), 9)) for url in asked}


@pytest.mark.parametrize(("language", "path", "status"), every_page())
def test_a_page_is_light_and_asks_nobody_else(pages_of, site_address, language, path, status):
    page = pages_of(viewport={"width": 360, "height": 740}, locale="fi-FI")
    sizes = sizes_of(page, site_address + path)
    assert all(url.startswith(site_address) for url in sizes), sizes
    assert len(sizes) <= MOST_REQUESTS
    first_view = [n for url, n in sizes.items() if not url.endswith((".js", ".svg"))]
    assert sum(first_view) <= FIRST_VIEW, sizes
    assert sum(sizes.values()) <= WHOLE_PAGE
    assert page.context.cookies() == []
