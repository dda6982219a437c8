from datetime import datetime

from sqlmodel import Field, SQLModel


class Revision(SQLModel, table=True):
    """One numbered change to the published chronology."""

    number: int = Field(primary_key=True)
    made_at: datetime
    kind: str
    author: str
    summary: str
    reason: str | None = None
