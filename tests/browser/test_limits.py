import gzip

import pytest

from tests.real_site import every_page

FIRST_VIEW = 14 * 1024
WHOLE_PAGE = 50 * 1024
MOST_REQUESTS = 5


@pytest.mark.parametrize(("language", "path", "status"), every_page())
def test_a_page_is_light_and_asks_nobody_else(pages_of, site_address, language, path, status):
    page = pages_of(viewport={"width": 360, "height": 740}, locale="fi-FI")
    asked = []

    def note(request):
        asked.append(request.url)

    page.on("request", note)
    try:
        page.goto(site_address + path, wait_until="load")
    finally:
        page.remove_listener("request", note)
    assert all(url.startswith(site_address) for url in asked), asked
    get = page.context.request.get
    sizes = {url: len(gzip.compress(get(url).body(), 9)) for url in asked}
    assert len(sizes) <= MOST_REQUESTS
    first_view = [n for url, n in sizes.items() if not url.endswith((".js", ".svg"))]
    assert sum(first_view) <= FIRST_VIEW, sizes
    assert sum(sizes.values()) <= WHOLE_PAGE
    assert page.context.cookies() == []
