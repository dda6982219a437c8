"""What is weighed before it becomes a mention, and what is remembered of what was told before."""

from collections import deque
from dataclasses import dataclass, field

from app.extract.acts import Act
from app.extract.mention import Dated, ExtractedMention
from app.extract.segments import Clause, Sentence
from app.extract.speakers import Speaker

OCCASIONS = frozenset({"visit", "forum", "talks"})
"""Types of event during which other acts are done and words spoken."""
DECISIONS = frozenset({"recognition", "accreditation", "mission-handover", "listing"})
"""Acts done once and for all, told by being announced, also where a noun names them ("announced the decision to…")."""
ENVOYS = frozenset({"accreditation", "mission-handover"})
"""An envoy accepted and a mission given are often two words for one step."""


def alike(one: str, other: str) -> bool:
    """Whether a noun of one type can point back to a decision of another."""
    return one == other or {one, other} <= ENVOYS


NEVER = 1_000_000
"""So many sentences ago that nothing goes on from it."""
TOLD_KEPT = 40
"""How many dated acts are remembered, from which "two days after the attack" may count."""
OCCASIONS_KEPT = 40
"""How many of them are remembered: "his visit" never means one told of a hundred pages before."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act that may become a mention: its clause, its words, and who speaks where it is a statement."""

    sentence: Sentence
    clause: Clause
    act: Act
    first: int
    last: int
    speaker: Speaker | None = None
    background: bool = False
    passing: bool = False
    """Whether a noun only points back to it ("during his visit"), so that it has no words but its own."""
    setting: bool = False
    """Whether it is the occasion on which what was told before was said ("his remarks came during")."""
    bare: bool = False
    """Whether nothing that the act needs is named in its clause, so that only its date speaks for it."""
    adds: bool = False
    """Whether whoever spoke last only goes on ("he added that …")."""
    claim: int = 0
    """The first word that can change what is claimed of the act: after the act before it, or of the clause."""
    until: int = 0
    """The last word that can."""


@dataclass(slots=True)
class Memory:
    """What was told before: who spoke last, the last date, the parties and type of the last event, and the occasions
    and other dated acts.

    `spoke`, `said`, `dated` and `met` are the numbers of the sentences that told so (who travelled may speak next,
    but has said nothing yet); `on_occasion` says that a noun gave the date ("during the meeting of …"); `day` is
    the day of the news that the text tells; `who` is the person who acted last, in sentence `acted`; `collective`
    is the last sentence about a group of states; `decisions` are the types of decisions told of, each with its
    parties.
    """

    speaker: Speaker | None = None
    spoke: int = -NEVER
    said: int = -NEVER
    date: Dated | None = None
    dated: int = -NEVER
    on_occasion: bool = False
    parties: tuple[str, ...] = ()
    type: str = ""
    decisions: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    met: int = -NEVER
    who: str | None = None
    acted: int = -NEVER
    day: Dated | None = None
    collective: int = -NEVER
    occasions: deque[ExtractedMention] = field(default_factory=lambda: deque(maxlen=OCCASIONS_KEPT))
    told: deque[ExtractedMention] = field(default_factory=lambda: deque(maxlen=TOLD_KEPT))
