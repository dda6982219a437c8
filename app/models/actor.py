from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.models.versioned import Versioned, one_current


class Actor(Versioned, table=True):
    """A state, de-facto authority, organisation or person, with names per language and dated roles."""

    __table_args__ = (one_current("actor", "id"),)

    id: str = Field(index=True)
    kind: str
    side: str | None = None
    names: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    roles: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
