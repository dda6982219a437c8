"""From a document to its mentions: each act that a text tells of, with when, who and where, and how sure.

A sentence is read clause by clause. The triggers of a clause compete; each that stands becomes a mention with the
date that governs it, the parties it concerns and a status. What a text only plans, fears or explains is kept with its
status and makes no event.
"""

from collections.abc import Sequence

from app.dates.edtf import EdtfDate
from app.extract.acts import Act
from app.extract.candidate import OCCASIONS, Candidate, Memory
from app.extract.clauses import candidates
from app.extract.dating import OCCASION_GAP, date_of, occasion_of, told_before
from app.extract.factuality import status_of
from app.extract.mention import TOLD, Dated, Evidence, ExtractedMention, PartyRole, Scope, Status
from app.extract.names import Named
from app.extract.parties import (
    acting,
    acting_before,
    before_its_time,
    hosts,
    nearest_of,
    persons_of,
    place_of,
    role_of,
    traveller,
)
from app.extract.reading import LONGEST_CLAUSE, Reading, read
from app.extract.speakers import Speaker, serves
from app.vocabulary.actors import region, taliban
from app.vocabulary.languages import language, rules_for, verb_last

CLOSING = ' "”»)'
"""What may close a sentence after its stop."""


def find_mentions(text: str, tag: str, published: EdtfDate | None) -> tuple[ExtractedMention, ...]:
    """The mentions in `text`, in text order; none where there are no rules for language `tag`.

    `published` is the publication date, to which relative dates refer; without it a dateline in the text serves.
    Spans are code points of `text`. Never raises on any text.
    """
    rules = rules_for(tag)
    if rules is None:
        return ()
    reading = read(text, rules, published)
    if not any(name.id in taliban() and not name.context for name in reading.names):
        return ()
    memory = Memory()
    mentions = []
    for sentence in reading.sentences:
        if sentence.heading or sentence.span.of(text).rstrip(CLOSING).endswith(("?", "؟")):
            # What is asked is not told.
            continue
        for candidate in candidates(reading, sentence, memory):
            mention = _mention(reading, candidate, memory)
            if mention is None:
                continue
            mentions.append(mention)
            if mention.tells and mention.scope == "core":
                memory.told = mention
            if mention.tells and mention.date and mention.type in OCCASIONS:
                memory.occasions.append(mention)
    return tuple(mentions)


def _mention(reading: Reading, candidate: Candidate, memory: Memory) -> ExtractedMention | None:
    act, clause = candidate.act, candidate.clause
    names = reading.between(reading.names, candidate.first, candidate.last)
    wider = reading.between(reading.names, clause.first, clause.last)
    # A text without any stop is one sentence: no further than a clause may be long, so that it is read in bounded time.
    first = max(candidate.sentence.first, clause.first - LONGEST_CLAUSE)
    sentence = reading.between(reading.names, first, min(candidate.sentence.last, clause.last + LONGEST_CLAUSE))
    actors = acting(reading, names, candidate.speaker)
    # A minister's act is his state's, also where the state is not named.
    actors += [state for person in persons_of(reading, names, candidate.speaker) if (state := serves(person))]
    named_actors = set(actors)
    sides = region(), taliban()
    for side in sides:
        if not side & set(actors):
            actors += nearest_of(side, wider, act) or nearest_of(side, sentence, act)
    if verb_last(reading.language) and not all(side & set(actors) for side in sides):
        actors += _meant(reading, candidate, memory, names, actors)
    if (
        len(sides[0] & set(actors)) == 1
        and not set(actors) - sides[0]
        and candidate.sentence.paragraph in reading.about
    ):
        # The paragraph is about the Taliban, and no other counterpart is named: they are meant.
        actors += sorted(taliban())[:1]
    date = date_of(reading, candidate, memory)
    actors = [actor for actor in dict.fromkeys(actors) if not before_its_time(actor, date)]
    core = bool(sides[0] & set(actors)) and bool(sides[1] & set(actors))
    if act.type == "statement" and candidate.speaker and candidate.speaker.actor not in sides[0] | sides[1]:
        core = False
    if candidate.background and act.type == "security":
        core = False
        actors = [actor for actor in actors if actor in sides[1]] or actors
    if not core and (date is None or date.phrase is None or date.basis == "inherited"):
        return None
    if act.type == "statement" and verb_last(reading.language):
        # "He added that …": more on the same subject, unless it names one.
        told_of = reading.finds(language(reading.language).discourse.told_of, clause.first, act.first)
        subject = told_of or any(name.kind == "actor" or name.id == "afghanistan" for name in names)
        if candidate.speaker and not candidate.speaker.names and not subject:
            return None
    if core and act.type == "security" and not act.verb:
        core = False
        if date is None or date.phrase is None:
            return None
    named = {word for name in names for word in range(name.first, name.last + 1)}
    status = status_of(reading.language, reading.words, candidate.claim, act, candidate.until, named)
    told = status in TOLD
    earlier = told_before(reading, candidate, memory) if date is None and not act.verb else None
    if not act.verb and date is None and candidate.speaker is None and earlier is None:
        return None
    known = date or (earlier.date if earlier else None)
    if told and known and known.phrase and not candidate.background:
        memory.date, memory.sentence, memory.on_occasion = known, candidate.sentence.first, not act.verb
    persons = persons_of(reading, names, candidate.speaker) or _pronoun(reading, candidate, memory)
    doer = persons[0] if len(persons) == 1 else None
    if verb_last(reading.language) and act.verb and candidate.speaker is None:
        doer = _subject(reading, candidate, memory)
        persons = tuple(dict.fromkeys([doer, *persons])) if doer else persons
    if act.type in OCCASIONS and told and doer:
        memory.speaker, memory.paragraph = traveller(doer, actors), candidate.sentence.paragraph
    if earlier is not None:
        persons = persons or earlier.persons
        actors = [party.actor for party in earlier.parties]
    place = place_of(reading, names, act)
    scope: Scope = "core" if core else "context"
    roles = tuple(PartyRole(actor, role_of(act.type, actor, actors, candidate.speaker, place)) for actor in actors)
    return ExtractedMention(
        span=reading.span_of(candidate.first, candidate.last),
        type=act.type,
        scope=scope,
        status=status,
        confidence=_confidence(act, date, status, named_actors, sides, candidate.speaker),
        date=date,
        parties=roles,
        persons=persons,
        place=place,
        evidence=_evidence(act, date, names, actors, persons, place, candidate.speaker),
    )


def _meant(
    reading: Reading, candidate: Candidate, memory: Memory, names: Sequence[Named], actors: list[str]
) -> list[str]:
    """The parties that the words of a clause mean without naming them, where one of the sides is not named."""
    act, clause, discourse = candidate.act, candidate.clause, language(reading.language).discourse
    ours = region() | taliban()
    if act.type != "statement" or ours & set(actors):
        # Whose city it is ("the consulate in Termez").
        for side in (region(), taliban()):
            if not side & set(actors) and (states := [state for state in hosts(names) if state in side]):
                return states[:1]
    same = memory.speaker if memory.paragraph == candidate.sentence.paragraph else None
    if same and candidate.speaker is None and reading.finds(discourse.pronouns, clause.first, act.first):
        return [same.actor]
    near = list(reading.regions.get(candidate.sentence.paragraph, frozenset()))
    both = reading.finds(discourse.told_of, clause.first, clause.last)
    if both and len(near) == 1:
        return [*near, *sorted(taliban())[:1]]
    if told := _told_near(reading, candidate, memory, actors, both):
        return [party.actor for party in told.parties if party.actor in ours]
    if set(actors) & taliban() and not region() & set(actors) and act.type not in ("security", "recognition"):
        return near if len(near) == 1 else []
    return []


def _told_near(
    reading: Reading, candidate: Candidate, memory: Memory, actors: list[str], both: bool
) -> ExtractedMention | None:
    """The dealing told of shortly before that an act goes on from: the occasion on which it was done, the one that it
    points back to, or one of the same kind by the same party, or in which the speaker took part."""
    speaker, told = candidate.speaker, occasion_of(reading, candidate, memory)
    if (
        told is None
        and memory.told
        and (both or (memory.told.type == candidate.act.type != "statement" and actors and actors[0] in region()))
    ):
        told = memory.told
    if told is None and speaker and speaker.person:
        told = next((one for one in reversed(memory.occasions) if speaker.person in one.persons), None)
    gap = reading.words[candidate.clause.first].start - OCCASION_GAP
    return told if told and told.span.end >= gap else None


def _subject(reading: Reading, candidate: Candidate, memory: Memory) -> str | None:
    """The person who does what a verb at the end of a clause tells, named in it or in the clause before it."""
    named, sentence = acting_before(reading, candidate), candidate.sentence.first
    person = next((name.id for name in named if name.kind == "person"), None)
    if person is None and not any(name.kind == "actor" for name in named) and memory.subject_in == sentence:
        person = memory.subject
    memory.subject, memory.subject_in = person, sentence
    return person


def _pronoun(reading: Reading, candidate: Candidate, memory: Memory) -> tuple[str, ...]:
    """Whoever spoke or travelled last, where a pronoun stands for him."""
    pronouns = language(reading.language).discourse.pronouns
    if memory.speaker is None or memory.speaker.person is None or candidate.speaker is not None:
        return ()
    near = memory.paragraph == candidate.sentence.paragraph
    stands = reading.finds(pronouns, candidate.first, min(candidate.first + 1, candidate.act.first))
    return (memory.speaker.person,) if near and stands else ()


def _evidence(
    act: Act,
    date: Dated | None,
    names: Sequence[Named],
    actors: list[str],
    persons: tuple[str, ...],
    place: str | None,
    speaker: Speaker | None,
) -> tuple[Evidence, ...]:
    found = [Evidence("trigger", act.type, act.span)]
    if date and date.phrase:
        found.append(Evidence("date", date.date.text, date.phrase))
    for name in dict.fromkeys([*(speaker.names if speaker else ()), *names]):
        if name.kind == "actor" and name.id in actors:
            found.append(Evidence("party", name.id, name.span))
        elif name.kind == "person" and name.id in persons:
            found.append(Evidence("person", name.id, name.span))
        elif name.kind == "place" and name.id == place:
            found.append(Evidence("place", name.id, name.span))
    return tuple(sorted(set(found), key=lambda e: (e.span.start, e.span.end, e.kind, e.value)))


def _confidence(
    act: Act,
    date: Dated | None,
    status: Status,
    named: set[str],
    sides: tuple[frozenset[str], frozenset[str]],
    speaker: Speaker | None,
) -> float:
    """A first guess at how likely the mention is right, from what was found; not yet measured against readers."""
    score = 0.35 + 0.15 * act.verb
    score += 0.15 if date and date.basis == "explicit" else 0.1 if date and date.basis == "relative" else 0.0
    score += 0.1 * bool(sides[0] & named) + 0.1 * bool(sides[1] & named)
    score += 0.05 * bool(speaker and speaker.person)
    return round(score if status == "asserted" else score * 0.9, 2)
