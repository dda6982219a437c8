"""A corpus folder becomes rows: texts as they came, and one document for the same words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session

from app.ingest.corpus import LeftOut, read_corpus
from app.ingest.rows import document_row
from app.models import Document, DocumentText, Extraction
from app.models.versioned import Changes, close, current, replace
from app.settings import settings
from app.text.words import is_edited
from app.vocabulary.languages import rules_for

Progress = Callable[[str], None]


@dataclass(slots=True)
class Stored:
    """What became of a folder. `successors` maps the id of each superseded document to that of its successor."""

    changes: Changes = field(default_factory=Changes)
    successors: dict[str, str] = field(default_factory=dict)
    new: frozenset[str] = frozenset()
    """The ids of the documents that came and took nobody's place."""
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def store_documents(session: Session, number: int, folder: Path, progress: Progress) -> Stored:
    """Store what the folder holds, as of revision `number`; what cannot be read is named and left out."""
    stored = Stored()
    standing = current(session, Document)
    wanted: dict[str, Document] = {}
    for read in read_corpus(folder, settings().document_bytes):
        if isinstance(read, LeftOut):
            stored.left_out.append(read)
            progress(f"left out {read}")
            continue
        row = document_row(read)
        if rules_for(read.language) is None:
            stored.notes.append(f"{read.file}: no rules for language “{read.language}”; kept without mentions")
        twin = standing.get((row.id,))
        if twin is not None and twin.corpus != row.corpus:
            stored.notes.append(f"{read.file}: the same words as {twin.corpus}/{twin.file}, and one document with it")
            row.corpus, row.file = twin.corpus, twin.file
        if session.get(DocumentText, read.sha256) is None:
            session.add(DocumentText(sha256=read.sha256, content=read.text))
            session.flush()
        wanted[row.id] = row
        progress(f"stored {read.file}")
    _supersede(session, number, wanted, standing.values(), stored)
    stored.changes = replace(session, number, Document, wanted.values(), keep=True)
    stored.new = frozenset(identity for (identity,) in stored.changes.added) - set(stored.successors.values())
    return stored


def _supersede(
    session: Session, number: int, wanted: dict[str, Document], standing: Iterable[Document], stored: Stored
) -> None:
    """Close each standing document whose file now holds an edited text; one with quite other words stays beside it."""
    by_file = {(row.corpus, row.file): row for row in standing if row.id not in wanted}
    for row in wanted.values():
        older = by_file.get((row.corpus, row.file))
        if older is None:
            continue
        texts = [session.get_one(DocumentText, one.sha256).content for one in (older, row)]
        if not is_edited(*texts):
            stored.notes.append(f"{row.file}: quite other words than document {older.id}, which stays beside it")
            continue
        stored.successors[older.id] = row.id
        close(session, older, number)
        # Should these words come back, they are read again; their sentences stay, for who looks at an old revision.
        if (extraction := session.get(Extraction, older.id)) is not None:
            extraction.rules = ""
        stored.notes.append(f"{row.file}: the text has changed; document {row.id} takes the place of {older.id}")
