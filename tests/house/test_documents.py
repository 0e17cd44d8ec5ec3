import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from tests.house.tracked import ROOT, tracked_texts

LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
MAKE = re.compile(r"`make ([a-z]+)")


def documents():
    return {name: text for name, text in tracked_texts().items() if name.endswith(".md")}


def heading_ids(text):
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def problem_with(name, text, target):
    """Say what is wrong with a link, or None. Addresses on the web are not asked for."""
    if ":" in target:
        return None
    path, _, fragment = target.partition("#")
    file = (ROOT / PurePosixPath(name).parent / unquote(path)).resolve() if path else ROOT / name
    if not file.exists():
        return f"{name}: {target} is not there"
    if fragment and fragment not in heading_ids(file.read_text("utf-8")):
        return f"{name}: {target} has no such heading"
    return None


def test_every_link_between_documents_leads_somewhere():
    problems = {
        problem_with(name, text, target)
        for name, text in documents().items()
        for target in LINK.findall(CODE.sub("", text))
    }
    assert problems - {None} == set()


def test_the_documents_name_only_goals_that_make_has():
    goals = set(re.findall(r"^([a-z]+):", tracked_texts()["Makefile"], re.MULTILINE))
    named = {goal for text in documents().values() for goal in MAKE.findall(text)}
    assert named - goals == set()


def test_the_operators_page_names_every_setting():
    sources = (tracked_texts()[f"navigator/{name}.py"] for name in ("config", "server"))
    read = set(re.findall(r'"(NAVIGATOR_[A-Z_]+|HOST|PORT|WEB_CONCURRENCY)"', "".join(sources)))
    named = set(re.findall(r"`([A-Z_]+)`", tracked_texts()["docs/operating.md"]))
    assert read - named == set()


def test_decisions_are_numbered_once():
    names = [name for name in tracked_texts() if name.startswith("docs/decisions/")]
    numbers = [PurePosixPath(name).name[:5] for name in names]
    assert all(re.fullmatch(r"\d{4}-", number) for number in numbers)
    assert len(numbers) == len(set(numbers))
