"""Standing orders and what becomes of the chronology: each test is a document, orders, and what is published then."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from sqlmodel import Session, col, select

from app import pipeline
from app.database import migrate, reading
from app.errors import CurationWrong
from app.ingest.identity import identifier
from app.models import Event, Mention, Revision
from app.pipeline import IngestReport
from app.publishing import TAKEN_BACK
from tests.conftest import Corpus, Site

VISIT = "زار وزير الخارجية الروسي سيرغي لافروف كابول يوم 12 مارس 2023 تلبية لدعوة من حركة طالبان."
HANDOVER = "سلمت تركمانستان السفارة الأفغانية إلى حركة طالبان في 5 مايو 2022."
MISSED = "وكان ذلك ثالث لقاء من نوعه بين الجانبين."
TEXT = f"{VISIT}\n{HANDOVER}\n{MISSED}"
INDEX = {"file": "a.txt", "language": "ar", "published": "2023-03-20"}
ELSEWHERE = "وصل لافروف إلى كابول في 12 مارس 2023 والتقى قادة طالبان."


def order(event: str, quote: str, headline: str = "Sergey Lavrov visits Kabul", more: str = "", **fields: str) -> str:
    """One order in YAML about `event`, with one passage."""
    told = {
        "type": "visit",
        "scope": "core",
        "date": '{edtf: "2023-03-12", basis: explicit}',
        "parties": "{russia: guest, taliban: host}",
    } | fields
    lines = "".join(f"    {name}: {value}\n" for name, value in told.items() if value)
    return (
        f"  - event: {event}\n{lines}"
        f"    headline: {{en: {headline}, ar: لافروف يزور كابول, ru: Лавров посещает Кабул}}\n"
        f"    passages:\n{passage(quote)}{more}"
    )


def passage(quote: str) -> str:
    return f"      - quote: {quote}\n        translation: {{en: translated, ru: переведено}}\n"


def orders_for_another_document(folder: Path) -> None:
    """Writes `b.yaml`, the orders of another author, for a document that is not there yet."""
    folder.mkdir()
    told = order("arrival", ELSEWHERE, "Sergey Lavrov arrives in Kabul")
    (folder / "b.yaml").write_text(f"document: b.txt\nauthor: Boris Reader\norders:\n{told}", "utf-8")


Curated = Callable[..., IngestReport]


@pytest.fixture
def curated(corpus: Corpus, database: Path, tmp_path: Path) -> Curated:
    """Ingests TEXT under the orders given; `curated("")` takes the orders back."""

    def ingest(orders: str, text: str = TEXT, keep: tuple[str, ...] = (), **more: str) -> IngestReport:
        folder = tmp_path / "curation"
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.yaml"):
            if old.name not in keep:
                old.unlink()
        if orders:
            (folder / "a.yaml").write_text(f"document: a.txt\nauthor: Anna Historian\norders:\n{orders}", "utf-8")
        texts = {"a.txt": text} | {f"{name}.txt": words for name, words in more.items()}
        index = [INDEX | {"file": file} for file in texts]
        return pipeline.ingest(corpus(texts, *index), database, curation=folder)

    return ingest


@pytest.fixture
def session(curated: Curated, database: Path) -> Iterator[Callable[[], Session]]:
    opened: list[Session] = []

    def fresh() -> Session:
        manager = reading(database)
        found = manager.__enter__()
        opened.append(found)
        return found

    yield fresh
    for one in opened:
        one.close()


def published(session: Session) -> dict[str, Event]:
    rows = session.exec(select(Event).where(col(Event.revision_to).is_(None), Event.state == "published"))
    return {row.titles["en"]: row for row in rows}


def gone(session: Session) -> list[Event]:
    return list(session.exec(select(Event).where(col(Event.revision_to).is_(None), Event.state != "published")))


def passages(session: Session, event: Event) -> list[Mention]:
    rows = select(Mention).where(col(Mention.revision_to).is_(None), Mention.event_id == event.id)
    return list(session.exec(rows.order_by(col(Mention.document_id), col(Mention.start))))


def machine(session: Session) -> list[Mention]:
    rows = select(Mention).where(col(Mention.revision_to).is_(None), Mention.origin == "machine")
    return list(session.exec(rows.order_by(col(Mention.start))))


def test_an_order_amends_what_the_machine_found_and_the_event_keeps_its_id(
    curated: Curated, session: Callable[[], Session]
) -> None:
    curated("")
    before = {event.type: event.id for event in published(session()).values()}

    report = curated(
        order(
            "lavrov-visits-kabul-2023",
            VISIT,
            date='{edtf: "2023-03", basis: explicit}',
            place="bagram",
            persons="{sergey-lavrov: guest}",
            summary="{en: One sentence., ar: جملة., ru: Предложение.}",
            reason="The day is doubtful.",
        )
    )

    now = session()
    event = published(now)["Sergey Lavrov visits Kabul"]
    assert (event.id, event.review, event.edtf, event.place) == (before["visit"], "reviewed", "2023-03", "bagram")
    assert (event.titles["ru"], event.summaries["en"]) == ("Лавров посещает Кабул", "One sentence.")
    assert event.reason == "The day is doubtful."
    assert report.curation is not None
    revision = now.get_one(Revision, report.curation.revision)
    assert (revision.kind, revision.author) == ("curation", "Anna Historian")
    assert "1 event reviewed, 0 of them new" in revision.summary
    assert revision.reason


def test_what_the_machine_found_stays_beside_what_was_decided(curated: Curated, session: Callable[[], Session]) -> None:
    curated(order("lavrov-visits-kabul-2023", VISIT, date='{edtf: "2023-03", basis: explicit}'))

    now = session()
    [chosen] = passages(now, published(now)["Sergey Lavrov visits Kabul"])
    found = next(mention for mention in machine(now) if mention.type == "visit")
    assert chosen.origin == "curator"
    assert chosen.translations == {"en": "translated", "ru": "переведено"}
    assert {(e["kind"], e["value"]) for e in chosen.evidence} >= {("party", "russia"), ("party", "taliban")}
    assert (found.passage_id, found.event_id) == (chosen.id, None)
    assert found.date and found.date["edtf"] == "2023-03-12"


def test_what_the_machine_read_is_shown_at_every_passage_it_read(curated: Curated, database: Path) -> None:
    """Two passages within what the machine took for one, and one of words in which it read nothing."""
    first, second = "زار وزير الخارجية الروسي سيرغي لافروف كابول", "تلبية لدعوة من حركة طالبان"
    curated(order("visit", first, more=passage(second) + passage(MISSED)))

    site = Site(database)
    try:
        timeline = httpx.get(f"{site.origin}/timeline?type=visit").text
        [address] = set(re.findall(r"/events/[0-9a-z]{12}", timeline))
        shown = httpx.get(f"{site.origin}{address}").text
    finally:
        site.close()
    assert shown.count("What the machine read here") == 3
    assert shown.count("Visit; Russia, Taliban; 12 March 2023; Kabul") == 2
    assert shown.count("Nothing: the editors added this passage.") == 1


def test_an_event_that_the_machine_missed_is_added(curated: Curated, session: Callable[[], Session]) -> None:
    report = curated(order("third-meeting", MISSED, "Russia and the Taliban meet", type="talks"))

    now = session()
    event = published(now)["Russia and the Taliban meet"]
    assert report.curation is not None
    assert report.curation.events.added == ((event.id,),)
    assert [mention.exact for mention in passages(now, event)] == [MISSED]
    # What no word of the passage names stands with it all the same, as what follows from the text.
    assert {party["actor"] for party in passages(now, event)[0].parties} == {"russia", "taliban"}


def test_a_rejected_event_is_withdrawn_with_the_reason(
    curated: Curated, database: Path, session: Callable[[], Session]
) -> None:
    curated(f"  - reject: {{quote: {VISIT}}}\n    reason: The visit was only planned.\n")

    now = session()
    assert [event.type for event in published(now).values()] == ["mission-handover"]
    [withdrawn] = gone(now)
    assert (withdrawn.state, withdrawn.reason) == ("withdrawn", "The visit was only planned.")
    assert next(mention.rejected for mention in machine(now)) == "The visit was only planned."
    site = Site(database)
    try:
        assert httpx.get(f"{site.origin}/events/{withdrawn.id}").status_code == 410
        shown = httpx.get(f"{site.origin}/documents/{machine(now)[0].document_id}").text
    finally:
        site.close()
    assert "Set aside by the editors" in shown
    assert "The visit was only planned." in shown


def test_passages_of_two_found_events_under_one_order_are_one_event(
    curated: Curated, session: Callable[[], Session]
) -> None:
    curated("")
    before = {event.id for event in published(session()).values()}
    curated(order("lavrov-visits-kabul-2023", VISIT, more=passage(HANDOVER)))

    now = session()
    [event] = published(now).values()
    [merged] = gone(now)
    assert {event.id, merged.id} == before
    assert (merged.state, merged.merged_into) == ("merged", event.id)
    assert [mention.exact for mention in passages(now, event)] == [VISIT, HANDOVER]


def test_passages_of_one_found_event_under_two_orders_are_two_events(
    curated: Curated, session: Callable[[], Session]
) -> None:
    second = "وصل لافروف إلى كابول في 12 مارس 2023 للقاء حركة طالبان."
    text = f"{VISIT}\n{second}"
    curated("", text)
    assert len(published(session())) == 1

    curated(order("one", VISIT) + order("two", second, "Sergey Lavrov visits Kabul again"), text)

    assert set(published(session())) == {"Sergey Lavrov visits Kabul", "Sergey Lavrov visits Kabul again"}


def test_an_order_says_what_an_event_is_part_of(curated: Curated, session: Callable[[], Session]) -> None:
    curated(order("visit", VISIT) + order("meeting", MISSED, "They meet", type="talks", part_of="visit"))

    now = published(session())
    assert now["They meet"].part_of == now["Sergey Lavrov visits Kabul"].id


def test_another_document_that_nobody_curated_tells_of_the_decided_event_too(
    curated: Curated, session: Callable[[], Session]
) -> None:
    orders = order("visit", VISIT, place="kabul", persons="{sergey-lavrov: guest}")
    curated(orders)

    curated(orders, b=ELSEWHERE)

    now = session()
    event = published(now)["Sergey Lavrov visits Kabul"]
    told = passages(now, event)
    assert event.review == "reviewed"
    assert sorted(mention.origin for mention in told) == ["curator", "machine"]
    assert next(mention for mention in told if mention.origin == "machine").joined


def test_orders_that_stand_change_nothing_when_applied_again(curated: Curated, session: Callable[[], Session]) -> None:
    orders = order("visit", VISIT) + f"  - reject: {{quote: {HANDOVER}}}\n    reason: Only a plan.\n"
    curated(orders)
    again = curated(orders)

    assert (again.revision, again.curation) == (None, None)
    assert len(session().exec(select(Revision)).all()) == 2


def test_orders_taken_back_leave_what_the_machine_found(curated: Curated, session: Callable[[], Session]) -> None:
    curated("")
    before = {event.id: event.titles["en"] for event in published(session()).values()}
    curated(order("visit", VISIT) + f"  - reject: {{quote: {HANDOVER}}}\n    reason: Only a plan.\n")

    curated("")

    now = published(session())
    assert {event.id: title for title, event in now.items()} == before
    assert {event.review for event in now.values()} == {"machine"}


def test_a_decided_event_has_its_address_from_what_the_curators_call_it(
    curated: Curated, session: Callable[[], Session], corpus: Corpus, tmp_path: Path
) -> None:
    """A chronology built anew has the addresses of the old one, though the machine found something else by then."""
    curated(order("visit", VISIT))
    first = published(session())["Sergey Lavrov visits Kabul"].id
    other = tmp_path / "other.sqlite3"
    migrate(other)
    # The same orders, now on a text in which the machine finds the visit at other words.
    text = f"مقدمة جديدة لهذا النص.\n{TEXT}"
    pipeline.ingest(corpus({"a.txt": text}, INDEX, name="anew"), other, curation=tmp_path / "curation")

    with reading(other) as anew:
        assert published(anew)["Sergey Lavrov visits Kabul"].id == first


@pytest.mark.parametrize(("one", "other"), [("first", "second"), ("second", "first"), ("visit", "journey")])
def test_events_with_the_same_words_keep_their_addresses_apart(
    curated: Curated, session: Callable[[], Session], corpus: Corpus, tmp_path: Path, one: str, other: str
) -> None:
    """Two events in one clause: no overlap of words says which is which."""
    curated(order(one, VISIT) + order(other, VISIT, "Sergey Lavrov goes on"))
    addresses = {event.curated_as: event.id for event in published(session()).values()}
    anew = tmp_path / "anew.sqlite3"
    migrate(anew)
    pipeline.ingest(corpus({"a.txt": TEXT}, INDEX), anew, curation=tmp_path / "curation")

    with reading(anew) as fresh:
        found = {event.curated_as: event.id for event in published(fresh).values()}
    assert found == addresses
    assert {key: found[key] for key in (one, other)} == {key: identifier("event", key) for key in (one, other)}


def test_an_event_keeps_its_address_when_most_of_its_passages_go_to_another(
    curated: Curated, session: Callable[[], Session]
) -> None:
    curated(order("visit", VISIT, more=passage(HANDOVER) + passage(MISSED)))
    before = published(session())["Sergey Lavrov visits Kabul"].id

    curated(order("visit", VISIT) + order("meeting", HANDOVER, "They meet", more=passage(MISSED)))

    now = published(session())
    assert now["Sergey Lavrov visits Kabul"].id == before != now["They meet"].id


def test_a_corrected_type_leaves_the_address_of_a_passage(curated: Curated, session: Callable[[], Session]) -> None:
    curated(order("visit", VISIT))
    now = session()
    before = passages(now, published(now)["Sergey Lavrov visits Kabul"])[0].id

    curated(order("visit", VISIT, type="talks"))

    now = session()
    assert passages(now, published(now)["Sergey Lavrov visits Kabul"])[0].id == before


def test_a_document_of_the_same_name_elsewhere_changes_nothing(
    curated: Curated, session: Callable[[], Session], corpus: Corpus, database: Path, tmp_path: Path
) -> None:
    curated(order("visit", VISIT))
    # Its id decides nothing: of several such texts some sort before and some after.
    for number in range(4):
        other = corpus({"a.txt": f"{HANDOVER} {number}"}, INDEX, name=f"other-{number}")
        report = pipeline.ingest(other, database, curation=tmp_path / "curation")
        assert (report.wrong, report.curation) == ([], None)

    assert published(session())["Sergey Lavrov visits Kabul"].review == "reviewed"


def test_orders_for_a_document_that_comes_later_are_a_revision_of_their_own_and_have_their_author(
    curated: Curated, session: Callable[[], Session], tmp_path: Path
) -> None:
    orders_for_another_document(tmp_path / "curation")
    orders = order("handover", HANDOVER, "An embassy is handed over", type="mission-handover")
    curated(orders, keep=("b.yaml",))

    report = curated(orders, keep=("b.yaml",), b=ELSEWHERE)

    assert report.revision is not None
    assert report.curation is not None
    now = published(session())
    assert now["Sergey Lavrov arrives in Kabul"].author == "Boris Reader"
    assert now["An embassy is handed over"].author == "Anna Historian"


@pytest.mark.parametrize("orders", ["", order("meeting", MISSED, "They meet", place="atlantis")])
def test_an_added_event_whose_order_is_taken_back_or_does_not_hold_says_so(
    curated: Curated, session: Callable[[], Session], orders: str
) -> None:
    curated(order("meeting", MISSED, "They meet", type="talks"))

    curated(orders)

    [withdrawn] = gone(session())
    assert withdrawn.titles["en"] == "They meet"
    assert withdrawn.reason == TAKEN_BACK


def test_an_order_whose_words_are_gone_is_named_and_the_others_hold(
    curated: Curated, session: Callable[[], Session]
) -> None:
    orders = order("visit", VISIT) + order("meeting", MISSED, "They meet", type="talks")
    curated(orders)

    report = curated(orders, TEXT.replace(MISSED, "وكان ذلك رابع لقاء من نوعه بين الجانبين."))

    [finding] = report.wrong
    assert (finding.file, finding.line) == ("a.yaml", 20)
    assert "is not in the text" in str(finding)
    assert "Sergey Lavrov visits Kabul" in published(session())
    assert "They meet" not in published(session())


def test_an_order_that_names_what_nobody_knows_is_not_applied(curated: Curated, session: Callable[[], Session]) -> None:
    report = curated(order("visit", VISIT, place="atlantis"))

    assert [str(finding) for finding in report.wrong] == [
        "a.yaml, line 4: there is no place “atlantis” in the vocabulary"
    ]
    assert "Sergey Lavrov visits Kabul" not in published(session())


def test_a_file_that_cannot_be_read_stops_the_ingest_and_changes_nothing(
    curated: Curated, session: Callable[[], Session]
) -> None:
    curated(order("visit", VISIT))

    with pytest.raises(CurationWrong, match=r"a\.yaml, line 4"):
        curated("  - event: Two Words\n")

    assert "Sergey Lavrov visits Kabul" in published(session())


def test_orders_for_documents_that_are_not_there_wait(
    curated: Curated, session: Callable[[], Session], tmp_path: Path
) -> None:
    orders_for_another_document(tmp_path / "curation")

    first = curated("", keep=("b.yaml",))
    assert (first.curation, first.wrong) == (None, [])
    assert "Sergey Lavrov arrives in Kabul" not in published(session())

    second = curated("", keep=("b.yaml",), b=ELSEWHERE)
    assert second.curation is not None
    assert "Sergey Lavrov arrives in Kabul" in published(session())
