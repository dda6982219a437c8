"""An event made of its mentions: the best date, all parties and persons, one place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.extract.mention import Dated, ExtractedMention, PartyRole, Role, Scope
from app.resolve.likeness import Told
from app.vocabulary.actors import actors, persons
from app.vocabulary.places import places

BASIS_ORDER = ("explicit", "relative", "inherited", "inferred")


@dataclass(frozen=True, slots=True)
class ResolvedEvent:
    """One occurrence in the world as its mentions tell it, with these in the order of the documents."""

    told: tuple[Told, ...]
    type: str
    subtype: str | None
    scope: Scope
    date: Dated | None
    parties: tuple[PartyRole, ...]
    persons: tuple[str, ...]
    place: str | None
    confidence: float

    @property
    def named_place(self) -> str | None:
        """The place, where a passage names it."""
        return self.place if any(one.mention.named_place == self.place for one in self.told) else None


def event_of(told: Sequence[Told]) -> ResolvedEvent:
    """The event that `told`, at least one mention, tells of.

    The date is the finest (fewest days) and among equals the most directly stated; everybody named takes part. Each
    further document that tells of it makes it surer, as independent reports do.
    """
    mentions = [one.mention for one in told]
    dates = [mention.date for mention in mentions if mention.date]
    parties = {party.actor: party for mention in reversed(mentions) for party in reversed(mention.parties)}
    order = dict.fromkeys(party.actor for mention in mentions for party in mention.parties)
    kind = _type(mentions)
    return ResolvedEvent(
        told=tuple(told),
        type=kind,
        subtype=_commonest(mention.subtype for mention in mentions if mention.type == kind and mention.subtype),
        scope=mentions[0].scope,
        date=min(dates, key=_fineness) if dates else None,
        parties=tuple(parties[actor] for actor in order),
        persons=tuple(dict.fromkeys(person for mention in mentions for person in mention.persons)),
        place=_place(mentions),
        confidence=_together(told),
    )


def _type(mentions: Sequence[ExtractedMention]) -> str:
    """The type that most mentions have, the first of equals; that of an unknown verb only where none is known."""
    return _commonest(mention.type for mention in mentions if mention.type != "other") or "other"


def _commonest(told: Iterable[str]) -> str | None:
    """What is told most often, the first of equals; None of nothing."""
    listed = list(told)
    return max(dict.fromkeys(listed), key=listed.count, default=None)


def person_role(person: str, roles: Mapping[str, Role]) -> Role:
    """The role of a person in an event: that of the party it acts for, of which `roles` are those of the event."""
    served = [office.of for office in persons()[person].offices]
    return next((roles[actor] for actor in reversed(served) if actor in roles), "subject")


SUREST = 0.99


def _together(told: Sequence[Told]) -> float:
    """How sure an event is: one less the chance that every document's best passage is misread."""
    best: dict[str, float] = {}
    for one in told:
        best[one.document] = max(best.get(one.document, 0.0), one.mention.confidence)
    misread = 1.0
    for confidence in best.values():
        misread *= 1 - confidence
    return round(min(SUREST, 1 - misread), 2)


def _place(mentions: Sequence[ExtractedMention]) -> str | None:
    """Where the passages say that it was; else where the occasion was; else at the seat of whoever acted."""
    named = [mention.named_place for mention in mentions if mention.named_place]
    supposed = [mention.place for mention in mentions if mention.place]
    seats = {actors()[party.actor].seat for mention in mentions for party in mention.parties}
    return _finest(named) or _finest([place for place in supposed if place not in seats]) or _finest(supposed)


FINE_PLACES = ("venue", "border-crossing", "city")


def _finest(told: Sequence[str]) -> str | None:
    """The place told most often among the finest: a town rather than its country, the first of equals."""
    return _commonest([place for place in told if places()[place].kind in FINE_PLACES] or told)


def _fineness(dated: Dated) -> tuple[int, int, str]:
    date = dated.date
    days = (date.latest - date.earliest).days if date.earliest and date.latest else 10**6
    return days, BASIS_ORDER.index(dated.basis), date.text
