from sqlmodel import Field, SQLModel


class Extraction(SQLModel, table=True):
    """By which rules a document was last read, so that it is read again when they change. No reader sees this."""

    document_id: str = Field(primary_key=True)
    rules: str
