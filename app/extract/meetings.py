"""The forums of a text, each with all who are said to attend it, in whatever sentence."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from app.dates.edtf import EdtfDate
from app.extract.mention import ExtractedMention, PartyRole, Scope
from app.vocabulary.actors import region, taliban

FORUM_DAYS = 31
"""How fine a date is at least that tells one forum from another, in days."""


@dataclass(slots=True)
class Meeting:
    """A forum of a text: its days, its town once that is told, and all who are said to attend it."""

    days: EdtfDate
    place: str | None = None
    parties: dict[str, PartyRole] = field(default_factory=dict)


def with_all_attending(mentions: Sequence[ExtractedMention]) -> tuple[ExtractedMention, ...]:
    """With the parties of each forum being all who are said to attend it, in whatever sentence."""
    meetings: list[Meeting] = []
    found: dict[int, dict[str, PartyRole]] = {}
    for mention in mentions:
        days = _days_of_meeting(mention)
        if days is None:
            continue
        same = (one for one in meetings if one.place in (mention.place, None) or mention.place is None)
        meeting = next((one for one in same if one.days.overlaps(days)), None)
        if meeting is None:
            meeting = Meeting(days)
            meetings.append(meeting)
        meeting.place = meeting.place or mention.place
        meeting.parties |= {party.actor: party for party in mention.parties if party.actor not in meeting.parties}
        found[id(mention)] = meeting.parties
    return tuple(
        mention
        if (attending := found.get(id(mention))) is None
        else replace(mention, parties=tuple(attending.values()), scope=_scope(mention, attending))
        for mention in mentions
    )


def _days_of_meeting(mention: ExtractedMention) -> EdtfDate | None:
    """When a forum was held, fine enough to tell it from another; None of what is no forum on known days."""
    date = mention.date.date if mention.date else None
    if mention.type != "forum" or not mention.tells or date is None or not date.earliest or not date.latest:
        return None
    return date if (date.latest - date.earliest).days < FORUM_DAYS else None


def _scope(mention: ExtractedMention, actors: Container[str]) -> Scope:
    """Core too where, with all who attend, somebody of both sides takes part."""
    both = any(a in actors for a in region()) and any(a in actors for a in taliban())
    return "core" if both else mention.scope
