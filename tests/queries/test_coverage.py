"""Coverage: what sentences tell of, which months no document speaks of, and counts that agree with the views."""

import pytest
from sqlmodel import Session

from app.dates.edtf import EdtfDate
from app.queries.coverage import CONTEXT, SILENT, TELLING, coverage, gaps, told_in
from app.queries.event_filter import EventFilter
from app.queries.events import page
from app.queries.passages import passages_of, text_of
from app.text.sentences import sentences

REVISION = 2
SENTENCES = [(0, 10), (11, 20), (22, 30)]
PASSAGES = [
    ([], [SILENT, SILENT, SILENT]),
    ([(2, 5, "core")], [TELLING, SILENT, SILENT]),
    # A passage that runs over a sentence's end tells of both.
    ([(8, 12, "context")], [CONTEXT, CONTEXT, SILENT]),
    # White space between two sentences belongs to neither.
    ([(20, 22, "core")], [SILENT, SILENT, SILENT]),
    ([(10, 11, "core")], [SILENT, SILENT, SILENT]),
    # A sentence that tells of both is one that tells of a core event.
    ([(11, 13, "context"), (14, 16, "core"), (22, 23, "context")], [SILENT, TELLING, CONTEXT]),
]


@pytest.mark.parametrize(("passages", "tells"), PASSAGES)
def test_a_sentence_tells_of_the_events_whose_passages_reach_into_it(
    passages: list[tuple[int, int, str]], tells: list[int]
) -> None:
    told = told_in(SENTENCES, passages)

    assert [sentence.tells for sentence in told] == tells
    assert [sentence.length for sentence in told] == [10, 9, 8]


GAPS = [
    ([], (2024, 1), []),
    ([(2023, 4)], (2023, 4), []),
    ([(2023, 4)], (2023, 6), [((2023, 5), (2023, 6), 2)]),
    ([(2022, 11), (2023, 2), (2023, 3), (2023, 5)], (2023, 5), [((2022, 12), (2023, 1), 2), ((2023, 4), (2023, 4), 1)]),
    # A document may speak of a month after the one in which it is said to have been published.
    ([(2023, 4), (2023, 6)], (2023, 4), [((2023, 5), (2023, 5), 1)]),
]


@pytest.mark.parametrize(("spoken", "until", "expected"), GAPS)
def test_gaps_are_the_months_of_which_no_document_speaks(
    spoken: list[tuple[int, int]], until: tuple[int, int], expected: list[tuple[tuple[int, int], tuple[int, int], int]]
) -> None:
    found = gaps(spoken, until)

    assert [(gap.first, gap.last, gap.months) for gap in found] == expected


def test_every_sentence_of_every_document_is_counted(session: Session) -> None:
    found = coverage(session, REVISION)

    assert len(found.documents) == 5
    for one in found.documents:
        text = text_of(session, one.document)
        spans = sentences(text, one.document.language)
        assert [sentence.length for sentence in one.sentences] == [len(span) for span in spans]
        assert 0 < one.core <= one.telling < len(spans)


def test_months_and_states_count_what_the_views_hold(session: Session) -> None:
    found = coverage(session, REVISION)

    views = {
        EventFilter(since=month, until=month, precision=("day", "month"), scope=("context", "core")): spoken
        for (year, number), spoken in found.months.items()
        for month in [EdtfDate.parse(f"{year:04}-{number:02}")]
    } | {EventFilter(actor=(state,)): spoken for state, spoken in found.states.items()}
    for view, spoken in views.items():
        shown = page(session, view, REVISION, 1000)
        told = passages_of(session, [event.id for event in shown.events], REVISION)
        documents = {passage.document.id for passages in told.values() for passage in passages}
        assert (spoken.events, spoken.documents) == (shown.total, len(documents))


def test_a_state_of_which_nothing_is_told_is_named_all_the_same(session: Session) -> None:
    found = coverage(session, REVISION)

    assert set(found.states) == {"kazakhstan", "kyrgyzstan", "russia", "tajikistan", "turkmenistan", "uzbekistan"}
    assert found.states["kyrgyzstan"].documents == 0


def test_every_core_event_is_counted_by_how_exactly_its_date_is_known(session: Session) -> None:
    found = coverage(session, REVISION)

    assert sum(found.precisions.values()) == page(session, EventFilter(), REVISION, 1).total
