from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel


class Extraction(SQLModel, table=True):
    """By which rules a document was last read, so that it is read again when they change, and its sentences as spans:
    pairs of code points."""

    document_id: str = Field(primary_key=True)
    rules: str
    sentences: list[tuple[int, int]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
