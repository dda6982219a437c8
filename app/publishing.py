"""Making events the published ones, and keeping what became of those that no document tells of any more."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlalchemy import text
from sqlmodel import Session, col, select

from app.errors import QuoteAmbiguous, QuoteNotFound
from app.ingest.identity import Standing, joined_into
from app.models import Actor, Document, DocumentText, Event, Mention, Party, Place, SearchText
from app.models.versioned import Changes, current, replace
from app.queries.search import index_terms
from app.text.spans import Quote, Span

NO_LONGER = "As they stand and are read now, the documents no longer tell of this event."
REVIEWED = "The editors have read its passages, and found that they tell of other events."

TAKEN_BACK = "The order by which the editors had this event was taken back, or its words are no longer in the document."

WhyGone = Callable[[Event, Sequence[Standing]], str]
"""Why passages that told of an event tell of it no more."""


def standing_places(session: Session, successors: Mapping[str, str]) -> dict[str, list[Standing]]:
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


def publish(
    session: Session,
    number: int,
    events: Iterable[Event],
    parties: Sequence[Party],
    mentions: Iterable[Mention],
    standing: Mapping[str, Sequence[Standing]],
    why_gone: WhyGone,
) -> Changes:
    """Make `events` the published ones. One told of no more is withdrawn, one told within another is merged."""
    found = list(mentions)
    passages: dict[str, list[Mention]] = {}
    for mention in found:
        if mention.event_id:
            passages.setdefault(mention.event_id, []).append(mention)
    told = _told(found)
    published = {row.id: row for row in events}
    rows = dict(published)
    for row in current(session, Event).values():
        if row.id not in rows:
            places = standing.get(row.id, ())
            rows[row.id] = _gone(row, joined_into(places, told), why_gone(row, places))
    # Read before they are stored: the search text is made of what stands.
    texts = _search_texts(session, published.values(), passages, parties)
    changes = replace(session, number, Event, rows.values())
    replace(session, number, Party, parties)
    indexed = replace(session, number, SearchText, texts)
    for (event,) in (*indexed.added, *indexed.changed):
        terms = select(SearchText).where(SearchText.event_id == event, col(SearchText.revision_to).is_(None))
        stored = session.exec(terms).one()
        session.execute(
            text("INSERT INTO search_index (rowid, terms) VALUES (:row, :terms)"),
            {"row": stored.row, "terms": stored.terms},
        )
    return changes


def _told(mentions: Iterable[Mention]) -> dict[str, list[Standing]]:
    """Where each event is told of: its passages, and what the machine read in those that a person decided on."""
    rows = {row.id: row for row in mentions}
    places: dict[str, list[Standing]] = {}
    for row in rows.values():
        event = rows[row.passage_id].event_id if row.passage_id else row.event_id
        if event:
            places.setdefault(event, []).append(Standing(row.document_id, Span(row.start, row.end), row.type))
    return places


def _gone(standing: Event, joined: str | None, reason: str) -> Event:
    """What becomes of an event that is told of no more: a tombstone that says where it went, or why."""
    if standing.state != "published":
        return Event(**standing.content())
    if joined is not None:
        return Event(**(standing.content() | {"state": "merged", "merged_into": joined}))
    return Event(**(standing.content() | {"state": "withdrawn", "reason": reason}))


def _search_texts(
    session: Session, events: Iterable[Event], passages: Mapping[str, Sequence[Mention]], parties: Iterable[Party]
) -> list[SearchText]:
    """For each event, every word by which it is found: headline and summary, passages and their translations, names in
    all languages, documents."""
    documents = {row.id: row for row in current(session, Document).values()}
    names = {row.id: " ".join(row.names.values()) for row in current(session, Actor).values()}
    towns = {row.id: " ".join(row.names.values()) for row in current(session, Place).values()}
    named: dict[str, list[str]] = {}
    for party in parties:
        named.setdefault(party.event_id, []).append(names[party.actor_id])
    texts = []
    for event in events:
        told = passages[event.id]
        words = [
            *event.titles.values(),
            *event.summaries.values(),
            *(mention.exact for mention in told),
            *(words for mention in told for words in mention.translations.values()),
            *named.get(event.id, ()),
            towns[event.place] if event.place else "",
            *(documents[mention.document_id].title or "" for mention in told),
            *(documents[mention.document_id].publisher or "" for mention in told),
        ]
        texts.append(SearchText(event_id=event.id, terms=index_terms("\n".join(words))))
    return texts
