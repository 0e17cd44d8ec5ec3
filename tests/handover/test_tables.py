"""Workers that start at the same moment make the tables together."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import inspect

from navigator.domain.database import writing
from navigator.handover.tables import engine_of_store, metadata, prepare


def test_workers_may_make_the_tables_at_the_same_moment(database_url, tmp_path):
    engines = [engine_of_store(database_url, tmp_path) for _ in range(4)]
    for engine in engines:
        engine.connect().close()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(prepare, engines))
    assert set(inspect(engines[0]).get_table_names()) >= metadata.tables.keys()
    assert [index["column_names"] for index in inspect(engines[0]).get_indexes("handover")] == [
        ["expires"]
    ]
    with writing(engines[0]).begin() as connection:
        metadata.drop_all(connection)
    for engine in engines:
        engine.dispose()
