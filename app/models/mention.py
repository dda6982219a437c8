from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.models.versioned import Versioned, one_current


class Mention(Versioned, table=True):
    """A passage that tells of an event: span, quote, evidence and readings.

    `signs` are what the confidence was reckoned from, `joined` the reasons for which the passage was joined to those
    that tell of the same event. Passages that tell of no published event (planned, hypothetical, general) are kept
    with their status and no event.

    `origin` is `machine` or `curator`. What the machine found stays as it was read: `passage_id` names the curator's
    passage that stands in its place, `rejected` says why a person decided that it tells of no event.
    """

    __table_args__ = (one_current("mention", "id"),)

    id: str = Field(index=True)
    document_id: str = Field(index=True)
    event_id: str | None = Field(default=None, index=True)
    origin: str = "machine"
    passage_id: str | None = Field(default=None, index=True)
    rejected: str | None = None
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    type: str
    scope: str
    status: str
    confidence: float
    date: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    parties: list[dict[str, str]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    persons: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    place: str | None = None
    subtype: str | None = None
    signs: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    joined: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    translations: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    evidence: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
