"""Mentions as JSON objects: the contract of `extract` and `chronology`, by which other programs measure.

`persons` and `place` are English names; offsets are code points of the document's text; the fields of a date that is
not known are null.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlmodel import Session, col, select

from app.extract.mention import ExtractedMention
from app.ingest.rows import mention_of
from app.models import Document, DocumentText, Event, Mention
from app.resolve.events import event_of
from app.resolve.headlines import headlines
from app.resolve.likeness import Told
from app.vocabulary.actors import Person, persons
from app.vocabulary.places import Place, places


def mention_json(
    file: str, text: str, mention: ExtractedMention, event: str | None, title: str | None = None
) -> dict[str, Any]:
    """One mention of the document `file` as a JSON object; `event` is the key of its event, `title` its headline
    where that is known."""
    date, phrase = mention.date, mention.date.phrase if mention.date else None
    value = date.date if date else None
    return {
        "document": file,
        "start": mention.span.start,
        "end": mention.span.end,
        "quote": mention.span.of(text),
        "date": {
            "edtf": value.text if value else None,
            "earliest": value.earliest.isoformat() if value and value.earliest else None,
            "latest": value.latest.isoformat() if value and value.latest else None,
            "precision": value.precision if value else None,
            "basis": date.basis if date else None,
            "phrase": phrase.of(text) if phrase else None,
            "start": phrase.start if phrase else None,
            "end": phrase.end if phrase else None,
        },
        "type": mention.type,
        "parties": [party.actor for party in mention.parties],
        "roles": {party.actor: party.role for party in mention.parties},
        "persons": [_name(persons(), person) for person in mention.persons],
        "place": _name(places(), mention.place) if mention.place else None,
        "scope": mention.scope,
        "status": mention.status,
        "event": event,
        "confidence": mention.confidence,
        "evidence": [
            {"kind": e.kind, "value": e.value, "start": e.span.start, "end": e.span.end} for e in mention.evidence
        ],
        "title": title or headlines(event_of([Told(file, mention)]))["en"],
    }


def _name(known: Mapping[str, Person] | Mapping[str, Place], identity: str) -> str:
    """The English name; the id of somebody or somewhere that the vocabulary no longer has."""
    return known[identity].names["en"] if identity in known else identity


def published_mentions(session: Session) -> Iterator[dict[str, Any]]:
    """Every mention of a published event as it stands now, in the shape of `extract`, with `review` and `titles`."""
    rows = session.exec(
        select(Mention, Event, Document, DocumentText)
        .join(Event, col(Mention.event_id) == Event.id)
        .join(Document, col(Mention.document_id) == Document.id)
        .join(DocumentText, col(Document.sha256) == DocumentText.sha256)
        .where(
            col(Mention.revision_to).is_(None),
            col(Event.revision_to).is_(None),
            col(Document.revision_to).is_(None),
            Event.state == "published",
        )
        .order_by(col(Document.file), col(Mention.start), col(Mention.end))
    )
    for mention, event, document, text in rows:
        record = mention_json(document.file, text.content, mention_of(mention), event.id, event.titles["en"])
        yield record | {"titles": event.titles, "review": event.review}
