"""How sure it is that a passage tells of an event, reckoned from signs whose weight was measured.

Logistic regression (Cox 1958): the weights of the signs that are there are added to the intercept, and the sum becomes
a probability. app/extract/confidence.yaml holds the weights and says what they were measured on; `calibrate` makes it.
"""

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import Field

from app.extract.candidate import Candidate
from app.extract.mention import Dated, Scope, Status
from app.vocabulary.reading import Entry, read_entry

FILE = Path(__file__).with_name("confidence.yaml")
LONG = 45
"""Words of a passage from which on it may hold more than one act."""


class Weights(Entry):
    """The measured weights: positive ones make an event likelier."""

    material: str = Field(description="What they were measured on.")
    intercept: float
    signs: dict[str, float]


@cache
def weights() -> Weights:
    """The weights that hold now."""
    return read_entry(FILE, Weights)


def confidence(signs: Iterable[str]) -> float:
    """The probability (0.01..0.99) that a passage with these signs tells of an event; a sign unknown weighs nothing."""
    total = weights().intercept + sum(weights().signs.get(sign, 0.0) for sign in set(signs))
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-total)))), 2)


def signs_of(candidate: Candidate, date: Dated | None, status: Status, scope: Scope) -> tuple[str, ...]:
    """The signs that an act itself gives: how it is told, when, by whom."""
    speaker = candidate.speaker
    found = [
        f"type-{candidate.act.type}",
        "bare" if candidate.bare else "verb" if candidate.act.verb else "noun",
        f"date-{date.basis}" if date else "undated",
        f"scope-{scope}",
    ]
    if candidate.background:
        found.append("background")
    if status == "attributed":
        found.append("attributed")
    if speaker is not None:
        found.append("speaker-before" if not speaker.names else "speaker-person" if speaker.person else "speaker-state")
    if candidate.last - candidate.first >= LONG:
        found.append("long")
    return tuple(found)
