from typing import ClassVar

from sqlmodel import Field

from app.models.versioned import Versioned, one_current


class SearchText(Versioned, table=True):
    """The words by which an event is found, as search terms. The full-text index `search_index` holds the same rows."""

    __tablename__ = "search_text"
    key: ClassVar[tuple[str, ...]] = ("event_id",)
    __table_args__ = (one_current("search_text", "event_id"),)

    event_id: str = Field(index=True)
    terms: str
