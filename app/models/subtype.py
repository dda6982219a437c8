from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.models.versioned import Versioned, one_current


class Subtype(Versioned, table=True):
    """What divides one or more event types, with names per language."""

    __table_args__ = (one_current("subtype", "id"),)

    id: str = Field(index=True)
    position: int
    names: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
