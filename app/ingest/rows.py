"""Between what extraction and resolution speak of and the rows that are kept."""

from datetime import date as Day
from typing import Any

from app.dates.edtf import EdtfDate
from app.extract.mention import Dated, Evidence, ExtractedMention, PartyRole
from app.extract.publication import publication
from app.ingest.corpus import CorpusDocument
from app.ingest.identity import identifier
from app.models import Actor, Document, Event, EventType, Mention, Party, Place, Subtype
from app.models.versioned import Versioned
from app.resolve.events import ResolvedEvent, person_role
from app.resolve.headlines import headlines
from app.text.folding import fold
from app.text.spans import Quote, Span
from app.vocabulary.actors import actors, persons
from app.vocabulary.event_types import event_types, subtypes
from app.vocabulary.languages import rules_for
from app.vocabulary.places import places


def document_row(read: CorpusDocument) -> Document:
    """The document as a row. Its id is made from its words, so the same words are the same document.

    A publication date that the index leaves out is bounded by what the text says, with the reasons in its note.
    """
    published, note = read.published, read.published_note
    if published is None and (rules := rules_for(read.language)) and (told := publication(fold(read.text), rules)):
        published = told.date
        note = " ".join([*([note] if note else []), "Inferred.", *told.reasons])
    return Document(
        id=identifier("document", read.sha256),
        corpus=read.corpus,
        file=read.file,
        sha256=read.sha256,
        length=len(read.text),
        language=read.language,
        title=read.title,
        title_en=read.title_en,
        publisher=read.publisher,
        author=read.author,
        published=published.text if published else None,
        published_earliest=_iso(published.earliest) if published else None,
        published_latest=_iso(published.latest) if published else None,
        published_note=note,
        url=read.url,
    )


def mention_rows(document: Document, text: str, found: tuple[ExtractedMention, ...]) -> list[Mention]:
    """The mentions found in a document as rows, as yet without their events."""
    rows, taken = [], set()
    for mention in found:
        attempt = 0
        place = (document.id, mention.span.start, mention.span.end, mention.type)
        while (made := identifier("mention", *place, attempt)) in taken:
            attempt += 1
        taken.add(made)
        rows.append(mention_row(made, document.id, text, mention))
    return rows


def mention_row(identity: str, document: str, text: str, mention: ExtractedMention) -> Mention:
    """A mention of the document with the id `document` and the words `text` as a row, as yet without its event."""
    quote = Quote.at(text, mention.span)
    return Mention(
        id=identity,
        document_id=document,
        start=mention.span.start,
        end=mention.span.end,
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        type=mention.type,
        scope=mention.scope,
        status=mention.status,
        confidence=mention.confidence,
        date=_date_json(mention.date),
        parties=[{"actor": party.actor, "role": party.role} for party in mention.parties],
        persons=list(mention.persons),
        place=mention.place,
        subtype=mention.subtype,
        signs=list(mention.signs),
        evidence=[
            {"kind": e.kind, "value": e.value, "start": e.span.start, "end": e.span.end} for e in mention.evidence
        ],
    )


def published_of(row: Document) -> EdtfDate | None:
    """When a document was published; None where nothing is known of it."""
    return EdtfDate.parse(row.published) if row.published else None


def mention_of(row: Mention) -> ExtractedMention:
    """A row back as the mention that extraction found."""
    date = row.date
    phrase = Span(date["start"], date["end"]) if date and date["start"] is not None else None
    return ExtractedMention(
        span=Span(row.start, row.end),
        type=row.type,
        scope=row.scope,  # type: ignore[arg-type]
        status=row.status,  # type: ignore[arg-type]
        confidence=row.confidence,
        date=Dated(EdtfDate.parse(date["edtf"]), date["basis"], phrase) if date else None,
        parties=tuple(PartyRole(party["actor"], party["role"]) for party in row.parties),  # type: ignore[arg-type]
        persons=tuple(row.persons),
        place=row.place,
        evidence=tuple(Evidence(e["kind"], e["value"], Span(e["start"], e["end"])) for e in row.evidence),
        subtype=row.subtype,
        signs=tuple(row.signs),
    )


def event_row(identity: str, event: ResolvedEvent, part_of: str | None = None) -> Event:
    """An event as a row: found by the machine and not yet looked at; `part_of` is the event within which it was."""
    date = event.date.date if event.date else None
    return Event(
        id=identity,
        part_of=part_of,
        type=event.type,
        subtype=event.subtype,
        scope=event.scope,
        review="machine",
        confidence=event.confidence,
        place=event.place,
        edtf=date.text if date else None,
        earliest=_iso(date.earliest) if date else None,
        latest=_iso(date.latest) if date else None,
        precision=date.precision if date else "unknown",
        basis=event.date.basis if event.date else None,
        titles=headlines(event),
    )


def party_rows(identity: str, event: ResolvedEvent) -> list[Party]:
    """The parts of actors and persons in an event as rows."""
    roles = {party.actor: party.role for party in event.parties}
    rows = [Party(event_id=identity, actor_id=actor, role=role, position=0) for actor, role in roles.items()]
    for person in event.persons:
        rows.append(Party(event_id=identity, actor_id=person, role=person_role(person, roles), position=0))
    for position, row in enumerate(rows):
        row.position = position
    return rows


def vocabulary_rows() -> dict[type[Versioned], list[Versioned]]:
    """The vocabulary as rows, by table."""
    states = [
        Actor(id=actor.id, kind=actor.kind, side=actor.side, names=actor.names, roles=[_dump(r) for r in actor.roles])
        for actor in actors().values()
    ]
    people = [
        Actor(id=person.id, kind="person", names=person.names, roles=[_dump(office) for office in person.offices])
        for person in persons().values()
    ]
    return {
        Actor: [*states, *people],
        Place: [Place(id=p.id, kind=p.kind, country=p.country, names=p.names) for p in places().values()],
        EventType: [
            EventType(
                id=kind.id,
                position=position,
                names=kind.names,
                definition=kind.definition,
                plover_category=kind.plover.category,
                plover_mode=kind.plover.mode,
            )
            for position, kind in enumerate(event_types().values())
        ],
        Subtype: [
            Subtype(id=one.id, position=position, names=one.names) for position, one in enumerate(subtypes().values())
        ],
    }


def _dump(entry: Any) -> dict[str, Any]:
    dumped: dict[str, Any] = entry.model_dump(by_alias=True)
    return dumped


def _date_json(date: Dated | None) -> dict[str, Any] | None:
    if date is None:
        return None
    return {
        "edtf": date.date.text,
        "earliest": _iso(date.date.earliest),
        "latest": _iso(date.date.latest),
        "precision": date.date.precision,
        "basis": date.basis,
        "start": date.phrase.start if date.phrase else None,
        "end": date.phrase.end if date.phrase else None,
    }


def _iso(day: Day | None) -> str | None:
    return day.isoformat() if day else None
