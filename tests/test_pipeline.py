from pathlib import Path

from sqlmodel import Session, col, select

from app import pipeline
from app.database import reading
from app.models import Document, DocumentText, Event, Mention, Revision
from app.settings import ROOT
from tests.conftest import Corpus

VISIT = "زار وزير الخارجية الروسي سيرغي لافروف كابول يوم 12 مارس 2023 تلبية لدعوة من حركة طالبان."
HANDOVER = "سلمت تركمانستان السفارة الأفغانية إلى حركة طالبان في 5 مايو 2022."
REST = "هذا نص طويل عن أمور أخرى لا تتصل بالزيارة من قريب ولا من بعيد ويبقى كما هو بعد التنقيح كلمة كلمة."
EDITED, TAKEN_OUT = f"{REST}\n{VISIT}", f"{REST}\nتم حذف الخبر."
INDEX = {"file": "a.txt", "language": "ar", "published": "2023-03-20"}


def events(session: Session, state: str = "published") -> list[Event]:
    return list(session.exec(select(Event).where(col(Event.revision_to).is_(None), Event.state == state)))


def test_an_ingest_publishes_documents_mentions_and_events_as_one_revision(corpus: Corpus, database: Path) -> None:
    report = pipeline.ingest(corpus({"a.txt": VISIT}, INDEX), database)

    with reading(database) as session:
        assert report.revision == 1
        assert len(report.documents.added) == 1
        assert [event.type for event in events(session)] == ["visit"]
        assert events(session)[0].edtf == "2023-03-12"


def test_the_same_ingest_twice_is_the_same_as_once(seeds: Path, database: Path) -> None:
    first = pipeline.ingest(seeds, database)
    with reading(database) as session:
        before = [row.content() | {"row": row.row} for row in session.exec(select(Event))]
        standing = len(session.exec(select(Event).where(col(Event.revision_to).is_(None))).all())

    second = pipeline.ingest(seeds, database)

    with reading(database) as session:
        assert [row.content() | {"row": row.row} for row in session.exec(select(Event))] == before
        assert len(session.exec(select(Revision)).all()) == 2
    assert first.revision == 1
    assert (second.revision, second.curation) == (None, None)
    assert (second.events.added, second.events.changed, second.events.removed) == ((), (), ())
    assert second.events.unchanged == standing


def test_an_event_keeps_its_id_when_a_word_of_its_document_is_mended(corpus: Corpus, database: Path) -> None:
    pipeline.ingest(corpus({"a.txt": f"مقدمة قصيرة.\n{VISIT}"}, INDEX), database)
    with reading(database) as session:
        before = [event.id for event in events(session)]

    report = pipeline.ingest(corpus({"a.txt": f"مقدمة أطول قليلا من قبل.\n{VISIT}"}, INDEX), database)

    with reading(database) as session:
        assert [event.id for event in events(session)] == before
        assert len(session.exec(select(Document).where(col(Document.revision_to).is_(None))).all()) == 1
    assert any("takes the place of" in note for note in report.notes)


def test_an_event_that_no_document_tells_of_any_more_is_withdrawn_with_a_reason(corpus: Corpus, database: Path) -> None:
    pipeline.ingest(corpus({"a.txt": EDITED}, INDEX), database)

    pipeline.ingest(corpus({"a.txt": TAKEN_OUT}, INDEX), database)

    with reading(database) as session:
        withdrawn = events(session, "withdrawn")
        assert [event.type for event in withdrawn] == ["visit"]
        assert withdrawn[0].reason
        assert events(session) == []


def test_a_text_that_comes_back_brings_its_events_back(corpus: Corpus, database: Path) -> None:
    pipeline.ingest(corpus({"a.txt": EDITED}, INDEX), database)
    with reading(database) as session:
        before = [event.id for event in events(session)]
    pipeline.ingest(corpus({"a.txt": TAKEN_OUT}, INDEX), database)

    pipeline.ingest(corpus({"a.txt": EDITED}, INDEX), database)

    with reading(database) as session:
        assert before
        assert [event.id for event in events(session)] == before


def test_quite_other_words_under_the_same_name_stand_beside_the_first(corpus: Corpus, database: Path) -> None:
    pipeline.ingest(corpus({"a.txt": VISIT}, INDEX), database)

    report = pipeline.ingest(corpus({"a.txt": "كلام آخر تماما عن أمور أخرى"}, INDEX), database)

    with reading(database) as session:
        assert len(session.exec(select(Document).where(col(Document.revision_to).is_(None))).all()) == 2
        assert len(events(session)) == 1
    assert any("stays beside it" in note for note in report.notes)


def test_what_stood_as_of_an_earlier_revision_is_still_there(corpus: Corpus, database: Path) -> None:
    pipeline.ingest(corpus({"a.txt": EDITED}, INDEX), database)
    pipeline.ingest(corpus({"a.txt": TAKEN_OUT}, INDEX), database)

    with reading(database) as session:
        then = session.exec(select(Event).where(Event.visible_at(1))).all()
        assert [event.type for event in then] == ["visit"]
        assert [event.state for event in then] == ["published"]


def test_a_document_in_a_language_without_rules_is_kept_and_said_to_have_no_mentions(
    corpus: Corpus, database: Path
) -> None:
    report = pipeline.ingest(corpus({"a.txt": "Tashqi ishlar vaziri"}, {"file": "a.txt", "language": "uz"}), database)

    assert len(report.documents.added) == 1
    assert any("uz" in note for note in report.notes)


def test_two_corpora_go_side_by_side(corpus: Corpus, database: Path) -> None:
    pipeline.ingest(corpus({"a.txt": VISIT}, INDEX, name="one"), database)
    pipeline.ingest(corpus({"a.txt": HANDOVER}, INDEX, name="two"), database)

    with reading(database) as session:
        assert {event.type for event in events(session)} == {"visit", "mission-handover"}


def test_the_same_words_in_two_corpora_are_one_document(corpus: Corpus, database: Path) -> None:
    pipeline.ingest(corpus({"a.txt": VISIT}, INDEX, name="one"), database)

    report = pipeline.ingest(corpus({"b.txt": VISIT}, INDEX | {"file": "b.txt"}, name="two"), database)

    with reading(database) as session:
        assert len(session.exec(select(Document).where(col(Document.revision_to).is_(None))).all()) == 1
        assert len(events(session)) == 1
    assert any("one document with it" in note for note in report.notes)


def test_mentions_of_no_event_are_kept_with_their_status(corpus: Corpus, database: Path) -> None:
    planned = "سيزور وزير الخارجية الروسي سيرغي لافروف كابول في 12 مايو 2023 للقاء حركة طالبان."
    pipeline.ingest(corpus({"a.txt": planned}, INDEX), database)

    with reading(database) as session:
        kept = session.exec(select(Mention)).all()
        assert {mention.status for mention in kept} == {"future"}
        assert events(session) == []


def test_articles_in_four_languages_go_in_and_keep_their_words(database: Path) -> None:
    folder = ROOT / "tests/examples/articles"

    report = pipeline.ingest(folder, database)

    assert report.left_out == []
    assert len(report.documents.added) == 15
    with reading(database) as session:
        for document, text in session.exec(
            select(Document, DocumentText).join(DocumentText, col(DocumentText.sha256) == Document.sha256)
        ):
            assert text.content.encode() == (folder / document.file).read_bytes()
