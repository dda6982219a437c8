"""The front page from counts and the latest events."""

from collections.abc import Mapping, Sequence

from app.dates.edtf import EdtfDate
from app.models import Event, Party
from app.pages.from_rows.cards import event_cards
from app.pages.from_rows.labels import Labels, month_names
from app.pages.home import HomePage, ReadyView, ReadyViews
from app.pages.month_grid import GridWording, year_rows
from app.pages.wording import Wording
from app.queries.event_filter import EventFilter
from app.queries.passages import Passage
from app.queries.standing import MONTH_KNOWN, YEAR_KNOWN, Standing
from app.text.words import counted
from app.vocabulary.views import ViewGroup, view_groups


def home_page(
    standing: Standing,
    counts: Mapping[str, int],
    latest: Sequence[Event],
    passages: Mapping[str, Sequence[Passage]],
    parties: Mapping[str, Sequence[Party]],
    labels: Labels,
) -> HomePage:
    """What this is and where things stand. `counts` are the events in each ready-made view, by its id."""
    period = None
    if standing.first and standing.last:
        period = f"{labels.date(standing.first[:4])} to {labels.date(standing.last[:4])}"
    return HomePage(
        events=standing.events,
        documents=standing.documents,
        reviewed=standing.reviewed,
        period=period,
        views=tuple(_ready(group, counts, labels.language) for group in view_groups()) if standing.events else (),
        years=year_rows(standing.months, standing.years, _grid_wording()),
        latest=event_cards(latest, passages, parties, labels),
        search_action="/timeline",
    )


def _ready(group: ViewGroup, counts: Mapping[str, int], language: str) -> ReadyViews:
    views = (
        ReadyView(_title(view.titles, language), f"/timeline?{view.view}", counts[view.id])
        for view in group.views
        if view.id in counts
    )
    return ReadyViews(_title(group.titles, language), tuple(views))


def _title(titles: Mapping[str, str], language: str) -> Wording:
    return Wording(titles[language], language) if language in titles else Wording(titles["en"], "en")


def _grid_wording() -> GridWording:
    return GridWording(
        short_names=month_names("abbreviated"),
        month=lambda year, month, count: f"{month_names()[month - 1]} {year}: {counted(count, 'event')}",
        year=lambda year, count: f"All of {year}: {counted(count, 'event')}",
        month_address=lambda year, month: within(f"{year:04}-{month:02}", MONTH_KNOWN),
        year_address=lambda year: within(f"{year:04}", YEAR_KNOWN),
    )


def within(edtf: str, precision: tuple[str, ...], scope: tuple[str, ...] = ()) -> str:
    """The address of the events within a month or year, of which at least that much is known: the core ones alone
    where no `scope` is named."""
    stretch = EdtfDate.parse(edtf)
    return EventFilter(since=stretch, until=stretch, precision=precision, scope=scope).address()
