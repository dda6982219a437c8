"""Date expressions: the phrases of a text that tell a time, found and kept apart from what they are taken to mean."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from app.dates.figures import UNKNOWN_DAY
from app.dates.grammar import Grammar
from app.dates.lexicon import DateLexicon, Particle
from app.dates.values import (
    About,
    CalendarDate,
    Century,
    Choice,
    Decade,
    Focus,
    Listing,
    Lookback,
    Part,
    Period,
    Recent,
    Relation,
    Shift,
    Stretch,
    Third,
    Vague,
    Value,
    Weekday,
    YearPart,
)
from app.dates.words import Words
from app.text.folding import Folded
from app.text.spans import Span

_OPENING: Final = frozenset({Particle.ABOUT, Particle.ARTICLE, Particle.LAST_DAY, Particle.LOOKALIKE})
"""The small words that an expression may begin with."""
_SIGNS: Final = frozenset("./-,،")
"""What may follow the first number of an expression, if not a word that tells of time."""

Kind = Literal["explicit", "yearless", "relative", "anaphoric", "vague"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A phrase that tells a time: where it stands, what it says, and how it fences what it says.

    `relation` is "since" (an open beginning), "until", "before", "after", or "at" for a plain date.
    """

    span: Span
    phrase: str
    value: Value
    relation: Relation = "at"

    @property
    def since(self) -> bool:
        """Whether the phrase gives the beginning of something that lasts: منذ عام 2003."""
        return self.relation == "since"

    @property
    def part(self) -> Third | None:
        """Early, mid or late, where the phrase says so: EDTF has no way to."""
        value = self.value.of if isinstance(self.value, About) else self.value
        return value.third if isinstance(value, Part) else None

    @property
    def kind(self) -> Kind:
        """What the phrase lacks to be a date: nothing, its year, a publication date, a date told before, or all."""
        return _kind(self.value)


def counts_from_event(value: Value) -> bool:
    """Whether a value counts from an event that the words after it name: "two days after the visit"."""
    return isinstance(value, Period) and value.shift.base == "event"


def counted_back(expression: DateExpression) -> DateExpression:
    """An expression that counts from an event, turned round: from what was done "two days after" it, the event is two
    days before. Others are left as they are."""
    value = expression.value
    if not isinstance(value, Period) or value.shift.base != "event":
        return expression
    return replace(expression, value=replace(value, shift=replace(value.shift, offset=-value.shift.offset)))


def tag(folded: Folded, lexicon: DateLexicon) -> list[DateExpression]:
    """All date expressions of a text in its order, each the longest at its place, none overlapping another.

    Spans are in code points of the original text and cover the phrase as a reader would cite it: with يوم and عام, and
    with a preposition only where it changes what is meant (since, until, before, after, between). Takes time
    in proportion to the length of the text.
    """
    words = Words(folded, lexicon)
    grammar = Grammar(words)
    expressions = []
    at = 0
    while at < len(words):
        phrase = grammar.phrase(at) if _may_begin(words, at) else None
        if phrase is None:
            at += 1
            continue
        if phrase.value is not None:
            span = words.span(at, phrase.after)
            expressions.append(DateExpression(span, span.of(folded.original), phrase.value, phrase.relation))
        at = phrase.after
    return expressions


def _may_begin(words: Words, at: int) -> bool:
    """Whether to read on at all: most words are no part of a time, and most numbers neither."""
    text = words.text(at)
    if text.isdecimal():
        return len(text) == 4 or (len(text) < 4 and (words.text(at + 1) in _SIGNS or bool(words.meanings(at + 1))))
    if text in UNKNOWN_DAY:
        return True
    return any(not isinstance(meaning, Particle) or meaning in _OPENING for meaning, _ in words.meanings(at))


def _kind(value: Value) -> Kind:
    match value:
        case Vague():
            return "vague"
        case Recent():
            return "relative"
        case Focus() | CalendarDate(follows=True):
            return "anaphoric"
        case Period(shift=shift) | CalendarDate(month=Shift() as shift) | Weekday(week=Shift() as shift):
            return _kind_of(shift)
        case CalendarDate(year=Shift() as shift) | YearPart(year=Shift() as shift) | Decade(century=Shift() as shift):
            return _kind_of(shift)
        case CalendarDate(year=None, direction=None) | YearPart(year=None, direction=None):
            return "yearless"
        case CalendarDate(year=None) | YearPart(year=None) | Weekday() | Lookback():
            return "relative"
        case Part(of=of) | About(of=of):
            return _kind(of)
        case Stretch(last=last):
            return _kind(last)
        case Listing(dates=dates) | Choice(readings=dates):
            return _kind(dates[-1])
        case CalendarDate() | YearPart() | Decade() | Century():
            return "explicit"


def _kind_of(shift: Shift) -> Kind:
    return "relative" if shift.base == "publication" else "anaphoric"
