"""No more codes are tried in an hour than may be, at the same moment either."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from navigator.domain.database import writing
from navigator.handover import TooManyTries
from navigator.handover.tables import engine_of_store, metadata, prepare
from navigator.handover.tries import AN_ACCOUNT, MOST, count_try


@pytest.fixture
def engine(database_url, tmp_path):
    engine = engine_of_store(database_url, tmp_path)
    prepare(engine)
    yield engine
    with writing(engine).begin() as connection:
        metadata.drop_all(connection)
    engine.dispose()


def test_tries_at_the_same_moment_are_all_counted(engine):
    def is_let_in(_number):
        try:
            with writing(engine).begin() as connection:
                count_try(connection, AN_ACCOUNT, "sample", 1)
        except TooManyTries:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(is_let_in, range(4 * MOST[AN_ACCOUNT]))) == MOST[AN_ACCOUNT]
    with writing(engine).begin() as connection:
        count_try(connection, AN_ACCOUNT, "another", 1)
        count_try(connection, AN_ACCOUNT, "sample", 2)
