"""What tests share: both databases, the application on a fresh one, and a client.

A test that asks for `database_url`, `settings`, `app`, `client` or `session` runs twice: on SQLite
and on a PostgreSQL server that is started for it. `@pytest.mark.one_database` keeps it to SQLite,
`@pytest.mark.one_database("postgresql")` to PostgreSQL.

`make test` runs the tests in several processes at once. Each has servers, a browser and folders of
its own; what stands in the tree is made before they begin.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from navigator.config import Settings
from navigator.domain.database import engine_for, writing
from navigator.factory import create_app
from navigator.i18n import catalogues
from tests import databases, postgresql
from tests.chromium import chromium
from tests.real_site import site, site_address
from tests.remembering import TEMPLATES, remembering

__all__ = ["chromium", "site", "site_address"]

# On a busy machine an example may take long.
hypothesis_settings.register_profile(
    "busy",
    parent=hypothesis_settings.default,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
hypothesis_settings.load_profile("busy")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a developer test on one database alone."""
    parser.addoption("--database", choices=["sqlite", "postgresql", "both"], default="both")


def pytest_configure(config: pytest.Config) -> None:
    """Let pages speak Finnish and Swedish: compile once, before there are other processes."""
    if not hasattr(config, "workerinput"):
        catalogues.compile_stale()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that needs a database on every one that was chosen."""
    if "database_kind" not in metafunc.fixturenames:
        return
    chosen = metafunc.config.getoption("database")
    kinds = ["sqlite", "postgresql"] if chosen == "both" else [chosen]
    if alone := metafunc.definition.get_closest_marker("one_database"):
        kinds = [kind for kind in kinds if kind in (alone.args or ("sqlite",))]
    metafunc.parametrize("database_kind", kinds, scope="session")


@pytest.fixture(scope="session", autouse=True)
def once_a_process() -> Iterator[None]:
    """Let no test wait for what another has worked out."""
    with remembering():
        yield


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Start PostgreSQL once, when the first test asks for it."""
    with postgresql.server() as address:
        yield address


@pytest.fixture(scope="session")
def empty_schema(
    database_kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> databases.EmptySchema:
    """Migrate a database once; tests get copies of it, or the same one emptied."""
    if database_kind == "sqlite":
        return databases.SqliteSchema(tmp_path_factory.mktemp("schema"))
    address = request.getfixturevalue("postgresql_server")
    return databases.PostgresqlSchema(address, tmp_path_factory.mktemp("schema"))


@pytest.fixture
def database_url(empty_schema: databases.EmptySchema, tmp_path: Path) -> str:
    """Return the address of a migrated database without rows but those of the migrations."""
    return empty_schema.fresh(tmp_path)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Return safe settings whose state lives in a folder of this test's own."""
    return Settings.from_environment(
        {"NAVIGATOR_DATA": str(tmp_path), "NAVIGATOR_DATABASE_URL": database_url}
    )


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """Make the application on a fresh database."""
    application = create_app(settings)
    application.testing = True
    application.jinja_env.bytecode_cache = TEMPLATES
    yield application
    application.extensions["counts"].close()  # else its timer writes into the next test's database
    application.extensions["handovers"].close()
    application.extensions["search_repair"].close()  # it would meet the next test's tables
    engine: Engine = application.extensions["database"]
    engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a browser without windows."""
    return app.test_client()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """Open a writing session. Commit before a client writes: it holds the turn until then."""
    with Session(writing(app.extensions["database"]), expire_on_commit=False) as opened:
        yield opened


@pytest.fixture
def engine(database_url: str, tmp_path: Path) -> Iterator[Engine]:
    """Return the engine of a fresh database, with no application."""
    made = engine_for(database_url, tmp_path)
    yield made
    made.dispose()


@pytest.fixture
def bare_engine(
    database_kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Engine]:
    """Return the engine of a database that holds nothing, not even a schema."""
    url = f"sqlite:///{tmp_path}/bare.db"
    if database_kind == "postgresql":
        url = databases.create_bare(request.getfixturevalue("postgresql_server"), tmp_path)
    made = engine_for(url, tmp_path)
    yield made
    made.dispose()
