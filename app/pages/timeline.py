from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from app.pages.event_card import EventCard, YearGroup
from app.pages.wording import Link


@dataclass(frozen=True, slots=True)
class TypedValue:
    """What a reader typed into a field, kept as typed, and what was wrong with it."""

    text: str = ""
    error: str | None = None


@dataclass(frozen=True, slots=True)
class HiddenValue:
    """A criterion in force without a field of its own, such as `as_of`: the form carries it along."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterForm:
    """The text fields of the filter."""

    action: str
    """The timeline's address without a query."""
    q: TypedValue = TypedValue()
    since: TypedValue = TypedValue()
    """The parameter `from`."""
    until: TypedValue = TypedValue()
    """The parameter `to`."""
    hidden: tuple[HiddenValue, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    label: str
    count: int
    """Events that would be left, other facets as they are and this facet's own selection aside."""
    selected: bool
    language: str | None = None
    """Language of the label where it is not the page's: a publisher's name, a document's title."""


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet: its key in the address, its values, and how much of it is folded away."""

    key: str
    label: str
    values: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...] = ()
    """Values behind “More”."""
    folded: bool = False
    """The whole group is folded away until its heading is chosen."""

    @property
    def more_open(self) -> bool:
        return any(value.selected for value in self.more)

    @property
    def open(self) -> bool:
        return not self.folded or any(value.selected for value in self.values)

    def field_id(self, value: FacetValue) -> str:
        """The id of a value's box: the same on every answer, so that the focus stays where it was."""
        return f"facet-{self.key}-{quote(value.value, safe='')}"


def facet_group(
    key: str, label: str, values: Iterable[FacetValue], *, shown: int = 6, folded: bool = False
) -> FacetGroup:
    """A facet with its first values shown and the rest behind “More”, unless only one or two were left."""
    listed = tuple(values)
    if folded or len(listed) <= shown + 2:
        return FacetGroup(key, label, listed, folded=folded)
    return FacetGroup(key, label, listed[:shown], listed[shown:])


@dataclass(frozen=True, slots=True)
class Chip:
    """A criterion in force, in words, and the address of the view without it."""

    label: str
    """"Actor: Russia", "from 2022"."""
    address_without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Addresses of the neighbouring pages; None where there is none."""

    first: str | None = None
    previous: str | None = None
    next: str | None = None


@dataclass(frozen=True, slots=True)
class EmptyTimeline:
    """Why nothing is shown: nothing was ever ingested, nothing matches, or a value could not be read."""

    kind: Literal["archive", "no-match", "error"]
    messages: tuple[str, ...] = ()
    """For `error`: one sentence for each value, with the reader's own words in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """The explorer."""

    form: FilterForm
    facets: tuple[FacetGroup, ...]
    chips: tuple[Chip, ...]
    clear_all: str
    """Address of the timeline without any criterion."""
    notices: tuple[str, ...]
    """One sentence for each unknown parameter or value that was left aside."""
    summary: str
    """The filter and its result in words: "23 events: Russia; visits; from 2022"."""
    total: int
    years: tuple[YearGroup, ...]
    undated: tuple[EventCard, ...] = ()
    paging: Paging = Paging()
    empty: EmptyTimeline | None = None
    orders: tuple[Link, ...] = ()
    """Oldest first, newest first."""
