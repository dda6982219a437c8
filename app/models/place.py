from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.models.versioned import Versioned, one_current


class Place(Versioned, table=True):
    """Somewhere an event happened, with names per language."""

    __table_args__ = (one_current("place", "id"),)

    id: str = Field(index=True)
    kind: str
    country: str | None = None
    names: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
