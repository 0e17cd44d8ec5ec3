"""The tables of handovers: a file of their own beside SQLite, unlogged in PostgreSQL."""

from pathlib import Path

from sqlalchemy import Column, Engine, Integer, LargeBinary, MetaData, String, Table
from sqlalchemy.schema import CreateTable

from navigator.domain.database import engine_for, writing

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
    """Make the tables that are missing."""
    with writing(engine).begin() as connection:
        for table in metadata.sorted_tables:
            create = str(CreateTable(table, if_not_exists=True).compile(dialect=engine.dialect))
            if engine.dialect.name == "postgresql":
                create = create.replace("CREATE TABLE", "CREATE UNLOGGED TABLE", 1)
            connection.exec_driver_sql(create)
