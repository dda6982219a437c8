"""Acts told with words that no list has: what is dated, or said to have been said, is told all the same.

Writers have more verbs than any list ("traded fire", "took the same step"). A clause with a calendar date that names
one of the two sides tells of an act of that day; one in which somebody who speaks for a side governs "that …" tells of
his words. Such readings have the sign `bare`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.extract.acts import Act, forms, word_forms
from app.extract.candidate import Candidate, Memory
from app.extract.governing import dates_within_clause, governing_date
from app.extract.reading import Reading
from app.extract.segments import Clause, Sentence
from app.extract.speakers import speaker_of
from app.text.spans import Span
from app.vocabulary.actors import region, taliban
from app.vocabulary.languages import Trigger, language, verb_last

SHORTEST = 6
"""The fewest words of a clause that can tell of an act: fewer are a dateline or a caption."""
SEQUEL = 4
"""The same of what goes on from an act told of in the same clause."""
ELIDED = 6
"""How many words a stretch has at most that leaves its verb to the one before."""
RECENT = 1
"""How many sentences after an event those who took part are still meant by a pronoun."""
SEVERAL = 2
"""How many dates of a clause show that it tells of more than one act."""
SAID_WITHIN = 14
"""How many words after its verb, where the subject follows it, what was said begins."""


def unlisted(reading: Reading, sentence: Sentence, clause: Clause, memory: Memory) -> list[Candidate]:
    """What a clause in which no known act stands tells of: a verb known for other objects, a speech, or a dated act."""
    if clause.last - clause.first + 1 < SHORTEST:
        return []
    if known := _known_verb(reading, sentence, clause, memory):
        return known
    acts = reading.between(reading.acts, clause.first, clause.last)
    if any(act.verb and act.type == "statement" for act in acts):
        # Whoever says so speaks for nobody here, or goes on with what he said before.
        return []
    return _speech(reading, sentence, clause) or _dated(reading, sentence, clause, memory)


def left_over(
    reading: Reading, sentence: Sentence, clause: Clause, standing: Sequence[Candidate], memory: Memory
) -> list[Candidate]:
    """What the dated stretches of a clause tell of in which none of its standing acts is: each between two pauses or
    "and", where it has several dates. What follows an act told of goes on from it: "the Duma passed the law on 17
    December, the upper house approved it on the 20th"."""
    found: list[Candidate] = []
    if len(reading.between(reading.dates, clause.first, clause.last)) < SEVERAL:
        return found
    for first, after in pairwise([clause.first, *_joints(reading, clause), clause.last + 1]):
        stretch = Clause(first, after - 1)
        if any(first <= candidate.act.first < after for candidate in standing):
            continue
        before = [candidate for candidate in standing if candidate.act.last < first]
        if (
            before
            and before[-1].act.verb
            and (when := governing_date(reading, before[-1]))
            and first <= when.first < after
        ):
            # "It hosted several events, such as the meetings of October 2024": it is the date of what was done.
            continue
        if before and before[-1].act.type == "statement" and not _goes_on_itself(reading, first):
            # It is part of what was said.
            continue
        acts = reading.between(reading.acts, first, after - 1)
        if any(act.verb and act.type == "statement" for act in acts):
            # "…, the foreign ministry said on Thursday": it tells only who said so.
            continue
        if after - first < (SHORTEST if not before else SEQUEL):
            continue
        dated = _dated(reading, sentence, stretch, memory, before[-1].act.type if before else None)
        found += [replace(candidate, claim=first, until=after - 1) for candidate in dated]
    return found


def _joints(reading: Reading, clause: Clause) -> list[int]:
    """The words of a clause with which another stretch of it may begin: after a pause, or at an "and" between two
    dates."""
    names = reading.between(reading.names, clause.first, clause.last)
    dates = reading.between(reading.dates, clause.first, clause.last)
    named = {word for name in names for word in range(name.first + 1, name.last + 1)}
    conjunctions = forms(reading.language, language(reading.language).discourse.conjunctions)
    found = conjunctions.find(reading.words[clause.first : clause.last + 1])
    ands = [clause.first + match.first for match in found]
    between = {
        word for one, other in pairwise(dates) for word in ands if one.last < word < other.first and word not in named
    }
    pauses = {word for word in range(clause.first + 1, clause.last + 1) if reading.words[word].pause_before}
    return sorted(between | pauses)


def _goes_on_itself(reading: Reading, first: int) -> bool:
    """Whether a stretch begins with a word that ties it to what is told, not to what was said."""
    discourse = language(reading.language).discourse
    return reading.begins((*discourse.relative, *discourse.connectives), first)


def _known_verb(reading: Reading, sentence: Sentence, clause: Clause, memory: Memory) -> list[Candidate]:
    """The first verb of a dated clause, though what it needs is not named: a court "lifted the designation on 17
    April", told of among other such decisions, is understood, as is a verb beside a word of its subject. No other."""
    acts = reading.between(reading.acts, clause.first, clause.last)
    verbs = [act for act in acts if act.verb and act.type != "statement"]
    if not verbs or not dates_within_clause(reading, clause):
        return []
    # Where a verb can mean several acts, the one told of before is meant, or that of which the clause has a word.
    rivals = [act for act in verbs if act.first == verbs[0].first]
    topic, _ = _topic(reading, clause, memory)
    act = next((act for kind in (memory.type, topic) for act in rivals if act.type == kind), None)
    return [Candidate(sentence, clause, act, clause.first, clause.last, bare=True)] if act else []


def _speech(reading: Reading, sentence: Sentence, clause: Clause) -> list[Candidate]:
    tag, words = reading.language, reading.words
    discourse = language(tag).discourse
    content = tuple(word for word in discourse.content if word not in discourse.announced)
    said = forms(tag, content).find(words[clause.first : clause.last + 1])
    if not said:
        return []
    begins = clause.first + said[0].first
    before = language(tag).morphology.subject == "before"
    verb = begins - 1 if before else clause.first
    if verb < clause.first or begins - verb > SAID_WITHIN or _claims_nothing(reading, verb):
        return []
    names = reading.between(reading.names, clause.first, clause.last)
    if any(name.first <= verb <= name.last for name in names):
        return []
    speaker = speaker_of(tag, words, reading.folded.text, names, Span(verb, verb + 1), clause.first, clause.last)
    if speaker is None or not any(clause.first <= name.first < begins for name in speaker.names):
        return []
    act = _act(reading, clause, "statement", verb)
    return [Candidate(sentence, clause, act, clause.first, clause.last, speaker, bare=True)]


def _claims_nothing(reading: Reading, word: int) -> bool:
    """Whether a word cannot be a verb of saying: it hopes, fears or joins clauses."""
    facts, discourse = language(reading.language).factuality, language(reading.language).discourse
    lists = (facts.general, facts.wanted, facts.hypothetical, facts.future, facts.negated)
    joins = (discourse.before_nouns, discourse.background, discourse.connectives, discourse.oblique, discourse.silent)
    return any(reading.finds(listed, word, word) for listed in (*lists, *joins))


def _dated(
    reading: Reading, sentence: Sentence, clause: Clause, memory: Memory, sequel: str | None = None
) -> list[Candidate]:
    """What a dated clause tells of; `sequel` is the type of the act from which it goes on, whose parties it shares."""
    if not dates_within_clause(reading, clause):
        return []
    if not sequel and not _names_a_side(reading, clause) and not _means_a_side(reading, sentence, clause, memory):
        return []
    dates = reading.between(reading.dates, clause.first, clause.last)
    elided = sequel is not None and _is_elided(reading, clause)
    if all(when.expression.relation != "at" for when in dates if when.reading):
        return []
    if not elided and not _is_past(reading, clause):
        return []
    facts = language(reading.language).factuality
    if reading.finds((*facts.general, *facts.habitual, *facts.measured), clause.first, clause.last):
        return []
    told = " ".join(word.text for word in reading.words[clause.first : clause.last + 1])
    if (denied := facts.patterns.get("denied")) and re.search(denied, told):
        return []
    kind, word = _topic(reading, clause, memory)
    if kind == "other" and sequel and sequel not in ("statement", "visit"):
        kind = sequel
    return [Candidate(sentence, clause, _act(reading, clause, kind, word), clause.first, clause.last, bare=True)]


def _is_elided(reading: Reading, clause: Clause) -> bool:
    """Whether a stretch leaves its verb to the one before ("Kazakhstan delisted them in 2023, Kyrgyzstan in 2024"): it
    begins with a state and has little more than a date."""
    names = reading.between(reading.names, clause.first, clause.first + 1)
    return clause.last - clause.first < ELIDED and any(
        name.kind == "actor" and name.id in region() and name.how == "form" for name in names
    )


def _is_past(reading: Reading, clause: Clause) -> bool:
    """Whether some word of the clause has the form of a verb of the past, in a language where one can tell."""
    pattern = language(reading.language).morphology.past
    named = reading.between(reading.names, clause.first, clause.last)
    taken = {word for name in named for word in range(name.first, name.last + 1)}
    free = (reading.words[word].text for word in range(clause.first, clause.last + 1) if word not in taken)
    return not pattern or any(re.search(pattern, word) for word in free)


def _names_a_side(reading: Reading, clause: Clause) -> bool:
    names = reading.between(reading.names, clause.first, clause.last)
    return any(name.kind == "person" or name.id in region() | taliban() for name in names if name.kind != "place")


def _means_a_side(reading: Reading, sentence: Sentence, clause: Clause, memory: Memory) -> bool:
    """Whether a clause speaks of those told of just before, by a pronoun or as "the two countries"."""
    discourse, officials = language(reading.language).discourse, language(reading.language).officials
    listed = (*discourse.pronouns, *discourse.told_of, *officials.sides)
    return sentence.number - memory.met <= RECENT and reading.finds(listed, clause.first, clause.last)


def _topic(reading: Reading, clause: Clause, memory: Memory) -> tuple[str, int]:
    """The type of which a clause has a word, and that word; else `other`, and the first word that names nothing."""
    words = reading.words[clause.first : clause.last + 1]
    for kind, listed in language(reading.language).topics.items():
        if found := word_forms(reading.language, listed).find(words):
            return kind, clause.first + found[0].first
    taken = {
        word
        for name in reading.between(reading.names, clause.first, clause.last)
        for word in range(name.first, name.last + 1)
    }
    for when in reading.between(reading.dates, clause.first, clause.last):
        taken.update(range(when.first, when.last + 1))
    free = (word for word in range(clause.first + 1, clause.last + 1) if word not in taken)
    same = reading.finds(language(reading.language).discourse.same, clause.first, clause.last)
    return (memory.type if same and memory.type else "other"), next(free, clause.first)


def _act(reading: Reading, clause: Clause, kind: str, word: int) -> Act:
    last = clause.last if verb_last(reading.language) else word
    return Act(Trigger(type=kind), True, word, word, reading.span_of(word, word), last)
