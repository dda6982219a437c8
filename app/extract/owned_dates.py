"""Dates of what a clause names, and not of its act: of an attack condemned, of a ban in force, of somebody's past."""

import re

from app.dates.expressions import counts_from_event
from app.dates.values import Weekday
from app.extract.acts import Act, forms
from app.extract.candidate import OCCASIONS, Candidate
from app.extract.reading import Reading
from app.extract.segments import LONGEST_CLAUSE, Clause
from app.extract.whens import When
from app.vocabulary.languages import language, verb_last

ATTACK_REACH = 2
"""How many words before its date an attack is named (the suicide attack of 5 September)."""
OCCASION_REACH = 9
"""How many words before its verb the occasion of an act is named, with a clause about it."""
RELATIVE_REACH = 2
"""How many words before its verb "which" begins a clause, itself among them."""
STANDING_REACH = 6
"""How many words before its date a measure is said to have been in force."""


def is_of_object(reading: Reading, candidate: Candidate, when: When) -> bool:
    """Whether a date is that of what an act is about, and not of the act."""
    return is_of_standing(reading, candidate.clause, candidate.act, when) or is_of_attack(reading, candidate, when)


def is_of_standing(reading: Reading, clause: Clause, act: Act, when: When) -> bool:
    """Whether a date only says since when something was in force, or of when it was ("lifted the ban imposed in 2003",
    "suspended the ban in force since 2003")."""
    pattern, words = language(reading.language).discourse.standing, reading.words
    # In Arabic a verb and its noun can be spelled alike: after another verb it is the noun.
    alike = any(not other.verb for other in reading.between(reading.acts, act.first, act.first))
    after = any(other.verb for other in reading.between(reading.acts, clause.first, act.first - 1))
    noun = not act.verb or (alike and after)
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


def is_of_relative(reading: Reading, candidate: Candidate, when: When) -> bool:
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
    attacks = forms(reading.language, language(reading.language).topics.get("security", ()))
    nouns = [match.first + low for match in attacks.find(reading.words[low : high + 1])]
    nouns += [one.first for one in reading.between(reading.acts, low, high) if one.type == "security" and not one.verb]
    if before:
        return when.last + 1 in nouns
    tied = (*discourse.oblique, *discourse.postpositions)
    return any(
        noun < when.first and when.first - noun <= ATTACK_REACH and not reading.finds(tied, noun + 1, when.first - 1)
        for noun in nouns
    )


def is_of_parenthesis(reading: Reading, candidate: Candidate, word: int) -> bool:
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


def is_of_occasion(reading: Reading, first: int, head: int) -> bool:
    """Whether a verb at word `head`, in words that begin at word `first`, tells of an occasion named just before it on
    which something else was done ("signed during the forum, which was held in October")."""
    discourse, first = language(reading.language).discourse, max(first, head - OCCASION_REACH)
    if not reading.finds(discourse.relative, max(first, head - RELATIVE_REACH), head - 1):
        return False
    if not reading.finds(discourse.occasion, first, head - 1):
        return False
    return any(act.type in OCCASIONS and act.first < head for act in reading.between(reading.acts, first, head - 1))


def begins_relative(reading: Reading, first: int, last: int) -> bool:
    """Whether, at a pause among words `first` to `last`, a clause begins about whoever was just named (", who")."""
    relative = language(reading.language).discourse.relative
    pauses = (word for word in range(first, last + 1) if reading.words[word].pause_before)
    return any(reading.finds(relative, word, word + 1) for word in pauses)
