"""Engines, pragmas and sessions.

Readers open the file read-only and share a small pool; writers take the write lock at once (BEGIN IMMEDIATE), so
that two of them queue instead of failing half-way. WAL lets readers go on while a writer writes.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import connect
from typing import Any
from urllib.parse import quote

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool, QueuePool
from sqlmodel import Session

from app.errors import DatabaseBusy, DatabaseMissing, DatabaseUnusable
from app.settings import ROOT, settings

PRAGMAS = ("foreign_keys=ON", "busy_timeout=5000", "cache_size=-20000", "temp_store=MEMORY", "mmap_size=268435456")
STEPS_BETWEEN_CHECKS = 20_000
"""SQLite virtual-machine steps between two looks at the clock."""


def _opener(path: Path, mode: str) -> Callable[[], SQLiteConnection]:
    """Opens the file at `path` by SQLite's own URI: SQLAlchemy's would decode odd characters once too often."""
    address = f"file:{quote(path.resolve().as_posix())}?mode={mode}"
    return lambda: connect(address, uri=True, check_same_thread=False)


@cache
def reader_engine(path: Path) -> Engine:
    """An engine whose connections can only read, each statement within `settings().statement_seconds`."""
    engine = create_engine("sqlite://", creator=_opener(path, "ro"), poolclass=QueuePool, pool_size=5, max_overflow=35)

    @event.listens_for(engine, "connect")
    def _prepare(connection: SQLiteConnection, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (*PRAGMAS, "query_only=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    @event.listens_for(engine, "before_cursor_execute")
    def _start_clock(connection: Connection, *_rest: Any) -> None:
        deadline = time.monotonic() + settings().statement_seconds
        driver = connection.connection.driver_connection
        assert isinstance(driver, SQLiteConnection)
        driver.set_progress_handler(lambda: time.monotonic() > deadline, STEPS_BETWEEN_CHECKS)

    return engine


def writer_engine(path: Path) -> Engine:
    """An engine whose transactions hold the write lock from their first statement."""
    engine = create_engine("sqlite://", creator=_opener(path, "rwc"), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _prepare(connection: SQLiteConnection, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", *PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def reading(path: Path | None = None) -> Iterator[Session]:
    """A session that only reads, on one snapshot of the database from its first statement to its last.

    Raises DatabaseMissing where there is no database yet.
    """
    path = path or settings().database
    if not path.exists():
        raise DatabaseMissing(path)
    with Session(reader_engine(path)) as session:
        yield session


@contextmanager
def writing(path: Path | None = None) -> Iterator[Session]:
    """A session that writes, all or nothing: what the block did is there when it ends, or none of it is.

    Raises DatabaseBusy where another writer holds the lock for longer than five seconds.
    """
    path = path or settings().database
    try:
        with Session(writer_engine(path)) as session, session.begin():
            session.connection()
            yield session
    except OperationalError as error:
        if "locked" in str(error.orig):
            raise DatabaseBusy(path) from error
        raise


def migrate(path: Path | None = None, revision: str = "head") -> None:
    """Bring the database at `path` to a schema revision, making the file where there is none.

    Each migration is one transaction: a failing one leaves the schema of the one before. Raises DatabaseUnusable where
    the file is no database, belongs to something else, or cannot be written.
    """
    path = path or settings().database
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _move(path, revision)
    except (OSError, DatabaseError, CommandError) as error:
        if isinstance(error, OperationalError) and "locked" in str(error.orig):
            raise DatabaseBusy(path) from error
        raise DatabaseUnusable(path, getattr(error, "orig", None) or error) from error


def _move(path: Path, revision: str) -> None:
    with writer_engine(path).connect() as connection:
        # Rebuilding a table that others refer to needs the check off, and the pragma is ignored within a transaction.
        driver = connection.connection.driver_connection
        assert isinstance(driver, SQLiteConnection)
        driver.execute("PRAGMA foreign_keys=OFF")
        configuration = alembic_configuration()
        configuration.attributes["connection"] = connection
        move = command.downgrade if revision == "base" else command.upgrade
        move(configuration, revision)


def alembic_configuration() -> Config:
    """Where the migrations are; there is no alembic.ini."""
    configuration = Config()
    configuration.set_main_option("script_location", (ROOT / "migrations").as_posix().replace("%", "%%"))
    return configuration
