"""Decisions become rows: a curator's passages with the words behind each fact, and events as a person decided they are.

What the machine found is kept beside them, as it was read.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.curate.decisions import DecidedEvent, DecidedPassage, Decisions
from app.curate.orders import EventOrder
from app.extract.mention import Evidence, ExtractedMention
from app.ingest.identity import identifier
from app.ingest.rows import mention_row
from app.models import Event, Mention, Party
from app.resolve.events import ResolvedEvent
from app.resolve.likeness import Told
from app.text.spans import Span

PassageKey = tuple[str, str, Span]
"""Of which event, in which document, and where."""


def passage_rows(
    decisions: Decisions,
    texts: Mapping[str, str],
    found: Mapping[str, Sequence[ExtractedMention]],
    named: Mapping[str, Sequence[Evidence]],
) -> dict[PassageKey, Mention]:
    """A row for each passage of the decided events, as yet without its event.

    `texts` are the words of the documents, `found` the machine's mentions and `named` the names in them, by id.
    What no passage of an event shows stands with its first, as what follows from the text.
    """
    rows: dict[PassageKey, Mention] = {}
    for event in decisions.events:
        shown: set[tuple[str, str]] = set()
        of_event: list[Mention] = []
        for passage in event.passages:
            near = [one for one in found.get(passage.document, ()) if decisions.about(passage.document, one) is passage]
            evidence = _evidence(event, passage, near, named.get(passage.document, ()))
            row = _row(event, passage, evidence, texts[passage.document])
            shown |= {(one.kind, one.value) for one in evidence}
            rows[event.key, passage.document, passage.span] = row
            of_event.append(row)
        _complete(of_event[0], event.order, shown)
    return rows


def _row(event: DecidedEvent, passage: DecidedPassage, evidence: Sequence[Evidence], text: str) -> Mention:
    named = {(one.kind, one.value) for one in evidence}
    decided = event.mention(passage)
    mention = ExtractedMention(
        span=passage.span,
        type=decided.type,
        scope=decided.scope,
        status=decided.status,
        confidence=decided.confidence,
        date=passage.date,
        parties=tuple(party for party in decided.parties if ("party", party.actor) in named),
        persons=tuple(person for person in decided.persons if ("person", person) in named),
        place=decided.place if ("place", decided.place) in named else None,
        evidence=tuple(evidence),
    )
    # Not of its type or date: a correction leaves the address of a passage as it is.
    identity = identifier("passage", passage.document, passage.span.start, passage.span.end, event.key)
    row = mention_row(identity, passage.document, text, mention)
    row.origin = "curator"
    row.translations = dict(passage.translations)
    return row


def _complete(row: Mention, order: EventOrder, shown: set[tuple[str, str]]) -> None:
    """Give a row the facts of its event that no passage shows."""
    row.parties = [
        {"actor": actor, "role": role}
        for actor, role in order.parties.items()
        if ("party", actor) not in shown or any(party["actor"] == actor for party in row.parties)
    ]
    row.persons = [person for person in order.persons if ("person", person) not in shown or person in row.persons]
    if order.place and ("place", order.place) not in shown:
        row.place = order.place


def _evidence(
    event: DecidedEvent, passage: DecidedPassage, near: Iterable[ExtractedMention], named: Iterable[Evidence]
) -> tuple[Evidence, ...]:
    """The words of a passage behind each fact of its event: names in it, what the machine took them from, the words of
    the act, and those that give the date."""
    order = event.order
    facts = {
        *(("party", actor) for actor in order.parties),
        *(("person", person) for person in order.persons),
        ("place", order.place),
        ("trigger", order.type),
    }
    read = [one for mention in near for one in mention.evidence]
    found = {one for one in (*named, *read) if (one.kind, one.value) in facts and _holds(passage.span, one.span)}
    if passage.date and passage.date.phrase:
        found.add(Evidence("date", passage.date.date.text, passage.date.phrase))
    return tuple(sorted(found, key=lambda one: (one.span, one.kind, one.value)))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def decide_event(row: Event, event: DecidedEvent, part_of: str | None) -> Event:
    """The row of an event with what a person decided of it."""
    order = event.order
    row.review = "reviewed"
    row.curated_as, row.author = event.key, event.author
    row.part_of = part_of
    row.titles = row.titles | order.headline
    row.summaries = dict(order.summary)
    row.reason = order.reason
    return row


def resolved(event: DecidedEvent, told: Sequence[Told]) -> ResolvedEvent:
    """An event as a person decided it is, told by `told`, among them mentions of documents that nobody has curated."""
    order = event.order
    assert order.type
    assert order.scope
    return ResolvedEvent(
        told=tuple(told),
        type=order.type,
        subtype=order.subtype,
        scope=order.scope,
        date=event.date,
        parties=event.parties,
        persons=tuple(order.persons),
        place=order.place,
        confidence=1.0,
    )


def decided_parties(identity: str, order: EventOrder) -> list[Party]:
    """The parts of actors and persons in an event, as a person decided them."""
    parts = {**order.parties, **order.persons}
    return [
        Party(event_id=identity, actor_id=actor, role=role, position=position)
        for position, (actor, role) in enumerate(parts.items())
    ]
