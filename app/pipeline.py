"""The whole journey: a corpus folder is read, its documents are searched for mentions, the mentions are joined to
events, what a person decided of them is applied, and what changed is published as a revision.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path

from sqlmodel import Session, func, select

from app.chronology import Chronology, chronology
from app.curate.check import Finding
from app.curate.decisions import Decisions, decide
from app.curate.draft import draft
from app.curate.orders import CurationFile, EventOrder, parse, read_curation
from app.database import writing
from app.errors import CurationWrong
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention
from app.ingest.corpus import CorpusDocument, LeftOut, read_corpus
from app.ingest.documents import Progress, store_documents
from app.ingest.identity import Standing
from app.ingest.rows import mention_rows, published_of, vocabulary_rows
from app.models import Document, DocumentText, Event, Extraction, Mention, Revision, StandingOrders
from app.models.versioned import Changes, current, replace
from app.publishing import NO_LONGER, REVIEWED, TAKEN_BACK, WhyGone, publish, standing_places
from app.queries.views import wrong_views
from app.resolve.likeness import Told
from app.resolve.same_event import group
from app.settings import ROOT, settings
from app.text.sentences import sentences
from app.text.words import counted

RULES = ("app/dates", "app/extract", "app/languages", "app/text", "app/vocabulary", "app/resolve")
"""What decides which mentions and events are found; the vocabulary in seeds/ does too."""
CURATION_REASON = (
    "Standing orders, or documents that they are for, are new; why each decision was taken stands with its event."
)
NOT_READ_WITH = frozenset({"views.yaml", "milestones.yaml"})
"""Files in seeds/ that say nothing of how a text is read."""


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
            f"Curation: {counted(len(decisions.documents), 'document')}, {counted(len(decisions.events), 'event')}"
            f" reviewed, {len(self.events.added)} of them new;"
            f" {counted(len(decisions.rejections), 'passage')} rejected."
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A curation file for a document that tells of something; `words` are None where `name` is there already."""

    document: str
    name: str
    words: str | None


def drafts(folder: Path, author: str, files: Sequence[CurationFile]) -> Iterator[Draft | LeftOut]:
    """A draft for each document of a corpus folder that tells of anything, or what was left out. `files` are the
    curation files that there are."""
    there = {file.document: file.name for file in files}
    names = {file.name for file in files}
    events = {order.event for file in files for order in file.orders if isinstance(order, EventOrder)}
    for read in read_corpus(folder, settings().document_bytes):
        if isinstance(read, LeftOut):
            yield read
            continue
        if read.file in there:
            yield Draft(read.file, there[read.file], None)
            continue
        told = [Told(read.file, one) for one in find_mentions(read.text, read.language, read.published)]
        if groups := group(told):
            stem = Path(read.file).with_suffix("").as_posix().replace("/", "-")
            name = next(name for name in _numbered(stem) if name not in names)
            names.add(name)
            yield Draft(read.file, name, draft(read.file, read.text, author, groups, events))


def _numbered(stem: str) -> Iterator[str]:
    yield f"{stem}.yaml"
    yield from (f"{stem}-{number}.yaml" for number in count(2))


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
            stored = store_documents(session, number, folder, progress)
            report.documents, report.left_out = stored.changes, stored.left_out
            report.notes += stored.notes
            mentions = _find_mentions(session, progress)
            # Orders for documents that have just come take effect with the curation, as a revision of its own.
            decisions = decide(applied, _documents(session, applied, new=stored.new))
            wanted = decide(files, _documents(session, files))
            standing = standing_places(session, stored.successors)
            result = chronology(session, mentions, decisions, wanted, standing)
            report.mentions, report.events = _publish(session, number, result, standing, lambda *_: NO_LONGER)
            report.notes += wrong_views(session, number)
            if any([*vocabulary, report.documents, report.mentions, report.events]):
                revision.summary = _summary(folder, report)
                report.revision = number
        # Orders for documents that are not there wait until they are.
        changed = [one.words for one in files] != [one.words for one in applied]
        if (changed and (wanted.documents or applied)) or wanted.documents != decisions.documents:
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
        result = chronology(session, mentions, decisions, decisions, standing)
        decided = {event.key for event in decisions.events}

        def why_gone(event: Event, places: Sequence[Standing]) -> str:
            rejected = decisions.why_none([(place.document, place.span) for place in places])
            return rejected or (TAKEN_BACK if event.curated_as not in {None, *decided} else REVIEWED)

        changes = _publish(session, number, result, standing, why_gone)
        if any([orders, *changes]):
            report.curation = CurationReport(number, decisions, *changes)
            revision.summary = report.curation.summary
            revision.reason = CURATION_REASON


def _documents(
    session: Session, files: Iterable[CurationFile], new: Collection[str] = ()
) -> dict[str, tuple[str, str]]:
    """The ids and texts of the documents for which there are orders, by file name, those in `new` (ids) left out.

    Where documents of several corpora have that name, or a file now holds quite other words than it did, it is the one
    that holds most of the quotes.
    """
    quotes: dict[str, list[str]] = {}
    for file in files:
        quotes.setdefault(file.document, []).extend(passage.quote for order in file.orders for passage in order.quoted)
    found: dict[str, tuple[int, str, str]] = {}
    for row in current(session, Document).values():
        if row.file in quotes and row.id not in new:
            text = session.get_one(DocumentText, row.sha256).content
            held = sum(quote in text for quote in quotes[row.file])
            found[row.file] = max(found.get(row.file, (-1, "", "")), (held, row.id, text))
    return {file: (identity, text) for file, (_, identity, text) in found.items()}


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
        found = find_mentions(words, document.language, published_of(document))
        wanted += mention_rows(document, words, found)
        spans = [(span.start, span.end) for span in sentences(words, document.language)]
        session.merge(Extraction(document_id=document.id, rules=rules, sentences=spans))
        progress(f"read {document.file}: {len(found)} mentions")
    return wanted


def _publish(
    session: Session,
    number: int,
    result: Chronology,
    standing: Mapping[str, list[Standing]],
    why_gone: WhyGone,
) -> tuple[Changes, Changes]:
    """Publish a chronology; what that changed in mentions and in events."""
    mentions = replace(session, number, Mention, result.mentions)
    return mentions, publish(session, number, result.events, result.parties, result.mentions, standing, why_gone)


@cache
def _rules() -> str:
    """A fingerprint of everything that decides what is found."""
    digest = hashlib.sha256()
    files = [path for folder in RULES for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".yaml"}]
    vocabulary = [path for path in settings().seeds.glob("*.yaml") if path.name not in NOT_READ_WITH]
    for path in sorted([*files, *vocabulary]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _summary(folder: Path, report: IngestReport) -> str:
    """The revision in one sentence."""
    events = report.events
    return (
        f"Ingest of {folder.resolve().name}: {len(report.documents.added)} documents added; "
        f"{len(events.added)} events added, {len(events.changed)} changed."
    )
