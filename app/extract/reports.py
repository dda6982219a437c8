"""Reported speech: which verb of a clause makes a statement, who speaks, and where what was said begins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.extract.acts import Act, forms, is_joined
from app.extract.candidate import Candidate, Memory
from app.extract.governing import governing_date
from app.extract.names import Named
from app.extract.reading import Reading
from app.extract.segments import CLAUSE_LENGTH, Clause, Sentence
from app.extract.speakers import (
    REACH,
    REACH_BACK,
    Speaker,
    content_start,
    is_governed,
    is_passive,
    parenthesis,
    speaker_among,
    speaker_of,
    subject_of_sentence,
    subjects,
)
from app.text.spans import Span
from app.vocabulary.languages import language, verb_last

PRONOUN_REACH = 3
"""How many words into a clause a verb without a subject still goes on from the clause before."""
SIDES_REACH = 4
"""How many words from its verb "the two sides" stand that speak."""
SILENT = 2
"""How many sentences later a verb that names nobody still means whoever spoke last."""
OFFICE_REACH = 4
"""How many words from its verb an office stands that speaks without its state."""
PUBLISHER_REACH = 4
"""How many words before its verb the name of an agency begins."""
AS_REACH = 4
"""How many words before a verb of saying "as" stands that makes it an aside."""
ANTECEDENT_REACH = 4
"""How many words before ", who" whoever is meant is named."""
APPOSITION = 2
"""How many pauses stand before a subject and its apposition."""
ADDED_REACH = 4
"""How many words after "the ministry said" add no more than when and where."""


@dataclass(frozen=True, slots=True)
class Report:
    """A statement told of in a clause. What was said stands from word `content` on, or before word `said`, with which
    the verb of saying and its subject begin.

    `announces`: what was done, where it was said to be done, is the event; `trails`: subject and verb follow what was
    said ("…, the ministry said"); `adds`: whoever has just spoken only goes on.
    """

    statement: Candidate
    said: int
    content: int
    announces: bool
    trails: bool
    adds: bool

    def is_before(self, act: Act) -> bool:
        """Whether an act stands before the saying, in what was said."""
        return act.first < self.said


def report_of(
    reading: Reading, sentence: Sentence, clause: Clause, acts: Sequence[Act], memory: Memory
) -> Report | None:
    """The statement of a clause, or None; from now on `memory` knows who spoke last."""
    statement = _statement(reading, sentence, clause, acts, memory)
    if statement is None:
        return None
    adds = _adds(reading, statement, memory)
    memory.speaker, memory.spoke, memory.said = statement.speaker, sentence.number, sentence.number
    content, begins = _content(reading, statement.act, clause), _trailing(reading, statement)
    announces = statement.act.trigger.announces
    if begins is None:
        return Report(statement, clause.first, content, announces, trails=False, adds=adds)
    # What was said stands before its verb, so nothing in it dates or denies the saying.
    alone = replace(statement, clause=Clause(begins, clause.last))
    trails = begins < statement.act.first
    return Report(alone, begins, content, announces or trails, trails, adds)


def _statement(
    reading: Reading, sentence: Sentence, clause: Clause, acts: Sequence[Act], memory: Memory
) -> Candidate | None:
    outer: Candidate | None = None
    subject_first = language(reading.language).morphology.subject == "before"
    for act in acts:
        if act.type != "statement" or not act.verb:
            continue
        if any(other.type != "statement" and other.first == act.first and other.trigger.object for other in acts):
            continue
        names = reading.between(reading.names, clause.first, clause.last)
        if _is_passed_on(reading, clause, act) or _is_aside(reading, sentence, clause, act):
            continue
        verb = Span(act.first, act.last + 1)
        low = max((other.last + 1 for other in acts if other.verb and other.last < act.first), default=clause.first)
        trails = act.trigger.quotes and act.first > clause.first and reading.words[act.first].pause_before
        trails = trails and parenthesis(reading.language, reading.words, clause.first, act.first) == act.first
        speaker = _by_the_way(reading, sentence, clause, act) if subject_first else _antecedent(reading, clause, act)
        last = memory.speaker if memory.said == sentence.number and subject_first else None
        if speaker and last and (speaker.actor, speaker.person) == (last.actor, last.person):
            # "He said …, and added …": one speech, told of once.
            return outer
        for start in (low, clause.first):
            speaker = speaker or speaker_of(
                reading.language, reading.words, reading.folded.text, names, verb, start, clause.last, trails=trails
            )
        if speaker is None and memory.parties and sentence.number - memory.met <= SILENT:
            around = range(max(low, act.first - SIDES_REACH), min(act.last + SIDES_REACH, clause.last) + 1)
            if reading.finds(language(reading.language).officials.sides, around[0], around[-1]):
                speaker = Speaker(memory.parties[0], None, ())
        if speaker is None and memory.speaker and sentence.number - memory.spoke <= SILENT:
            speaker = _goes_on(reading, clause, act, names, memory.speaker)
            if speaker and memory.said == sentence.number and subject_first:
                return outer
        speaker = speaker or _of_verb_before(reading, sentence, clause, act)
        if speaker is None:
            speaker = _official(reading, clause, act, names)
        follows = verb_last(reading.language) and sentence.first < clause.first < act.first
        # "A step that confirms …": the verb after "that" has the noun before it for its subject.
        shown = follows and reading.finds(language(reading.language).discourse.content, act.first - 1, act.first - 1)
        if speaker is None and verb_last(reading.language) and clause.first > sentence.first and not shown:
            low = max(sentence.first, act.first - REACH_BACK)
            names = reading.between(reading.names, low, act.first)
            speaker = speaker_of(reading.language, reading.words, reading.folded.text, names, verb, low, clause.last)
        if speaker is not None and (outer is None or speaker.person):
            found = Candidate(sentence, clause, act, clause.first, clause.last, speaker)
            # "The ministry reported that the minister had said …": he speaks, it only passes that on.
            if not act.trigger.announces:
                return found
            outer = found
        elif outer is None:
            memory.speaker = None
    return outer


def _as_said(reading: Reading, clause: Clause, act: Act) -> int | None:
    """The word after "as", where a verb of saying is an aside ("as Lavrov noted"); else None."""
    low, words = max(clause.first, act.first - AS_REACH), reading.words
    discourse, officials = language(reading.language).discourse, language(reading.language).officials
    said = forms(reading.language, discourse.as_said).find(words[low : act.first])
    if not said:
        return None
    opens, begins = low + said[-1].first, low + said[-1].last + 1
    # "As Lavrov noted", but not "serving as envoy Lavrov noted" or "as the talks ended Lavrov noted".
    subject = forms(reading.language, (*officials.officials, *officials.titles, *discourse.pronouns))
    names = reading.between(reading.names, begins, act.first - 1)
    named = {word for name in names for word in range(name.first, name.last + 1)}
    alone = all(word in named or subject.find([words[word]]) for word in range(begins, act.first))
    return begins if alone and (words[opens].pause_before or opens == clause.first) else None


def _is_aside(reading: Reading, sentence: Sentence, clause: Clause, act: Act) -> bool:
    """Whether "as Kabulov said" only tells who told of an act of the same sentence."""
    begins, ends = reading.around(sentence, clause)
    others = (other for other in reading.between(reading.acts, begins, ends) if other.verb)
    return _as_said(reading, clause, act) is not None and any(other.type != "statement" for other in others)


def _by_the_way(reading: Reading, sentence: Sentence, clause: Clause, act: Act) -> Speaker | None:
    """Who speaks where the subject stands further back in the sentence, or where "as Lavrov said" is an aside."""
    tag, words = reading.language, reading.words
    if verb_last(tag):
        return None
    begins, _ = reading.around(sentence, clause)
    names = reading.between(reading.names, begins, clause.last)
    if (low := _as_said(reading, clause, act)) is not None:
        verb = Span(act.first, act.last + 1)
        return speaker_of(tag, words, reading.folded.text, names, verb, low, clause.last)
    heads = [other.first for other in reading.between(reading.acts, begins, act.first - 1) if other.verb]
    return subject_of_sentence(tag, words, reading.folded.text, names, begins, act.first, heads)


def _antecedent(reading: Reading, clause: Clause, act: Act) -> Speaker | None:
    """Who speaks in a clause about whoever was just named (", who described …"), where the subject follows its verb."""
    relative = language(reading.language).discourse.relative
    begins = reading.finds(relative, clause.first, min(clause.first + 1, act.first - 1))
    if verb_last(reading.language) or not begins or not reading.words[clause.first].pause_before:
        return None
    low = max(0, clause.first - ANTECEDENT_REACH)
    named = list(reading.between(reading.names, low, clause.first - 1))[-1:]
    return speaker_among(reading.language, reading.words, named, low, clause.first, agrees=True)


def _of_verb_before(reading: Reading, sentence: Sentence, clause: Clause, act: Act) -> Speaker | None:
    """Who acts by the first verb of a sentence, where a verb of saying goes on from it with "and" and names nobody
    ("met Putin the leaders of …, and called on …"), in a language where the subject follows its verb."""
    tag, words = reading.language, reading.words
    discourse = language(tag).discourse
    if act.first != clause.first or clause.first == sentence.first or not is_joined(tag, words, act):
        return None
    if not reading.begins((*discourse.oblique, *discourse.content), act.last + 1):
        return None
    heads = (other for other in reading.between(reading.acts, sentence.first, clause.first - 1) if other.verb)
    head = next(heads, None)
    if head is None:
        return None
    low, high = head.last + 1, min(head.last + REACH, clause.first)
    named = subjects(tag, words, reading.folded.text, list(reading.between(reading.names, low, high - 1)), low)
    return speaker_among(tag, words, named, low, high, agrees=True)


def _is_passed_on(reading: Reading, clause: Clause, act: Act) -> bool:
    """Whether an agency or a paper is the subject of a verb ("…, TOLOnews reported"): it passes on what others say."""
    words, publishers = reading.words, language(reading.language).officials.publishers
    oblique = language(reading.language).discourse.oblique
    if language(reading.language).morphology.subject == "before":
        low = act.first
        while low > clause.first and act.first - low < PUBLISHER_REACH and not words[low].pause_before:
            low -= 1
        named = reading.finds(publishers, low, act.first - 1) if low < act.first else False
        told_to = reading.finds(oblique, low, act.first - 1) if named else False
        addressing = language(reading.language).discourse.addressing
        after = words[act.first].pause_before and reading.begins(publishers, act.last + 1)
        after = after and not reading.finds(addressing, act.first, act.last)
        return (named and not told_to) or after
    return reading.begins(publishers, act.last + 1)


def _official(reading: Reading, clause: Clause, act: Act, names: Sequence[Named]) -> Speaker | None:
    """An office without its state ("the Foreign Ministry announced"), in a text about the dealings of one state: its
    own, where nobody else is named who could speak."""
    if not reading.dealing or not reading.focused:
        return None
    before = language(reading.language).morphology.subject == "before"
    low, high = (clause.first, act.first - 1) if before else (act.last + 1, act.last + OFFICE_REACH)
    if before:
        pauses = [word for word in range(low + 1, high + 1) if reading.words[word].pause_before]
        low = max([low, high - OFFICE_REACH, *pauses[-1:]])
    officials = language(reading.language).officials
    if any(low <= name.first <= high for name in names) or reading.finds(officials.analysts, low, high):
        return None
    return Speaker(reading.dealing, None, ()) if reading.finds(officials.officials, low, high) else None


def _adds(reading: Reading, statement: Candidate, memory: Memory) -> bool:
    """Whether somebody who has just spoken only goes on ("he added that …"): one speech, told of once, unless the words
    have a date of their own. What he denies, promises or calls for is another."""
    speaker, last, act = statement.speaker, memory.speaker, statement.act
    if speaker is None or last is None or speaker.names or (speaker.actor, speaker.person) != (last.actor, last.person):
        return False
    goes_on = reading.finds(language(reading.language).discourse.adds, act.first, act.end)
    return goes_on and statement.sentence.number - memory.said <= SILENT and not governing_date(reading, statement)


def _trailing(reading: Reading, statement: Candidate) -> int | None:
    """The first word of "…, said Peskov" or "…, the ministry said on Monday", which follow what was said; else None."""
    act, speaker, clause = statement.act, statement.speaker, statement.clause
    if speaker is None or act.first == clause.first or not act.trigger.quotes:
        return None
    discourse, morphology = language(reading.language).discourse, language(reading.language).morphology
    if morphology.subject != "before" or verb_last(reading.language):
        return None
    if reading.words[act.first].pause_before:
        pronoun = reading.finds(discourse.pronouns, act.last + 1, act.last + 1)
        officials = language(reading.language).officials.officials
        office = reading.finds(officials, act.last + 1, min(act.last + OFFICE_REACH, clause.last))
        named = all(name.first > act.last for name in speaker.names) and (bool(speaker.names) or pronoun or office)
        return act.first if named else _apposed_subject(reading, clause, act)
    pauses = (word for word in range(act.first - 1, clause.first, -1) if reading.words[word].pause_before)
    pause = next(pauses, clause.first)
    own = reading.between(reading.names, pause, act.first - 1)
    officials = (*language(reading.language).officials.officials, *discourse.pronouns)
    within = bool(own) or reading.finds(officials, pause, act.first - 1)
    low, high = act.last + 1, min(clause.last, act.last + ADDED_REACH)
    ends = clause.last <= low + ADDED_REACH
    added = reading.finds(discourse.content, low, high) or reading.between(reading.acts, low, high)
    if pause - clause.first < CLAUSE_LENGTH or not within or not ends or added:
        return None
    return pause


def _apposed_subject(reading: Reading, clause: Clause, act: Act) -> int | None:
    """The first word of a subject with an apposition, between two pauses before a verb of saying that follows what was
    said ("…, the ministry's spokesman, Smadiyarov, told Kazinform"); None where it does not."""
    officials = language(reading.language).officials
    titles = forms(reading.language, (*officials.officials, *officials.titles))
    pauses = [word for word in range(clause.first + 1, act.first) if reading.words[word].pause_before]
    if len(pauses) < APPOSITION or act.first + ADDED_REACH < clause.last:
        return None
    begins, names = pauses[-2], reading.between(reading.names, pauses[-2], act.first - 1)
    named = {word for name in names for word in range(name.first, name.last + 1)}
    bare = all(word in named or titles.find([reading.words[word]]) for word in range(begins, act.first))
    told = reading.finds(language(reading.language).discourse.content, act.last + 1, clause.last)
    return begins if bare and names and not told and begins - clause.first >= CLAUSE_LENGTH else None


def _goes_on(reading: Reading, clause: Clause, act: Act, names: Sequence[Named], last: Speaker) -> Speaker | None:
    """Whoever spoke or travelled last, where the verb names nobody ("and added that …", "the ministry said")."""
    if verb_last(reading.language):
        return _subject_goes_on(reading, clause, act, names, last)
    officials, discourse = language(reading.language).officials, language(reading.language).discourse
    if is_passive(reading.language, reading.words, names, act.first, clause.first):
        # "It will be recalled that …": nobody speaks.
        return None
    if language(reading.language).morphology.subject == "before":
        low, named = max(clause.first, act.first - PRONOUN_REACH), range(clause.first, act.first)
        spoken = reading.finds(discourse.pronouns, low, act.first - 1) or reading.begins(
            discourse.pronouns, act.last + 1
        )
        silent = act.first <= clause.first + PRONOUN_REACH
        silent = silent and not any(name.first in named and name.kind != "place" for name in names)
        return replace(last, names=()) if spoken or silent else None
    if act.first > clause.first + PRONOUN_REACH:
        return None
    said = forms(reading.language, discourse.content).find(reading.words[act.last + 1 : clause.last + 1])
    content = act.last + 1 + said[0].first if said else clause.last + 1
    if reading.finds(officials.analysts, act.last + 1, content - 1):
        return None
    if content <= act.last + 2 or reading.begins(discourse.oblique, act.last + 1):
        return replace(last, names=())
    if reading.begins(discourse.pronouns, act.last + 1):
        return replace(last, names=())
    following = min(act.last + 1, clause.last)
    if reading.finds(officials.officials, following, min(content - 1, act.last + 2)):
        return Speaker(last.actor, None, ())
    return replace(last, names=()) if content > clause.last else None


def _subject_goes_on(
    reading: Reading, clause: Clause, act: Act, names: Sequence[Named], last: Speaker
) -> Speaker | None:
    """Whoever spoke or travelled last, where nobody who could speak is named before the verb that stands last."""
    before = [name for name in names if name.first < act.first and name.kind != "place"]
    if any(not is_governed(reading.language, reading.words, name, clause.first) for name in before):
        return None
    officials = language(reading.language).officials
    if reading.finds(officials.analysts, clause.first, act.first - 1):
        return None
    return replace(last, names=())


def _content(reading: Reading, act: Act, clause: Clause) -> int:
    names = reading.between(reading.names, clause.first, clause.last)
    return content_start(reading.language, reading.words, reading.folded.text, names, act.last, clause.last)
