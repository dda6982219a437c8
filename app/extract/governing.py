"""Which date expression of a clause is that of an act: the nearest that no other act stands before."""

from collections.abc import Sequence
from dataclasses import replace

from app.dates.edtf import EdtfDate
from app.dates.expressions import counts_from_event
from app.dates.values import Focus, Recent
from app.extract.acts import Act, is_joined
from app.extract.candidate import OCCASIONS, Candidate
from app.extract.counting import CONJUNCTION, counts_from_act, is_of_event
from app.extract.owned_dates import (
    begins_relative,
    is_of_object,
    is_of_occasion,
    is_of_parenthesis,
    is_of_relative,
    is_of_standing,
)
from app.extract.reading import Reading
from app.extract.segments import Clause
from app.extract.whens import When
from app.vocabulary.languages import language, verb_last

COMPANIONS = ({"visit", "talks"}, {"forum", "talks"}, {"mission-handover", "accreditation"})
"""Types that tell of one act where they stand in one clause, and share its date."""
OBJECT_REACH = 2
"""How many words after its verb the object of a saying stands ("condemned the drone strike")."""
SETTING_REACH = 4
"""How many words before its noun an occasion is introduced ("in his speech to those at the forum")."""
TIED_REACH = 2
"""The same where verbs stand last, and nouns before them."""
APART_REACH = 8
"""How many words before its verb the comma stands before a clause about another time."""
BACKGROUND_REACH = 3
"""How many words before a trigger a word such as "since" still makes its clause the background of another."""
YEAR = 366


def governing_date(reading: Reading, candidate: Candidate) -> When | None:
    """The date expression that dates this act: the nearest one in its clause that no other act stands before."""
    act, clause = candidate.act, candidate.clause
    if when := counts_from_act(reading, candidate):
        # "Ten days after the Taliban took Kabul on 15 August": they took it on that day.
        own = (one for one in reading.between(reading.dates, when.last + 1, clause.last) if is_of_event(reading, one))
        given = next((one for one in own if one.reading), None)
        return given or (replace(when, reading=when.event) if when.event else None)
    acts = reading.between(reading.acts, clause.first, clause.last)
    found = [
        when
        for when in reading.between(reading.dates, clause.first, said_until(reading, candidate))
        if when.reading is not None
        and (candidate.background or not is_of_event(reading, when))
        and not is_of_object(reading, candidate, when)
        and (_dates_before if when.first > act.last else _dates_after)(reading, candidate, when, acts)
    ]
    return min(found, key=lambda when: _remoteness(reading, candidate, when, acts), default=None)


def _dates_before(reading: Reading, candidate: Candidate, when: When, acts: Sequence[Act]) -> bool:
    """Whether a date can be that of an act before it: no other act stands nearer."""
    act = candidate.act
    if verb_last(reading.language) and act.verb and when.first > act.end:
        return False
    if not candidate.background and is_of_relative(reading, candidate, when):
        return False
    contrasts = language(reading.language).discourse.contrasts
    parted = any(reading.words[word].pause_before for word in range(act.last + 1, when.first))
    if candidate.background and (parted or reading.finds(contrasts, act.last + 1, when.first)):
        # "After the fall of Kabul, the minister met them on 7 October."
        return False
    heads = [
        one.first
        for one in acts
        if act.last < one.first < when.first
        and (one.type != "statement" or begins_relative(reading, act.last + 1, one.first))
    ]
    # "The first to come after the fall of Kabul was X, who landed on 23 September": not the day of the fall.
    pauses = [word for word in range(act.last + 1, when.first + 1) if reading.words[word].pause_before]
    fallen = {head for head in heads if pauses and head < pauses[-1] and _is_background_head(reading, candidate, head)}
    nearer = any(_is_head(reading, candidate, head) for head in heads if head not in fallen)
    return not nearer or _ends_saying(reading, candidate, when)


def _dates_after(reading: Reading, candidate: Candidate, when: When, acts: Sequence[Act]) -> bool:
    """Whether a date can be that of an act after it: it belongs to no other, nor to a clause about another time."""
    act, last = candidate.act, verb_last(reading.language)
    if candidate.background or (when.first < act.first and _is_of_apart(reading, candidate, when, acts)):
        return False
    parted = any(reading.words[word].pause_before for word in range(when.last + 1, act.first + 1))
    if parted and (is_other_time(reading, candidate) or is_of_parenthesis(reading, candidate, when.first)):
        return False
    heads = [one.first for one in acts if one.type != "statement"]
    verbs = {one.first for one in acts if one.verb}
    # "Two days after the attack the ministry said": the noun is what the date counts from.
    if counts_from_event(when.expression.value):
        # Russian parts the two words of its conjunction: the event ends with the pause after that.
        following = range(when.last + CONJUNCTION, act.first + 1)
        ends = next((word for word in following if reading.words[word].pause_before), when.last + 1)
        heads = [head for head in heads if head < when.first or (head in verbs and head >= ends)]
    between = [head for head in heads if when.last < head < act.first]
    saying = any(
        one.type == "statement" and one.verb and not one.trigger.announces and one.first < act.first for one in acts
    )
    if act.type == "security" and not act.verb and saying and when.last + 1 != act.first:
        # "On Thursday condemned the attack": the attack was before. But "condemned the August 26 bombing".
        return False
    # A noun before a verb that stands last belongs to it, and so does the date before the noun.
    if any(_is_head(reading, candidate, head) and (head in verbs or not last) for head in between):
        return False
    # "Two days after the fall of Kabul, on 17 August, …": after a pause a date is no longer that of the fall.
    if any(reading.words[word].pause_before for word in (when.first - 1, when.first)):
        return True
    return not any(
        head < when.first
        and _is_background_head(reading, candidate, head)
        and not reading.between(reading.dates, head + 1, when.first - 1)
        for head in heads
    )


def _remoteness(
    reading: Reading, candidate: Candidate, when: When, acts: Sequence[Act]
) -> tuple[bool, bool, bool, int]:
    """How far a date is from being that of an act: the least is nearest."""
    act, last = candidate.act, verb_last(reading.language)
    low, high = sorted((when.first, act.first))
    parted = any(reading.words[word].pause_before for word in range(low + 1, high + 1))
    # A date between two acts follows the first of them, where the second has another.
    taken = when.first < act.first and any(
        one.verb and one.last < when.first and (not last or one.type == act.type) for one in acts
    )
    # "Decided on 29 December and revealed in June": what comes before "and" with its verb is another's.
    taken = taken or (
        when.last < act.first and not parted and act.verb and is_joined(reading.language, reading.words, act)
    )
    # "At that time" gives way to a date; "the 30th of the same month" is one.
    weak = isinstance(when.expression.value, Focus | Recent)
    return taken, weak, parted, when.first - act.last if when.first > act.last else act.first - when.last


def _is_of_apart(reading: Reading, candidate: Candidate, when: When, acts: Sequence[Act]) -> bool:
    """Whether a date before an act, and parted from it by a pause, is that of a clause about another time."""
    between = range(when.last + 1, candidate.act.first + 1)
    if not any(reading.words[word].pause_before for word in between):
        return False
    return any(
        act.first != candidate.act.first
        and act.first <= when.last
        and not any(reading.words[word].pause_before for word in range(act.first + 1, when.first + 1))
        and is_apart(reading, candidate.clause.first, act)
        for act in acts
    )


def is_apart(reading: Reading, first: int, act: Act) -> bool:
    """Whether a verb stands in a clause, from word `first` on, that tells of another time than the clause beside it
    ("since Russia recognised them in July, …")."""
    pauses = [word for word in range(first + 1, act.first + 1) if reading.words[word].pause_before]
    begins = pauses[-1] if pauses else first
    return act.verb and reading.finds(language(reading.language).discourse.apart, begins, act.first - 1)


def said_until(reading: Reading, candidate: Candidate) -> int:
    """The last word of a clause that can tell of an act of saying: the rest is what was said ("that …")."""
    last = candidate.clause.last
    if candidate.act.type != "statement":
        return last
    discourse = language(reading.language).discourse
    content = tuple(word for word in discourse.content if word not in discourse.announced)
    following = range(candidate.act.last + 1, last + 1)
    # "Zhirnov explained that trade came to a billion in 2023": no pause stands before "that" in Arabic.
    unmarked = language(reading.language).morphology.subject == "after"
    unmarked = unmarked and not reading.finds(discourse.occasion, candidate.act.last + 1, last)
    begins = (w for w in following if (unmarked or reading.words[w].pause_before) and reading.finds(content, w, w))
    return next(begins, last + 1) - 1


def _is_head(reading: Reading, candidate: Candidate, head: int) -> bool:
    """Whether another act begins at word `head`, of another type or dated apart: a date beside it is its date."""
    occasion = language(reading.language).discourse.occasion
    apart = candidate.act.type != "statement" and _is_background_head(reading, candidate, head)
    # "A meeting of the Moscow format" names one occasion.
    named = min(
        (
            act.first
            for act in reading.between(reading.acts, head - 3, head - 1)
            if act.type in OCCASIONS and not act.verb
        ),
        default=head,
    )
    reach = TIED_REACH if verb_last(reading.language) else SETTING_REACH
    if not apart and reading.finds(occasion, max(candidate.clause.first, named - reach), named - 1):
        # "Said at a meeting on Monday": the date of the meeting is that of the saying; but "accredited after the
        # meeting of Monday".
        return False
    if not apart and is_of_occasion(reading, candidate.act.last + 1, head):
        return False
    return any(
        (
            act.type != candidate.act.type
            or apart
            or _has_date_between(reading, candidate.act, act)
            or begins_relative(reading, candidate.act.last + 1, head)
        )
        and ({act.type, candidate.act.type} not in COMPANIONS or begins_relative(reading, candidate.act.last + 1, head))
        and reading.has_object(act, candidate.clause.first, candidate.clause.last)
        for act in reading.between(reading.acts, head, head)
    )


def is_other_time(reading: Reading, candidate: Candidate) -> bool:
    """Whether an act stands in a clause about another time that a comma parts from what was told before it."""
    low, act = max(candidate.sentence.first + 1, candidate.act.first - APART_REACH), candidate.act
    apart = language(reading.language).discourse.apart
    begins = [word for word in range(low, act.first) if reading.words[word].pause_before]
    return act.verb and bool(begins) and reading.finds(apart, begins[-1], begins[-1] + 1)


def _ends_saying(reading: Reading, candidate: Candidate, when: When) -> bool:
    """Whether a date counted from publication ends a clause in which nobody is said to have done anything: it is that
    of the saying ("condemned the drone strike last week")."""
    act, clause = candidate.act, candidate.clause
    if act.type != "statement" or not act.verb or when.expression.kind != "relative" or when.last != clause.last:
        return False
    between = reading.between(reading.acts, act.last + 1, when.first)
    # What is condemned stands right after the verb, whatever else its words could be.
    if any(other.verb and other.first > act.last + OBJECT_REACH for other in between):
        return False
    return not reading.finds(language(reading.language).discourse.content, act.last + 1, when.first)


def _has_date_between(reading: Reading, one: Act, other: Act) -> bool:
    low, high = sorted((one, other), key=lambda act: act.first)
    return any(when.reading for when in reading.between(reading.dates, low.last + 1, high.first - 1))


def _is_background_head(reading: Reading, candidate: Candidate, head: int) -> bool:
    return any(is_background(reading, candidate.clause, act) for act in reading.between(reading.acts, head, head))


def is_background(reading: Reading, clause: Clause, act: Act) -> bool:
    """Whether the act only dates another, as in "since they took power"."""
    low = max(clause.first, act.first - BACKGROUND_REACH)
    return not act.verb and reading.finds(language(reading.language).discourse.background, low, act.first - 1)


def is_over(reading: Reading, act: Act, first: int) -> bool:
    """Whether a noun, in words that begin at word `first`, names the visit or meeting after which something was done or
    said ("after a meeting with Baradar")."""
    low = max(first, act.first - BACKGROUND_REACH)
    if act.verb or act.type not in OCCASIONS:
        return False
    # "Months after the meeting": how long after is told, and no more.
    if reading.between(reading.dates, max(0, low - 1), act.first - 1):
        return False
    return reading.finds(language(reading.language).discourse.after, low, act.first - 1)


def has_own_date(reading: Reading, clause: Clause, act: Act, acts: list[Act]) -> bool:
    """Whether a date follows the act before another act of its type does; or stands before a verb that stands last."""
    if verb_last(reading.language) and act.verb:
        before = max((o.end for o in acts if o.type == act.type and o.end < act.first), default=clause.first - 1)
        return any(when.reading for when in reading.between(reading.dates, before + 1, act.first))
    following = min((o.first for o in acts if o.type == act.type and o.first > act.last), default=clause.last + 1)
    own = reading.between(reading.dates, act.last + 1, following - 1)
    return any(when.reading and not is_of_standing(reading, clause, act, when) for when in own)


def dates_within(reading: Reading, act: Act, clause: Clause, content: int) -> Sequence[When]:
    """The dates of an act in what was said, from word `content` on: after it, or before a verb that stands last."""
    first = content if verb_last(reading.language) else act.first + 1
    return reading.between(reading.dates, first, clause.last)


def dates_within_clause(reading: Reading, clause: Clause) -> bool:
    """Whether a calendar date stands in the clause."""
    return any(
        when.reading is not None and when.expression.kind != "anaphoric" and _is_of_an_act(when.reading.date)
        for when in reading.between(reading.dates, clause.first, clause.last)
    )


def _is_of_an_act(date: EdtfDate) -> bool:
    """Whether a date is short enough to be that of one act, and not of an age."""
    return date.earliest is not None and (date.latest is None or (date.latest - date.earliest).days <= YEAR)
