"""What the documents cover and what they leave out, told so that a gap reads as a gap in the sources."""

from dataclasses import dataclass

from app.pages.month_grid import YearRow
from app.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences in a row that tell of events of one scope, as a part of the whole text in thousandths of its length."""

    start: int
    length: int
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentShare:
    """How much of a document tells of events."""

    title: Wording
    address: str
    source: Wording | None
    published: str
    language_label: str
    told: str
    """"20 of 41 sentences (49 %) tell of an event, 12 of them of a core event"."""
    strip: tuple[Stretch, ...] | None
    """None where the sentences are not known."""


@dataclass(frozen=True, slots=True)
class CountRow:
    """A line of a table of counts; `address` leads to the events counted."""

    name: str
    address: str | None
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    summary: str
    """"5 documents in Arabic, published between 1 October 2021 and 31 December 2024"."""
    reviewed: bool
    """Whether the editors have read everything, so that nothing was missed by the machine alone."""
    documents: tuple[DocumentShare, ...]
    years: tuple[YearRow, ...]
    """How many documents speak of each month."""
    months_told: str
    """"From July 2018, the first month to which an event is dated, to …, 20 months have a source here and …"."""
    gaps: tuple[str, ...]
    """"September 2021", "May to June 2022 (2 months)", "November 2021 to February 2022 (4 months)"."""
    states: tuple[CountRow, ...]
    precisions: tuple[CountRow, ...]
