from sqlmodel import Field, SQLModel

from app.models.versioned import Versioned, one_current


class DocumentText(SQLModel, table=True):
    """The words of a document as they came, decoded from UTF-8, newlines untouched. Never changed again."""

    __tablename__ = "document_text"

    sha256: str = Field(primary_key=True)
    content: str


class Document(Versioned, table=True):
    """One text as retrieved, and what is known of it."""

    __table_args__ = (one_current("document", "id"),)

    id: str = Field(index=True)
    corpus: str
    file: str
    sha256: str = Field(foreign_key="document_text.sha256")
    length: int
    language: str
    title: str | None = None
    title_en: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_earliest: str | None = None
    published_latest: str | None = None
    published_note: str | None = None
    url: str | None = None
