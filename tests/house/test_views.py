"""Every view is guarded, every part of an address is checked, and no template trusts a text."""

import ast
import re

import pytest

from navigator.directory import views
from tests.house.tracked import tracked_texts

ROUTES = re.compile(r"\.(route|get|post|put|patch|delete)$")
GUARDS = {"public", "public_page", "same_origin", "professionals_only"}
TRUSTING = re.compile(r"\|\s*safe\b|\{%-?\s*autoescape|Markup\(|\|\s*attr\b")
MAY_TRUST = {
    "navigator/directory/filters.py": "Markdown without HTML",
    "navigator/directory/json_ld.py": "JSON whose angle brackets are escaped",
    "navigator/guide/kept.py": "what templates made, with openings that are escaped",
    "navigator/i18n/formats.py": "a format of our own",
    "navigator/i18n/texts.py": "a format of our own",
    "navigator/web/qr_codes.py": "a drawing",
}


def modules():
    return {name: text for name, text in tracked_texts().items() if name.startswith("navigator/")}


def names_of(decorator):
    """Return a decorator as it is written, without its arguments."""
    return ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator)


def views_of(text):
    """Yield each function that a route leads to, with its decorators from the top."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            decorators = [names_of(decorator) for decorator in node.decorator_list]
            if any(ROUTES.search(decorator) for decorator in decorators):
                yield node.name, decorators


def test_s02_every_view_in_the_code_is_guarded_right_under_its_route():
    found, unguarded = 0, []
    for name, text in modules().items():
        for view, decorators in views_of(text) if name.endswith(".py") else ():
            found += 1
            last_route = max(at for at, one in enumerate(decorators) if ROUTES.search(one))
            if not set(decorators[last_route + 1 :]) & GUARDS:
                unguarded.append(f"{name}: {view}")
    assert found >= 20
    assert unguarded == []


def test_s02_every_view_that_answers_is_guarded(app):
    unguarded = {name for name, view in app.view_functions.items() if not hasattr(view, "guard")}
    assert unguarded == set()


def test_s03_every_part_of_an_address_is_checked_by_a_converter(app):
    converters = {
        (str(rule), name): type(converter).__name__
        for rule in app.url_map.iter_rules()
        for name, converter in rule._converters.items()
    }
    assert len(converters) >= 20
    lax = {
        part for part, name in converters.items() if name in {"UnicodeConverter", "PathConverter"}
    }
    assert {rule for rule, _name in lax} <= {ASSETS}


ASSETS = "/assets/<string(length=12):digest>.<any(css, js, svg):kind>"


@pytest.mark.one_database
def test_what_takes_a_form_says_so_and_wears_the_guard_of_its_origin(app):
    writing = {
        rule.endpoint: app.view_functions[rule.endpoint].guard
        for rule in app.url_map.iter_rules()
        if rule.methods - {"GET", "HEAD", "OPTIONS"}
    }
    assert writing
    assert set(writing.values()) == {"same_origin", "professionals"}


def test_no_template_trusts_a_text():
    trusting = {
        f"{name}:{number}"
        for name, text in modules().items()
        if name.endswith((".html", ".xml"))
        for number, line in enumerate(text.splitlines(), 1)
        if TRUSTING.search(line)
    }
    assert trusting == set()


def test_only_known_places_say_that_a_text_is_safe():
    trusting = {
        name for name, text in modules().items() if name.endswith(".py") and "Markup(" in text
    }
    assert trusting == set(MAY_TRUST)


def test_every_module_of_views_is_taken_in():
    files = {
        name.rpartition("/")[2].removesuffix(".py")
        for name in modules()
        if name.startswith("navigator/directory/views/") and not name.endswith("__init__.py")
    }
    assert files == set(views.__all__)


def test_s40_nothing_is_unpickled_evaluated_or_given_to_a_shell():
    wrong = set()
    for name, text in modules().items():
        for node in ast.walk(ast.parse(text)) if name.endswith(".py") else ():
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                is_shell = any(word.arg == "shell" for word in node.keywords)
                if called in {"eval", "exec", "pickle.loads", "os.system"} or is_shell:
                    wrong.add(f"{name}:{node.lineno} {called}")
    assert wrong == set()
