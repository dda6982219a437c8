from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect, text

from app import pipeline
from app.database import alembic_configuration, migrate, reading, writer_engine
from app.queries.event_filter import EventFilter
from app.queries.events import page
from app.settings import settings


def tables(path: Path) -> set[str]:
    with writer_engine(path).connect() as connection:
        return set(inspect(connection).get_table_names())


def test_migrations_make_what_the_models_say(database: Path) -> None:
    with writer_engine(database).connect() as connection:
        configuration = alembic_configuration()
        configuration.attributes["connection"] = connection

        command.check(configuration)


def test_migrations_go_down_and_up_again(database: Path) -> None:
    made = tables(database)

    migrate(database, "base")
    emptied = tables(database)
    migrate(database)

    assert emptied == {"alembic_version"}
    assert tables(database) == made


def test_a_database_made_by_migrations_can_be_filled_and_searched(database: Path) -> None:
    pipeline.ingest(settings().seeds / "documents", database)

    with reading(database) as session:
        assert page(session, EventFilter(q="طالبان"), 1, 10).total > 0


def test_at_most_one_version_of_a_thing_stands(database: Path) -> None:
    insert = "INSERT INTO place (revision_from, id, kind, names) VALUES (1, 'kabul', 'city', '{}')"
    with writer_engine(database).connect() as connection:
        connection.execute(
            text(
                "INSERT INTO revision (number, made_at, kind, author, summary) VALUES (1, '2026-01-01', 'x', 'x', 'x')"
            )
        )
        connection.execute(text(insert))

        with pytest.raises(Exception, match="UNIQUE constraint failed"):
            connection.execute(text(insert))
