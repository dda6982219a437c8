"""Rows of the timeline from events."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.models import Event, Party
from app.pages.event_card import EventCard
from app.pages.from_rows.labels import Labels, marked, review_mark
from app.queries.passages import Passage


def event_cards(
    events: Sequence[Event],
    passages: Mapping[str, Sequence[Passage]],
    parties: Mapping[str, Sequence[Party]],
    labels: Labels,
) -> tuple[EventCard, ...]:
    """A card for each of `events`, in their order. Its quote is the passage that gives the date, or the first."""
    return tuple(
        _card(event, passages.get(event.id, ()), parties.get(event.id, ()), labels)
        for event in events
        if passages.get(event.id)
    )


def preferred_passage(event: Event, passages: Sequence[Passage]) -> Passage:
    """The passage whose date is the event's, or the first."""
    return next((p for p in passages if p.mention.date and p.mention.date["edtf"] == event.edtf), passages[0])


def _card(event: Event, passages: Sequence[Passage], parties: Sequence[Party], labels: Labels) -> EventCard:
    shown = preferred_passage(event, passages)
    year, month = _filed_under(event)
    return EventCard(
        id=event.id,
        address=f"/events/{event.id}",
        headline=labels.headline(event),
        date=labels.date_shown(event.edtf),
        year=year,
        month=month,
        type_label=labels.names.type(event.type, labels.language),
        parties=tuple(labels.party(party) for party in parties if not labels.is_person(party)),
        place=labels.names.place(event.place, labels.language) if event.place else None,
        review=review_mark(event),
        documents=len({passage.document.id for passage in passages}),
        passages=len(passages),
        quote=marked(shown.mention, shown.document),
        translation=labels.translation(shown.mention),
        source=labels.document_link(shown.document, shown.mention.id),
    )


def _filed_under(event: Event) -> tuple[int | None, int | None]:
    """The year and month under which an event is filed: those of its first day; no month where the year begins it."""
    if event.earliest is None:
        return None, None
    earliest = date.fromisoformat(event.earliest)
    in_january = event.latest is not None and event.latest <= f"{earliest.year:04}-01-31"
    if (earliest.month, earliest.day) == (1, 1) and not in_january:
        return earliest.year, None
    return earliest.year, earliest.month
