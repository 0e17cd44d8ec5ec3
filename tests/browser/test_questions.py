"""The questionnaire in a real browser: by keyboard, without scripts, and leaving it unseen."""

import shutil

import pytest

from tests.axe import problems, problems_at_night
from tests.browser.test_accessibility import PHONE
from tests.browser.test_limits import sizes_of
from tests.browser.test_print import sheets

WEATHER = "https://www.ilmatieteenlaitos.fi/"
FIRST_VIEW, MOST_REQUESTS = 10 * 1024, 3
ANSWERS = {
    "fi": ["Ei mikään näistä", "Itselleni", "Lahti", "30–64 vuotta", "Velat, laskut tai ulosotto"],
    "sv": ["Inget av detta", "Till mig själv", "Lahtis", "30–64 år", "Skulder, räkningar eller"],
    "en": ["None of these", "For myself", "Lahti", "30–64", "Debts, bills or debt enforcement"],
}
FULL = [[1, 4], [0], [6], [4], range(18), [4], [2, 6, 8]]
"""Places of options: much is urgent, and everything weighs on a parent without work in Lahti."""
SECRET_WORDS = ["Velat, laskut", "Joku on väkivaltainen"]


def press(page, name):
    """Press the button that sends the form."""
    page.locator("form button[type=submit]").nth({"go on": 0, "skip": 1}[name]).click()


def answer(page, words):
    """Choose the first option that begins with these words, and go on."""
    page.locator("main label").filter(has_text=words).first.click()
    press(page, "go on")


def answer_all(page, language, answers=None):
    """Answer from the first question to the answers, skipping what has no answer here."""
    page.goto(page.url.partition("/fi/")[0] + f"/{language}/questions/1")
    for words in answers or ANSWERS[language]:
        answer(page, words)
    while "/check" not in page.url:
        press(page, "skip")


@pytest.mark.parametrize("language", ANSWERS)
def test_without_scripts_a_whole_way_leads_to_somebody_to_call(visit, language):
    page = visit("/fi/questions", java_script_enabled=False)
    answer_all(page, language)
    page.locator("main a.button").click()
    assert page.url.endswith(f"/{language}/questions/plan")
    assert page.locator(".plan__card a[href^='tel:']").count() >= 1


def test_by_keyboard_alone_one_answers_and_reads_the_plan(visit):
    page = visit("/fi/questions/1", viewport={"width": 1280, "height": 900})
    for _question in range(8):
        if "/check" in page.url:
            break
        page.locator("main input").first.focus()
        page.keyboard.press("Space")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert "/check" in page.url
    assert page.locator(".check li").first.inner_text() == "Henki tai terveys on vaarassa"
    page.locator("main .row a.button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan")
    assert page.locator("main a").first.get_attribute("href") == "tel:112"


def test_a_mistake_has_the_focus_and_leads_to_the_first_choice(visit):
    page = visit("/fi/questions/1", java_script_enabled=False)
    press(page, "go on")
    assert page.title().startswith("Virhe: Kysymys 1")
    page.locator(".error-summary a").click()
    assert page.url.endswith("#choice-1")


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize("way", ["erase", "exit"])
def test_s44_after_leaving_going_back_shows_no_answer(visit, way, has_script):
    page = visit("/fi/questions", java_script_enabled=has_script)
    page.context.route("https://**", lambda route: route.fulfill(body="sää"))
    answer_all(page, "fi", ["Joku on väkivaltainen", *ANSWERS["fi"][1:]])
    page.goto(page.url.partition("/check")[0] + "/plan")
    if way == "erase":
        page.locator(".leaving button").click()
    else:
        page.locator("[data-exit]").click()
        page.wait_for_url(WEATHER)
    for _back in range(4):
        page.go_back()
        assert page.locator("input:checked").count() == 0
        assert page.locator(".check li, .plan__begin, .pinned").count() == 0


@pytest.mark.parametrize("language", ANSWERS)
def test_every_kind_of_page_is_accessible_and_fits_a_small_screen(visit, language):
    page = visit("/fi/questions", viewport=PHONE)
    base = page.url.partition("/fi/")[0] + f"/{language}/questions"

    def look(path=""):
        page.goto(base + path) if path else None
        assert problems(page) == "", page.url
        assert problems_at_night(page) == "", page.url
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.url

    look("/2?kept=1")  # no cookie yet
    look("/map")
    look("/1")
    press(page, "go on")
    look()  # with a mistake
    page.locator("main input").nth(1).check()
    press(page, "go on")
    look()  # one answer, with emergency help
    for words in ANSWERS[language][1:]:
        answer(page, words)
    look()  # several answers
    look("/check")
    look("/plan")
    look("?")
    page.goto(base + "/check")
    page.locator(".leaving button").click()
    look()  # erased


def test_easy_finnish_is_accessible_too(visit):
    page = visit("/fi/questions/1?easy=1", viewport=PHONE)
    for _question in range(3):
        page.locator("main input").first.check()
        press(page, "go on")
        assert page.locator("html").get_attribute("lang") == "fi-simple"
        assert problems(page) == ""


@pytest.mark.parametrize("language", ANSWERS)
def test_a_question_is_light(visit, language):
    """The icon is not counted: it is the browser's, which asks for it once a site."""
    page = visit("/fi/questions")
    base = page.url.partition("/fi/")[0] + f"/{language}/questions"
    for number in range(1, 6):
        sizes = sizes_of(page, f"{base}/{number}")
        assert len([url for url in sizes if not url.endswith(".svg")]) <= MOST_REQUESTS
        first_view = [n for url, n in sizes.items() if not url.endswith((".js", ".svg"))]
        assert sum(first_view) <= FIRST_VIEW, sizes
        answer(page, ANSWERS[language][number - 1])


@pytest.mark.parametrize("language", ANSWERS)
def test_the_fullest_plan_is_one_sheet_of_paper(visit, language):
    page = visit("/fi/questions", viewport={"width": 1280, "height": 800})
    page.goto(page.url.partition("/fi/")[0] + f"/{language}/questions/1")
    for choices in FULL:
        for place in choices:
            page.locator("main input").nth(place).check()
        press(page, "go on")
    assert "/check" in page.url
    page.goto(page.url.partition("/check")[0] + "/plan")
    assert page.locator(".sheet tbody tr").count() >= 6
    assert sheets(page) == 1
    page.emulate_media(media="print")
    assert page.locator(".sheet__number").first.is_visible()
    assert not page.locator(".plan__card").first.is_visible()


def test_s43_the_browser_leaves_no_answer_on_its_disk(chromium, site_address, tmp_path):
    """Answer, make a mistake, read the plan, close: nothing of it stands in the profile."""
    context = chromium.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=shutil.which("chromium"), args=["--no-sandbox"]
    )
    page = context.pages[0]
    page.goto(f"{site_address}/fi/questions/1")
    page.locator("main input").nth(1).check()
    page.locator("main input").nth(5).check()
    press(page, "go on")
    assert page.title().startswith("Virhe:")
    page.locator("main input").nth(5).uncheck()
    press(page, "go on")
    for words in ANSWERS["fi"][1:]:
        answer(page, words)
    page.goto(f"{site_address}/fi/questions/plan")
    assert page.locator(".pinned").is_visible()
    context.close()
    for file in (tmp_path / "profile").rglob("*"):
        if file.is_file() and not file.is_symlink():
            data = file.read_bytes()
            for words in (*SECRET_WORDS, "violence-now", "debts"):
                assert words.encode() not in data, file
                assert words.encode("utf-16-le") not in data, file
