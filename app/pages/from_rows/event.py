"""The page of an event from its rows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from app.curate.check import HEADLINE_LANGUAGES
from app.models import Document, Event, Mention, Party, Revision
from app.pages.event import (
    Decided,
    EventPage,
    FactRow,
    HistoryLine,
    InAnotherLanguage,
    PassageShown,
    Translation,
    TypeShown,
)
from app.pages.from_rows.cards import preferred_passage
from app.pages.from_rows.labels import (
    BASIS,
    DECIDED_BASIS,
    SCOPE,
    Labels,
    confidence_of,
    language_name,
    marked,
    review_mark,
)
from app.pages.from_rows.machine import machine_reading
from app.pages.from_rows.reasons import joined_words, reasons_of
from app.pages.passage import EVIDENCE_KINDS, EvidenceKind
from app.pages.wording import Link, Wording
from app.queries.event_filter import EventFilter
from app.queries.passages import Passage

UNDATED = "No passage gives a date, and none follows from the text."
UNNAMED = "Not named in these words: it follows from the text around them."
UNNAMED_PLACE = "Not named in these words: the place of the occasion, or the seat of whoever acted."
FACT_NAMES = {"date": "Date", "party": "Party", "person": "Person", "place": "Place", "trigger": "Act"}


def event_page(
    event: Event,
    passages: Sequence[Passage],
    readings: Mapping[str, Sequence[Mention]],
    parties: Sequence[Party],
    history: Sequence[tuple[Event, Revision]],
    whole: Event | None,
    parts: Sequence[Event],
    labels: Labels,
) -> EventPage:
    """Everything an event stands on. `readings` are what the machine read in passages that a person chose, by their
    ids; `history` holds its versions with their revisions, oldest first; `whole` is the event it is part of,
    `parts` are those that are part of it."""
    when = date.fromisoformat(event.earliest) if event.earliest else None
    kind = labels.names.types[event.type]
    preferred = preferred_passage(event, passages)
    plover = ", ".join(part for part in (kind.plover_category, kind.plover_mode) if part)
    return EventPage(
        id=event.id,
        headline=labels.headline(event),
        summary=labels.summary(event),
        date=labels.date_shown(event.edtf),
        edtf=event.edtf,
        other_dates=_other_dates(event, passages, labels),
        date_reason=_date_reason(event),
        type=TypeShown(
            kind.names.get(labels.language) or kind.names["en"],
            kind.definition.get(labels.language) or kind.definition["en"],
            EventFilter(type=(event.type,)).address(),
            _subtype(event, labels),
            plover,
        ),
        parties=tuple(labels.party(party) for party in parties if not labels.is_person(party)),
        persons=tuple(labels.person(party, when) for party in parties if labels.is_person(party)),
        place=labels.names.place(event.place, labels.language) if event.place else None,
        scope=SCOPE[event.scope],
        review=review_mark(event),
        decided=_decided(event),
        confidence=confidence_of(event, reasons_of(_surest(passages))),
        part_of=labels.event_link(whole) if whole else None,
        parts=tuple(labels.event_link(part) for part in parts),
        passages=tuple(_passage(one, readings.get(one.mention.id, ()), labels, one is preferred) for one in passages),
        others=tuple(_others(event, labels)) if event.review == "reviewed" else (),
        history=tuple(_change(version, revision, labels, i == 0) for i, (version, revision) in enumerate(history)),
    )


def _subtype(event: Event, labels: Labels) -> Link | None:
    if event.subtype is None:
        return None
    address = EventFilter(type=(event.type,), subtype=(event.subtype,)).address()
    return Link(labels.names.subtype(event.subtype, labels.language), address)


def _others(event: Event, labels: Labels) -> Iterator[InAnotherLanguage]:
    """The editors' words in the other languages in which they word every event."""
    for tag in HEADLINE_LANGUAGES:
        if tag != labels.language:
            summary = Wording(event.summaries[tag], tag) if tag in event.summaries else None
            label = language_name(tag, labels.language)
            yield InAnotherLanguage(label, Wording(event.titles[tag], tag), summary)


def _date_reason(event: Event) -> str:
    if event.basis is None:
        return UNDATED
    return (DECIDED_BASIS if event.review == "reviewed" else BASIS)[event.basis]


def _decided(event: Event) -> Decided | None:
    return Decided(event.author or "the editors", event.reason) if event.review == "reviewed" else None


def _surest(passages: Sequence[Passage]) -> Mention:
    return max((one.mention for one in passages), key=lambda mention: mention.confidence)


def _other_dates(event: Event, passages: Sequence[Passage], labels: Labels) -> str | None:
    """The dates that passages give and the event does not carry, finer or coarser or differing."""
    dates = {one.mention.date["edtf"] for one in passages if one.mention.date} - {event.edtf}
    return ", ".join(labels.date(edtf) for edtf in sorted(dates)) or None


def _passage(one: Passage, readings: Sequence[Mention], labels: Labels, preferred: bool) -> PassageShown:
    mention, document = one.mention, one.document
    return PassageShown(
        mention_id=mention.id,
        quote=marked(mention, document, context=True),
        source=labels.document_link(document, mention.id),
        published=published_words(document, labels),
        date=labels.date(mention.date["edtf"]) if mention.date else None,
        facts=_facts(mention, document, labels),
        preferred=preferred and mention.date is not None,
        joined=joined_words(mention),
        translation=labels.translation(mention),
        other_translations=tuple(
            Translation(language_name(tag, labels.language), Wording(words, tag))
            for tag, words in sorted(mention.translations.items())
            if tag != labels.language
        ),
        chosen=mention.origin == "curator",
        machine=tuple(machine_reading(reading, labels) for reading in readings),
    )


def published_words(document: Document, labels: Labels) -> str:
    """When a document was published, in words."""
    if document.published is None:
        return "publication date not known"
    return f"published {labels.date(document.published)}"


def _facts(mention: Mention, document: Document, labels: Labels) -> tuple[FactRow, ...]:
    notes: dict[tuple[EvidenceKind, str], str | None] = {}
    if mention.date:
        notes["date", mention.date["edtf"]] = (
            None if mention.date["basis"] == "explicit" else _bases(mention)[mention.date["basis"]]
        )
    for party in mention.parties:
        notes["party", party["actor"]] = None
    if mention.place:
        notes["place", mention.place] = None
    words: dict[tuple[EvidenceKind, str], list[Wording]] = {}
    for e in mention.evidence:
        notes.setdefault((e["kind"], e["value"]), None)
        if mention.start <= e["start"] and e["end"] <= mention.end:
            exact = mention.exact[e["start"] - mention.start : e["end"] - mention.start]
            words.setdefault((e["kind"], e["value"]), []).append(Wording(exact, document.language))
    rows = []
    for (kind, value), note in sorted(notes.items(), key=lambda item: EVIDENCE_KINDS.index(item[0][0])):
        found = tuple(words.get((kind, value), ()))
        unnamed = None if found else UNNAMED_PLACE if kind == "place" else UNNAMED
        rows.append(FactRow(kind, f"{FACT_NAMES[kind]}: {_value(kind, value, labels)}", found, note or unnamed))
    return tuple(rows)


def _bases(mention: Mention) -> Mapping[str, str]:
    return DECIDED_BASIS if mention.origin == "curator" else BASIS


def _value(kind: str, value: str, labels: Labels) -> str:
    if kind == "date":
        return labels.date(value)
    if kind == "place":
        return labels.names.place(value, labels.language)
    if kind == "trigger":
        return labels.names.type(value, labels.language)
    return labels.names.actor(value, labels.language)


def _change(version: Event, revision: Revision, labels: Labels, first: bool) -> HistoryLine:
    day = revision.made_at.date().isoformat()
    if version.state == "withdrawn":
        return HistoryLine(revision.number, day, f"Withdrawn. {version.reason}")
    if version.state == "merged":
        return HistoryLine(revision.number, day, "Merged into another event.")
    said = f"{labels.headline(version).text}; {labels.date(version.edtf)}"
    done = "Added" if first else "Changed"
    by = f" by {version.author}" if revision.kind == "curation" and version.author else ""
    return HistoryLine(revision.number, day, f"{done}{by}: {said}.")
