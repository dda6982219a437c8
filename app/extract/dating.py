"""When an act took place: the date that governs it, and how that was reached."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from app.dates.edtf import EdtfDate
from app.dates.expressions import counts_from_event
from app.dates.values import Focus, Listing, Recent, Stretch, Value, Weekday
from app.extract.acts import Act, forms, is_joined
from app.extract.candidate import DECISIONS, OCCASIONS, Candidate, Memory
from app.extract.counting import CONJUNCTION, counted_before, counts_from_act, is_of_event
from app.extract.happenings import after_landmark
from app.extract.mention import Dated, PartyRole
from app.extract.occasions import occasion_of
from app.extract.reading import Reading
from app.extract.segments import LONGEST_CLAUSE, Clause
from app.extract.whens import When
from app.vocabulary.languages import language, verb_last

COMPANIONS = ({"visit", "talks"}, {"forum", "talks"}, {"mission-handover", "accreditation"})
"""Types that tell of one act where they stand in one clause, and share its date."""
DONE_AT_ONCE = DECISIONS | {"security"}
"""Acts of which "since 2003" gives the day, where "has attended since 2022" gives the beginning."""
WEEK = 7
YEAR = 366
APART_REACH = 8
"""How many words before its verb the comma stands before a clause about another time."""
OBJECT_REACH = 2
"""How many words after its verb the object of a saying stands ("condemned the drone strike")."""
ATTACK_REACH = 2
"""How many words before its date an attack is named (the suicide attack of 5 September)."""
TIED_REACH = 2
"""The same where verbs stand last, and nouns before them."""
SETTING_REACH = 4
"""How many words before its noun an occasion is introduced ("in his speech to those at the forum")."""
OCCASION_REACH = 9
"""How many words before its verb the occasion of an act is named, with a clause about it."""
RELATIVE_REACH = 2
"""How many words before its verb "which" begins a clause, itself among them."""
STANDING_REACH = 6
"""How many words before its date a measure is said to have been in force."""
BACKGROUND_REACH = 3
"""How many words before a trigger a word such as "since" still makes its clause the background of another."""


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
    apart = _is_other_time(reading, candidate) or is_apart(reading, candidate.clause.first, candidate.act)
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
        if not _is_of_parenthesis(reading, candidate, when.first)
        and not _is_of_object(reading, candidate, when)
        and not _is_of_relative(reading, candidate, when)
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
        and not _is_of_object(reading, candidate, when)
        and (_dates_before if when.first > act.last else _dates_after)(reading, candidate, when, acts)
    ]
    return min(found, key=lambda when: _remoteness(reading, candidate, when, acts), default=None)


def _is_of_object(reading: Reading, candidate: Candidate, when: When) -> bool:
    """Whether a date is that of what an act is about, and not of the act."""
    return _is_of_standing(reading, candidate.clause, candidate.act, when) or is_of_attack(reading, candidate, when)


def _is_of_standing(reading: Reading, clause: Clause, act: Act, when: When) -> bool:
    """Whether a date only says since when something was in force, or of when it was ("lifted the ban imposed in 2003",
    "suspended the ban in force since 2003")."""
    pattern, words = language(reading.language).discourse.standing, reading.words
    # In Arabic a verb and its noun can be spelled alike.
    noun = not act.verb or any(not other.verb for other in reading.between(reading.acts, act.first, act.first))
    if not pattern or noun:
        return False
    if verb_last(reading.language):
        content = language(reading.language).discourse.content
        before = range(max(clause.first, when.first - STANDING_REACH), when.first)
        own = words[when.last + 1 : act.first]
        that = bool(before) and reading.finds(content, before[0], before[-1])
        return that and re.match(pattern, " ".join(word.text for word in own)) is not None
    low = max([clause.first, when.first - STANDING_REACH])
    pauses = [word for word in range(low + 1, when.first + 1) if words[word].pause_before]
    told = range(max([low, act.last + 1 if act.last < when.first else low, *pauses]), when.first)
    reach = STANDING_REACH if when.expression.since else 1
    shaped = f"{pattern}(?: \\S+){{0,{reach}}}$"
    return re.search(shaped, " ".join(words[word].text for word in told)) is not None


def _dates_before(reading: Reading, candidate: Candidate, when: When, acts: Sequence[Act]) -> bool:
    """Whether a date can be that of an act before it: no other act stands nearer."""
    act = candidate.act
    if verb_last(reading.language) and act.verb and when.first > act.end:
        return False
    if not candidate.background and _is_of_relative(reading, candidate, when):
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


def _is_of_relative(reading: Reading, candidate: Candidate, when: When) -> bool:
    """Whether a date after an act stands in a clause, without a pause before it, about something just named that is no
    occasion ("demanded the helicopters which were flown there in August 2021")."""
    relative, act = language(reading.language).discourse.relative, candidate.act
    begins = [word for word in range(act.last + 2, when.first) if reading.finds(relative, word, word)]
    if not begins or verb_last(reading.language):
        return False
    if any(reading.words[word].pause_before for word in range(begins[-1], when.first + 1)):
        return False
    near = reading.between(reading.acts, max(act.first, begins[-1] - OCCASION_REACH), begins[-1] - 1)
    past = any(_is_past(reading, word) for word in range(begins[-1] + 1, min(begins[-1] + RELATIVE_REACH, when.first)))
    return past and not any(one.type in OCCASIONS for one in near)


def _is_past(reading: Reading, word: int) -> bool:
    """Whether a word is a verb of the past, or where that has no form of its own none of the present."""
    morphology, text = language(reading.language).morphology, reading.words[word].text
    if morphology.present:
        return re.match(morphology.present, text) is None
    return bool(morphology.past) and re.match(morphology.past, text) is not None


def is_of_attack(reading: Reading, candidate: Candidate, when: When) -> bool:
    """Whether a date stands beside an attack that somebody speaks of, without a preposition ("condemned the August 26
    bombing", "осудил теракт 26 августа"): it is that of the attack."""
    act, value = candidate.act, when.expression.value
    discourse, morphology = language(reading.language).discourse, language(reading.language).morphology
    if act.type != "statement" or not act.verb or counts_from_event(value) or reading.words[when.first].pause_before:
        return False
    if when.expression.kind == "relative" and not isinstance(value, Weekday):
        return False
    low = candidate.clause.first if verb_last(reading.language) else act.last + 1
    high = act.first - 1 if verb_last(reading.language) else candidate.clause.last
    # Where nouns have no cases, what stands before one belongs to it ("Tuesday's bombing").
    before = morphology.subject == "before" and not morphology.case and not verb_last(reading.language)
    attacks = forms(reading.language, language(reading.language).senses.topics.get("security", ()))
    nouns = [match.first + low for match in attacks.find(reading.words[low : high + 1])]
    nouns += [one.first for one in reading.between(reading.acts, low, high) if one.type == "security" and not one.verb]
    if before:
        return when.last + 1 in nouns
    tied = (*discourse.oblique, *discourse.postpositions)
    return any(
        noun < when.first and when.first - noun <= ATTACK_REACH and not reading.finds(tied, noun + 1, when.first - 1)
        for noun in nouns
    )


def _dates_after(reading: Reading, candidate: Candidate, when: When, acts: Sequence[Act]) -> bool:
    """Whether a date can be that of an act after it: it belongs to no other, nor to a clause about another time."""
    act, last = candidate.act, verb_last(reading.language)
    if candidate.background or (when.first < act.first and _is_of_apart(reading, candidate, when, acts)):
        return False
    parted = any(reading.words[word].pause_before for word in range(when.last + 1, act.first + 1))
    if parted and (_is_other_time(reading, candidate) or _is_of_parenthesis(reading, candidate, when.first)):
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
    saying = (one for one in acts if one.type == "statement" and one.verb and not one.trigger.announces)
    if act.type == "security" and not act.verb and any(when.last < one.first < act.first for one in saying):
        # "On Thursday condemned the attack": the attack was before.
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


def begins_relative(reading: Reading, first: int, last: int) -> bool:
    """Whether, at a pause among words `first` to `last`, a clause begins about whoever was just named (", who")."""
    relative = language(reading.language).discourse.relative
    pauses = (word for word in range(first, last + 1) if reading.words[word].pause_before)
    return any(reading.finds(relative, word, word + 1) for word in pauses)


def _is_other_time(reading: Reading, candidate: Candidate) -> bool:
    """Whether an act stands in a clause about another time that a comma parts from what was told before it."""
    low, act = max(candidate.sentence.first + 1, candidate.act.first - APART_REACH), candidate.act
    apart = language(reading.language).discourse.apart
    begins = [word for word in range(low, act.first) if reading.words[word].pause_before]
    return act.verb and bool(begins) and reading.finds(apart, begins[-1], begins[-1] + 1)


def _is_date_of_another(reading: Reading, candidate: Candidate, date: Dated) -> bool:
    """Whether a date told of before in the sentence stands in a parenthesis, or is that of what the act is about."""
    begins, _ = reading.around(candidate.sentence, candidate.clause)
    within = (
        when
        for when in reading.between(reading.dates, begins, candidate.act.first)
        if when.expression.span == date.phrase
    )
    return any(
        _is_of_parenthesis(reading, candidate, when.first) or _is_of_object(reading, candidate, when) for when in within
    )


def _is_of_parenthesis(reading: Reading, candidate: Candidate, word: int) -> bool:
    """Whether a word before an act stands in a clause between commas about somebody just named ("who met them in
    September, has called …"), with a verb of its own."""
    act, sentence = candidate.act, candidate.sentence
    relative = language(reading.language).discourse.relative
    if verb_last(reading.language) or not act.verb:
        return False
    low = max(sentence.first + 1, act.first - LONGEST_CLAUSE)
    pauses = [one for one in range(low, act.first + 1) if reading.words[one].pause_before]
    begins = next((one for one in pauses if reading.finds(relative, one, one + 1)), act.first)
    ends = next((one for one in pauses if one > begins), begins)
    own = any(other.verb for other in reading.between(reading.acts, begins, ends - 1))
    return begins <= word < ends and own


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


def is_of_occasion(reading: Reading, first: int, head: int) -> bool:
    """Whether a verb at word `head`, in words that begin at word `first`, tells of an occasion named just before it on
    which something else was done ("signed during the forum, which was held in October")."""
    discourse, first = language(reading.language).discourse, max(first, head - OCCASION_REACH)
    if not reading.finds(discourse.relative, max(first, head - RELATIVE_REACH), head - 1):
        return False
    if not reading.finds(discourse.occasion, first, head - 1):
        return False
    return any(act.type in OCCASIONS and act.first < head for act in reading.between(reading.acts, first, head - 1))


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
    return any(when.reading and not _is_of_standing(reading, clause, act, when) for when in own)


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
