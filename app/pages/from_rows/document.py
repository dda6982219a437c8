"""The pages of documents from their rows."""

from collections.abc import Mapping, Sequence

from app.models import Document, Event, Mention
from app.pages.document import (
    DocumentEvent,
    DocumentListPage,
    DocumentPage,
    DocumentRow,
    PassageSpan,
    SetAside,
    marked_paragraphs,
)
from app.pages.from_rows.labels import Labels, language_name
from app.pages.from_rows.machine import machine_reading
from app.pages.wording import Wording
from app.queries.event_filter import EventFilter
from app.text.words import counted

OUR_TITLE = "The file has no title; this one describes it."


def document_page(
    document: Document,
    text: str,
    mentions: Sequence[tuple[Mention, Event]],
    readings: Mapping[str, Sequence[Mention]],
    rejected: Sequence[Mention],
    labels: Labels,
) -> DocumentPage:
    """A document whole, with its passages marked and numbered by event in the order of the text.

    `readings` are what the machine read where a person chose a passage, by that passage's id; `rejected` what a person
    set aside.
    """
    numbers: dict[str, int] = {}
    told: dict[str, list[Mention]] = {}
    events: dict[str, Event] = {}
    for mention, event in mentions:
        numbers.setdefault(event.id, len(numbers) + 1)
        told.setdefault(event.id, []).append(mention)
        events[event.id] = event
    spans = [
        PassageSpan(
            start=mention.start,
            end=mention.end,
            mention_id=mention.id,
            event_address=f"/events/{event.id}",
            event_headline=labels.headline(event),
            number=numbers[event.id],
            older_ids=tuple(reading.id for reading in readings.get(mention.id, ())),
        )
        for mention, event in mentions
    ]
    return DocumentPage(
        id=document.id,
        title=labels.document_title(document),
        title_note=None if document.title else OUR_TITLE,
        publisher=Wording(document.publisher) if document.publisher else None,
        author=Wording(document.author) if document.author else None,
        published=labels.date(document.published) if document.published else "not known",
        published_note=document.published_note,
        language=document.language,
        language_label=language_name(document.language, labels.language),
        url=document.url if document.url and document.url.lower().startswith(("http://", "https://")) else None,
        sha256=document.sha256,
        paragraphs=marked_paragraphs(text, spans),
        events=tuple(
            DocumentEvent(
                number=number,
                headline=labels.headline(events[identity]),
                address=f"/events/{identity}",
                date=labels.date(events[identity].edtf),
                anchors=tuple(f"#m-{mention.id}" for mention in told[identity]),
            )
            for identity, number in numbers.items()
        ),
        set_aside=tuple(_set_aside(mention, document, labels) for mention in rejected),
        timeline_address=EventFilter(document=(document.id,), scope=("context", "core")).address(),
    )


def _set_aside(mention: Mention, document: Document, labels: Labels) -> SetAside:
    read = machine_reading(mention, labels)
    held_back = f"held back as {read.status}" if read.status else None
    told = "; ".join(part for part in (read.type, ", ".join(read.parties), read.date, held_back) if part)
    return SetAside(mention.id, Wording(mention.exact, document.language), told, mention.rejected or "")


def document_list_page(
    documents: Sequence[Document], mentions: Mapping[str, Sequence[tuple[Mention, Event]]], labels: Labels
) -> DocumentListPage:
    """All documents, with how much each tells of."""
    rows = tuple(
        DocumentRow(
            title=labels.document_title(document),
            address=f"/documents/{document.id}",
            publisher=Wording(document.publisher) if document.publisher else None,
            published=labels.date(document.published) if document.published else "not known",
            language_label=language_name(document.language, labels.language),
            events=len({event.id for _, event in mentions.get(document.id, ())}),
            passages=len(mentions.get(document.id, ())),
        )
        for document in documents
    )
    return DocumentListPage(rows, _summary(documents, labels))


def _summary(documents: Sequence[Document], labels: Labels) -> str:
    told = counted(len(documents), "document").capitalize()
    days = [day for row in documents for day in (row.published_earliest, row.published_latest) if day]
    return f"{told}, published {labels.between(min(days), max(days))}" if days else told
