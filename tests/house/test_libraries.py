import ast
import importlib
import pkgutil
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import navigator
from tests.house.tracked import ROOT, tracked_texts


def locked(name):
    """Return the versions that a lock file holds, by library."""
    pins = re.findall(
        r"^([\w.\-]+)(?:\[[\w,]+\])?==([^\s;\\]+)", tracked_texts()[name], re.MULTILINE
    )
    return {canonicalize_name(library): version for library, version in pins}


def allowed(*extras):
    project = tomllib.loads(tracked_texts()["pyproject.toml"])["project"]
    lines = list(project["dependencies"])
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        ("requirements.lock", ["postgresql"]),
        ("requirements-dev.lock", ["postgresql", "dev"]),
        ("requirements-bench.lock", ["postgresql", "bench"]),
    ],
)
def test_the_locks_hold_what_the_project_asks_for(lock, extras):
    versions = locked(lock)
    unmet = [
        str(asked)
        for asked in allowed(*extras)
        if not asked.specifier.contains(versions.get(canonicalize_name(asked.name), "0"))
    ]
    assert unmet == []


def test_tests_run_with_the_versions_that_are_served():
    served, tested = locked("requirements.lock"), locked("requirements-dev.lock")
    assert served.items() <= tested.items()


def test_the_application_imports_only_locked_libraries():
    known = locked("requirements.lock").keys()
    distributions = packages_distributions()
    imported = {name for path in (ROOT / "navigator").rglob("*.py") for name in top_names(path)}
    foreign = imported - set(sys.stdlib_module_names) - {"navigator"}
    assert {
        name
        for name in foreign
        if not {canonicalize_name(found) for found in distributions.get(name, [name])} & known
    } == set()


def top_names(path):
    """Return the first part of everything that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_every_module_can_be_imported():
    found = pkgutil.walk_packages(navigator.__path__, "navigator.")
    names = [module.name for module in found if ".migrations.env" not in module.name]
    for name in names:
        importlib.import_module(name)
    assert len(names) > 20
