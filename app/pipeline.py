"""The whole journey: a corpus folder is read, its documents are searched for mentions, the mentions are joined to
events, and what changed is published as one revision.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlalchemy import text
from sqlmodel import Session, col, func, select

from app.curate.draft import draft
from app.database import writing
from app.dates.edtf import EdtfDate
from app.errors import QuoteAmbiguous, QuoteNotFound
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention
from app.ingest.chronology import (
    document_row,
    event_row,
    mention_of,
    mention_rows,
    party_rows,
    vocabulary_rows,
)
from app.ingest.corpus import CorpusDocument, LeftOut, read_corpus
from app.ingest.identity import Standing, joined_into, keep_event_ids
from app.models import Actor, Document, DocumentText, Event, Extraction, Mention, Party, Place, Revision, SearchText
from app.models.versioned import Changes, close, current, replace
from app.queries.search import index_terms
from app.resolve.events import ResolvedEvent, event_of
from app.resolve.headlines import headlines
from app.resolve.likeness import Told
from app.resolve.parts import parts_of
from app.resolve.same_event import group, joined
from app.settings import ROOT, settings
from app.text.spans import Quote, Span
from app.text.words import is_edited
from app.vocabulary.languages import rules_for

RULES = ("app/dates", "app/extract", "app/languages", "app/text", "app/vocabulary", "app/resolve")
"""What decides which mentions and events are found; the vocabulary in seeds/ does too."""

Progress = Callable[[str], None]


@dataclass(slots=True)
class IngestReport:
    """What an ingest did: counts of rows added, changed, removed and unchanged, and what was left out."""

    revision: int | None = None
    documents: Changes = field(default_factory=Changes)
    mentions: Changes = field(default_factory=Changes)
    events: Changes = field(default_factory=Changes)
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def extract(folder: Path) -> Iterator[tuple[CorpusDocument, list[tuple[str, ExtractedMention]]] | LeftOut]:
    """Each document of a corpus folder with its mentions and, for each, the key of its event; or what was left out.

    The key is shared by the mentions of one event, in whichever document they stand. Nothing is stored. The texts are
    read twice, so that only their mentions are held meanwhile.
    """
    told: list[Told] = []
    for read in read_corpus(folder, settings().document_bytes):
        if not isinstance(read, LeftOut):
            found = find_mentions(read.text, read.language, read.published)
            told += [Told(read.file, mention) for mention in found]
    keys: dict[tuple[str, ExtractedMention], str] = {}
    for members in group(told):
        first = members[0]
        for one in members:
            keys[one.document, one.mention] = f"{first.document}:{first.mention.span.start}:{first.mention.type}"
    mentions: dict[str, list[ExtractedMention]] = {}
    for one in told:
        mentions.setdefault(one.document, []).append(one.mention)
    for read in read_corpus(folder, settings().document_bytes):
        if isinstance(read, LeftOut):
            yield read
            continue
        # What tells of no event has a key of its own.
        yield (
            read,
            [
                (keys.get((read.file, one), f"{read.file}:{one.span.start}:{one.type}:{one.status}"), one)
                for one in mentions.get(read.file, ())
            ],
        )


def texts_of(folder: Path) -> dict[str, str]:
    """The readable texts of a corpus folder, by file name."""
    found = read_corpus(folder, settings().document_bytes)
    return {read.file: read.text for read in found if not isinstance(read, LeftOut)}


def drafts(folder: Path, author: str, taken: set[str]) -> Iterator[tuple[str, str] | LeftOut]:
    """For each document of a corpus folder that tells of anything the name of a curation file and its words as YAML; or
    what was left out. `taken` are the names of events that other curation files use."""
    for read in read_corpus(folder, settings().document_bytes):
        if isinstance(read, LeftOut):
            yield read
            continue
        told = [Told(read.file, one) for one in find_mentions(read.text, read.language, read.published)]
        if groups := group(told):
            yield f"{Path(read.file).stem}.yaml", draft(read.file, read.text, author, groups, taken)


def ingest(folder: Path, database: Path | None = None, progress: Progress = lambda line: None) -> IngestReport:
    """Read `folder` into the chronology, as one revision or, where nothing is new, as none.

    All or nothing: until it has ended, readers see the revision before. Raises DatabaseBusy where another writer is
    at work.
    """
    report = IngestReport()
    with writing(database) as session:
        number = (session.exec(select(func.max(Revision.number))).one() or 0) + 1
        revision = Revision(number=number, made_at=datetime.now(UTC), kind="ingest", author="Tarikh", summary="")
        session.add(revision)
        session.flush()
        vocabulary = [replace(session, number, model, rows) for model, rows in vocabulary_rows().items()]
        successors = _store_documents(session, number, folder, report, progress)
        mentions = _find_mentions(session, progress)
        places = _standing_places(session, successors)
        events, wholes = _resolve(mentions, places)
        report.mentions = replace(session, number, Mention, mentions)
        report.events = _publish(session, number, events, wholes, mentions, places)
        if any([*vocabulary, report.documents, report.mentions, report.events]):
            revision.summary = _summary(folder, report)
            report.revision = number
        else:
            session.delete(revision)
    return report


def is_empty(session: Session) -> bool:
    """Whether no document was ever ingested."""
    return session.exec(select(Document.row).limit(1)).first() is None


def _store_documents(
    session: Session, number: int, folder: Path, report: IngestReport, progress: Progress
) -> dict[str, str]:
    """Store what the folder holds; the answer maps the id of each superseded document to that of its successor."""
    standing = current(session, Document)
    wanted: dict[str, Document] = {}
    for read in read_corpus(folder, settings().document_bytes):
        if isinstance(read, LeftOut):
            report.left_out.append(read)
            progress(f"left out {read}")
            continue
        row = document_row(read)
        if rules_for(read.language) is None:
            report.notes.append(f"{read.file}: no rules for language “{read.language}”; kept without mentions")
        twin = standing.get((row.id,))
        if twin is not None and twin.corpus != row.corpus:
            report.notes.append(f"{read.file}: the same words as {twin.corpus}/{twin.file}, and one document with it")
            row.corpus, row.file = twin.corpus, twin.file
        if session.get(DocumentText, read.sha256) is None:
            session.add(DocumentText(sha256=read.sha256, content=read.text))
            session.flush()
        wanted[row.id] = row
        progress(f"stored {read.file}")
    successors = _supersede(session, number, wanted, standing.values(), report)
    report.documents = replace(session, number, Document, wanted.values(), keep=True)
    return successors


def _supersede(
    session: Session, number: int, wanted: dict[str, Document], standing: Iterable[Document], report: IngestReport
) -> dict[str, str]:
    """Close each standing document whose file now holds an edited text; one with quite other words stays beside it."""
    by_file = {(row.corpus, row.file): row for row in standing if row.id not in wanted}
    successors = {}
    for row in wanted.values():
        older = by_file.get((row.corpus, row.file))
        if older is None:
            continue
        texts = [session.get_one(DocumentText, one.sha256).content for one in (older, row)]
        if not is_edited(*texts):
            report.notes.append(f"{row.file}: quite other words than document {older.id}, which stays beside it")
            continue
        successors[older.id] = row.id
        close(session, older, number)
        # Should these words come back, they are read again.
        if (extraction := session.get(Extraction, older.id)) is not None:
            session.delete(extraction)
        report.notes.append(f"{row.file}: the text has changed; document {row.id} takes the place of {older.id}")
    return successors


def _find_mentions(session: Session, progress: Progress) -> list[Mention]:
    """The mentions of every document: searched for where it is new or the rules have changed, else as they stand."""
    read_by = {row.document_id: row for row in session.exec(select(Extraction))}
    standing: dict[str, list[Mention]] = {}
    for row in current(session, Mention).values():
        standing.setdefault(row.document_id, []).append(row)
    wanted: list[Mention] = []
    for document in sorted(current(session, Document).values(), key=lambda row: row.id):
        rules = hashlib.sha256(f"{_rules()} {document.published} {document.language}".encode()).hexdigest()
        extraction = read_by.get(document.id)
        if extraction is not None and extraction.rules == rules:
            wanted += [Mention(**row.content()) for row in standing.get(document.id, ())]
            continue
        words = session.get_one(DocumentText, document.sha256).content
        published = EdtfDate.parse(document.published) if document.published else None
        found = find_mentions(words, document.language, published)
        wanted += mention_rows(document, words, found)
        session.merge(Extraction(document_id=document.id, rules=rules))
        progress(f"read {document.file}: {len(found)} mentions")
    return wanted


def _resolve(
    mentions: list[Mention], standing: Mapping[str, list[Standing]]
) -> tuple[dict[str, ResolvedEvent], dict[str, str]]:
    """The events that `mentions` tell of, by the id that each keeps, and of which event each is a part.

    Every mention is given the id of its event and the reasons for which it was joined to it.
    """
    rows = {Told(row.document_id, mention_of(row)): row for row in mentions}
    groups = joined(rows)
    places = [[Standing(one.document, one.mention.span, one.mention.type) for one in found.told] for found in groups]
    ids = keep_event_ids(places, standing)
    for row in mentions:
        row.event_id, row.joined = None, []
    events = {}
    for identity, found in zip(ids, groups, strict=True):
        events[identity] = event_of(found.told)
        for told, reasons in zip(found.told, found.reasons, strict=True):
            rows[told].event_id = identity
            rows[told].joined = list(reasons)
    wholes = {ids[part]: ids[whole] for part, whole in parts_of(list(events.values())).items()}
    return events, wholes


def _standing_places(session: Session, successors: dict[str, str]) -> dict[str, list[Standing]]:
    """Where the mentions of each standing event are; those of a superseded text where its successor has their words."""
    texts = {
        row.id: session.get_one(DocumentText, row.sha256).content
        for row in current(session, Document).values()
        if row.id in successors.values()
    }
    places: dict[str, list[Standing]] = {}
    for row in current(session, Mention).values():
        if row.event_id is None:
            continue
        document, span = row.document_id, Span(row.start, row.end)
        if document in successors:
            document = successors[document]
            try:
                span = Quote(row.exact, row.prefix, row.suffix).find(texts[document], row.start)
            except (QuoteNotFound, QuoteAmbiguous):
                continue
        places.setdefault(row.event_id, []).append(Standing(document, span, row.type))
    return places


def _publish(
    session: Session,
    number: int,
    events: dict[str, ResolvedEvent],
    wholes: Mapping[str, str],
    mentions: list[Mention],
    standing: Mapping[str, list[Standing]],
) -> Changes:
    """Make `events` the published ones. One told of no more is withdrawn, one told within another is merged."""
    passages: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.event_id:
            passages.setdefault(mention.event_id, []).append(mention)
    told = {
        identity: [Standing(one.document_id, Span(one.start, one.end), one.type) for one in ones]
        for identity, ones in passages.items()
    }
    rows = {identity: event_row(identity, event, wholes.get(identity)) for identity, event in events.items()}
    for published in current(session, Event).values():
        if published.id not in rows:
            rows[published.id] = _gone(published, joined_into(standing.get(published.id, ()), told))
    changes = replace(session, number, Event, rows.values())
    parties = [row for identity, event in events.items() for row in party_rows(identity, event)]
    replace(session, number, Party, parties)
    texts = _search_texts(session, events, passages)
    found = replace(session, number, SearchText, texts)
    for (event,) in (*found.added, *found.changed):
        terms = select(SearchText).where(SearchText.event_id == event, col(SearchText.revision_to).is_(None))
        row = session.exec(terms).one()
        session.execute(
            text("INSERT INTO search_index (rowid, terms) VALUES (:row, :terms)"), {"row": row.row, "terms": row.terms}
        )
    return changes


def _gone(standing: Event, joined: str | None) -> Event:
    """What becomes of an event that is told of no more: a tombstone that says where it went, or why."""
    if standing.state != "published":
        return Event(**standing.content())
    if joined is not None:
        return Event(**(standing.content() | {"state": "merged", "merged_into": joined}))
    reason = "As they stand and are read now, the documents no longer tell of this event."
    return Event(**(standing.content() | {"state": "withdrawn", "reason": reason}))


def _search_texts(
    session: Session, events: dict[str, ResolvedEvent], passages: dict[str, list[Mention]]
) -> list[SearchText]:
    """For each event, every word by which it is found: headline, passages, names in all languages, documents."""
    documents = {row.id: row for row in current(session, Document).values()}
    names = {row.id: " ".join(row.names.values()) for row in current(session, Actor).values()}
    towns = {row.id: " ".join(row.names.values()) for row in current(session, Place).values()}
    texts = []
    for identity, event in events.items():
        told = passages[identity]
        words = [
            *headlines(event).values(),
            *(mention.exact for mention in told),
            *(names[party.actor] for party in event.parties),
            *(names[person] for person in event.persons),
            towns[event.place] if event.place else "",
            *(documents[mention.document_id].title or "" for mention in told),
            *(documents[mention.document_id].publisher or "" for mention in told),
        ]
        texts.append(SearchText(event_id=identity, terms=index_terms("\n".join(words))))
    return texts


@cache
def _rules() -> str:
    """A fingerprint of everything that decides what is found."""
    digest = hashlib.sha256()
    files = [path for folder in RULES for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".yaml"}]
    for path in sorted([*files, *settings().seeds.glob("*.yaml")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _summary(folder: Path, report: IngestReport) -> str:
    """The revision in one sentence."""
    events = report.events
    return (
        f"Ingest of {folder.resolve().name}: {len(report.documents.added)} documents added; "
        f"{len(events.added)} events added, {len(events.changed)} changed."
    )
