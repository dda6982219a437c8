"""Times that count from another: "today", "last year", "the following day", "two months ago", "the past week"."""

from typing import Final, NamedTuple

from app.dates.lexicon import Bound, Direction, Distance, FixedPhrase, Particle, UnitName
from app.dates.numerals import Numerals
from app.dates.values import Base, Lookback, Period, Shift, Unit, Vague, Value
from app.dates.words import Read, Words

_MOST_UNITS: Final = 200
_DAYS_IN_WEEK: Final = 7
_YEARS: Final = {"year": 1, "decade": 10, "century": 100}
_SIGN: Final = {"before": -1, "after": 1}


class Quantity(NamedTuple):
    """So many of a unit; no number is "some"."""

    unit: Unit
    number: int | None
    about: bool
    after: int


class RelativePhrases:
    """Reads times that count from publication or from the date last spoken of."""

    def __init__(self, words: Words, numerals: Numerals) -> None:
        self.words = words
        self.numerals = numerals

    def fixed(self, at: int) -> Read:
        """Today, the following day, at that time, now."""
        words = self.words
        for phrase, after in words.every(at, FixedPhrase):
            before, following = words.text(at - 1), words.text(after)
            if before in phrase.not_after and words.joined(at):
                continue
            if phrase.only_after and before not in phrase.only_after:
                continue
            if following in phrase.not_before and words.joined(after):
                continue
            if phrase.only_before and not words.closes(after) and not phrase.only_before.fullmatch(following):
                continue
            return phrase.value, after
        return None

    def period(self, at: int) -> tuple[Period, int] | None:
        """ "last week", العام الماضي, "the same year", امسال: one unit, counted from publication or focus."""
        words = self.words
        for phrase, after in words.every(at, FixedPhrase):
            if isinstance(phrase.value, Period) and phrase.value.unit != "day":
                return phrase.value, after
        at = words.over(at, Particle.ARTICLE)
        for direction, after in words.every(at, Direction):
            unit = words.find(after, UnitName)
            if (
                direction.side == "before"
                and not direction.several
                and unit
                and unit[0].count == 1
                and words.agrees(after)
            ):
                return Period(unit[0].unit, Shift(direction.base, direction.offset)), unit[1]
        unit = words.find(at, UnitName)
        if unit is None or unit[0].count != 1 or not self.is_definite(unit[0]) or not words.agrees(unit[1]):
            return None
        for direction, after in words.every(unit[1], Direction):
            if direction.side == "after" and not direction.several:
                return Period(unit[0].unit, Shift(direction.base, direction.offset)), after
        return None

    def is_definite(self, unit: UnitName) -> bool:
        """Whether a unit can be "the year", where the language tells that from "year"."""
        return unit.definite or not self.words.lexicon.marks_definite

    def whole_unit(self, at: int) -> Read:
        """ "(the end of) the year", (نهاية) العام, at the close of a clause: the year or month of publication."""
        words = self.words
        unit = words.find(at, UnitName)
        if unit is None or unit[0].unit not in ("year", "month") or unit[0].count != 1 or not self.is_definite(unit[0]):
            return None
        closed = words.closes(unit[1]) or words.skip(unit[1], Particle.IN) is not None
        return (Period(unit[0].unit, Shift("publication", 0)), unit[1]) if closed else None

    def ago(self, at: int) -> Read:
        """ "two months ago", `два года назад`, دو ماه پیش, "a week later"."""
        quantity = self._quantity(at)
        if quantity is None or not self.words.continues(quantity.after):
            return None
        bound = self.words.find(quantity.after, Bound)
        for distance, after in self.words.every(quantity.after, Distance):
            if bound and bound[1] > after:
                break  # پیش از is "before", پیش alone is "ago"
            if distance.side == "after":
                return _away(quantity, distance.sign, distance.base), after
        if bound and bound[0].kind in _SIGN and self.words.continues(bound[1]):
            return _away(quantity, _SIGN[bound[0].kind], "event"), bound[1]
        return None

    def ago_before(self, at: int) -> Read:
        """`قبل شهرين`, `منذ أسبوع`, `بعد يومين`; where it goes on `من`, it counts from what is named next."""
        for distance, after in self.words.every(at, Distance):
            if distance.side != "before" or not self.words.continues(after):
                continue
            quantity = self._quantity(after)
            if quantity is None:
                continue
            anchored = self.words.skip(quantity.after, Particle.ANCHOR)
            if anchored is not None:
                return _away(quantity, distance.sign, "event"), anchored
            if distance.base != "event":
                return _away(quantity, distance.sign, distance.base), quantity.after
        return None

    def lookback(self, at: int) -> Read:
        """ "the past two weeks", العامين الماضيين, السنوات الثلاث الماضية; without a number it is vague."""
        words = self.words
        at = words.over(at, Particle.ARTICLE)
        for direction, after in words.every(at, Direction):
            if direction.side == "before" and direction.base == "publication" and words.continues(after):
                quantity = self._quantity(after)
                if quantity and (quantity.number != 1 or direction.several):
                    return _back(quantity, direction), quantity.after
        quantity = self._units_and_number(at) or self._quantity(at)
        if quantity is None or quantity.number == 1 or not words.continues(quantity.after):
            return None
        for direction, after in words.every(quantity.after, Direction):
            if direction.side == "after" and direction.base == "publication":
                return _back(quantity, direction), after
        return None

    def _units_and_number(self, at: int) -> Quantity | None:
        """السنوات الثلاث, الأشهر الـ6, العامين: the units before their number."""
        unit = self.words.find(at, UnitName)
        if unit is None:
            return None
        if unit[0].count is not None:
            return Quantity(unit[0].unit, unit[0].count, False, unit[1])
        start = self.words.over(unit[1], Particle.ARTICLE)
        number = self.words.number(start)
        counted = self.numerals.cardinal(start) if number is None else (number, start + 1)
        value, after = counted or (None, unit[1])
        return Quantity(unit[0].unit, value, False, after)

    def _quantity(self, at: int) -> Quantity | None:
        """`شهرين`, "20 years", `نحو ثلاثة أشهر`, "a week", `полгода`."""
        words = self.words
        start = words.over(at, Particle.ABOUT)
        number = words.number(start)
        counted = self.numerals.cardinal(start) if number is None else (number, start + 1)
        unit = words.find(counted[1] if counted else start, UnitName)
        if unit is None or unit[0].definite or (counted and not words.continues(counted[1])):
            return None
        if unit[0].unit in ("quarter", "half"):
            return None
        if counted:
            value = None if counted[0] is None else counted[0] * (unit[0].count or 1)
            return Quantity(unit[0].unit, value, start > at, unit[1])
        one = self.numerals.cardinal(unit[1])
        after = one[1] if one and one[0] == unit[0].count and words.continues(unit[1]) else unit[1]
        return Quantity(unit[0].unit, unit[0].count, start > at, after)


def _away(quantity: Quantity, sign: int, base: Base) -> Value:
    """So many units before or after the base. What is said in days is meant to the day, and what is counted from a date
    that the text tells to its unit; "two months ago" is meant roughly."""
    if quantity.number is None or quantity.number > _MOST_UNITS:
        return Vague()
    offset = sign * quantity.number
    about = quantity.about or base == "publication"
    match quantity.unit:
        case "day":
            return Period("day", Shift(base, offset), approximate=quantity.about)
        case "week":
            return Period("day", Shift(base, offset * _DAYS_IN_WEEK), approximate=about)
        case "month":
            return Period("month", Shift(base, offset), approximate=about)
        case "year" | "decade" | "century" as unit:
            return Period("year", Shift(base, offset * _YEARS[unit]), approximate=about)
        case _:
            return Vague()


def _back(quantity: Quantity, direction: Direction) -> Value:
    if quantity.number is None or direction.offset >= 0 or quantity.number > _MOST_UNITS:
        return Vague()
    return Lookback(quantity.unit, quantity.number)
