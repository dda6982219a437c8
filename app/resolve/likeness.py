"""How alike two mentions are: what speaks for one event, what against, and what rules it out.

Attributes decide, date first; the type, the parties and the persons settle what the date leaves open. The weights were
set by hand on the five documents and on practice articles, and are reasons to be shown, not probabilities.
"""

from dataclasses import dataclass
from functools import cache

from app.dates.edtf import EdtfDate
from app.extract.candidate import ENVOYS
from app.extract.mention import Dated, ExtractedMention
from app.extract.speakers import serves
from app.vocabulary.actors import region
from app.vocabulary.event_types import event_types
from app.vocabulary.places import places

JOIN = 2.5
"""The least score at which two mentions are taken for one event."""
ADJACENT = 400
"""Code points between two passages that one breath of reporting may span."""
NEWS_DAYS = 2
"""How many days a date taken from the day of the news may be off."""
NEWS_MONTH = 15
"""The same for acts that two sides do so seldom that it cannot be another."""
ABOUT_DAYS = 5
"""How many days the middle of a month may lie from the day that is meant."""
DISPUTED_DAYS = 7
"""How many days two texts may differ on when an act was done that is done only once."""
MONTH_AT_LEAST, MONTH, SEASON_AT_LEAST, SEASON, YEAR_AT_LEAST, YEAR = 28, 31, 88, 92, 354, 366
SPANS = (range(MONTH_AT_LEAST, MONTH + 2), range(SEASON_AT_LEAST, SEASON + 3), range(YEAR_AT_LEAST, YEAR + 1))
"""How many days a month, a season and a year have, of any calendar."""

WEIGHTS = {
    "same-day": 2.0,
    "same-time": 1.75,
    "finer-date": 1.25,
    "date-in-season": 1.0,
    "much-finer-date": 0.5,
    "about-then": 1.25,
    "about-same-day": 1.25,
    "same-news": 1.5,
    "same-persons": 1.25,
    "other-persons": -1.5,
    "same-place": 0.75,
    "other-place": -1.0,
    "same-type": 0.5,
    "same-subtype": 0.5,
    "same-states": 0.5,
    "some-states": 0.25,
    "done-once": 2.0,
    "done-seldom": 0.75,
    "about-same-time": 1.0,
    "other-date": 0.0,
    "rare": 0.5,
    "same-subject": 0.5,
    "no-subject": -1.5,
    "same-breath": 1.5,
    "reference": 1.25,
    "goes-on": -2.0,
}
"""What each reason counts. Positive ones speak for one event, negative ones for two."""

RARE = frozenset({"recognition", "accreditation", "mission-handover", "listing"})
"""Acts that two sides do so seldom that the month tells which one is meant."""


STEPWISE = frozenset({"listing"})
"""A ban is lifted in steps, weeks apart: proposed, passed, signed, decided by a court."""
TOLD_APART = frozenset({"security", "agreement", "aid-trade", "forum"})
"""Types whose acts the subtype tells apart: a contract on fuel and one on rails, signed in one month, are two."""


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the document that holds it; `decided` names the event that a person decided it tells of."""

    document: str
    mention: ExtractedMention
    decided: str | None = None

    @property
    def key(self) -> tuple[str, int, int, str, str]:
        """What orders mentions: document, span, type, and what was decided."""
        return (self.document, self.mention.span.start, self.mention.span.end, self.mention.type, self.decided or "")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for two mentions being of one event: the sum of the WEIGHTS of the reasons."""

    reasons: tuple[str, ...]

    @property
    def score(self) -> float:
        return sum(WEIGHTS[reason] for reason in self.reasons)


def likeness(one: Told, other: Told) -> Likeness | None:
    """What speaks for `one` and `other` telling of one event; None where they cannot.

    Ruled out: another type or subtype of it, a date that does not lie within the other, other states, another town,
    and, for visits, talks and statements, other persons of one side.
    """
    a, b = one.mention, other.mention
    other_subtype = a.subtype is not None and b.subtype is not None and a.subtype != b.subtype
    # What an unknown verb tells of may be an act of any kind.
    untyped = "other" in (a.type, b.type) and "statement" not in (a.type, b.type)
    # "Let the Taliban into the consulate", "a consul whom they chose works there": one text says this, another that.
    envoys = {a.type, b.type} == ENVOYS and one.document != other.document
    if (a.type != b.type and not untyped and not envoys) or (other_subtype and not _is_one_day(a, b) and not envoys):
        return None
    once = is_once(a) and is_once(b) and a.subtype == b.subtype
    if a.scope != b.scope and not once:
        return None
    dates = _dates(a.date, b.date, NEWS_MONTH if a.type in RARE - STEPWISE else NEWS_DAYS)
    if dates == ["about-same-day"] and a.type != "statement":
        # Many things are said on one day; two sides seldom meet or sign twice on it.
        dates = ["same-news"]
    if dates is None and once and a.date and b.date and _days_between(a.date.date, b.date.date) <= DISPUTED_DAYS:
        # Done once, so it is the dates that differ: both are kept.
        dates = ["other-date"]
    states = _states(a, b)
    persons = _persons(a, b)
    if dates is None or states is None or persons is None:
        return None
    place = _place(a, b)
    if place == ["other-place"] and dates and a.type not in ("statement", "recognition", "listing"):
        return None
    reasons = [*(["same-type"] if a.type == b.type else []), *dates, *states, *persons, *place]
    if a.subtype and a.subtype == b.subtype and (once or a.type in TOLD_APART):
        reasons.append("same-subtype")
    together = one.document == other.document and _gap(one, other) <= ADJACENT
    if once and "same-states" in states:
        reasons.append("done-once")
    elif "same-states" in states and dates and (is_once(a) or is_once(b)) and None in (a.subtype, b.subtype):
        reasons += ["done-seldom", "rare"]
    elif a.type in RARE and dates:
        reasons.append("rare")
    if a.type == "statement":
        told = _statements(one, other, together)
        if told is None:
            return None
        reasons += told
    elif one.document == other.document:
        reasons += _within_document(a, b, dates, together)
    elif not dates and not once:
        return None
    return Likeness(tuple(reasons))


@cache
def _once(kind: str, subtype: str | None) -> bool:
    known = event_types()[kind]
    return known.once or (subtype is not None and subtype in known.once_subtypes)


def is_once(mention: ExtractedMention) -> bool:
    """Whether an act is of a kind that is done once between the same sides (a recognition, the taking of power)."""
    return _once(mention.type, mention.subtype)


def _is_one_day(a: ExtractedMention, b: ExtractedMention) -> bool:
    """Whether the words of both give one and the same day."""
    days = [dated.date for dated in (a.date, b.date) if dated and not is_soft(dated) and dated.date.precision == "day"]
    return len(days) == 2 and days[0].text == days[1].text


def compatible(a: EdtfDate, b: EdtfDate) -> bool:
    """Whether one date lies within the other, both are the same, or they are months or years of two calendars that
    overlap."""
    return a.text == b.text or a.within(b) or b.within(a) or _overlap(a, b)


def _overlap(a: EdtfDate, b: EdtfDate) -> bool:
    spans = [days_of(date) or 0 for date in (a, b)]
    months = [MONTH_AT_LEAST <= days <= MONTH for days in spans]
    whole = all(any(days in span for span in SPANS) for days in spans)
    # A year of the Gregorian calendar begins with a month of it: only another calendar's overlaps in part.
    converted = any(date.precision == "interval" for date in (a, b))
    return (
        bool(whole and (all(months) or converted) and a.earliest and a.latest and b.earliest and b.latest)
        and _days_between(a, b) == 0
    )


def _about(a: EdtfDate, b: EdtfDate) -> bool:
    """Whether one of two days is only about right ("mid-July"), and near the other."""
    rough = a.approximate or b.approximate
    return rough and days_of(a) == days_of(b) == 1 and _days_between(a, b) <= ABOUT_DAYS


def is_soft(dated: Dated) -> bool:
    """Whether a date is that of the news, not the words' own."""
    return dated.basis == "inferred" or (dated.basis == "inherited" and dated.date.approximate)


def days_of(date: EdtfDate) -> int | None:
    """How many days a date spans; None where an end is open."""
    return (date.latest - date.earliest).days + 1 if date.earliest and date.latest else None


def _dates(one: Dated | None, other: Dated | None, tolerance: int) -> list[str] | None:
    if one is None or other is None:
        return []
    a, b = one.date, other.date
    soft = is_soft(one) or is_soft(other)
    days = [span for span in (days_of(a), days_of(b)) if span is not None]
    if soft and a.earliest and b.earliest and days == [1, 1] and abs((a.earliest - b.earliest).days) <= NEWS_DAYS:
        return ["about-same-day"]
    if not soft and _about(a, b):
        return ["about-then"]
    if not compatible(a, b):
        return ["about-same-time"] if soft and _days_between(a, b) <= tolerance else None
    if a.text == b.text or (a.earliest, a.latest) == (b.earliest, b.latest):
        return ["same-day" if days == [1, 1] else "same-time" if max(days, default=YEAR) <= MONTH else "finer-date"]
    coarser = max(days) if len(days) == 2 else YEAR
    return ["finer-date" if coarser <= MONTH else "date-in-season" if coarser <= SEASON else "much-finer-date"]


def _days_between(a: EdtfDate, b: EdtfDate) -> int:
    if not a.earliest or not a.latest or not b.earliest or not b.latest:
        return YEAR
    return max(0, (max(a.earliest, b.earliest) - min(a.latest, b.latest)).days)


def _states(a: ExtractedMention, b: ExtractedMention) -> list[str] | None:
    actors_a, actors_b = {party.actor for party in a.parties}, {party.actor for party in b.parties}
    states_a, states_b = actors_a & region(), actors_b & region()
    if (states_a and states_b and not states_a & states_b) or not actors_a & actors_b:
        return None
    return ["same-states" if states_a == states_b else "some-states"]


def _persons(a: ExtractedMention, b: ExtractedMention) -> list[str] | None:
    if not a.persons or not b.persons:
        return []
    sides_a, sides_b = _by_side(a), _by_side(b)
    other = any(sides_b.get(side) and not people & sides_b[side] for side, people in sides_a.items())
    if other and a.type in ("visit", "talks", "statement"):
        return None
    if set(a.persons) & set(b.persons):
        return ["same-persons"]
    # Where one text names the envoy and another the minister who received him, nobody stands for somebody else.
    return ["other-persons"] if other else []


def _by_side(mention: ExtractedMention) -> dict[str, set[str]]:
    """The persons of a mention by the actor they serve; of a visit, only those who travel."""
    guests = {party.actor for party in mention.parties if party.role == "guest"}
    sides: dict[str, set[str]] = {}
    for person in mention.persons:
        side = serves(person, mention.date.date if mention.date else None)
        if side and (mention.type != "visit" or not guests or side in guests):
            sides.setdefault(side, set()).add(person)
    return sides


def _place(a: ExtractedMention, b: ExtractedMention) -> list[str]:
    if not a.named_place or not b.named_place:
        return []
    if a.place == b.place:
        return ["same-place"]
    one, other = places()[a.named_place], places()[b.named_place]
    apart = one.kind == "city" and other.kind == "city"
    return ["other-place"] if apart or one.country != other.country else []


def _statements(one: Told, other: Told, together: bool) -> list[str] | None:
    """Sentences of one speaker on one subject that follow each other are one statement; others need a day."""
    a, b = one.mention, other.mention
    speakers = [{party.actor for party in mention.parties if party.role == "speaker"} for mention in (a, b)]
    if all(speakers) and not speakers[0] & speakers[1]:
        return None
    reasons = ["same-subject"] if a.subtype and a.subtype == b.subtype else ["no-subject"]
    dated = [mention.date is not None and not is_soft(mention.date) for mention in (a, b)]
    if together:
        # What one speaker says of different things in one breath are different statements.
        reasons.append("same-breath" if reasons == ["same-subject"] else "goes-on")
    elif not all(dated) and (one.document == other.document or not set(a.persons) & set(b.persons)):
        # The day of the news is that of every statement in it.
        reasons.append("goes-on")
    elif not set(a.persons) & set(b.persons) and "no-subject" in reasons:
        reasons.append("goes-on")
    return reasons


def _within_document(a: ExtractedMention, b: ExtractedMention, dates: list[str], together: bool) -> list[str]:
    inherited = any(date and date.basis == "inherited" and not is_soft(date) for date in (a.date, b.date))
    if dates and together and inherited:
        # "They received the embassy in July, and the consulate": what goes on from an act is another act.
        return ["goes-on"]
    if dates:
        return []
    # One of the two has no date: a definite reference ("his recent visit"), or the same breath.
    series = a.type == "forum" and a.subtype is not None and a.subtype == b.subtype
    if set(a.persons) & set(b.persons) or series:
        return ["reference"]
    return ["same-breath"] if together else []


def _gap(one: Told, other: Told) -> int:
    """Code points between two mentions of one document; below zero where they overlap."""
    a, b = one.mention.span, other.mention.span
    return max(a.start, b.start) - min(a.end, b.end)
