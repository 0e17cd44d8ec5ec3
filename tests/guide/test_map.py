from navigator.guide.drawing import LETTERS, drawing_of, flow_of
from navigator.questionnaire.conditions import AllOf, Chose
from navigator.questionnaire.values import Question

ALWAYS = AllOf(())


def asked(name, ask_if=ALWAYS):
    text = {"fi": name}
    return Question(name, "single", text, text, None, (), ask_if)


SOMETIMES = Chose("a", frozenset({"yes"}))
QUESTIONS = [asked("a"), asked("b", SOMETIMES), asked("c", SOMETIMES), asked("d"), asked("e")]


def test_lines_lead_past_the_questions_that_may_be_left_out():
    edges = set(flow_of(QUESTIONS).edges)
    assert edges == {
        ("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d"), ("d", "e"),
    }  # fmt: skip


def test_boxes_stand_under_each_other_and_hold_their_words():
    long = "Pitkä kysymys, joka ei mahdu yhdelle riville, vaan tarvitsee useita"
    drawing = drawing_of([(question, long) for question in QUESTIONS])
    for above, below in zip(drawing.nodes, drawing.nodes[1:], strict=False):
        assert above.y + above.height < below.y
    for node in drawing.nodes:
        assert 0 < node.x < node.x + node.width < drawing.width
        assert max(map(len, node.lines)) <= LETTERS
    assert [node.sometimes for node in drawing.nodes] == [False, True, True, False, False]


def test_the_flow_is_a_picture_and_the_same_as_a_list(visitor):
    page = visitor.page("/map")
    drawn = page.all_words(".flow text")
    listed = page.all_words("main ol > li > strong")
    assert " ".join(drawn) == " ".join(listed)
    assert "Minkä ikäinen?, Missä asioissa?" in page.words("main ol > li:nth-of-type(6)")


def test_a_wide_table_says_that_it_scrolls_and_takes_the_keyboard(visitor):
    page = visitor.page("/map")
    table = page.soup.select_one(".scroll-hint + .scroll")
    assert (table["tabindex"], table["role"]) == ("0", "region")
    assert "Vieritä sivulle" in page.words(".scroll-hint")


def test_the_table_opens_the_services_behind_each_number(visitor):
    page = visitor.page("/map")
    row = next(row for row in page.soup.select(".coverage tbody tr") if "Työ" in row.th.text)
    cell = row.select_one("a")
    shown = visitor.client.get(cell["href"])
    assert shown.status_code == 200
    assert cell["href"].startswith("/fi/services?topic=tyo&municipality=kaavala")
