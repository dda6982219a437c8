"""Dates that count from an event: "two days after the visit", "on Wednesday, three days after they exchanged fire".

Either the event was told of, and what was done then is dated by it; or the day of what was done is known, and the event
is dated back from it.
"""

from bisect import bisect_left
from dataclasses import replace

from app.dates.edtf import EdtfDate
from app.dates.expressions import counted_back, counts_from_event
from app.dates.resolution import DateReading, resolve
from app.extract.candidate import Candidate, Memory
from app.extract.happenings import happening_named, subtypes_told
from app.extract.mention import Dated
from app.extract.reading import Reading
from app.extract.segments import LONGEST_CLAUSE, Clause, Sentence
from app.extract.whens import When
from app.text.folding import folded
from app.vocabulary.languages import language, verb_last

COUNTED_REACH = 12
"""How many words before an act "three days after" stands that counts from it."""
CONJUNCTION = 4
"""How many words "three days after that, when" goes on before the clause from which it counts."""
EVENT_REACH = 8
"""How many words after "two days after" the event that it counts from is named."""


def count_from_events(reading: Reading, sentence: Sentence, clause: Clause, memory: Memory) -> None:
    """Work out the dates of a clause that count from an event ("two days after the visit"): of what was done then,
    where the event was told of; else of the event, where the day is known from which to count back."""
    low = bisect_left(reading.dates, clause.first, key=lambda when: when.first)
    for i in range(low, len(reading.dates)):
        when = reading.dates[i]
        if when.first > clause.last:
            return
        if not counts_from_event(when.expression.value):
            continue
        event, known = (
            _event_meant(reading, sentence, when, memory),
            happening_named(reading, when.last + 1, min(when.last + EVENT_REACH, sentence.last)),
        )
        if event and not (known and _is_of_month(event, known)):
            reading.dates[i] = replace(when, reading=resolve(when.expression, reading.published, event=event))
        elif known:
            after = resolve(when.expression, reading.published, event=known)
            reading.dates[i] = replace(when, reading=after, event=DateReading(known, known, "relative"))
        elif day := _counted_to(reading, sentence, i, memory):
            back = resolve(counted_back(when.expression), reading.published, event=day)
            reading.dates[i] = replace(when, event=replace(back, basis="relative") if back else None)


def _counted_to(reading: Reading, sentence: Sentence, at: int, memory: Memory) -> EdtfDate | None:
    """The date of what was done so long after, or before, an event: told before it in the same sentence ("on Sunday,
    two days after …"), or else right after the event ("two days after the visit, on Sunday, …")."""
    when = reading.dates[at]
    begins = max(sentence.first, when.first - LONGEST_CLAUSE)
    before = [one.reading for one in reading.between(reading.dates, begins, when.first - 1) if one.reading]
    if before:
        return before[-1].bare
    if memory.date and memory.dated == sentence.number:
        return memory.date.date
    following = range(when.last + 1, min(when.last + EVENT_REACH, sentence.last) + 1)
    pause = next((word for word in following if reading.words[word].pause_before), sentence.last + 1)
    after = [one.reading for one in reading.between(reading.dates, pause, pause + 1) if one.reading]
    return after[0].bare if after else None


def _event_meant(reading: Reading, sentence: Sentence, when: When, memory: Memory) -> EdtfDate | None:
    """The date of the event that stands after "two days after": one beside it, or that of the act told of last of its
    kind, or by the person named; of an event of no known kind ("after that incident"), of whatever was told last."""
    low, high = when.last + 1, min(when.last + EVENT_REACH, sentence.last)
    pauses = [word for word in range(low, high + 1) if reading.words[word].pause_before]
    # Russian parts the two words of its conjunction: "two days after, how the militants entered Kabul on 15 August".
    if pauses[:1] in ([low], [low + 1]) and reading.begins(language(reading.language).discourse.connectives, pauses[0]):
        pauses = pauses[1:]
    high = pauses[0] - 1 if pauses else high
    beside = [other.reading for other in reading.between(reading.dates, low, high) if other.reading]
    if beside:
        return beside[0].bare
    acts = [*reading.between(reading.acts, low, high), *reading.between(reading.pointed_at, low, high)]
    nouns = [act for act in acts if not act.verb]
    # Of "after the meeting Kabulov said" the meeting is meant, not the saying.
    acts = nouns or acts
    kinds = {act.type for act in acts}
    people = {name.id for name in reading.between(reading.names, low, high) if name.kind == "person"}
    subtypes = {subtype for kind in kinds for subtype in subtypes_told(reading, kind, low, high)}
    meant = [told for told in reversed(memory.told) if told.date and (not kinds or told.type in kinds)]
    if by_them := [told for told in meant if people & set(told.persons)]:
        meant = by_them
    elif people and not nouns:
        return None
    alike = [told for told in meant if told.subtype in subtypes]
    return next((told.date.date for told in alike or meant if told.date), None)


def _is_of_month(date: EdtfDate, known: EdtfDate) -> bool:
    """Whether a date, told without its year, is of the month of a happening that everybody knows."""
    return bool(date.earliest and known.earliest and date.earliest.month == known.earliest.month)


def counts_from_act(reading: Reading, candidate: Candidate) -> When | None:
    """The expression that counts from this very act ("three days after Russia recognised …")."""
    act, low = candidate.act, max(candidate.sentence.first, candidate.act.first - COUNTED_REACH)
    for when in reversed(reading.between(reading.dates, low, act.first - 1)):
        if not counts_from_event(when.expression.value):
            if is_of_event(reading, when):
                continue
            # "Two days after the visit, on 17 August, …"
            return None
        between = range(when.last + CONJUNCTION, act.first + 1)
        if any(reading.words[word].pause_before for word in between):
            return None
        nearer = reading.between(reading.acts, when.last + 1, act.first - 1)
        if any(one.type != "statement" and one.first < act.first for one in nearer):
            return None
        return when if _is_subordinate(reading, candidate, when) else None
    return None


def _is_subordinate(reading: Reading, candidate: Candidate, when: When) -> bool:
    """Whether an act stands in the clause that "three days after" begins, and not in the one beside it ("three days
    after the speech Mujahid denied …"): a noun always, a verb where another act is told of besides it."""
    act, sentence = candidate.act, candidate.sentence
    if not act.verb:
        return True
    if verb_last(reading.language):
        content = language(reading.language).discourse.content
        # "That" may be written together with the word before it (آنکه).
        joined = reading.words[when.last].text.endswith(tuple(folded(word) for word in content))
        return joined or reading.finds(content, when.last, when.last + 1)
    if not any(first <= when.first <= first + 1 for first in (sentence.first, candidate.clause.first)):
        return True
    pauses = range(act.last + 1, sentence.last + 1)
    return any(reading.words[word].pause_before for word in pauses[:LONGEST_CLAUSE])


def counted_before(reading: Reading, candidate: Candidate) -> Dated | None:
    """The date with which a sentence begins that counts from the event of a clause between ("two days after the
    militants entered Kabul, the ambassador met …")."""
    first = candidate.sentence.first
    for when in reading.between(reading.dates, first, min(first + 1, candidate.clause.first - 1)):
        if counts_from_event(when.expression.value) and when.reading:
            return Dated(when.reading.bare, "relative", when.expression.span)
    return None


def is_of_event(reading: Reading, when: When) -> bool:
    """Whether a date is that of an event from which another counts ("ten days after the fall of Kabul in August")."""
    at = bisect_left(reading.dates, when.first, key=lambda one: one.first)
    before = reading.dates[at - 1] if at else None
    if before is None or not counts_from_event(before.expression.value) or when.first - before.last > EVENT_REACH:
        return False
    return not any(reading.words[word].pause_before for word in range(before.last + 1, when.first + 1))
