"""What is weighed before it becomes a mention, and what is remembered of what was told before."""

from collections import deque
from dataclasses import dataclass, field

from app.extract.acts import Act
from app.extract.mention import Dated, ExtractedMention
from app.extract.reading import Clause, Sentence
from app.extract.speakers import Speaker

OCCASIONS = frozenset({"visit", "forum", "talks"})
"""Types of event during which other acts are done and words spoken."""
DECISIONS = frozenset({"recognition", "accreditation", "mission-handover", "listing"})
"""Acts done once and for all, told by being announced, also where a noun names them ("announced the decision to…")."""
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
    claim: int = 0
    """The first word that can change what is claimed of the act: after the act before it, or of the clause."""
    until: int = 0
    """The last word that can."""


@dataclass(slots=True)
class Memory:
    """What was told before: the last speaker and paragraph, the last date with its sentence and whether a noun gave it
    ("during the meeting of …"), the last dealing told of, the person whose act was
    told last and in which sentence, and the occasions with their dates."""

    speaker: Speaker | None = None
    paragraph: int = -1
    date: Dated | None = None
    sentence: int = -1
    on_occasion: bool = False
    told: ExtractedMention | None = None
    subject: str | None = None
    subject_in: int = -1
    occasions: deque[ExtractedMention] = field(default_factory=lambda: deque(maxlen=OCCASIONS_KEPT))
