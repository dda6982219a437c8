"""View, count and facets hold exactly the same events."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlmodel import Session

from app.dates.edtf import EdtfDate
from app.queries.event_filter import FACETS, EventFilter
from app.queries.events import page
from app.queries.facets import facet_counts
from app.queries.passages import mentions_in

DATES = [None, *map(EdtfDate.parse, ("2021", "2021-10", "2022-07", "2023-04-17", "2024", "2030"))]
WORDS = ["", "طالبان", "روسيا موسكو", "السفارة", "Taliban", "Талибан", "لا شيء كهذا"]


def all_ids(session: Session, wanted: EventFilter, size: int) -> list[str]:
    """The events of a view, read page by page."""
    found: list[str] = []
    while True:
        cut = page(session, wanted, 1, size)
        found += [event.id for event in cut.events]
        if cut.next_after is None:
            return found
        wanted = replace(wanted, after=cut.next_after)


def filters(session: Session) -> st.SearchStrategy[EventFilter]:
    everything = EventFilter(scope=("context", "core"))
    values = {key: [count.value for count in counts] for key, counts in facet_counts(session, everything, 1).items()}

    def chosen(key: str) -> st.SearchStrategy[tuple[str, ...]]:
        picked = st.lists(st.sampled_from(values[key]), unique=True, max_size=2)
        return st.one_of(st.just(()), picked.map(lambda some: tuple(sorted(some))))

    return st.builds(
        EventFilter,
        **{key: chosen(key) for key in FACETS},
        since=st.sampled_from(DATES),
        until=st.sampled_from(DATES),
        q=st.sampled_from(WORDS),
        sort=st.sampled_from(["newest", "oldest"]),
    )


@hypothesis_settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_count_of_a_value_is_the_length_of_the_list_it_leads_to(session: Session, data: st.DataObject) -> None:
    wanted = data.draw(filters(session))
    key = data.draw(st.sampled_from(FACETS))

    counts = facet_counts(session, wanted, 1, [key])[key]

    bare = wanted.without(key)
    for count in data.draw(st.permutations(counts))[:3]:
        only = with_values(bare, key, count.value)
        assert page(session, only, 1, 1).total == count.count


@hypothesis_settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_pages_together_hold_every_event_of_the_view_once(session: Session, data: st.DataObject) -> None:
    wanted = data.draw(filters(session))

    ids = all_ids(session, wanted, data.draw(st.sampled_from([1, 3, 7, 50])))

    assert len(ids) == len(set(ids)) == page(session, wanted, 1, 1).total


def test_going_back_leads_to_the_page_before(session: Session) -> None:
    first = page(session, EventFilter(), 1, 10)
    second = page(session, EventFilter(after=first.next_after or ""), 1, 10)
    third = page(session, EventFilter(after=second.next_after or ""), 1, 10)

    assert second.previous_after == ""
    back = page(session, replace(EventFilter(), after=third.previous_after or ""), 1, 10)
    assert [event.id for event in back.events] == [event.id for event in second.events]


def test_oldest_first_is_newest_first_read_backwards_save_for_the_undated(session: Session) -> None:
    newest = [e for e in page(session, EventFilter(), 1, 500).events if e.earliest]
    oldest = [e for e in page(session, EventFilter(sort="oldest"), 1, 500).events if e.earliest]

    assert [event.id for event in oldest] == [event.id for event in reversed(newest)]


def test_undated_events_are_kept_and_come_last(session: Session) -> None:
    dated = [event.earliest is not None for event in page(session, EventFilter(), 1, 500).events]

    assert False in dated
    assert dated == sorted(dated, reverse=True)


def test_an_event_is_found_by_every_stretch_of_time_that_it_may_fall_into(session: Session) -> None:
    month = next(e for e in page(session, EventFilter(), 1, 500).events if e.edtf == "2024-10")

    for edtf, found in (("2024-10-31", True), ("2024", True), ("2024-09", False), ("2024-11-01", False)):
        stretch = EdtfDate.parse(edtf)
        ids = [event.id for event in page(session, EventFilter(since=stretch, until=stretch), 1, 500).events]
        assert (month.id in ids) is found, edtf


def test_context_is_off_unless_asked_for(session: Session) -> None:
    core = page(session, EventFilter(), 1, 500)
    everything = page(session, EventFilter(scope=("context", "core")), 1, 500)

    assert {event.scope for event in core.events} == {"core"}
    assert everything.total > core.total


def test_every_published_event_stands_on_a_passage(session: Session) -> None:
    everything = page(session, EventFilter(scope=("context", "core")), 1, 500)
    documents = [count.value for count in facet_counts(session, EventFilter(), 1, ["document"])["document"]]
    told = {event.id for _, event in mentions_in(session, documents, 1)}

    assert {event.id for event in everything.events} <= told


@pytest.mark.parametrize("key", FACETS)
def test_a_chosen_value_stays_among_the_counts_even_with_none(session: Session, key: str) -> None:
    some = facet_counts(session, EventFilter(scope=("context", "core")), 1, [key])[key][0].value
    wanted = with_values(EventFilter(q="لا شيء كهذا"), key, some)

    assert next(count for count in facet_counts(session, wanted, 1, [key])[key] if count.value == some).count == 0


def with_values(wanted: EventFilter, key: str, *values: str) -> EventFilter:
    changes: dict[str, Any] = {key: values}
    return replace(wanted, **changes)
