from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from app.database import migrate, reading, writing
from app.settings import settings

ENDLESS = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")


def test_a_reader_cannot_write(session: Session) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        session.execute(text("DELETE FROM event"))


def test_a_statement_that_takes_too_long_is_ended(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "statement_seconds", 0.05)

    with pytest.raises(OperationalError, match="interrupted"):
        session.execute(ENDLESS)


def test_what_fails_half_way_leaves_nothing(database: Path) -> None:
    with pytest.raises(ZeroDivisionError), writing(database) as session:
        session.execute(text("INSERT INTO document_text (sha256, content) VALUES ('a', 'b')"))
        raise ZeroDivisionError

    with reading(database) as session:
        assert session.execute(text("SELECT count(*) FROM document_text")).scalar() == 0


def test_a_path_with_odd_characters_is_one_path(tmp_path: Path) -> None:
    path = tmp_path / "50%20 #1 ?x=y.sqlite3"
    migrate(path)

    with reading(path) as session:
        assert session.execute(text("SELECT count(*) FROM event")).scalar() == 0
    assert path.exists()
