"""The tables of handovers: a file of their own beside SQLite, unlogged in PostgreSQL."""

from pathlib import Path

from sqlalchemy import Column, Engine, Integer, LargeBinary, MetaData, String, Table
from sqlalchemy.schema import CreateIndex, CreateTable

from navigator.domain.database import engine_for, writing

MAKING_TABLES = 7_263_001
"""The number of PostgreSQL's lock for it, any that nothing else uses."""

metadata = MetaData()
handovers = Table(
    "handover",
    metadata,
    Column("lookup", LargeBinary(16), primary_key=True),
    Column("expires", Integer, nullable=False, index=True),  # seconds of the Unix clock
    Column("openings", Integer, nullable=False),
    Column("claimed_by", String),
    Column("nonce", LargeBinary(12), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("reply_nonce", LargeBinary(12)),
    Column("reply", LargeBinary),
)
made = Table(
    "handover_made",
    metadata,
    Column("trace", LargeBinary(16), primary_key=True),  # a hash of the handover's name
    Column("ends", Integer, nullable=False),  # seconds of the Unix clock
)
attempts = Table(
    "handover_attempt",
    metadata,
    Column("kind", String, primary_key=True),
    Column("who", String, primary_key=True),  # a keyed hash
    Column("hour", Integer, primary_key=True),  # hours of the Unix clock
    Column("number", Integer, nullable=False),
)


def engine_of_store(database_url: str, data: Path) -> Engine:
    """Return the engine that handovers are kept by: never the file that is backed up."""
    if database_url.startswith("postgres"):
        return engine_for(database_url, data)
    folder = data / "handover"
    return engine_for(f"sqlite:///{folder}/handover.db", folder)


def prepare(engine: Engine) -> None:
    """Make the tables that are missing; workers that start together wait for each other."""
    with writing(engine).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MAKING_TABLES})")
        for table in metadata.sorted_tables:
            create = str(CreateTable(table, if_not_exists=True).compile(dialect=engine.dialect))
            if engine.dialect.name == "postgresql":
                create = create.replace("CREATE TABLE", "CREATE UNLOGGED TABLE", 1)
            connection.exec_driver_sql(create)
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))
