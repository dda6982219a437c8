"""When an act took place: the date that governs it, and how that was reached."""

from bisect import bisect_left
from itertools import takewhile

from app.dates.edtf import EdtfDate
from app.dates.values import Listing, Stretch, Value
from app.extract.candidate import DECISIONS, OCCASIONS, Candidate, Memory
from app.extract.counting import counted_before, counts_from_act
from app.extract.governing import governing_date, is_apart, is_other_time, is_over, said_until
from app.extract.happenings import after_landmark
from app.extract.mention import Dated, PartyRole
from app.extract.occasions import occasion_of
from app.extract.owned_dates import begins_relative, is_of_object, is_of_parenthesis, is_of_relative
from app.extract.reading import Reading
from app.extract.whens import When
from app.vocabulary.languages import language, verb_last

DONE_AT_ONCE = DECISIONS | {"security"}
"""Acts of which "since 2003" gives the day, where "has attended since 2022" gives the beginning."""
WEEK = 7


def date_of(reading: Reading, candidate: Candidate, memory: Memory) -> Dated | None:
    """When an act took place (EDTF): by its own words, else by the occasion, the sentence or the news of the day; None
    where nothing tells."""
    when = governing_date(reading, candidate)
    if when is not None and when.reading is not None:
        # A month without its year is worked out from the day of publication, as "last month" is.
        basis = "relative" if when.reading.basis == "inferred" else when.reading.basis
        # "Listed since 2003" tells of an act of 2003; "has attended since 2022" of something that lasts.
        once = when.expression.since and (candidate.act.type in DONE_AT_ONCE or _tells_when(reading, when))
        once = once and not candidate.act.trigger.lasting
        date = when.reading.bare if once else when.reading.date
        return Dated(_of_one_act(candidate.act.type, when.expression.value, date), basis, when.expression.span)
    if candidate.background or counts_from_act(reading, candidate):
        return None
    if leading := _leading_date(reading, candidate) or counted_before(reading, candidate):
        return leading
    occasion = occasion_of(reading, candidate, memory)
    if occasion and occasion.date:
        return Dated(occasion.date.date, "inherited", occasion.date.phrase)
    apart = is_other_time(reading, candidate) or is_apart(reading, candidate.clause.first, candidate.act)
    if memory.dated == candidate.sentence.number and apart:
        # "On Monday, days after Kyrgyzstan removed them": the day is that of the clause beside it.
        return None
    told = candidate.sentence.number - (candidate.setting or _goes_on_from(reading, candidate))
    goes_on = (candidate.act.verb or candidate.setting) and memory.dated >= told
    if goes_on and memory.date is not None and not _is_date_of_another(reading, candidate, memory.date):
        return Dated(memory.date.date, "inherited", memory.date.phrase)
    if (spoken := _in_one_speech(reading, candidate, memory)) is not None:
        return spoken
    if landmark := after_landmark(reading, candidate, said_until(reading, candidate)):
        return landmark
    published = reading.published
    # A phrase that cannot be read ("soon", "earlier") keeps the day of the news out as well.
    last = said_until(reading, candidate)
    if candidate.act.type != "statement":
        last = min(candidate.last, last)
    if verb_last(reading.language) and candidate.act.verb:
        last = candidate.act.first
    begins, _ = reading.around(candidate.sentence, candidate.clause)
    near = [
        when
        for when in reading.between(reading.dates, begins, last)
        if not is_of_parenthesis(reading, candidate, when.first)
        and not is_of_object(reading, candidate, when)
        and not is_of_relative(reading, candidate, when)
        and not begins_relative(reading, candidate.act.last + 1, when.first)
    ]
    if any(when.reading or when.first >= candidate.clause.first for when in near) or _is_earlier(reading, candidate):
        return None
    if reading.news and published and published.precision == "day" and (candidate.act.verb or candidate.setting):
        if memory.day:
            day = memory.day.date
            hour = reading.finds(
                language(reading.language).discourse.same_day, candidate.clause.first, candidate.act.first
            )
            return Dated(day if hour else day.approximately(), "inherited", memory.day.phrase)
        return Dated(published.approximately(), "inferred", None)
    return None


def _in_one_speech(reading: Reading, candidate: Candidate, memory: Memory) -> Dated | None:
    """About the date of the sentence before, where whoever spoke or met somebody there goes on ("He also asked …")."""
    speaker, last = candidate.speaker, memory.told[-1] if memory.told else None
    if candidate.act.type != "statement" or speaker is None or speaker.names or last is None or last.date is None:
        return None
    spoke = last.type == "statement" and PartyRole(speaker.actor, "speaker") in last.parties
    met = last.type in OCCASIONS and speaker.person in last.persons
    same = (spoke or met) and last.date.phrase
    if not same or memory.dated != candidate.sentence.number - 1:
        return None
    discourse = language(reading.language).discourse
    goes_on = (*discourse.pronouns, *discourse.adds)
    if not reading.finds(goes_on, candidate.clause.first, min(candidate.act.last + 1, candidate.clause.last)):
        return None
    return Dated(last.date.date.approximately(), "inherited", last.date.phrase)


def _goes_on_from(reading: Reading, candidate: Candidate) -> bool:
    """Whether only a semicolon parts the sentence of an act from the one before it."""
    number, text = candidate.sentence.number, reading.folded.original
    return number > 0 and reading.sentences[number - 1].span.of(text).rstrip().endswith((";", "؛"))


def _of_one_act(kind: str, value: Value, date: EdtfDate) -> EdtfDate:
    """The date of one act where its words give several days or an age: a conference "on 25 and 26 July" lasted for two
    days, and what was done "between August and April" was done on some day within."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return date
    if isinstance(value, Listing) and date.precision == "set" and (last - first).days == len(value.dates) - 1:
        return EdtfDate.spanning(first, last)
    lasts = kind == "forum" and (last - first).days < WEEK
    if isinstance(value, Stretch) and value.between and date.text.count("/") == 1 and not lasts:
        return EdtfDate.parse(f"[{date.text.replace('/', '..')}]")
    return date


def _leading_date(reading: Reading, candidate: Candidate) -> Dated | None:
    """The date of a clause before this one, in the same sentence, that tells of nothing itself ("two days ago, …")."""
    begins, _ = reading.around(candidate.sentence, candidate.clause)
    at = bisect_left(candidate.sentence.clauses, candidate.clause.first, key=lambda one: one.first)
    for clause in takewhile(lambda one: one.first >= begins, reversed(candidate.sentence.clauses[max(0, at - 5) : at])):
        acts = reading.between(reading.acts, clause.first, clause.last)
        acts = [act for act in acts if reading.has_object(act, clause.first, clause.last)]
        spoken = candidate.act.type == "statement"
        if acts and not (spoken and all(is_over(reading, act, clause.first) for act in acts)):
            return None
        for when in reversed(reading.between(reading.dates, clause.first, clause.last)):
            at = when.expression.relation == "at" or _tells_when(reading, when)
            if when.reading is not None and at and when.expression.kind != "anaphoric":
                basis = "relative" if when.reading.basis == "inferred" else when.reading.basis
                return Dated(when.reading.bare, basis, when.expression.span)
    return None


def _tells_when(reading: Reading, when: When) -> bool:
    """Whether what was done at a date follows it: "since 7 October 2021, when …"."""
    return reading.begins(language(reading.language).discourse.whens, when.last + 1)


def news_of(date: Dated | None, published: EdtfDate | None) -> bool:
    """Whether an act of `date` is what a text published on a day reports as its news: a day of the week before."""
    if date is None or published is None or published.precision != "day" or date.basis not in ("explicit", "relative"):
        return False
    first, last = date.date.earliest, published.latest
    return date.date.precision == "day" and first is not None and last is not None and 0 <= (last - first).days <= WEEK


def _is_earlier(reading: Reading, candidate: Candidate) -> bool:
    """Whether the words of an act say that it is no news of the day ("had agreed before")."""
    earlier, act = language(reading.language).discourse.earlier, candidate.act
    return reading.finds(earlier, candidate.clause.first, act.first - 1) or (
        act.end > act.first and reading.finds(earlier, act.end, act.end)
    )


def _is_date_of_another(reading: Reading, candidate: Candidate, date: Dated) -> bool:
    """Whether a date told of before in the sentence stands in a parenthesis, or is that of what the act is about."""
    begins, _ = reading.around(candidate.sentence, candidate.clause)
    within = (
        when
        for when in reading.between(reading.dates, begins, candidate.act.first)
        if when.expression.span == date.phrase
    )
    return any(
        is_of_parenthesis(reading, candidate, when.first) or is_of_object(reading, candidate, when) for when in within
    )
