from dataclasses import dataclass

from app.pages.event_card import DocumentLink, PartyLabel, ReviewMark
from app.pages.passage import EvidenceKind, MarkedText
from app.pages.wording import DateShown, Link, Wording


@dataclass(frozen=True, slots=True)
class TypeShown:
    """An event's type with the words that define it."""

    label: str
    definition: str
    address: str
    """The timeline with this type alone."""
    subtype: Link | None
    """What kind of act of its type, where that is known, with the timeline of such events."""
    plover: str
    """PLOVER category and mode: "CONSULT, visit"."""


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person named in an event, with the office held at its date."""

    name: Wording
    office: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class EventLink:
    """Another event."""

    headline: Wording
    date: str
    address: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks for, or against, a passage telling of the event."""

    words: str
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the machine is, and why."""

    words: str
    percent: int
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.percent <= 100:
            raise ValueError(f"not a percentage: {self.percent}")


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact and the words of the passage it was taken from."""

    kind: EvidenceKind
    fact: str
    """"Date: 17 April 2023"."""
    words: tuple[Wording, ...] = ()
    note: str | None = None
    """How the fact was reached, where the words do not say it: "carried over from the sentence before"."""


@dataclass(frozen=True, slots=True)
class MachineReading:
    """What the machine read where a person decided."""

    type: str
    date: str
    parties: tuple[str, ...]
    place: str | None
    status: str | None
    """Why the machine held it back: "a habit or a generality"; None where it told it as a fact."""
    percent: int
    """How sure it was."""


@dataclass(frozen=True, slots=True)
class Decided:
    """That a person stands behind an event."""

    author: str
    reason: str | None
    """Why it was decided so, where another might decide otherwise."""


@dataclass(frozen=True, slots=True)
class Translation:
    """Our translation of a passage into a language that is not the page's."""

    label: str
    """"Russian"."""
    words: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageShown:
    """A passage that tells of the event."""

    mention_id: str
    quote: MarkedText
    source: DocumentLink
    published: str
    """"published 21 October 2021", "published between 17 and 30 April 2023 (inferred)"."""
    date: str | None
    """What this passage alone says of the date; None where its words give none."""
    facts: tuple[FactRow, ...]
    preferred: bool = False
    """The event's date is this passage's."""
    joined: str | None = None
    """Why it was taken to tell of the same event as the others."""
    translation: Wording | None = None
    """Our own, in the language of the interface."""
    other_translations: tuple[Translation, ...] = ()
    chosen: bool = False
    """A person chose it."""
    machine: tuple[MachineReading, ...] = ()
    """What the machine read here, where a person chose the passage."""


@dataclass(frozen=True, slots=True)
class InAnotherLanguage:
    """The editors' words for the event in a language that is not the page's."""

    label: str
    """"Arabic"."""
    headline: Wording
    summary: Wording | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change to the event, as a sentence."""

    revision: int
    date: str
    """ISO day."""
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """One event with all that it stands on."""

    id: str
    headline: Wording
    summary: Wording | None
    date: DateShown
    edtf: str | None
    date_reason: str
    """One sentence on how the date was reached."""
    other_dates: str | None
    """The dates of passages that differ, in words."""
    type: TypeShown
    parties: tuple[PartyLabel, ...]
    persons: tuple[PersonShown, ...]
    place: str | None
    scope: str
    """"core: between Russia or a Central Asian state and the Taliban"."""
    review: ReviewMark
    decided: Decided | None
    """None for what the machine found by itself."""
    confidence: Confidence
    part_of: EventLink | None
    """The visit or forum within which it took place."""
    parts: tuple[EventLink, ...]
    """What took place within it."""
    passages: tuple[PassageShown, ...]
    others: tuple[InAnotherLanguage, ...]
    """None for what the machine found by itself."""
    history: tuple[HistoryLine, ...]
