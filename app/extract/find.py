"""From a document to its mentions: each act that a text tells of, with when, who and where, and how sure.

A sentence is read clause by clause. The triggers of a clause compete; each that stands becomes a mention with the
date that governs it, the parties it concerns and a status. What a text only plans, fears or explains is kept with its
status and makes no event.
"""

from collections.abc import Sequence
from datetime import date as Day

from app.dates.edtf import EdtfDate
from app.extract.acts import Act
from app.extract.candidate import OCCASIONS, Candidate, Memory
from app.extract.clauses import candidates
from app.extract.dating import date_of, news_of, said_until, told_before
from app.extract.factuality import status_of
from app.extract.mention import TOLD, Dated, Evidence, ExtractedMention, PartyRole, Scope, Status
from app.extract.names import Named
from app.extract.parties import acting, before_its_time, counterparts, persons_of, place_of, role_of, traveller
from app.extract.reading import Reading, read
from app.extract.speakers import Speaker, is_governed, serves
from app.vocabulary.actors import region, taliban
from app.vocabulary.languages import rules_for


def find_mentions(text: str, tag: str, published: EdtfDate | None) -> tuple[ExtractedMention, ...]:
    """The mentions in `text`, in text order; none where there are no rules for language `tag`.

    `published` is the publication date, to which relative dates refer; without it a dateline in the text serves.
    Spans are code points of `text`. Never raises on any text.
    """
    rules = rules_for(tag)
    if rules is None:
        return ()
    reading = read(text, rules, published)
    if not any(_is_taliban(name) and not name.context for name in reading.names):
        return ()
    memory = Memory()
    mentions = []
    for sentence in reading.sentences:
        if sentence.heading:
            continue
        for candidate in candidates(reading, sentence, memory):
            mention = _mention(reading, candidate, memory)
            if mention is None:
                continue
            mentions.append(mention)
            if mention.tells and mention.date and mention.type in OCCASIONS:
                memory.occasions.append(mention)
    return tuple(mentions)


def _is_taliban(name: Named) -> bool:
    """Whether a name is theirs, or that of somebody who speaks for them."""
    return name.id in taliban() or (name.kind == "person" and serves(name.id) in taliban())


def _mention(reading: Reading, candidate: Candidate, memory: Memory) -> ExtractedMention | None:
    act = candidate.act
    names = reading.between(reading.names, candidate.first, candidate.last)
    actors = acting(reading, names, candidate.speaker)
    # A minister's act is his state's, also where the state is not named.
    date = date_of(reading, candidate, memory)
    day = date.date.latest if date else None
    actors += [state for person in persons_of(reading, names, candidate.speaker) if (state := serves(person, day))]
    named_actors = set(actors)
    actors += counterparts(reading, candidate, actors, memory)
    sides = region(), taliban()
    actors = [actor for actor in dict.fromkeys(actors) if not before_its_time(actor, date)]
    core = bool(sides[0] & set(actors)) and bool(sides[1] & set(actors))
    if act.type == "statement" and candidate.speaker and candidate.speaker.actor not in sides[0] | sides[1]:
        core = False
    if candidate.background and act.type == "security":
        core = False
        actors = [actor for actor in actors if actor in sides[1]] or actors
    if not core and (date is None or date.phrase is None or date.basis == "inherited"):
        return None
    if core and act.type == "security" and not act.verb:
        core = False
        if date is None or date.phrase is None:
            return None
    named = {word for name in names for word in range(name.first, name.last + 1)}
    last = min(candidate.last, said_until(reading, candidate))
    status = status_of(reading.language, reading.words, candidate.claim, act.first, last, act.verb, named)
    told = status in TOLD
    earlier = told_before(reading, candidate, memory) if date is None and not act.verb else None
    if not act.verb and date is None and candidate.speaker is None and earlier is None:
        return None
    persons = persons_of(reading, names, candidate.speaker)
    if told:
        known = date or (earlier.date if earlier else None)
        met = _met(reading, candidate, names)
        guests = tuple(person for person in persons if person not in met) or persons
        _remember(memory, candidate, known, actors, guests, core, reading.published)
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


def _met(reading: Reading, candidate: Candidate, names: Sequence[Named]) -> set[str]:
    """The persons with whom somebody met or to whom he travelled: not those who did so."""
    return {
        name.id
        for name in names
        if name.kind == "person" and is_governed(reading.language, reading.words, name, candidate.first)
    }


def _remember(
    memory: Memory,
    candidate: Candidate,
    date: Dated | None,
    actors: list[str],
    persons: tuple[str, ...],
    core: bool,
    published: EdtfDate | None,
) -> None:
    """Keep of an act told what the sentences after it go on from."""
    number = candidate.sentence.number
    if date and date.phrase and not candidate.background:
        memory.date, memory.dated, memory.on_occasion = date, number, not candidate.act.verb
    if core and not candidate.background:
        memory.parties, memory.met = tuple(actors), number
        if date and news_of(date, published):
            memory.day = max((day for day in (date, memory.day) if day), key=lambda day: day.date.earliest or Day.min)
    if candidate.act.type in OCCASIONS and len(persons) == 1:
        memory.speaker, memory.spoke = traveller(persons[0], actors), number


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
