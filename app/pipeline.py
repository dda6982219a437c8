"""The whole journey: a corpus folder is read, its documents are searched for mentions, the mentions are joined to
events, what a person decided of them is applied, and what changed is published as a revision.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlmodel import Session, func, select

from app.curate.apply import PassageKey, decide_event, decided_parties, passage_rows, resolved
from app.curate.check import Finding
from app.curate.decisions import DecidedEvent, Decisions, Rejection, decide
from app.curate.draft import draft
from app.curate.orders import CurationFile, parse, read_curation
from app.database import writing
from app.dates.edtf import EdtfDate
from app.errors import CurationWrong
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention
from app.extract.names import names_in
from app.ingest.chronology import event_row, mention_of, mention_rows, party_rows, vocabulary_rows
from app.ingest.corpus import CorpusDocument, LeftOut, read_corpus
from app.ingest.documents import Progress, store_documents
from app.ingest.identity import Standing, identifier, keep_event_ids
from app.models import Document, DocumentText, Event, Extraction, Mention, Party, Revision, StandingOrders
from app.models.versioned import Changes, current, replace
from app.publishing import NO_LONGER, REVIEWED, WhyGone, publish, standing_places
from app.queries.views import wrong_views
from app.resolve.events import event_of
from app.resolve.likeness import Told
from app.resolve.parts import parts_of
from app.resolve.same_event import Joined, group, joined
from app.settings import ROOT, settings
from app.text.sentences import sentences

RULES = ("app/dates", "app/extract", "app/languages", "app/text", "app/vocabulary", "app/resolve")
"""What decides which mentions and events are found; the vocabulary in seeds/ does too."""


@dataclass(frozen=True, slots=True)
class CurationReport:
    """What new standing orders did: the revision, what they decide, and the rows changed."""

    revision: int
    decisions: Decisions
    mentions: Changes
    events: Changes

    @property
    def summary(self) -> str:
        """The revision in one sentence."""
        decisions = self.decisions
        return (
            f"Curation of {len(decisions.documents)} documents: {len(decisions.events)} events reviewed, "
            f"{len(self.events.added)} of them new; {len(decisions.rejections)} passages rejected."
        )


@dataclass(slots=True)
class IngestReport:
    """What an ingest did: counts of rows added, changed, removed and unchanged, and what was left out."""

    revision: int | None = None
    documents: Changes = field(default_factory=Changes)
    mentions: Changes = field(default_factory=Changes)
    events: Changes = field(default_factory=Changes)
    left_out: list[LeftOut] = field(default_factory=list)
    curation: CurationReport | None = None
    wrong: list[Finding] = field(default_factory=list)
    """Standing orders that do not hold, and were not applied."""
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


def ingest(
    folder: Path,
    database: Path | None = None,
    progress: Progress = lambda line: None,
    curation: Path | None = None,
) -> IngestReport:
    """Read `folder` into the chronology, as one revision or, where nothing is new, as none; then, where the standing
    orders in `curation` have changed, apply them as a revision of their own.

    All or nothing: until it has ended, readers see the revision before. Raises DatabaseBusy where another writer is
    at work, CurationWrong where a curation file cannot be read.
    """
    report = IngestReport()
    files = list(read_curation(curation or settings().seeds / "curation"))
    with writing(database) as session:
        applied = _applied(session)
        with _revision(session, "ingest", "Tarikh") as revision:
            number = revision.number
            vocabulary = [replace(session, number, model, rows) for model, rows in vocabulary_rows().items()]
            report.notes += wrong_views(session, number)
            stored = store_documents(session, number, folder, progress)
            report.documents, report.left_out = stored.changes, stored.left_out
            report.notes += stored.notes
            mentions = _find_mentions(session, progress)
            documents = _documents(session, {file.document for file in (*files, *applied)})
            decisions, wanted = decide(applied, documents), decide(files, documents)
            standing = standing_places(session, stored.successors)
            chronology = _resolve(session, mentions, decisions, wanted, standing)
            report.mentions, report.events = _publish(session, number, chronology, standing, lambda _: NO_LONGER)
            if any([*vocabulary, report.documents, report.mentions, report.events]):
                revision.summary = _summary(folder, report)
                report.revision = number
        # Orders for documents that are not there wait until they are.
        if (wanted.documents or applied) and [one.words for one in files] != [one.words for one in applied]:
            _curate(session, files, wanted, report)
        report.wrong = list(wanted.findings)
    return report


@contextmanager
def _revision(session: Session, kind: str, author: str) -> Iterator[Revision]:
    """A new revision, which is kept if it has been given a summary."""
    number = (session.exec(select(func.max(Revision.number))).one() or 0) + 1
    revision = Revision(number=number, made_at=datetime.now(UTC), kind=kind, author=author, summary="")
    session.add(revision)
    session.flush()
    yield revision
    if not revision.summary:
        session.delete(revision)
    session.flush()


def _applied(session: Session) -> list[CurationFile]:
    """The standing orders that are in force, by file. One that a newer Tarikh cannot read is in force no more."""
    found = []
    for row in sorted(current(session, StandingOrders).values(), key=lambda row: row.file):
        with suppress(CurationWrong):
            found.append(parse(row.file, row.words))
    return found


def _curate(session: Session, files: Sequence[CurationFile], decisions: Decisions, report: IngestReport) -> None:
    """Put new standing orders in force, as a revision of their own."""
    with _revision(session, "curation", ", ".join(decisions.authors) or "Tarikh") as revision:
        number = revision.number
        rows = [
            StandingOrders(file=file.name, document=file.document, author=file.author, words=file.words)
            for file in files
        ]
        orders = replace(session, number, StandingOrders, rows)
        mentions = [Mention(**row.content()) for row in current(session, Mention).values() if row.origin == "machine"]
        standing = standing_places(session, {})
        chronology = _resolve(session, mentions, decisions, decisions, standing)

        def why_gone(places: Sequence[Standing]) -> str:
            return decisions.why_none([(place.document, place.span) for place in places]) or REVIEWED

        changes = _publish(session, number, chronology, standing, why_gone)
        if any([orders, *changes]):
            report.curation = CurationReport(number, decisions, *changes)
            revision.summary = report.curation.summary
            revision.reason = "The standing orders were changed; the reason for each decision stands with its event."


def is_empty(session: Session) -> bool:
    """Whether no document was ever ingested."""
    return session.exec(select(Document.row).limit(1)).first() is None


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
            wanted += [Mention(**row.content()) for row in standing.get(document.id, ()) if row.origin == "machine"]
            continue
        words = session.get_one(DocumentText, document.sha256).content
        found = find_mentions(words, document.language, _published(document))
        wanted += mention_rows(document, words, found)
        spans = [(span.start, span.end) for span in sentences(words, document.language)]
        session.merge(Extraction(document_id=document.id, rules=rules, sentences=spans))
        progress(f"read {document.file}: {len(found)} mentions")
    return wanted


def _published(document: Document) -> EdtfDate | None:
    return EdtfDate.parse(document.published) if document.published else None


@dataclass(frozen=True, slots=True)
class Chronology:
    """Everything that is to be published: events, the parts in them, and all mentions, those of no event included."""

    events: list[Event]
    parties: list[Party]
    mentions: list[Mention]


def _documents(session: Session, files: set[str]) -> dict[str, tuple[str, str]]:
    """The ids and texts of the documents that are kept in `files`, by file name."""
    rows = sorted((row for row in current(session, Document).values() if row.file in files), key=lambda row: row.id)
    return {row.file: (row.id, session.get_one(DocumentText, row.sha256).content) for row in rows}


def _resolve(
    session: Session,
    mentions: list[Mention],
    decisions: Decisions,
    wanted: Decisions,
    standing: Mapping[str, list[Standing]],
) -> Chronology:
    """The events that `mentions` tell of, and those that a person decided on.

    Every mention is given the id of its event and the reasons for which it was joined to it, or what was decided of it.
    A new event that `wanted` decides on has an id made of what the curators call it, so that a chronology made anew has
    the addresses of the old one, whatever the machine finds by then.
    """
    rows = {Told(row.document_id, mention_of(row)): row for row in mentions}
    passages = _passages(session, mentions, decisions)
    told = [one for one in rows if _is_open(rows[one], one, decisions, passages)]
    groups = joined([*told, *(one for event in decisions.events for one in event.told())])
    places = [[Standing(one.document, one.mention.span, one.mention.type) for one in found.told] for found in groups]
    names = {
        identifier("event", event.key): [Standing(one.document, one.span, one.type) for one in event.passages]
        for event in wanted.events
    }
    ids = keep_event_ids(places, standing, names)
    decided = {event.key: event for event in decisions.events}
    known = [_decided(found, decided) for found in groups]
    events = {
        identity: resolved(event, found.told) if event else event_of(found.told)
        for identity, event, found in zip(ids, known, groups, strict=True)
    }
    for identity, found in zip(ids, groups, strict=True):
        for one, reasons in zip(found.told, found.reasons, strict=True):
            row = passages[one.decided, one.document, one.mention.span] if one.decided else rows[one]
            row.event_id, row.joined = identity, list(reasons)
    wholes = {ids[part]: ids[whole] for part, whole in parts_of(list(events.values())).items()}
    by_key = {event.key: identity for identity, event in zip(ids, known, strict=True) if event}
    chronology = Chronology([], [], [*mentions, *passages.values()])
    for identity, event in zip(ids, known, strict=True):
        row_of_event = event_row(identity, events[identity], wholes.get(identity))
        if event is None:
            chronology.parties.extend(party_rows(identity, events[identity]))
        else:
            decide_event(row_of_event, event, by_key.get(event.order.part_of or ""))
            chronology.parties.extend(decided_parties(identity, event.order))
        chronology.events.append(row_of_event)
    return chronology


def _decided(found: Joined, decided: Mapping[str, DecidedEvent]) -> DecidedEvent | None:
    return next((decided[one.decided] for one in found.told if one.decided), None)


def _passages(session: Session, mentions: Iterable[Mention], decisions: Decisions) -> dict[PassageKey, Mention]:
    """The rows of the passages that a person decided on, with the words behind their facts."""
    curated = {passage.document for event in decisions.events for passage in event.passages}
    found: dict[str, list[ExtractedMention]] = {}
    for row in mentions:
        if row.document_id in curated:
            found.setdefault(row.document_id, []).append(mention_of(row))
    texts, named = {}, {}
    for document in current(session, Document).values():
        if document.id in curated:
            texts[document.id] = session.get_one(DocumentText, document.sha256).content
            named[document.id] = names_in(texts[document.id], document.language, _published(document))
    return passage_rows(decisions, texts, found, named)


def _is_open(row: Mention, one: Told, decisions: Decisions, passages: Mapping[PassageKey, Mention]) -> bool:
    """Whether nobody decided what a mention that the machine found tells of. What was decided is noted on its row."""
    row.event_id, row.joined, row.passage_id, row.rejected = None, [], None, None
    decided = decisions.about(one.document, one.mention)
    if isinstance(decided, Rejection):
        row.rejected = decided.reason
    elif decided is not None:
        row.passage_id = passages[decided.event, decided.document, decided.span].id
    return decided is None


def _publish(
    session: Session,
    number: int,
    chronology: Chronology,
    standing: Mapping[str, list[Standing]],
    why_gone: WhyGone,
) -> tuple[Changes, Changes]:
    """Publish a chronology; what that changed in mentions and in events."""
    mentions = replace(session, number, Mention, chronology.mentions)
    parties, told = chronology.parties, chronology.mentions
    return mentions, publish(session, number, chronology.events, parties, told, standing, why_gone)


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
