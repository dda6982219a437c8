"""Milestones: which of the events of the five documents, as people decided on them, mark how far a state has come."""

from pathlib import Path

import pytest
from sqlmodel import Session, select

from app import pipeline
from app.database import reading
from app.models import Event
from app.queries.milestones import Climb, climbs
from app.queries.revisions import latest_revision
from app.vocabulary.milestones import milestones
from tests.conftest import Corpus

Cells = dict[tuple[str, str], Climb]


@pytest.fixture
def revision(session: Session) -> int:
    found = latest_revision(session)
    assert found
    return found.number


@pytest.fixture
def cells(session: Session, revision: int) -> Cells:
    return {(climb.state, climb.milestone): climb for climb in climbs(session, revision)}


def date(session: Session, revision: int, event: str) -> str | None:
    return session.exec(select(Event.edtf).where(Event.id == event, Event.visible_at(revision))).one()


@pytest.mark.parametrize(
    ("state", "milestone", "first", "latest", "count"),
    [
        ("uzbekistan", "visit", "2021-10-16", "2022-07", 2),
        ("turkmenistan", "ambassador", "2022-03", "2022-03", 1),
        ("russia", "accreditation", "2022-03", "2022-03", 1),
        ("kazakhstan", "accreditation", "2023-04-17", "2023-04-17", 1),
        ("tajikistan", "mission-handover", "2023-03-23", "2023-03-23", 1),
        # Russia put the Taliban on its list in 2003, which is no step toward taking them off.
        ("russia", "delisting", "[2024-01..2024-06]", "2024-10", 2),
    ],
)
def test_a_milestone_has_its_first_and_its_latest_event(
    session: Session, revision: int, cells: Cells, state: str, milestone: str, first: str, latest: str, count: int
) -> None:
    climb = cells[state, milestone]

    assert (date(session, revision, climb.first), date(session, revision, climb.latest)) == (first, latest)
    assert climb.count == count


@pytest.mark.parametrize(
    ("state", "milestone"),
    [
        # The Taliban once recognised a republic of Russia's; that is not Russia recognising them.
        ("russia", "recognition"),
        ("kyrgyzstan", "contact"),
        # That Kazakhstan was asked to accredit diplomats is not that it did; that it did is counted above.
        ("kazakhstan", "ambassador"),
    ],
)
def test_what_no_event_tells_of_is_no_milestone(cells: Cells, state: str, milestone: str) -> None:
    assert (state, milestone) not in cells


def test_before_the_first_revision_nobody_has_come_anywhere(session: Session) -> None:
    assert climbs(session, 0) == []


@pytest.mark.parametrize(
    ("milestone", "kind", "subtype", "role", "counts"),
    [
        ("contact", "forum", "economic", "guest", True),
        ("contact", "statement", None, "speaker", False),
        ("mission-handover", "mission-handover", None, "host", True),
        ("mission-handover", "mission-handover", "close", "host", False),
        ("accreditation", "accreditation", "request", "host", False),
        ("ambassador", "accreditation", "ambassador", "host", True),
        ("ambassador", "accreditation", None, "host", False),
        ("delisting", "listing", "law", "subject", True),
        ("delisting", "listing", "on", "subject", False),
        ("recognition", "recognition", None, "subject", True),
        ("recognition", "recognition", None, "addressee", False),
    ],
)
def test_type_subtype_and_role_say_whether_an_event_counts(
    milestone: str, kind: str, subtype: str | None, role: str, counts: bool
) -> None:
    [found] = [one for one in milestones() if one.id == milestone]

    assert found.counts(kind, subtype, role) is counts


ORDER = """\
document: a.txt
author: Editors
orders:
  - event: talks
    type: talks
    scope: core
    parties: {{{parties}}}
    headline: {{en: Talks, ar: محادثات, ru: Переговоры}}
    passages:
      - quote: جرت محادثات.
        translation: {{en: Talks were held., ru: Прошли переговоры.}}
"""


@pytest.mark.parametrize(
    ("parties", "climbed"),
    [("russia: host, taliban: guest", ["contact"]), ("russia: host, uzbekistan: guest", []), ("taliban: host", [])],
)
def test_only_what_is_between_a_state_of_the_region_and_the_taliban_counts(
    corpus: Corpus, database: Path, tmp_path: Path, parties: str, climbed: list[str]
) -> None:
    folder = tmp_path / "curation"
    folder.mkdir()
    (folder / "a.yaml").write_text(ORDER.format(parties=parties), "utf-8")
    pipeline.ingest(corpus({"a.txt": "جرت محادثات."}, {"file": "a.txt", "language": "ar"}), database, curation=folder)

    with reading(database) as session:
        assert [climb.milestone for climb in climbs(session, 2)] == climbed
