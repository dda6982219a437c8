"""How the published chronology keeps its past.

A row that a reader can see carries the revision it came with and the revision that replaced it. "Now" and "as of
revision N" are one query with another N. Rows are never updated: a changed one is closed and a new one is added.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from sqlalchemy import ColumnElement, Index, or_, text
from sqlmodel import Field, Session, SQLModel, col, select

# Named constraints, so that a migration can name what it drops (https://alembic.sqlalchemy.org/en/latest/naming.html).
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Versioned(SQLModel):
    """One version of a row; `key` names the fields that say which thing it is a version of."""

    key: ClassVar[tuple[str, ...]] = ("id",)

    row: int | None = Field(default=None, primary_key=True)
    revision_from: int = Field(default=0, foreign_key="revision.number", index=True)
    revision_to: int | None = Field(default=None, foreign_key="revision.number", index=True)

    @classmethod
    def visible_at(cls, revision: int) -> ColumnElement[bool]:
        """Whether a version is the one that stood as of `revision`."""
        return (col(cls.revision_from) <= revision) & or_(
            col(cls.revision_to).is_(None), col(cls.revision_to) > revision
        )

    def identity(self) -> tuple[Any, ...]:
        """The values of the fields that say which thing this is a version of."""
        return tuple(getattr(self, name) for name in self.key)

    def content(self) -> dict[str, Any]:
        """Everything this version says, without when it said it."""
        return self.model_dump(exclude={"row", "revision_from", "revision_to"})


def one_current(table: str, *key: str) -> Index:
    """The constraint that at most one version of a thing stands at a time."""
    return Index(f"uq_{table}_current", *key, unique=True, sqlite_where=text("revision_to IS NULL"))


V = TypeVar("V", bound=Versioned)


@dataclass(frozen=True, slots=True)
class Changes:
    """What replacing did, as the identities of the rows concerned."""

    added: tuple[tuple[Any, ...], ...] = ()
    changed: tuple[tuple[Any, ...], ...] = ()
    removed: tuple[tuple[Any, ...], ...] = ()
    unchanged: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def current(session: Session, model: type[V]) -> dict[tuple[Any, ...], V]:
    """The versions of `model` that stand now, by identity."""
    return {row.identity(): row for row in session.exec(select(model).where(col(model.revision_to).is_(None)))}


def replace(session: Session, revision: int, model: type[V], wanted: Iterable[V], *, keep: bool = False) -> Changes:
    """Make `wanted` what stands from `revision` on, touching only what differs.

    With `keep`, things that `wanted` does not name stay as they are; otherwise they are closed.
    """
    standing: Mapping[tuple[Any, ...], V] = current(session, model)
    added, changed, unchanged = [], [], 0
    named = set()
    for row in wanted:
        identity = row.identity()
        named.add(identity)
        old = standing.get(identity)
        if old is not None and old.content() == row.content():
            unchanged += 1
            continue
        row.revision_from = revision
        if old is None:
            added.append(identity)
        else:
            close(session, old, revision)
            changed.append(identity)
        session.add(row)
    removed = [] if keep else [identity for identity in standing if identity not in named]
    for identity in removed:
        close(session, standing[identity], revision)
    session.flush()
    return Changes(tuple(added), tuple(changed), tuple(removed), unchanged)


def close(session: Session, row: Versioned, revision: int) -> None:
    """End a version with `revision`. One that began with it was never published and is deleted."""
    if row.revision_from == revision:
        session.delete(row)
    else:
        row.revision_to = revision
        session.add(row)
