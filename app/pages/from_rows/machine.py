"""What the machine found, where a person decided, in words."""

from app.models import Mention
from app.pages.event import MachineReading
from app.pages.from_rows.labels import Labels

HELD_BACK = {
    "negated": "denied",
    "future": "announced or expected",
    "hypothetical": "supposed",
    "general": "a habit, a motive or a generality",
}
"""Why the machine told of no event."""


def machine_reading(mention: Mention, labels: Labels) -> MachineReading:
    """What the machine read in a passage."""
    return MachineReading(
        type=labels.names.type(mention.type, labels.language),
        date=labels.date(mention.date["edtf"] if mention.date else None),
        parties=tuple(labels.names.actor(party["actor"], labels.language) for party in mention.parties),
        place=labels.names.place(mention.place, labels.language) if mention.place else None,
        status=HELD_BACK.get(mention.status),
        percent=round(mention.confidence * 100),
    )
