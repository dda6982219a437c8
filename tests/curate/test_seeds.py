"""The standing orders in seeds/curation hold against the documents in seeds/documents and against each other."""

from datetime import date

from sqlmodel import Session, select

from app.curate.check import HEADLINE_LANGUAGES, HEADLINE_LENGTH, TRANSLATION_LANGUAGES, check
from app.curate.orders import read_curation
from app.models import Document, Event
from app.pages.from_rows.labels import Labels
from app.pipeline import texts_of
from app.queries.passages import names, parties_of, passages_of, text_of
from app.settings import ROOT

REVISION = 2
"""That of the curation, after the one in which the documents were read."""


def test_every_order_holds() -> None:
    files = list(read_curation(ROOT / "seeds" / "curation"))

    assert len(files) == 5
    assert check(files, texts_of(ROOT / "seeds" / "documents")) == []


def test_no_published_event_is_without_a_passage_and_every_quote_is_verbatim_at_its_place(session: Session) -> None:
    documents = {row.id: row for row in session.exec(select(Document).where(Document.visible_at(REVISION)))}
    texts = {identity: text_of(session, row) for identity, row in documents.items()}
    events = session.exec(select(Event).where(Event.visible_at(REVISION), Event.state == "published")).all()
    told = passages_of(session, [event.id for event in events], REVISION)

    assert set(told) == {event.id for event in events}
    assert len(events) > 100
    for passages in told.values():
        for mention, document in ((passage.mention, passage.document) for passage in passages):
            text = texts[document.id]
            assert text[mention.start : mention.end] == mention.exact != ""
            assert text[: mention.start].endswith(mention.prefix)
            assert text[mention.end :].startswith(mention.suffix)
            for evidence in mention.evidence:
                assert 0 <= evidence["start"] < evidence["end"] <= len(text)


def test_every_event_is_reviewed_and_worded_in_three_languages_and_every_passage_is_translated(
    session: Session,
) -> None:
    events = session.exec(select(Event).where(Event.visible_at(REVISION), Event.state == "published")).all()
    told = passages_of(session, [event.id for event in events], REVISION)

    for event in events:
        assert event.review == "reviewed", event.titles
        assert all(0 < len(event.titles[tag]) <= HEADLINE_LENGTH for tag in HEADLINE_LANGUAGES), event.titles
        assert set(event.summaries) in (set(), set(HEADLINE_LANGUAGES)), event.titles
        for passage in told[event.id]:
            assert passage.mention.origin == "curator"
            assert all(passage.mention.translations[tag] for tag in TRANSLATION_LANGUAGES), passage.mention.exact


def test_every_part_took_place_within_the_days_of_its_whole(session: Session) -> None:
    rows = session.exec(select(Event).where(Event.visible_at(REVISION), Event.state == "published")).all()
    events = {row.id: row for row in rows}
    parts = [row for row in rows if row.part_of]

    assert len(parts) > 10
    for part in parts:
        whole = events[part.part_of or ""]
        assert part.earliest and part.latest and whole.earliest and whole.latest
        assert part.earliest <= whole.latest, part.titles["en"]
        assert whole.earliest <= part.latest, part.titles["en"]


def test_every_person_has_an_office_at_the_date_of_the_event(session: Session) -> None:
    labels = Labels(names(session, REVISION))
    rows = session.exec(select(Event).where(Event.visible_at(REVISION), Event.state == "published")).all()
    taking_part = parties_of(session, [row.id for row in rows], REVISION)
    persons = [
        (party.actor_id, row.titles["en"], labels.office(party.actor_id, date.fromisoformat(row.earliest or "")))
        for row in rows
        for party in taking_part.get(row.id, ())
        if labels.is_person(party)
    ]

    assert len(persons) > 40
    assert [person for person in persons if person[2] is None] == []
