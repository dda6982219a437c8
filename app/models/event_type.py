from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.models.versioned import Versioned, one_current


class EventType(Versioned, table=True):
    """One of the controlled list of kinds of event, with its PLOVER category and mode."""

    __tablename__ = "event_type"
    __table_args__ = (one_current("event_type", "id"),)

    id: str = Field(index=True)
    position: int
    names: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    definition: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    plover_category: str
    plover_mode: str | None = None
