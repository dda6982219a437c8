"""The explorer from a filter and what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.models import Document, Party
from app.pages.event_card import by_year
from app.pages.from_rows.cards import event_cards
from app.pages.from_rows.labels import REVIEW, SCOPE_SHORT, Labels, month_names
from app.pages.timeline import (
    Chip,
    EmptyTimeline,
    FacetGroup,
    FacetValue,
    FilterForm,
    HiddenValue,
    Paging,
    TimelinePage,
    TypedValue,
    facet_group,
)
from app.pages.wording import Link
from app.queries.event_filter import FACETS, Asked, EventFilter, Problem
from app.queries.events import Page
from app.queries.facets import Count
from app.queries.passages import Passage
from app.text.words import counted

SHOWN_FACETS = ("type", "subtype", "actor", "place", "person", "document", "review", "scope")
FACET_LABELS = {
    "actor": "Party",
    "type": "Type",
    "subtype": "Subtype",
    "place": "Place",
    "person": "Person",
    "document": "Document",
    "publisher": "Publisher",
    "language": "Language of the source",
    "review": "Review",
    "precision": "Precision of the date",
    "scope": "Scope",
}
FOLDED_FACETS = frozenset({"subtype", "person", "document"})


@dataclass(frozen=True, slots=True)
class Found:
    """What the queries answered for one view."""

    page: Page
    facets: Mapping[str, tuple[Count, ...]]
    passages: Mapping[str, list[Passage]]
    parties: Mapping[str, list[Party]]
    documents: Mapping[str, Document]


def timeline_page(asked: Asked, typed: Mapping[str, str], found: Found, labels: Labels) -> TimelinePage:
    """The explorer for what was `asked`; `typed` is what stands in the text fields, as the reader left it."""
    wanted, page = asked.filter, found.page
    values = _Values(labels, found.documents)
    cards = event_cards(page.events, found.passages, found.parties, labels)
    lost = [Problem("after", wanted.after, "That event is not in this view; the list begins at its first page.")]
    problems = [*asked.problems, *(lost if page.lost else [])]
    return TimelinePage(
        form=_form(wanted, typed, asked.problems),
        facets=tuple(_facet(key, wanted, found.facets[key], values) for key in SHOWN_FACETS if found.facets[key]),
        chips=_chips(wanted, values),
        clear_all="/timeline",
        notices=tuple(_notice(problem) for problem in problems),
        summary=_summary(wanted, page.total, values),
        total=page.total,
        years=by_year([card for card in cards if card.year is not None], month_names()),
        undated=tuple(card for card in cards if card.year is None),
        paging=_paging(wanted, page),
        empty=None if page.total else _empty(found, asked.problems),
        orders=_orders(wanted),
    )


@dataclass(frozen=True, slots=True)
class _Values:
    """What the values of facets are called."""

    labels: Labels
    documents: Mapping[str, Document]

    def label(self, key: str, value: str) -> tuple[str, str | None]:
        """The words for a value, and their language where it is not the page's."""
        names, language = self.labels.names, self.labels.language
        if key in ("actor", "person"):
            return names.actor(value, language), None
        if key == "type":
            return names.type(value, language), None
        if key == "subtype":
            return names.subtype(value, language), None
        if key == "place":
            return names.place(value, language), None
        if key == "document" and value in self.documents:
            title = self.labels.document_title(self.documents[value])
            return title.text, title.language
        fixed = {"review": REVIEW, "scope": SCOPE_SHORT}.get(key, {})
        return fixed.get(value, value), None


def _form(wanted: EventFilter, typed: Mapping[str, str], problems: tuple[Problem, ...]) -> FilterForm:
    def field(key: str, value: str) -> TypedValue:
        wrong = [problem.advice for problem in problems if problem.key == key]
        return TypedValue(typed.get(key, "") if wrong else value, wrong[0] if wrong else None)

    unseen = [(key, value) for key in FACETS if key not in SHOWN_FACETS for value in wanted.values(key)]
    order = [("sort", wanted.sort)] if wanted.sort != "newest" else []
    return FilterForm(
        action="/timeline",
        q=field("q", wanted.q),
        since=field("from", wanted.since.text if wanted.since else ""),
        until=field("to", wanted.until.text if wanted.until else ""),
        hidden=tuple(HiddenValue(key, value) for key, value in [*unseen, *order]),
    )


def _facet(key: str, wanted: EventFilter, counts: tuple[Count, ...], values: _Values) -> FacetGroup:
    chosen = set(wanted.values(key))
    shown = []
    for count in sorted(counts, key=lambda count: count.value not in chosen):
        label, language = values.label(key, count.value)
        shown.append(FacetValue(count.value, label, count.count, count.value in chosen, language))
    return facet_group(key, FACET_LABELS[key], shown, folded=key in FOLDED_FACETS)


def _chips(wanted: EventFilter, values: _Values) -> tuple[Chip, ...]:
    chips = [
        Chip(f"{FACET_LABELS[key]}: {values.label(key, value)[0]}", wanted.without(key, value).address())
        for key in FACETS
        for value in wanted.values(key)
    ]
    if wanted.since:
        chips.append(Chip(f"from {values.labels.date(wanted.since.text)}", wanted.without("from").address()))
    if wanted.until:
        chips.append(Chip(f"to {values.labels.date(wanted.until.text)}", wanted.without("to").address()))
    if wanted.q:
        chips.append(Chip(f"words: {wanted.q}", wanted.without("q").address()))
    return tuple(chips)


def _summary(wanted: EventFilter, total: int, values: _Values) -> str:
    """The filter and its result in words: “23 events: Russia; Visit; from 2022”."""
    parts = [
        " or ".join(values.label(key, value)[0] for value in wanted.values(key)) for key in FACETS if wanted.values(key)
    ]
    if wanted.since:
        parts.append(f"from {values.labels.date(wanted.since.text)}")
    if wanted.until:
        parts.append(f"to {values.labels.date(wanted.until.text)}")
    if wanted.q:
        parts.append(f"with the words “{wanted.q}”")
    told = counted(total, "event").capitalize()
    return f"{told}: {'; '.join(parts)}" if parts else told


def _notice(problem: Problem) -> str:
    if problem.kept:
        return problem.advice
    return f"“{problem.key}={problem.value}” was left aside. {problem.advice}"


def _empty(found: Found, problems: tuple[Problem, ...]) -> EmptyTimeline:
    if not found.documents:
        return EmptyTimeline("archive")
    if wrong := tuple(_notice(problem) for problem in problems if problem.key in ("from", "to")):
        return EmptyTimeline("error", wrong)
    return EmptyTimeline("no-match")


def _paging(wanted: EventFilter, page: Page) -> Paging:
    def at(after: str) -> str:
        return replace(wanted, after=after).address()

    begun = page.previous_after is not None
    return Paging(
        first=at("") if begun else None,
        previous=at(page.previous_after) if page.previous_after is not None else None,
        next=at(page.next_after) if page.next_after else None,
    )


def _orders(wanted: EventFilter) -> tuple[Link, ...]:
    newest, oldest = replace(wanted, sort="newest", after=""), replace(wanted, sort="oldest", after="")
    return (
        Link("newest first", newest.address(), wanted.sort == "newest"),
        Link("oldest first", oldest.address(), wanted.sort == "oldest"),
    )
