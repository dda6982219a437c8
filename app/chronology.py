"""The whole chronology as rows: mentions joined to events, and what the curators decided in place of what was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from app.curate.apply import PassageKey, decide_event, decided_parties, passage_rows, resolved
from app.curate.decisions import DecidedEvent, Decisions, Rejection
from app.extract.mention import ExtractedMention
from app.extract.names import names_in
from app.ingest.identity import Standing, identifier, keep_event_ids
from app.ingest.rows import event_row, mention_of, party_rows, published_of
from app.models import Document, DocumentText, Event, Mention, Party
from app.models.versioned import current
from app.resolve.events import event_of
from app.resolve.likeness import Told
from app.resolve.parts import parts_of
from app.resolve.same_event import Joined, joined


@dataclass(frozen=True, slots=True)
class Chronology:
    """Everything that is to be published: events, the parts in them, and all mentions, those of no event included."""

    events: list[Event]
    parties: list[Party]
    mentions: list[Mention]


def chronology(
    session: Session,
    mentions: list[Mention],
    decisions: Decisions,
    wanted: Decisions,
    standing: Mapping[str, list[Standing]],
) -> Chronology:
    """The events that `mentions` tell of, and those that were decided on, with the rows of all mentions.

    Every mention is given the id of its event and the reasons for which it was joined to it, or what was decided of it.
    An event keeps its id (`standing` says where the present ones are told of). A new one that `wanted` decides on has
    an id made of what the curators call it, so that a chronology made anew has the addresses of the old one, whatever
    the machine finds by then.
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
    decided = {event.key: event for event in decisions.events}
    known = [_decided(found, decided) for found in groups]
    ids = keep_event_ids(places, standing, names, _own_ids(session, known))
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
    result = Chronology([], [], [*mentions, *passages.values()])
    for identity, event in zip(ids, known, strict=True):
        row_of_event = event_row(identity, events[identity], wholes.get(identity))
        if event is None:
            result.parties.extend(party_rows(identity, events[identity]))
        else:
            decide_event(row_of_event, event, by_key.get(event.order.part_of or ""))
            result.parties.extend(decided_parties(identity, event.order))
        result.events.append(row_of_event)
    return result


def _own_ids(session: Session, known: Sequence[DecidedEvent | None]) -> dict[int, str]:
    """The id of each decided event, by its position in `known`: that which it had, else one made of its name."""
    had = {row.curated_as: row.id for row in current(session, Event).values() if row.state == "published"}
    named = {number: event.key for number, event in enumerate(known) if event}
    return {number: had.get(key) or identifier("event", key) for number, key in named.items()}


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
            named[document.id] = names_in(texts[document.id], document.language, published_of(document))
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
