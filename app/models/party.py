from typing import ClassVar

from sqlmodel import Field

from app.models.versioned import Versioned, one_current


class Party(Versioned, table=True):
    """An actor's part in one event. A person's part carries the office held at that time."""

    key: ClassVar[tuple[str, ...]] = ("event_id", "actor_id")
    __table_args__ = (one_current("party", "event_id", "actor_id"),)

    event_id: str = Field(index=True)
    actor_id: str = Field(index=True)
    role: str
    position: int
