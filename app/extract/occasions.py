"""Visits and meetings told of before: on which of them something was done, and which of them a reference means."""

from app.extract.acts import forms
from app.extract.candidate import OCCASIONS, Candidate, Memory
from app.extract.mention import Dated, ExtractedMention
from app.extract.reading import Reading
from app.vocabulary.languages import language

OCCASION_REACH = 4
"""How many words after "during" the occasion is named."""
OCCASION_GAP = 800
"""How many code points before an act "the meeting", without a name, still means the one told of last."""


def occasion_of(reading: Reading, candidate: Candidate, memory: Memory) -> ExtractedMention | None:
    """The visit or meeting told of before, during which the act took place."""
    clause, act = candidate.clause, candidate.act
    discourse = language(reading.language).discourse
    found = forms(reading.language, discourse.occasion).find(reading.words[clause.first : clause.last + 1])
    for word in (clause.first + match.first for match in found if match.first == match.last):
        reach = range(word, min(word + OCCASION_REACH, clause.last) + 1)
        named = {
            other.type
            for acts in (reading.acts, reading.pointed_at)
            for other in reading.between(acts, reach[0], reach[-1])
            if other.first != act.first and other.type in OCCASIONS
        }
        if not named:
            continue
        names = reading.between(reading.names, clause.first, clause.last)
        meant = {name.id for name in names if name.kind == "person"} | {
            name.id for name in names if name.kind == "place" and name.first in reach
        }
        near = reading.words[clause.first].start - OCCASION_GAP
        for told in reversed(memory.occasions):
            same = meant & {*told.persons, told.place}
            if told.type in named and (same or (not meant and told.span.end >= near)):
                return told
    return None


def same_occasion(
    reading: Reading, candidate: Candidate, date: Dated | None, memory: Memory
) -> ExtractedMention | None:
    """The occasion on which an act was done: the one it names, or the one told of last, of the same day."""
    if named := occasion_of(reading, candidate, memory):
        return named
    if date and date.basis == "inherited" and date.phrase:
        # "During his visit, Shoigu said": the occasion that gave the date.
        giving = [one for one in memory.occasions if one.date and one.date.phrase == date.phrase]
        if giving:
            return giving[-1]
    last = memory.occasions[-1] if memory.occasions else None
    if last is None or last.date is None or date is None or date.date.precision != "day":
        return None
    near = reading.words[candidate.first].start - OCCASION_GAP
    same = last.date.date.earliest == date.date.earliest and last.date.date.latest == date.date.latest
    return last if same and last.span.end >= near else None


def told_before(reading: Reading, candidate: Candidate, memory: Memory) -> ExtractedMention | None:
    """The visit or meeting told of before that a definite reference ("during his visit") means."""
    act = candidate.act
    before = range(max(candidate.clause.first, act.first - 1), act.first)
    if act.type not in OCCASIONS or not any(
        reading.finds(language(reading.language).discourse.occasion, word, word) for word in before
    ):
        return None
    people = {
        name.id
        for name in reading.between(reading.names, *reading.around(candidate.sentence, candidate.clause))
        if name.kind == "person"
    }
    told = [one for one in memory.occasions if one.type == act.type]
    same = [one for one in told if people & set(one.persons)]
    return same[-1] if same else None
