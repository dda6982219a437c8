from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect, text
from sqlmodel import col, select

from app import pipeline
from app.database import alembic_configuration, migrate, reading, writer_engine
from app.models import Event
from app.queries.coverage import coverage
from app.queries.event_filter import EventFilter
from app.queries.events import page
from app.settings import settings
from tests.conftest import Corpus


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


def test_a_chronology_goes_down_and_up_again_and_is_the_same_after_the_next_ingest(
    corpus: Corpus, database: Path
) -> None:
    visit = "زار وزير الخارجية الروسي سيرغي لافروف كابول يوم 12 مارس 2023 تلبية لدعوة من حركة طالبان."
    folder = corpus({"a.txt": visit}, {"file": "a.txt", "language": "ar", "published": "2023-03-20"})
    pipeline.ingest(folder, database)
    before = chronology_in(database)

    for revision in ("0003", "0002", "0001"):
        migrate(database, revision)
        migrate(database)
        pipeline.ingest(folder, database)

        assert chronology_in(database) == before


def chronology_in(database: Path) -> list[tuple[str, str, int]]:
    with reading(database) as session:
        events = session.exec(select(Event).where(col(Event.revision_to).is_(None), Event.state == "published"))
        covered = coverage(session, 1).documents
        return [(event.id, event.titles["en"], len(one.sentences)) for event in events for one in covered]


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
