import pytest

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def page(pages_of):
    return pages_of(viewport=PHONE, java_script_enabled=False)


def focused_name(page):
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    for node in tree:
        states = {p["name"]: p["value"].get("value") for p in node.get("properties", [])}
        if states.get("focused") is True and node.get("role", {}).get("value") != "RootWebArea":
            return node.get("name", {}).get("value", ""), node["role"]["value"]
    return None


def test_a_resident_searches_narrows_and_reaches_a_phone_number(page, site_address):
    page.goto(f"{site_address}/fi/")
    page.get_by_label("Mitä etsit?").fill("velka")
    page.get_by_label("Missä?").select_option("lahti")
    page.get_by_role("button", name="Hae").click()
    assert "municipality=lahti" in page.url
    page.locator(".facets > summary").click()
    page.locator("#channel-1").check()
    page.get_by_role("button", name="Näytä tulokset").click()
    assert "channel=" in page.url
    assert "municipality=lahti" in page.url
    page.locator(".service-card__name a").first.click()
    assert page.locator("main a[href^='tel:']").count() > 0


def test_results_go_on_page_by_page(page, site_address):
    page.goto(f"{site_address}/sv/services")
    first = page.locator(".service-card__name").first.inner_text()
    page.locator("a[rel=next]").click()
    assert "page=2" in page.url
    assert page.locator(".service-card__name").first.inner_text() != first


def test_a_mistake_in_a_form_is_told_where_it_is(page, site_address):
    page.goto(f"{site_address}/fi/services/takuusaatio/feedback")
    page.locator("textarea").fill("Esimerkkiviesti, joka ei saa kadota.")
    page.locator("form[method=post] button").click()
    assert page.title().startswith("Virhe:")
    assert page.locator("textarea").input_value() == "Esimerkkiviesti, joka ei saa kadota."
    assert focused_name(page)[1] == "alert"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#kind")
    assert focused_name(page)[1] == "radio"


def test_one_makes_a_list_of_ones_own(page, site_address):
    page.goto(f"{site_address}/en/services?q=debt")
    for _ in range(2):
        page.locator("a[href*='/en/list?']", has_text="Add to my list").first.click()
        page.get_by_role("link", name="Add more services").click()
    page.locator("a[href*='/en/list?']").first.click()
    assert page.locator(".service-card").count() == 2
    assert page.locator("a[href^='mailto:']").count() == 1
    assert page.locator(".qr svg").is_visible()


def test_the_quick_exit_is_a_plain_link_at_the_top(page, site_address):
    page.goto(f"{site_address}/fi/services/nollalinja")
    link = page.locator("[data-exit]")
    assert link.get_attribute("href") == "https://www.ilmatieteenlaitos.fi/"
    assert link.bounding_box()["y"] < PHONE["height"] / 3
    page.mouse.wheel(0, 3000)
    assert link.is_visible()
