"""What extraction finds: mentions, pure values with spans into the original text (code points)."""

from dataclasses import dataclass
from typing import Literal

from app.dates.edtf import EdtfDate
from app.text.spans import Span

Role = Literal["host", "guest", "speaker", "addressee", "signatory", "subject"]
Status = Literal["asserted", "attributed", "negated", "future", "hypothetical", "general"]
Scope = Literal["core", "context"]
Basis = Literal["explicit", "relative", "inherited", "inferred"]
EvidenceKind = Literal["date", "party", "person", "place", "trigger"]

TOLD: frozenset[Status] = frozenset({"asserted", "attributed"})
"""The statuses of what a text says did happen; only such mentions make events."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind a fact: which fact, its value (an id, an EDTF date, a type) and where the words stand."""

    kind: EvidenceKind
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dated:
    """When the act took place, how that was reached, and the words that say so (none where it is inferred)."""

    date: EdtfDate
    basis: Basis
    phrase: Span | None


@dataclass(frozen=True, slots=True)
class PartyRole:
    """An actor's part in the act."""

    actor: str
    role: Role


@dataclass(frozen=True, slots=True)
class ExtractedMention:
    """A passage that tells of an act: where, what, when, who, and how sure (0..1).

    `persons` and `place` are ids of the vocabulary; `subtype` says what kind of act of its type it is (a name taken off
    a list, or put on it), where the words tell; `signs` are what the confidence was reckoned from.
    """

    span: Span
    type: str
    scope: Scope
    status: Status
    confidence: float
    date: Dated | None
    parties: tuple[PartyRole, ...]
    persons: tuple[str, ...]
    place: str | None
    evidence: tuple[Evidence, ...]
    subtype: str | None = None
    signs: tuple[str, ...] = ()

    @property
    def named_place(self) -> str | None:
        """The place, where the words name it; not one that follows from who acted or on what occasion."""
        return self.place if any(one.kind == "place" and one.value == self.place for one in self.evidence) else None

    @property
    def tells(self) -> bool:
        """Whether the text says that the act took place."""
        return self.status in TOLD
