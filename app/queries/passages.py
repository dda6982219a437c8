"""What events and documents are shown with: their passages, parties, names and sources."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.models import Actor, Document, DocumentText, Event, EventType, Mention, Party, Place, Revision, Subtype


@dataclass(frozen=True, slots=True)
class Passage:
    """A mention with the document that holds it."""

    mention: Mention
    document: Document


@dataclass(frozen=True, slots=True)
class Names:
    """The vocabulary as of a revision, by id: how things are called and what they are."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    types: Mapping[str, EventType]
    subtypes: Mapping[str, Subtype]

    def actor(self, identity: str, language: str) -> str:
        """The name of an actor or person; its id where it has none."""
        return _name(self.actors.get(identity), identity, language)

    def place(self, identity: str, language: str) -> str:
        """The name of a place; its id where it has none."""
        return _name(self.places.get(identity), identity, language)

    def type(self, identity: str, language: str) -> str:
        """The name of an event type; its id where it has none."""
        return _name(self.types.get(identity), identity, language)

    def subtype(self, identity: str, language: str) -> str:
        """The name of a subtype; its id where it has none."""
        return _name(self.subtypes.get(identity), identity, language)


def _name(thing: Actor | Place | EventType | Subtype | None, identity: str, language: str) -> str:
    return thing.names.get(language) or thing.names.get("en") or identity if thing else identity


def names(session: Session, revision: int) -> Names:
    """The vocabulary that stood as of `revision`."""
    return Names(
        actors={row.id: row for row in session.exec(select(Actor).where(Actor.visible_at(revision)))},
        places={row.id: row for row in session.exec(select(Place).where(Place.visible_at(revision)))},
        types={row.id: row for row in session.exec(select(EventType).where(EventType.visible_at(revision)))},
        subtypes={row.id: row for row in session.exec(select(Subtype).where(Subtype.visible_at(revision)))},
    )


def passages_of(session: Session, events: Collection[str], revision: int) -> dict[str, list[Passage]]:
    """The passages of each of `events`, by document and place in it."""
    rows = session.exec(
        select(Mention, Document)
        .join(Document, col(Document.id) == Mention.document_id)
        .where(Mention.visible_at(revision), Document.visible_at(revision), col(Mention.event_id).in_(events))
        .order_by(col(Document.published_earliest), col(Document.file), col(Mention.start), col(Mention.end))
    )
    found: dict[str, list[Passage]] = {}
    for mention, document in rows:
        found.setdefault(mention.event_id or "", []).append(Passage(mention, document))
    return found


def readings_of(session: Session, passages: Collection[str], revision: int) -> dict[str, list[Mention]]:
    """What the machine found where a person chose `passages` (ids of mentions), by passage, in text order."""
    rows = session.exec(
        select(Mention)
        .where(Mention.visible_at(revision), col(Mention.passage_id).in_(passages))
        .order_by(col(Mention.start), col(Mention.end))
    )
    found: dict[str, list[Mention]] = {}
    for mention in rows:
        found.setdefault(mention.passage_id or "", []).append(mention)
    return found


def read_at(session: Session, passages: Sequence[Mention], revision: int) -> dict[str, list[Mention]]:
    """What the machine read in the words of each of `passages`, or in some of them, by passage id, in text order."""
    documents = {passage.document_id for passage in passages}
    rows = session.exec(
        select(Mention)
        .where(Mention.visible_at(revision), Mention.origin == "machine", col(Mention.document_id).in_(documents))
        .order_by(col(Mention.start), col(Mention.end))
    ).all()
    return {
        passage.id: [
            row
            for row in rows
            if row.document_id == passage.document_id and row.start < passage.end and passage.start < row.end
        ]
        for passage in passages
    }


def rejected_in(session: Session, document: str, revision: int) -> list[Mention]:
    """What the machine found in a document and a person rejected, in text order."""
    return list(
        session.exec(
            select(Mention)
            .where(
                Mention.visible_at(revision),
                Mention.document_id == document,
                col(Mention.rejected).is_not(None),
            )
            .order_by(col(Mention.start), col(Mention.end))
        )
    )


def parties_of(session: Session, events: Iterable[str], revision: int) -> dict[str, list[Party]]:
    """The parties and persons of each of `events`, in their order."""
    rows = session.exec(
        select(Party)
        .where(Party.visible_at(revision), col(Party.event_id).in_(events))
        .order_by(col(Party.event_id), col(Party.position))
    )
    found: dict[str, list[Party]] = {}
    for party in rows:
        found.setdefault(party.event_id, []).append(party)
    return found


def history_of(session: Session, event: str, revision: int) -> list[tuple[Event, Revision]]:
    """Every version of an event up to `revision` with the revision that made it, oldest first."""
    return list(
        session.exec(
            select(Event, Revision)
            .join(Revision, col(Revision.number) == Event.revision_from)
            .where(Event.id == event, col(Event.revision_from) <= revision)
            .order_by(col(Event.revision_from))
        )
    )


def list_documents(session: Session, revision: int) -> list[Document]:
    """The documents as of `revision`, newest publication first, those without a date last."""
    return list(
        session.exec(
            select(Document)
            .where(Document.visible_at(revision))
            .order_by(
                col(Document.published_earliest).is_(None), col(Document.published_earliest).desc(), col(Document.file)
            )
        )
    )


def get_document(session: Session, identity: str, revision: int) -> Document | None:
    """A document as of `revision`."""
    return session.exec(select(Document).where(Document.id == identity, Document.visible_at(revision))).first()


def text_of(session: Session, document: Document) -> str:
    """The words of a document as they came."""
    return session.get_one(DocumentText, document.sha256).content


def mentions_in(session: Session, documents: Collection[str], revision: int) -> list[tuple[Mention, Event]]:
    """The mentions of published events in `documents`, with their events, in text order."""
    return list(
        session.exec(
            select(Mention, Event)
            .join(Event, col(Event.id) == Mention.event_id)
            .where(
                Mention.visible_at(revision),
                Event.visible_at(revision),
                Event.state == "published",
                col(Mention.document_id).in_(documents),
            )
            .order_by(col(Mention.document_id), col(Mention.start), col(Mention.end).desc())
        )
    )


def was_document(session: Session, identity: str, revision: int) -> bool:
    """Whether there was a document of that id before `revision`."""
    earlier = select(Document.row).where(Document.id == identity, col(Document.revision_from) <= revision).limit(1)
    return session.exec(earlier).first() is not None
